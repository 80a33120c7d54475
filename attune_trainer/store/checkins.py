"""Keep check-ins: only the ones a person asked to keep, never scored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from attune_trainer.practice.checkin import CheckIn
from attune_trainer.store.once import insert_once
from attune_trainer.store.tables import checkins

if TYPE_CHECKING:
    from attune_trainer.store.opening import Store


def save_checkin(store: Store, checkin: CheckIn) -> bool:
    """Keep a check-in in one transaction; return False where this id was kept before, which changes nothing.

    Raises:
        StoreError: it could not be kept; what was kept before is safe.
    """
    row = {
        "profile_id": checkin.profile_id,
        "id": checkin.id,
        "round_id": checkin.round_id,
        "feeling": checkin.feeling,
        "body": checkin.body,
        "need": checkin.need,
        "at": checkin.at,
        "local_date": checkin.local_date,
    }
    with store.writing() as connection:
        return insert_once(connection, checkins, row)


def checkins_of(store: Store, profile_id: str) -> tuple[CheckIn, ...]:
    """Return every check-in one profile kept, oldest first."""
    query = select(checkins).where(checkins.c.profile_id == profile_id).order_by(checkins.c.at, checkins.c.id)
    with store.reading() as connection:
        rows = connection.execute(query).all()
    return tuple(
        CheckIn(
            id=row.id,
            profile_id=row.profile_id,
            round_id=row.round_id,
            feeling=row.feeling,
            body=row.body,
            need=row.need,
            at=row.at,
            local_date=row.local_date,
        )
        for row in rows
    )
