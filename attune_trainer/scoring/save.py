"""Writes weights in the form `load` reads: one line an evidence id, every weight to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attune_trainer.scoring.weights import LABELS

if TYPE_CHECKING:
    from attune_trainer.scoring.weights import Row, Weights

NO_WEIGHT = '""'
_HEAD = """\
# Written by `attune-trainer fit`. How much each piece of evidence adds to or takes from a label, before the logistic.
# Rules and forms are named as in their files; `move.…`, `<label>.…`, `shape.…` and `heard.…` are facts of the whole.
"""


def as_yaml(weights: Weights) -> str:
    """Return `weights` as the text of `weights.yaml`."""
    lines = [_HEAD.rstrip()]
    lines.append(f"bias: {_pairs(weights.bias)}")
    lines.append(f"thresholds: {_pairs(weights.thresholds)}")
    lines.append("weights:")
    lines.extend(f"  {name}: {_pairs(row)}" for name, row in sorted(weights.rows.items()))
    lines.append("certainties:" if weights.certainties else "certainties: {}")
    lines.extend(f"  {name}: {certainty}" for name, certainty in sorted(weights.certainties.items()))
    lines.append(f"depth_bias: {weights.depth_bias}")
    lines.append("depth:" if weights.depth else "depth: {}")
    lines.extend(f"  {name}: {value}" for name, value in sorted(weights.depth.items()))
    return "\n".join(lines) + "\n"


def _pairs(row: Row) -> str:
    return " ".join(f"{label}={value:g}" for label, value in zip(LABELS, row, strict=True) if value) or NO_WEIGHT
