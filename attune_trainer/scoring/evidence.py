"""One thing seen in a response that speaks for a move, from a rule or from a fact of form."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from attune_trainer.codebook import Certainty, Move


class Evidence(NamedTuple):
    """`id` names the rule or the fact; `first` and `last` are word numbers, both included."""

    id: str
    move: Move
    certainty: Certainty
    first: int
    last: int
    depth: int = 1
