"""Reads `weights.yaml`, the figures that fitting wrote."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import cast

from attune_trainer.codebook import Certainty
from attune_trainer.errors import ContentError, Problem
from attune_trainer.scoring.weights import LABELS, NOTHING, Row, Weights
from attune_trainer.yaml_source import read_source

WEIGHTS_FILE = Path(__file__).with_name("weights.yaml")
_UNFITTED = Weights(bias=(-2.0,) * 6, thresholds=(0.5,) * 6, rows={}, certainties={}, depth={})


@cache
def load_weights() -> Weights:
    """Return the weights that travel with the package.

    Raises:
        ContentError: the file cannot be read or is not what `fit` writes.
    """
    return read_weights(WEIGHTS_FILE) if WEIGHTS_FILE.exists() else _UNFITTED


def read_weights(path: Path) -> Weights:
    """Return the weights in `path`: bias, thresholds, and one line of `label=weight` pairs an evidence id.

    Raises:
        ContentError: the file cannot be read or is not what `fit` writes.
    """
    data = read_source(path).data
    try:
        named = cast("dict[str, dict[str, str]]", data)
        return Weights(
            bias=_row(str(named["bias"])),
            thresholds=_row(str(named["thresholds"])),
            rows={name: _row(pairs) for name, pairs in named["weights"].items()},
            certainties={name: Certainty(value) for name, value in (named.get("certainties") or {}).items()},
            depth_bias=float(str(named["depth_bias"])),
            depth={name: float(value) for name, value in named["depth"].items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        message = f"expected what `attune-trainer fit` writes; found a problem at {error}"
        raise ContentError([Problem(str(path), 1, 1, message)]) from error


def _row(pairs: str) -> Row:
    """Return the row of `dismissing=0.5 fixing=-1.2`; a label that is not named weighs nothing."""
    row = list(NOTHING)
    labels = [str(label) for label in LABELS]
    for pair in pairs.split():
        label, _, weight = pair.partition("=")
        row[labels.index(label)] = float(weight)
    return cast("Row", tuple(row))
