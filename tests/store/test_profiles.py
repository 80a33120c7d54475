"""Who is practising."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.engine import make_url

from attune_trainer.errors import StoreError
from attune_trainer.practice.checkin import CheckIn
from attune_trainer.store import (
    attempts_of,
    checkins_of,
    create_profile,
    delete_profile,
    find_profile,
    list_profiles,
    open_store,
    rename_profile,
    save_attempt,
    save_checkin,
)
from attune_trainer.store.migrate import migrate

if TYPE_CHECKING:
    from attune_trainer.store import Profile, Store
    from tests.conftest import MakeAttempt

NOW = datetime(2026, 3, 4, 18, 30, tzinfo=UTC)


def test_a_profile_is_found_again(store: Store) -> None:
    anna = create_profile(store, "Anna", now=NOW)

    assert (anna.name, anna.created_at) == ("Anna", NOW)
    assert find_profile(store, anna.id) == anna
    assert list_profiles(store) == (anna,)


def test_profiles_come_by_name_whatever_their_capitals(store: Store) -> None:
    for name in ("zoe", "Ben", "anna"):
        create_profile(store, name, now=NOW)

    assert [profile.name for profile in list_profiles(store)] == ["anna", "Ben", "zoe"]


def test_a_profile_nobody_made_is_not_found(store: Store) -> None:
    assert find_profile(store, "nobody") is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Anna \t Maria\n", "Anna Maria"),
        ("Zoë", "Zoë"),
        ("אורה", "אורה"),
        ("王秀英", "王秀英"),
        ("नेहा", "नेहा"),
        ("\N{WOMAN}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}", "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}"),
        ("An\x00na\x1b", "Anna"),
        ("\u202eannA", "annA"),
        ("x" * 60, "x" * 60),
        ("Robert'); DROP TABLE profiles;--", "Robert'); DROP TABLE profiles;--"),
    ],
)
def test_a_name_in_any_script_is_trimmed_and_kept(store: Store, typed: str, kept: str) -> None:
    profile = create_profile(store, typed, now=NOW)

    found = find_profile(store, profile.id)
    assert found is not None
    assert found.name == kept


@pytest.mark.parametrize("name", ["", "   ", "\x00", "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH JOINER}", "\n\t"])
def test_a_name_nobody_can_see_is_refused(store: Store, name: str) -> None:
    with pytest.raises(StoreError, match="A name needs at least one letter or sign"):
        create_profile(store, name, now=NOW)


def test_a_name_of_sixty_one_characters_is_refused_without_repeating_it(store: Store) -> None:
    with pytest.raises(StoreError, match="61 characters long; up to 60 fit") as caught:
        create_profile(store, "q" * 61, now=NOW)

    assert "qq" not in str(caught.value)


def test_a_name_that_grows_when_compared_still_fits(store: Store) -> None:
    longest = "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 60

    assert create_profile(store, longest, now=NOW).name == longest


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Anna", " ANNA "),
        ("Straße", "STRASSE"),
        ("Zoe\N{COMBINING DIAERESIS}", "zoë"),
        ("Ψυχή", "ΨΥΧΉ"),
        ("ＡＢ", "ab"),
    ],
)
def test_the_same_name_in_other_letters_is_taken(store: Store, first: str, second: str) -> None:
    create_profile(store, first, now=NOW)

    with pytest.raises(StoreError, match="That name is already here"):
        create_profile(store, second, now=NOW)

    assert len(list_profiles(store)) == 1


def test_a_profile_can_be_renamed(store: Store, anna: Profile) -> None:
    rename_profile(store, anna.id, "ANNA ")

    assert [profile.name for profile in list_profiles(store)] == ["ANNA"]


def test_a_profile_is_not_renamed_to_a_taken_name(store: Store, anna: Profile) -> None:
    create_profile(store, "Ben", now=NOW)

    with pytest.raises(StoreError, match="That name is already here"):
        rename_profile(store, anna.id, "ben")

    assert [profile.name for profile in list_profiles(store)] == ["Anna", "Ben"]


def test_deleting_a_profile_takes_everything_of_it_and_nothing_else(
    store: Store, anna: Profile, make_attempt: MakeAttempt
) -> None:
    ben = create_profile(store, "Ben", now=NOW)
    for profile in (anna, ben):
        save_attempt(store, make_attempt(profile_id=profile.id))
        save_checkin(
            store,
            CheckIn(id="c", profile_id=profile.id, round_id=None, feeling="sad", at=NOW, local_date=NOW.date()),
        )

    delete_profile(store, anna.id)

    assert list_profiles(store) == (ben,)
    assert (attempts_of(store, anna.id), checkins_of(store, anna.id)) == ((), ())
    assert (len(attempts_of(store, ben.id)), len(checkins_of(store, ben.id))) == (1, 1)


def test_the_name_of_a_deleted_profile_is_free_again(store: Store, anna: Profile) -> None:
    delete_profile(store, anna.id)

    assert create_profile(store, "Anna", now=NOW).id != anna.id


def test_deleting_twice_is_no_trouble(store: Store, anna: Profile) -> None:
    delete_profile(store, anna.id)
    delete_profile(store, anna.id)

    assert list_profiles(store) == ()


def test_deleted_words_are_gone_from_every_file(sqlite_url: str, make_attempt: MakeAttempt) -> None:
    url = make_url(sqlite_url)
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    file.parent.mkdir(parents=True)
    migrate(url, now=NOW, to="0001")
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("INSERT INTO profiles VALUES ('anna', 'Anna', 'anna', '2026-03-04 18:30:00.000000')")
    store = open_store(sqlite_url, now=NOW)
    other_window = open_store(sqlite_url, now=NOW)
    secret = "nobody came to the funeral"  # noqa: S105 - words, not a password
    save_attempt(store, make_attempt(profile_id="anna", response=secret))
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("VACUUM INTO ?", (str(file.with_name("attune-before-0003-20260304T183000Z.db")),))
    assert len(attempts_of(other_window, "anna")) == 1
    before = [path.name for path in file.parent.iterdir() if secret.encode() in path.read_bytes()]

    delete_profile(store, "anna")

    after = [path.name for path in file.parent.iterdir() if secret.encode() in path.read_bytes()]
    names = [path.name for path in file.parent.iterdir() if b"Anna" in path.read_bytes()]
    store.close()
    other_window.close()
    assert "attune-before-0003-20260304T183000Z.db" in before
    assert (after, names) == ([], [])


def test_an_older_copy_that_cannot_be_changed_is_named(sqlite_store: Store) -> None:
    anna = create_profile(sqlite_store, "Anna", now=NOW)
    assert sqlite_store.file is not None
    copy = sqlite_store.file.with_name("attune-before-0001-20250101T000000Z.db")
    copy.write_bytes(b"not a database, whatever its name says" * 40)

    with pytest.raises(StoreError, match=r"The profile is deleted, but the older copy .*attune-before-0001"):
        delete_profile(sqlite_store, anna.id)

    assert list_profiles(sqlite_store) == ()
