"""How often each rule fires on labelled responses, and how often it is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attune_trainer.codebook import MOVES
from attune_trainer.rules.load import load_rulebook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attune_trainer.evaluate.judge import Example


class RuleRecord(NamedTuple):
    """One rule: on how many items its label was judged and it fired, and on how many of those it was right."""

    rule: str
    fired: int
    right: int

    def __str__(self) -> str:
        """Return one line: what never fires, or is wrong more often than right, says so."""
        if not self.fired:
            return f"  {self.rule:45} never fires"
        doubt = "  wrong more often than right" if self.right * 2 < self.fired else ""
        return f"  {self.rule:45} {self.right:5} of {self.fired:5} right{doubt}"


def rule_records(examples: Sequence[Example]) -> list[RuleRecord]:
    """Return one record a rule, in the order of the rulebook; an unscored move is judged by the coder's moves."""
    fired: dict[str, int] = {}
    right: dict[str, int] = {}
    moves = {rule.id: rule.move for rule in load_rulebook().rules}
    for each in examples:
        for name in each.observed.names if each.observed else ():
            if name not in moves:
                continue
            label = MOVES[moves[name]].label
            if label is not None and label not in each.item.labels:
                continue
            found = moves[name] in each.item.moves if label is None else each.item.labels[label]
            fired[name] = fired.get(name, 0) + 1
            right[name] = right.get(name, 0) + found
    return [RuleRecord(name, fired.get(name, 0), right.get(name, 0)) for name in moves]
