"""What the scorer says of one response: ids, spans and certainties only; words come from `explain`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from attune_trainer.codebook import Certainty, Label, Move, Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attune_trainer.text.span import Span


class Care(StrEnum):
    """The kinds of disclosure that stop scoring and show the help card."""

    SELF_HARM = "self_harm"
    VIOLENCE = "violence"
    COERCION = "coercion"


class Finding(NamedTuple):
    """One move seen in the response; `label` is None for an unscored move."""

    rule: str
    move: Move
    label: Label | None
    span: Span
    certainty: Certainty


class Line(NamedTuple):
    """One visible line of the sum behind `Assessment.points`."""

    reason: str
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The scorer's reading of one response.

    `strengths` maps each label to 0..1; `depth` is 0, 1 or 2; `points` is 0..10, the sum of `lines`
    held inside that range, or None where nothing was scored; `rulebook` is the hash of rules and weights.
    """

    findings: tuple[Finding, ...] = ()
    strengths: Mapping[Label, float] = field(default_factory=dict)
    present: frozenset[Label] = frozenset()
    reading: Reading = Reading.UNREAD
    depth: int = 0
    points: int | None = None
    lines: tuple[Line, ...] = ()
    care: Care | None = None
    rulebook: str = ""
