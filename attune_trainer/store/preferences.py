"""Keep how each person likes the app to be."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from attune_trainer.store.once import insert_or_replace
from attune_trainer.store.tables import preferences

if TYPE_CHECKING:
    from attune_trainer.store.opening import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What one person chose. Words come first, so points and depth are off until asked for.

    `reminders_off` names the reminders around a round this person does not want to see.
    """

    show_points: bool = False
    reminders_off: tuple[str, ...] = ()


def preferences_of(store: Store, profile_id: str) -> Preferences:
    """Return what the profile chose; what it never chose is as it comes."""
    query = select(preferences.c.chosen).where(preferences.c.profile_id == profile_id)
    with store.reading() as connection:
        chosen = connection.execute(query).scalar_one_or_none() or {}
    plain = Preferences()
    return Preferences(
        show_points=chosen.get("show_points", plain.show_points),
        reminders_off=tuple(chosen.get("reminders_off", plain.reminders_off)),
    )


def save_preferences(store: Store, profile_id: str, chosen: Preferences) -> None:
    """Keep what the profile chose, in place of what it chose before.

    Raises:
        StoreError: it could not be kept; the choice made before stands.
    """
    with store.writing() as connection:
        insert_or_replace(connection, preferences, {"profile_id": profile_id, "chosen": asdict(chosen)})
