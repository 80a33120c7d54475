"""All rules together, compiled once: what `match` runs and `explain` quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attune_trainer.rules.automaton import Automaton
from attune_trainer.rules.pattern import read_pattern
from attune_trainer.rules.starts import Starts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Sequence as Many

    from attune_trainer.codebook import Move
    from attune_trainer.rules.lexicon import Lexicon
    from attune_trainer.rules.pattern import Pattern
    from attune_trainer.rules.rule import Rule, RuleFile


class Rulebook:
    """The rules in a fixed order, their lexicon and their automaton.

    `rules[n]` is rule number n; `owner[p]` is the rule of pattern p, or `~n` where p is what rule n keeps apart from.
    """

    def __init__(self, files: Many[RuleFile], lexicon: Lexicon, patterns: Many[tuple[Pattern, ...]]) -> None:
        """Compile `patterns`: two entries a rule, its own and its `apart_from`."""
        self.files: Mapping[Move, RuleFile] = {each.move: each for each in files}
        self.rules: tuple[Rule, ...] = tuple(rule for each in files for rule in each.rules)
        self.lexicon = lexicon
        self.owner = [
            ~(number // 2) if number % 2 else number // 2 for number, listed in enumerate(patterns) for _ in listed
        ]
        self._written = [text for rule in self.rules for text in (*rule.patterns, *rule.apart_from)]
        self._starts: dict[int, Starts] = {}
        self.automaton = Automaton(pattern for listed in patterns for pattern in listed)
        self.hash = self._hash()

    def starts(self, number: int) -> Starts:
        """Return what finds the starts of pattern `number`; read again when its end is first seen, most never are."""
        found = self._starts.get(number)
        if found is None:
            found = self._starts[number] = Starts(read_pattern(self._written[number]))
        return found

    def _hash(self) -> str:
        digest = self.lexicon.digest.copy()
        for rule in self.rules:
            parts = (rule.id, rule.certainty, rule.patterns, rule.when, rule.either, rule.unless, rule.apart_from)
            digest.update(repr(parts).encode())
        return digest.hexdigest()[:12]
