"""Who is practising: one profile a name, deleted for good when asked."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from attune_trainer.errors import StoreError
from attune_trainer.store.once import insert_once
from attune_trainer.store.sqlite_file import erase_traces
from attune_trainer.store.tables import profiles

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.engine import Row

    from attune_trainer.store.opening import Store

LONGEST_NAME = 60
_TAKEN = "That name is already here. Pick it from the list, or add something to tell the two apart."
# Invisible marks that turn the direction of everything after them, the rest of the list included.
_TURNS_TEXT = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One person who practises here."""

    id: str
    name: str
    created_at: datetime


def create_profile(store: Store, name: str, *, now: datetime) -> Profile:
    """Keep a new profile and return it.

    The name is trimmed; it may be in any script and is unique whatever its capitals.

    Raises:
        StoreError: the name is empty, too long or taken, or nothing could be written.
    """
    cleaned = clean_name(name)
    profile = Profile(id=str(uuid4()), name=cleaned, created_at=now)
    row = {"id": profile.id, "name": cleaned, "name_key": _key(cleaned), "created_at": now}
    with store.writing() as connection:
        if not insert_once(connection, profiles, row):
            raise StoreError(_TAKEN)
    return profile


def list_profiles(store: Store) -> tuple[Profile, ...]:
    """Return every profile, by name."""
    with store.reading() as connection:
        rows = connection.execute(select(profiles)).all()
    return tuple(sorted(map(_profile, rows), key=lambda profile: _key(profile.name)))


def find_profile(store: Store, profile_id: str) -> Profile | None:
    """Return the profile, or None where it was deleted."""
    with store.reading() as connection:
        row = connection.execute(select(profiles).where(profiles.c.id == profile_id)).one_or_none()
    return None if row is None else _profile(row)


def rename_profile(store: Store, profile_id: str, name: str) -> None:
    """Give a profile another name, under the rules of `create_profile`; a deleted profile stays deleted.

    Raises:
        StoreError: the name is empty, too long or taken, or nothing could be written.
    """
    cleaned = clean_name(name)
    change = update(profiles).where(profiles.c.id == profile_id).values(name=cleaned, name_key=_key(cleaned))
    with store.writing() as connection:
        try:
            connection.execute(change)
        except IntegrityError:
            raise StoreError(_TAKEN) from None


def delete_profile(store: Store, profile_id: str) -> None:
    """Delete a profile and everything it kept, for good: from the tables, the log and the copies beside the file.

    On PostgreSQL the server's own backups are out of our reach.

    Raises:
        StoreError: nothing was deleted, or an older copy could not be changed; the sentence says which.
    """
    with store.writing() as connection:
        connection.execute(delete(profiles).where(profiles.c.id == profile_id))
    if store.file is not None:
        erase_traces(store.file, profile_id)


def clean_name(name: str) -> str:
    """Return the name as it is kept: composed, without control characters, spaces made single and trimmed.

    Raises:
        StoreError: nothing that can be seen is left, or more than 60 characters are.
    """
    spaced = "".join(" " if character.isspace() else character for character in unicodedata.normalize("NFC", name))
    kept = "".join(
        character
        for character in spaced
        if unicodedata.category(character) not in {"Cc", "Cs"} and character not in _TURNS_TEXT
    )
    cleaned = " ".join(kept.split())
    if not any(unicodedata.category(character)[0] in "LNPSM" for character in cleaned):
        raise StoreError("A name needs at least one letter or sign. What would you like to be called?")
    if len(cleaned) > LONGEST_NAME:
        raise StoreError(
            f"That name is {len(cleaned)} characters long; up to {LONGEST_NAME} fit. A short form will do."
        )
    return cleaned


def _key(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _profile(row: Row[tuple[object, ...]]) -> Profile:
    return Profile(id=row.id, name=row.name, created_at=row.created_at)
