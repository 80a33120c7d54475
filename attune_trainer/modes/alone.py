"""Practising alone: a response is assessed and kept in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from attune_trainer.codebook import Reading
from attune_trainer.library.heard import heard_in
from attune_trainer.practice.attempt import Attempt
from attune_trainer.practice.round import Step, land
from attune_trainer.scoring import assess
from attune_trainer.store import save_attempt

if TYPE_CHECKING:
    from datetime import date, datetime

    from attune_trainer.practice.round import Response, Round, Try
    from attune_trainer.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeper:
    """Whose practice it is and where it is kept; `local_date` is the learner's own calendar day."""

    store: Store
    profile_id: str
    local_date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Landed:
    """The round after a response, and whether that response was kept."""

    round: Round
    is_kept: bool


def submit(this: Round, response: Response, now: datetime, keeper: Keeper | None) -> Landed:
    """Assess `response` and keep it; `now` is UTC.

    Own words that cannot be read do not land: the answer stays open and nothing is judged. Nothing is kept without
    a `keeper`, or of a disclosure that needs care. An answer that has landed is not landed again, so a double click
    changes nothing.

    Raises:
        StoreError: it could not be kept; the given round still holds, and calling again is safe.
    """
    if this.step is Step.LAND or response.is_empty:
        return Landed(round=this, is_kept=False)
    assessment = assess(response.words, heard_in(this.scenario))
    if assessment.reading is Reading.UNREAD and assessment.care is None and response.option is None:
        return Landed(round=this, is_kept=False)
    landed = land(this, response, assessment)
    latest = landed.tries[-1]
    if keeper is None or latest.assessment.care:
        return Landed(round=landed, is_kept=False)
    save_attempt(keeper.store, _attempt(landed, latest, now, keeper))
    return Landed(round=landed, is_kept=True)


def _attempt(landed: Round, latest: Try, now: datetime, keeper: Keeper) -> Attempt:
    """Return the record of the try that landed last."""
    scenario, assessment, guess = landed.scenario, latest.assessment, landed.guess
    return Attempt(
        id=latest.attempt_id,
        profile_id=keeper.profile_id,
        round_id=landed.id,
        number=len(landed.tries),
        scenario=scenario.id,
        scenario_hash=scenario.hash,
        level=scenario.level,
        listener_is=scenario.listener_is,
        feelings=tuple(scenario.feelings),
        response=latest.response.words,
        option=latest.response.option,
        reading=latest.reading,
        present=tuple(label for label in assessment.strengths if label in assessment.present),
        depth=assessment.depth,
        points=assessment.points,
        findings=assessment.findings,
        rulebook=assessment.rulebook,
        at=now,
        local_date=keeper.local_date,
        guessed_feelings=guess.feelings if guess else (),
        guessed_hope=guess.hope if guess else None,
    )
