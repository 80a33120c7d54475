"""Check-ins that were asked to be kept."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from attune_trainer.practice.checkin import CheckIn
from attune_trainer.store import checkins_of, create_profile, save_checkin

if TYPE_CHECKING:
    from attune_trainer.store import Profile, Store

NOW = datetime(2026, 3, 4, 18, 30, tzinfo=UTC)


def _checkin(profile_id: str) -> CheckIn:
    return CheckIn(
        id="one",
        profile_id=profile_id,
        round_id="round-1",
        feeling="tired, and something like hope",
        body="jaw",
        need="quiet 🌿",
        at=NOW,
        local_date=NOW.date(),
    )


def test_a_checkin_comes_back_as_it_was(store: Store, anna: Profile) -> None:
    assert save_checkin(store, _checkin(anna.id))
    assert checkins_of(store, anna.id) == (_checkin(anna.id),)


def test_a_double_click_keeps_a_checkin_once(store: Store, anna: Profile) -> None:
    assert [save_checkin(store, _checkin(anna.id)), save_checkin(store, _checkin(anna.id))] == [True, False]
    assert len(checkins_of(store, anna.id)) == 1


def test_nobody_reads_the_checkins_of_another(store: Store, anna: Profile) -> None:
    ben = create_profile(store, "Ben", now=NOW)
    save_checkin(store, _checkin(anna.id))

    assert checkins_of(store, ben.id) == ()
