"""Annotates the words of a text, runs the automaton, and keeps the matches whose scope allows them."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

import snowballstemmer

from attune_trainer.rules.sign import Sign, Signs
from attune_trainer.text import facts as f
from attune_trainer.text.small_words import flags_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attune_trainer.rules.context import Context
    from attune_trainer.rules.rulebook import Rulebook
    from attune_trainer.text.read import Text

_MOST_KNOWN = 50_000
_MOST_SIGNS = 2_000
_LONGEST_KNOWN = 40
_SHORTEST_CONTENT = 3
_QUESTION_HEAD = 2
_SMALL = f.FUNCTION | f.NEGATOR | f.MODAL | f.FILLER
_stemmer = snowballstemmer.stemmer("english")


class Match(NamedTuple):
    """One rule seen from word `first` to word `last`, both included; `vetoed` says why it does not count."""

    rule: int
    first: int
    last: int
    vetoed: str = ""


@lru_cache(maxsize=_MOST_KNOWN)
def content_stem(word: str) -> str:
    """Return the stem of a word with content of its own, or nothing for a small word; remembered."""
    if flags_of(word) & _SMALL or len(word) < _SHORTEST_CONTENT:
        return ""
    return str(_stemmer.stemWord(word))


class _Table(dict[str | tuple[str, ...], Sign]):
    """The sign of each word and phrase in the light of one statement; made when it is asked for."""

    __slots__ = ("context", "matcher")

    def __init__(self, matcher: Matcher, context: Context) -> None:
        super().__init__()
        self.matcher = matcher
        self.context = context

    def __missing__(self, said: str | tuple[str, ...]) -> Sign:
        sign = self.matcher.sign_of(said, self.context)
        if len(self) >= _MOST_SIGNS:
            self.clear()
        if len(said) <= _LONGEST_KNOWN:
            self[said] = sign
        return sign


class Matcher:
    """Runs one rulebook over texts; remembers the words it has met."""

    def __init__(self, rulebook: Rulebook) -> None:
        """Take the rules and the automaton of `rulebook`."""
        self.rulebook = rulebook
        self._signs: dict[tuple[str, frozenset[str]], Sign] = {}
        self._tags: dict[str, frozenset[str]] = {}
        self._by_context: WeakKeyDictionary[Context, _Table] = WeakKeyDictionary()
        # Each rule's scope, taken apart once: it is asked for at every word a pattern may end at.
        self._scopes = [
            (
                rule.unless.clause,
                rule.when.clause & ~f.QUESTION,
                rule.when.clause & f.QUESTION,
                rule.either.clause,
                rule.unless.heard,
                rule.when.heard,
                rule.either.heard,
            )
            for rule in rulebook.rules
        ]

    def find(self, text: Text, context: Context, *, keep_vetoed: bool = False) -> list[Match]:
        """Return the matches that count, in reading order; with `keep_vetoed` also those that do not, and why."""
        line = self._signs_of(text, context)
        owner, starts_of = self.rulebook.owner, self.rulebook.starts
        matches: dict[tuple[int, int, int], Match] = {}
        apart: list[tuple[int, int, int, bool]] = []
        for last, patterns, at_boundary in self.rulebook.automaton.run(line):
            facts = text.clause_facts[text.clause_of[last]]
            for pattern in patterns:
                number = owner[pattern]
                if number < 0:
                    apart.append((~number, pattern, last, at_boundary))
                elif keep_vetoed or not self._is_silent(number, facts, context):
                    for first in starts_of(pattern).nearest(line, last, at_boundary=at_boundary):
                        matches[first, last, number] = Match(number, first, last)
        self._veto_each(matches, text, context, keep_vetoed=keep_vetoed)
        found = {match.rule for match in matches.values()}
        excluded: dict[int, set[int]] = {}
        for number, pattern, last, at_boundary in apart:
            if number in found:
                for first in starts_of(pattern).nearest(line, last, at_boundary=at_boundary):
                    excluded.setdefault(number, set()).update(range(first, last + 1))
        if excluded:
            self._keep_apart(matches, excluded, keep_vetoed=keep_vetoed)
        return [matches[key] for key in sorted(matches)]

    def _signs_of(self, text: Text, context: Context) -> Signs:
        """Return the signs of the words of `text` and the listed phrases in it."""
        table = self._by_context.get(context)
        if table is None:
            table = self._by_context[context] = _Table(self, context)
        phrases: dict[int, list[tuple[int, Sign]]] = {}
        for at, phrase in self.rulebook.lexicon.phrases_in(text):
            phrases.setdefault(at + len(phrase) - 1, []).append((at, table[phrase]))
        return Signs(list(map(table.__getitem__, text.words)), text.clause_starts, text.clause_ends, phrases)

    def _veto_each(
        self, matches: dict[tuple[int, int, int], Match], text: Text, context: Context, *, keep_vetoed: bool
    ) -> None:
        """Take out the matches that do not count, or say why they do not."""
        negators = [at for at, bits in enumerate(text.flags) if bits & f.NEGATOR]
        for key, match in list(matches.items()):
            vetoed = self._veto(match, text, context, negators)
            if vetoed and keep_vetoed:
                matches[key] = match._replace(vetoed=vetoed)
            elif vetoed:
                del matches[key]

    def _keep_apart(
        self, matches: dict[tuple[int, int, int], Match], excluded: Mapping[int, set[int]], *, keep_vetoed: bool
    ) -> None:
        """Veto the matches that share a word with those their rule keeps apart from."""
        for key, match in list(matches.items()):
            words = excluded.get(match.rule)
            if not words or match.vetoed or words.isdisjoint(range(match.first, match.last + 1)):
                continue
            if keep_vetoed:
                rule = self.rulebook.rules[match.rule]
                matches[key] = match._replace(vetoed=f"apart_from: {rule.id} excludes these words")
            else:
                del matches[key]

    def sign_of(self, said: str | tuple[str, ...], context: Context) -> Sign:
        """Return the sign of a word, or of the words of a listed phrase, in the light of `context`."""
        if isinstance(said, str):
            word, joined = said, said
            tags = self._tags_of(word)
            if context.stems and content_stem(word) in context.stems:
                tags |= {"<theirs>"}
        else:
            word, joined = "", " ".join(said)
            tags = frozenset(self.rulebook.lexicon.phrase_tags[said])
        if joined in context.feeling_words:
            tags |= {"<their_feeling>"}
        key = (word, tags)
        sign = self._signs.get(key)
        if sign is None:
            if len(self._signs) >= _MOST_KNOWN:
                self._signs = {}
            held = bool(flags_of(word) & f.FILLER)
            sign = self._signs[key] = Sign(word, tags, held=held)
        return sign

    def _tags_of(self, word: str) -> frozenset[str]:
        tags = self._tags.get(word)
        if tags is None:
            if len(self._tags) >= _MOST_KNOWN:
                self._tags = {}
            tags = self._tags[word] = frozenset(self.rulebook.lexicon.tags_of(word))
        return tags

    def _is_silent(self, number: int, facts: int, context: Context) -> bool:
        """Say whether the clause or the statement alone keeps rule `number` from counting."""
        unless, when, asked, either, not_heard, heard, either_heard = self._scopes[number]
        return bool(
            facts & unless
            or when & ~facts
            or (asked and not facts & asked)
            or (either and not facts & either)
            or context.facts & not_heard
            or heard & ~context.facts
            or (either_heard and not context.facts & either_heard)
        )

    def _veto(self, match: Match, text: Text, context: Context, negators: list[int]) -> str:
        """Return why this match does not count, or nothing."""
        rule = self.rulebook.rules[match.rule]
        first = match.first
        facts = text.clause_facts[text.clause_of[match.last]]
        start = text.clause_of[first]
        unless = rule.unless.clause
        if unless & f.NEGATED and self._is_negated(text, start, first, negators):
            facts |= f.NEGATED
        if unless & f.REPORTED and first >= text.reported_from[start]:
            facts |= f.REPORTED
        if unless & f.QUOTED and text.is_quoted(first):
            facts |= f.QUOTED
        if facts & unless:
            return "unless: " + ", ".join(f.names_of(facts & unless))
        if not self._is_silent(match.rule, facts, context):
            return ""
        when, either = rule.when.clause, rule.either.clause
        if when and not self._has(facts, when):
            return "when: the clause is not " + ", ".join(f.names_of(when & ~facts))
        if either and not facts & either:
            return "either: none of " + ", ".join(f.names_of(either))
        kind = (
            "unless" if context.facts & rule.unless.heard else "when" if rule.when.heard & ~context.facts else "either"
        )
        return f"{kind}: what the speaker said"

    @staticmethod
    def _has(facts: int, when: int) -> bool:
        """Say whether `facts` has all of `when`; of the three kinds of question any one will do."""
        asked = when & f.QUESTION
        if asked and not facts & asked:
            return False
        return not (when & ~f.QUESTION) & ~facts

    @staticmethod
    def _is_negated(text: Text, clause: int, first: int, negators: list[int]) -> bool:
        """Say whether a negation stands in the clause before word `first`; the "not" of "don't you …?" is none."""
        start = text.clause_starts[clause]
        if text.clause_facts[clause] & f.QUESTION:
            start += _QUESTION_HEAD
        return bisect_left(negators, start) < bisect_left(negators, first)
