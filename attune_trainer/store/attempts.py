"""Keep attempts: written once at submit, read back as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from sqlalchemy import select

from attune_trainer.codebook import Certainty, Hope, Label, Move, Reading
from attune_trainer.errors import StoreError
from attune_trainer.practice.attempt import Attempt
from attune_trainer.scoring.assessment import Finding
from attune_trainer.store.once import insert_once
from attune_trainer.store.tables import attempts
from attune_trainer.text.span import Span

if TYPE_CHECKING:
    from sqlalchemy.engine import Row

    from attune_trainer.store.opening import Store


class _KeptFinding(TypedDict):
    rule: str
    move: str
    label: str | None
    start: int
    end: int
    certainty: str


def save_attempt(store: Store, attempt: Attempt) -> bool:
    """Keep an attempt in one transaction; return False where this id was kept before, which changes nothing.

    Raises:
        StoreError: it could not be kept; what was kept before is safe.
    """
    row = {
        "profile_id": attempt.profile_id,
        "id": attempt.id,
        "round_id": attempt.round_id,
        "number": attempt.number,
        "scenario": attempt.scenario,
        "scenario_hash": attempt.scenario_hash,
        "level": attempt.level,
        "listener_is": attempt.listener_is,
        "feelings": list(attempt.feelings),
        "response": attempt.response,
        "option": attempt.option,
        "reading": attempt.reading.value,
        "present": [label.value for label in attempt.present],
        "depth": attempt.depth,
        "points": attempt.points,
        "findings": [_keep(finding) for finding in attempt.findings],
        "rulebook": attempt.rulebook,
        "at": attempt.at,
        "local_date": attempt.local_date,
        "guessed_feelings": list(attempt.guessed_feelings),
        "guessed_hope": None if attempt.guessed_hope is None else attempt.guessed_hope.value,
    }
    with store.writing() as connection:
        return insert_once(connection, attempts, row)


def attempts_of(store: Store, profile_id: str) -> tuple[Attempt, ...]:
    """Return every attempt of one profile, oldest first.

    Raises:
        StoreError: they cannot be read, or were written by a newer version with words this one does not know.
    """
    query = (
        select(attempts)
        .where(attempts.c.profile_id == profile_id)
        .order_by(attempts.c.at, attempts.c.number, attempts.c.id)
    )
    with store.reading() as connection:
        rows = connection.execute(query).all()
    try:
        return tuple(map(_attempt, rows))
    except ValueError:
        raise StoreError(
            f"{store.place} holds attempts of a newer version of Attune Trainer. Install the newer version to see "
            "them. Nothing was changed."
        ) from None


def _keep(finding: Finding) -> _KeptFinding:
    return {
        "rule": finding.rule,
        "move": finding.move.value,
        "label": None if finding.label is None else finding.label.value,
        "start": finding.span.start,
        "end": finding.span.end,
        "certainty": finding.certainty.value,
    }


def _finding(kept: _KeptFinding) -> Finding:
    label = kept["label"]
    return Finding(
        rule=kept["rule"],
        move=Move(kept["move"]),
        label=None if label is None else Label(label),
        span=Span(kept["start"], kept["end"]),
        certainty=Certainty(kept["certainty"]),
    )


def _attempt(row: Row[tuple[object, ...]]) -> Attempt:
    return Attempt(
        id=row.id,
        profile_id=row.profile_id,
        round_id=row.round_id,
        number=row.number,
        scenario=row.scenario,
        scenario_hash=row.scenario_hash,
        level=row.level,
        listener_is=row.listener_is,
        feelings=tuple(row.feelings),
        response=row.response,
        option=row.option,
        reading=Reading(row.reading),
        present=tuple(map(Label, row.present)),
        depth=row.depth,
        points=row.points,
        findings=tuple(map(_finding, row.findings)),
        rulebook=row.rulebook,
        at=row.at,
        local_date=row.local_date,
        guessed_feelings=tuple(row.guessed_feelings),
        guessed_hope=None if row.guessed_hope is None else Hope(row.guessed_hope),
    )
