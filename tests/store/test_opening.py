"""Opening the place where things are kept, and what is said where it cannot be."""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import subprocess
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import text

from attune_trainer.errors import StoreError
from attune_trainer.settings import database_url as default_url
from attune_trainer.store import attempts_of, create_profile, list_profiles, open_store, save_attempt

if TYPE_CHECKING:
    from attune_trainer.store import Store
    from tests.conftest import MakeAttempt

NOW = datetime(2026, 3, 4, 18, 30, tzinfo=UTC)
posix_only = pytest.mark.skipif(os.name != "posix", reason="file modes and limits are POSIX's")

# Every file this process writes may be this long and no longer: what a full disk is, without filling one.
FILL_UP = """
import resource, sys
from datetime import UTC, datetime
from attune_trainer.errors import StoreError
from attune_trainer.store import create_profile, list_profiles, open_store
store = open_store(sys.argv[1], now=datetime.now(UTC))
size = max(path.stat().st_size for path in store.file.parent.iterdir())
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
kept = 0
try:
    while kept < 10_000:
        create_profile(store, f"profile {kept:05} and a few words to fill it", now=datetime.now(UTC))
        kept += 1
except StoreError as error:
    print(kept, len(list_profiles(store)), error)
"""


def _file(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def test_by_default_it_is_a_file_in_the_data_folder(data_folder: Path) -> None:
    store = open_store(default_url(), now=NOW)
    store.close()

    assert store.file == data_folder / "attune.db"
    assert store.file.is_file()


@posix_only
def test_the_file_and_its_new_folder_are_for_their_owner_only(sqlite_url: str) -> None:
    store = open_store(sqlite_url, now=NOW)
    create_profile(store, "Anna", now=NOW)
    modes = {path.name: path.stat().st_mode & 0o777 for path in _file(sqlite_url).parent.iterdir()}
    store.close()

    assert modes == {"attune.db": 0o600, "attune.db-wal": 0o600, "attune.db-shm": 0o600}
    assert _file(sqlite_url).parent.stat().st_mode & 0o777 == 0o700


@posix_only
def test_a_file_others_could_read_is_closed_to_them(sqlite_url: str) -> None:
    open_store(sqlite_url, now=NOW).close()
    _file(sqlite_url).chmod(0o644)

    open_store(sqlite_url, now=NOW).close()

    assert _file(sqlite_url).stat().st_mode & 0o777 == 0o600


@posix_only
def test_a_folder_that_was_there_keeps_its_mode(sqlite_url: str) -> None:
    _file(sqlite_url).parent.mkdir(mode=0o755)

    open_store(sqlite_url, now=NOW).close()

    assert _file(sqlite_url).parent.stat().st_mode & 0o777 == 0o755


def test_every_connection_waits_keeps_the_rules_and_leaves_no_traces(sqlite_store: Store) -> None:
    names = ("journal_mode", "synchronous", "busy_timeout", "foreign_keys", "secure_delete")

    with sqlite_store.reading() as one, sqlite_store.reading() as two:
        found = [tuple(c.execute(text(f"PRAGMA {name}")).scalar_one() for name in names) for c in (one, two)]

    assert found == [("wal", 2, 5000, 1, 1)] * 2


def test_a_postgres_address_as_hosts_write_it_is_taken(postgres_url: str) -> None:
    for start in ("postgres://", "postgresql://", "postgresql+psycopg://"):
        store = open_store(postgres_url.replace("postgresql://", start), now=NOW)

        assert list_profiles(store) == ()
        store.close()


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("attune.db", "That is not the address of a database. Expected sqlite:///"),
        ("", "That is not the address of a database"),
        ("postgresql://host:notaport/x", "That is not the address of a database"),
        ("mysql://anna:secret@host/x", "Databases of the kind 'mysql' are not used here. Expected sqlite:///"),
        ("sqlite://", "names no file, so nothing would be kept"),
        ("sqlite:///:memory:", "names no file, so nothing would be kept"),
        ("sqlite:///file:attune.db?mode=ro&uri=true", "names no file, so nothing would be kept"),
    ],
)
def test_an_address_that_cannot_be_used_says_what_is_expected(url: str, sentence: str) -> None:
    with pytest.raises(StoreError, match=re.escape(sentence)) as caught:
        open_store(url, now=NOW)

    assert "secret" not in str(caught.value)


def test_a_postgres_that_is_not_there_says_what_to_look_at() -> None:
    with pytest.raises(StoreError, match=r"cannot be reached. See that PostgreSQL is running") as caught:
        open_store("postgresql://anna:secret@127.0.0.1:1/clinic", now=NOW)

    assert "secret" not in str(caught.value)
    assert "'clinic'" in str(caught.value)


def test_a_postgres_database_that_is_not_there_says_to_create_it(postgres_url: str) -> None:
    with pytest.raises(StoreError, match=r"See that PostgreSQL is running, that the database is there"):
        open_store(re.sub(r"/attune_\d+\?", "/nowhere?", postgres_url), now=NOW)


def test_a_connection_the_server_dropped_is_replaced(postgres_url: str) -> None:
    store = open_store(postgres_url, now=NOW)
    anna = create_profile(store, "Anna", now=NOW)
    with psycopg.connect(postgres_url, autocommit=True) as administrator:
        administrator.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )

    assert list_profiles(store) == (anna,)
    store.close()


def test_a_file_where_the_folder_is_expected_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a letter, not a folder", encoding="utf-8")

    with pytest.raises(StoreError, match=r"cannot be opened for writing .* choose another with ATTUNE_DATA_FOLDER"):
        open_store(f"sqlite:///{tmp_path / 'kept' / 'attune.db'}", now=NOW)

    assert (tmp_path / "kept").read_text(encoding="utf-8") == "a letter, not a folder"


def test_a_folder_where_the_file_is_expected_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened for writing"):
        open_store(f"sqlite:///{tmp_path}", now=NOW)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that not even root may write to")
def test_a_folder_that_is_read_only_says_what_to_do() -> None:
    with pytest.raises(StoreError, match=r"/proc/attune.db cannot be opened for writing .* Nothing that was kept"):
        open_store("sqlite:////proc/attune.db", now=NOW)


def test_a_file_that_turned_read_only_says_what_to_do(sqlite_store: Store, make_attempt: MakeAttempt) -> None:
    anna = create_profile(sqlite_store, "Anna", now=NOW)
    with sqlite_store.reading() as connection:
        # What SQLite itself answers where the file system is mounted read-only.
        connection.execute(text("PRAGMA query_only=ON"))

    with pytest.raises(StoreError, match=r"Nothing can be written to .* Allow writing to the file"):
        save_attempt(sqlite_store, make_attempt(profile_id=anna.id))

    assert list_profiles(sqlite_store) == (anna,)


def test_a_file_that_is_no_database_is_left_as_it_is(sqlite_url: str) -> None:
    _file(sqlite_url).parent.mkdir()
    _file(sqlite_url).write_bytes(b"Dear diary, " * 500)

    with pytest.raises(StoreError, match=r"is not a database of Attune Trainer. Move that file somewhere else"):
        open_store(sqlite_url, now=NOW)

    assert _file(sqlite_url).read_bytes() == b"Dear diary, " * 500


def test_a_damaged_file_points_to_the_copies(sqlite_url: str) -> None:
    open_store(sqlite_url, now=NOW).close()
    whole = _file(sqlite_url).read_bytes()
    _file(sqlite_url).write_bytes(whole[:100] + b"\x00" * (len(whole) - 100))

    with pytest.raises(StoreError, match=r"is damaged. Stop Attune Trainer, keep a copy"):
        open_store(sqlite_url, now=NOW)


def test_a_file_another_program_holds_says_so_and_works_again_after(
    sqlite_url: str, make_attempt: MakeAttempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("attune_trainer.store.engine._WAIT_MS", 50)
    store = open_store(sqlite_url, now=NOW)
    anna = create_profile(store, "Anna", now=NOW)
    attempt = make_attempt(profile_id=anna.id)
    with contextlib.closing(sqlite3.connect(_file(sqlite_url), isolation_level=None)) as another_program:
        another_program.execute("BEGIN IMMEDIATE")

        with pytest.raises(StoreError, match=r"Another program is using .*attune.db"):
            save_attempt(store, attempt)

    assert save_attempt(store, attempt)
    assert attempts_of(store, anna.id) == (attempt,)
    store.close()


@posix_only
def test_a_disk_without_room_says_so_and_keeps_what_was_kept(sqlite_url: str) -> None:
    filled = subprocess.run([sys.executable, "-c", FILL_UP, sqlite_url], capture_output=True, text=True, check=True)
    store = open_store(sqlite_url, now=NOW)
    found = len(list_profiles(store))
    create_profile(store, "there is room again", now=NOW)
    store.close()

    kept, listed, sentence = filled.stdout.split(maxsplit=2)
    assert 0 < int(kept) < 10_000
    assert int(kept) == int(listed) == found
    assert "has room, then try once more. Nothing that was kept before is lost." in sentence


def test_a_full_database_says_to_free_some_space(sqlite_store: Store, make_attempt: MakeAttempt) -> None:
    anna = create_profile(sqlite_store, "Anna", now=NOW)
    with sqlite_store.reading() as connection:
        connection.execute(text("PRAGMA max_page_count=1"))

    with pytest.raises(StoreError, match=r"There is no room left on the disk that holds .* Free some space"):
        save_attempt(sqlite_store, make_attempt(profile_id=anna.id, response="x" * 100_000))

    assert anna in list_profiles(sqlite_store)


def test_neither_errors_nor_logs_repeat_what_was_written(
    store: Store, make_attempt: MakeAttempt, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    attempt = make_attempt(profile_id="gone", response="nobody came to the funeral")

    with pytest.raises(StoreError) as caught:
        save_attempt(store, attempt)

    assert "funeral" not in "".join(traceback.format_exception(caught.value))
    assert "funeral" not in caplog.text
    assert caplog.text != ""
