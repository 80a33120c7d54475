"""The pattern language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attune_trainer.rules.pattern import PatternError, parse


def said(pattern: str) -> list[str]:
    """Return the sequences of `pattern` in a form to read: choices by /, optional in []."""
    lines = []
    for sequence in parse(pattern):
        words = ["/".join(sorted(each.choices)) for each in sequence.positions]
        shown = [f"[{w}]" if each.optional else w for w, each in zip(words, sequence.positions, strict=True)]
        lines.append(("^ " if sequence.anchored else "") + " ".join(shown))
    return lines


def test_words_are_folded_as_a_response_is() -> None:
    assert said("Don't worry") == ["do not worry"]


def test_a_choice_of_words_is_one_place_and_a_choice_of_phrases_is_several_sequences() -> None:
    assert said("(calm|settle) down") == ["calm/settle down"]
    assert said("(calm|simmer right) down") == ["simmer right down", "calm down"]


def test_what_may_be_missing_at_an_end_is_both_taken_and_left() -> None:
    assert said("so? sorry") == ["so sorry", "sorry"]
    assert said("you ... on") == ["you [_] [_] [_] on"]
    assert said("you on ...") == ["you on"]


def test_anchors_and_boundaries() -> None:
    assert said("^ whatever $") == ["^ whatever |"]
    assert said("i (see|get it) | but") == ["i get it | but", "i see | but"]


@pytest.mark.parametrize("pattern", ["", "...", "_ ...", "(a|b", "a)", "?", "a ^ b", "$ a", "(|)", "{", "<x", "??"])
def test_a_pattern_that_cannot_mean_anything_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        parse(pattern)


def test_a_pattern_that_explodes_is_refused() -> None:
    with pytest.raises(PatternError, match="sequences"):
        parse(" ".join(["(a b|c d|e f)"] * 8))


@given(st.text(alphabet="ab ()|?._^$*{}<>", max_size=24))
def test_parsing_never_raises_anything_else(pattern: str) -> None:
    try:
        sequences = parse(pattern)
    except PatternError:
        return

    assert all(not each.positions[0].optional and not each.positions[-1].optional for each in sequences)
