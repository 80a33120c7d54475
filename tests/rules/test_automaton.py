"""The automaton against a plain reading of the same sequences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from attune_trainer.rules.automaton import Automaton
from attune_trainer.rules.pattern import ANY, BOUNDARY, Position, Sequence, parse, read_pattern
from attune_trainer.rules.sign import Sign, Signs
from attune_trainer.rules.starts import Starts

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest

WORDS = "abc"


class Reader:
    """The automaton and the starts of some patterns, over words of one letter."""

    def __init__(self, patterns: Iterable[str], held: str = "") -> None:
        self.patterns = [read_pattern(pattern) for pattern in patterns]
        self.automaton = Automaton(self.patterns)
        self.held = held
        self.known: dict[str, Sign] = {}

    def sign(self, word: str) -> Sign:
        if word not in self.known:
            tags = frozenset((word,)) if word[0] == "{" else frozenset()
            held = word in self.held
            self.known[word] = Sign(word, tags, held=held)
        return self.known[word]

    def run(self, clauses: list[str], phrases: dict[int, tuple[int, str]] | None = None) -> set[tuple[int, int, int]]:
        """Return (pattern, first word, last word); `phrases` maps a last word to (first word, list)."""
        signs = [self.sign(word) for clause in clauses for word in clause]
        ends: list[int] = []
        for clause in clauses:
            ends.append(len(clause) + (ends[-1] if ends else 0))
        listed = {last: [(first, self.sign(name))] for last, (first, name) in (phrases or {}).items()}
        line = Signs(signs, [0, *ends[:-1]], ends or [0], listed)
        return {
            (number, first, each.last)
            for each in self.automaton.run(line)
            for number in each.patterns
            for first in Starts(self.patterns[number]).nearest(line, each.last, at_boundary=each.at_boundary)
        }


def plainly(sequences: Iterable[Sequence], clauses: list[str]) -> set[tuple[int, int, int]]:
    """Return (sequence, nearest first word, last word) of every match, by trying every start and every way on."""
    stream: list[str] = []
    place: list[int] = []
    starts = {0}
    for clause in clauses:
        for word in clause:
            place.append(sum(each != BOUNDARY for each in stream))
            stream.append(word)
        place.append(sum(each != BOUNDARY for each in stream))
        stream.append(BOUNDARY)
        starts.add(len(stream))
    found: dict[tuple[int, int], int] = {}
    for number, sequence in enumerate(sequences):
        for first in range(len(stream)):
            if stream[first] == BOUNDARY or (sequence.anchored and first not in starts):
                continue
            for end in ends_of(sequence.positions, stream, first):
                last = place[end - 1] - (stream[end - 1] == BOUNDARY)
                found[number, last] = max(found.get((number, last), -1), place[first])
    return {(number, first, last) for (number, last), first in found.items()}


def ends_of(positions: tuple[Position, ...], stream: list[str], at: int) -> set[int]:
    if not positions:
        return {at}
    ends: set[int] = set()
    head, rest = positions[0], positions[1:]
    if head.optional:
        ends |= ends_of(rest, stream, at)
    fits = at < len(stream) and (stream[at] in head.choices or (ANY in head.choices and stream[at] != BOUNDARY))
    if fits:
        ends |= ends_of(rest, stream, at + 1)
    return ends


PATTERNS = st.sampled_from(
    [
        "a",
        "a b",
        "a b? c",
        "a ... b",
        "(a|b) c",
        "^ a b",
        "a b $",
        "a | b",
        "a _ c",
        "(a b|c) a",
        "a ... b ... c",
        "^ c $",
        "(a b|c) (b c|a)? b",
        "(a (b|c a)|b? c) | a?",
        "((a|b c)|_ b)? a",
    ]
)


@given(st.lists(PATTERNS, min_size=1, max_size=5), st.lists(st.text(alphabet=WORDS, max_size=7), max_size=4))
def test_the_automaton_finds_what_a_plain_reading_finds(patterns: list[str], clauses: list[str]) -> None:
    clauses = [clause for clause in clauses if clause]
    expected = {
        (number, first, last)
        for number, pattern in enumerate(patterns)
        for _, first, last in plainly(parse(pattern), clauses)
    }

    assert Reader(patterns).run(clauses) == expected


def test_a_held_word_may_stand_inside_a_match() -> None:
    reader = Reader(["a b"], held="x")

    assert Reader(["a b"]).run(["axb"]) == set()
    assert reader.run(["axxb"]) == {(0, 0, 3)}


def test_a_held_word_may_stand_where_a_match_could_have_ended() -> None:
    assert Reader(["a b? c?"], held="x").run(["axc"]) == {(0, 0, 0), (0, 0, 2)}


def test_the_same_words_give_the_same_hits_when_the_states_are_remembered() -> None:
    reader = Reader(["a ... b"])
    first = reader.run(["acb", "ab"])

    assert reader.run(["acb", "ab"]) == first == {(0, 0, 2), (0, 3, 4)}


def test_a_run_goes_on_when_the_states_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("attune_trainer.rules.automaton._MOST_STATES", 2)

    assert Reader(["a b c", "b ... a"]).run(["abcba", "bcca"]) == {(0, 0, 2), (1, 3, 4), (1, 5, 8)}


def test_a_phrase_stands_in_the_place_of_one_word_and_nothing_else_is_skipped() -> None:
    assert Reader(["{list} b", "a b"]).run(["axyb"], {2: (1, "{list}")}) == {(0, 1, 3)}


def test_words_to_skip_may_stand_before_an_anchored_match() -> None:
    reader = Reader(["^ a b"], held="x")

    assert reader.run(["cc", "xxab"]) == {(0, 4, 5)}
    assert reader.run(["cab"]) == set()
