"""Keep what people wrote: SQLite by default, PostgreSQL by address; tables never leave this package."""

from __future__ import annotations

from attune_trainer.store.attempts import attempts_of, save_attempt
from attune_trainer.store.checkins import checkins_of, save_checkin
from attune_trainer.store.opening import Store, open_store
from attune_trainer.store.preferences import Preferences, preferences_of, save_preferences
from attune_trainer.store.profiles import (
    Profile,
    create_profile,
    delete_profile,
    find_profile,
    list_profiles,
    rename_profile,
)

__all__ = [
    "Preferences",
    "Profile",
    "Store",
    "attempts_of",
    "checkins_of",
    "create_profile",
    "delete_profile",
    "find_profile",
    "list_profiles",
    "open_store",
    "preferences_of",
    "rename_profile",
    "save_attempt",
    "save_checkin",
    "save_preferences",
]
