"""The record of one scored response: what the store keeps and progress reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from attune_trainer.codebook import Hope, Label, Reading
    from attune_trainer.scoring.assessment import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One response and how it was read.

    `id` is made by the page when the answer is opened, so that a double click writes it once. `round_id`
    joins the tries of one round; `number` counts them from 1. `option` is the index of the picked option in the
    scenario file, None for a written response. `reading` is what the learner saw: the author's for a picked
    option, the scorer's for a written one. `at` is UTC; `local_date` is the learner's own calendar day.
    """

    id: str
    profile_id: str
    round_id: str
    number: int
    scenario: str
    scenario_hash: str
    level: int
    listener_is: str
    feelings: tuple[str, ...]
    response: str
    option: int | None
    reading: Reading
    present: tuple[Label, ...]
    depth: int
    points: int | None
    findings: tuple[Finding, ...]
    rulebook: str
    at: datetime
    local_date: date
    guessed_feelings: tuple[str, ...] = ()
    guessed_hope: Hope | None = None
