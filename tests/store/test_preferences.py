"""How each person likes the app to be."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from attune_trainer.errors import StoreError
from attune_trainer.store import Preferences, create_profile, preferences_of, save_preferences

if TYPE_CHECKING:
    from attune_trainer.store import Profile, Store

NOW = datetime(2026, 3, 4, 18, 30, tzinfo=UTC)


def test_words_come_first_until_points_are_asked_for(store: Store, anna: Profile) -> None:
    assert preferences_of(store, anna.id) == Preferences(show_points=False, reminders_off=())


def test_what_was_chosen_last_stands(store: Store, anna: Profile) -> None:
    save_preferences(store, anna.id, Preferences(show_points=True))
    save_preferences(store, anna.id, Preferences(show_points=True, reminders_off=("breath",)))

    assert preferences_of(store, anna.id) == Preferences(show_points=True, reminders_off=("breath",))


def test_everyone_chooses_for_themselves(store: Store, anna: Profile) -> None:
    ben = create_profile(store, "Ben", now=NOW)

    save_preferences(store, anna.id, Preferences(show_points=True))

    assert preferences_of(store, ben.id) == Preferences()


def test_a_choice_of_a_deleted_profile_is_refused_in_plain_words(store: Store) -> None:
    with pytest.raises(StoreError, match="This profile was deleted"):
        save_preferences(store, "gone", Preferences())
