"""The weights: how much each piece of evidence adds to or takes from each label."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

from attune_trainer.codebook import MOVES, Certainty, Label, Move

if TYPE_CHECKING:
    from collections.abc import Mapping

LABELS = tuple(Label)
Row = tuple[float, float, float, float, float, float]
NOTHING: Row = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
UNFITTED = {Certainty.CLEAR: 2.5, Certainty.LIKELY: 1.5, Certainty.WORTH_A_LOOK: 0.5}


# A row as one integer, six fixed-point numbers side by side: a hundred rows are summed by C, in any order, exactly.
_STEPS = 10_000
_WIDTH = 40
_HALF = 1 << (_WIDTH - 1)


@dataclass(frozen=True, kw_only=True)
class Weights:
    """One row of six weights (in the order of `LABELS`) by evidence id, a bias and a threshold a label.

    `thresholds` are on the strength (0..1). `certainties` are the ones fitting found lower than their author's.
    """

    bias: Row
    thresholds: Row
    rows: Mapping[str, Row]
    certainties: Mapping[str, Certainty]
    depth_bias: float = 0.0
    depth: Mapping[str, float]

    @cached_property
    def packed(self) -> dict[str, int]:
        """Return every row as `pack` does, for summing."""
        return {name: pack(row) for name, row in self.rows.items()}

    def row(self, name: str, move: Move, certainty: Certainty) -> Row:
        """Return the weights of one piece of evidence; what was never fitted weighs as its author guessed."""
        found = self.rows.get(name)
        return unfitted_row(move, certainty) if found is None else found


def unfitted_row(move: Move, certainty: Certainty) -> Row:
    """Return the weights of evidence for `move` before anything was fitted: on its own label only."""
    label = MOVES[move].label
    return cast("Row", tuple(UNFITTED[certainty] if label is each else 0.0 for each in LABELS))


def pack(row: Row) -> int:
    """Return `row` as one integer; sums of these are taken apart by `unpack`. Keeps four decimals."""
    return sum(round(weight * _STEPS) << (_WIDTH * number) for number, weight in enumerate(row))


def unpack(total: int) -> list[float]:
    """Return the six sums that a sum of packed rows holds."""
    parts: list[float] = []
    for _ in LABELS:
        part = ((total + _HALF) & (2 * _HALF - 1)) - _HALF
        parts.append(part / _STEPS)
        total = (total - part) >> _WIDTH
    return parts
