"""From one version of the tables to the next."""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.engine import make_url

from attune_trainer.errors import StoreError
from attune_trainer.store import list_profiles, open_store
from attune_trainer.store.address import read_address
from attune_trainer.store.engine import make_migrating_engine
from attune_trainer.store.migrate import VERSION_TABLE, migrate
from attune_trainer.store.tables import metadata

if TYPE_CHECKING:
    from attune_trainer.store import Store

NOW = datetime(2026, 3, 4, 18, 30, tzinfo=UTC)
ADD_BEN = "INSERT INTO profiles (id, name, name_key, created_at) VALUES ('ben', 'Ben', 'ben', '2026-01-01 00:00:00')"

OPEN_WHEN_TOLD = """
import sys
from datetime import UTC, datetime
from attune_trainer.store import create_profile, open_store
print("ready", flush=True)
sys.stdin.readline()
store = open_store(sys.argv[1], now=datetime.now(UTC))
create_profile(store, sys.argv[2], now=datetime.now(UTC))
store.close()
"""


def _file(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def _start(url: str, name: str) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", OPEN_WHEN_TOLD, url, name]
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def _older(url: str) -> None:
    """Make a database as the first version left it, with one profile in it."""
    if url.startswith("sqlite"):
        _file(url).parent.mkdir(parents=True, exist_ok=True)
    address = read_address(url)
    migrate(address, now=NOW, to="0001")
    engine = make_migrating_engine(address)
    with engine.begin() as connection:
        connection.execute(text(ADD_BEN))
    engine.dispose()


def test_the_migrations_make_exactly_the_tables_the_code_uses(store: Store) -> None:
    with store.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": VERSION_TABLE, "compare_type": True, "target_metadata": metadata}
        )

        assert compare_metadata(context, metadata) == []


def test_opening_twice_changes_nothing(database_url: str) -> None:
    open_store(database_url, now=NOW).close()
    store = open_store(database_url, now=NOW)

    assert list_profiles(store) == ()
    store.close()


def test_an_older_database_is_brought_up_and_keeps_what_it_held(database_url: str) -> None:
    _older(database_url)

    store = open_store(database_url, now=NOW)

    assert [profile.name for profile in list_profiles(store)] == ["Ben"]
    with store.reading() as connection:
        assert connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar_one() == "0002"  # noqa: S608
    store.close()


def test_an_older_file_is_copied_before_it_changes(sqlite_url: str) -> None:
    _older(sqlite_url)

    open_store(sqlite_url, now=NOW).close()

    copy = _file(sqlite_url).with_name("attune-before-0002-20260304T183000Z.db")
    with contextlib.closing(sqlite3.connect(copy)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        names = connection.execute("SELECT name FROM profiles").fetchall()
    assert tables == {"profiles", "attempts", VERSION_TABLE}
    assert names == [("Ben",)]


def test_the_copy_holds_what_is_still_in_the_write_ahead_log(sqlite_url: str) -> None:
    _older(sqlite_url)
    with contextlib.closing(sqlite3.connect(_file(sqlite_url), isolation_level=None)) as another_program:
        another_program.execute("UPDATE profiles SET name = 'Benjamin'")
        open_store(sqlite_url, now=NOW).close()

    copy = _file(sqlite_url).with_name("attune-before-0002-20260304T183000Z.db")
    with contextlib.closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT name FROM profiles").fetchall() == [("Benjamin",)]


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_the_copy_is_as_private_as_the_file(sqlite_url: str) -> None:
    _older(sqlite_url)

    open_store(sqlite_url, now=NOW).close()

    copy = _file(sqlite_url).with_name("attune-before-0002-20260304T183000Z.db")
    assert copy.stat().st_mode & 0o777 == 0o600


def test_a_fresh_file_is_not_copied(sqlite_url: str) -> None:
    open_store(sqlite_url, now=NOW).close()
    open_store(sqlite_url, now=NOW).close()

    assert [path.name for path in _file(sqlite_url).parent.iterdir()] == ["attune.db"]


def test_without_a_copy_nothing_is_changed(sqlite_url: str) -> None:
    _older(sqlite_url)
    in_the_way = _file(sqlite_url).with_name("attune-before-0002-20260304T183000Z.db.unfinished")
    (in_the_way / "something").mkdir(parents=True)

    with pytest.raises(StoreError, match="cannot be opened for writing"):
        open_store(sqlite_url, now=NOW)

    with contextlib.closing(sqlite3.connect(_file(sqlite_url))) as connection:
        assert connection.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchall() == [("0001",)]  # noqa: S608


def test_a_migration_that_fails_leaves_everything_as_it_was(database_url: str) -> None:
    _older(database_url)
    engine = make_migrating_engine(read_address(database_url))
    with engine.begin() as connection:
        # The second step makes check-ins first, then meets this.
        connection.execute(text("CREATE TABLE preferences (in_the_way INTEGER)"))

    with pytest.raises(StoreError, match="did not accept this"):
        open_store(database_url, now=NOW)

    with engine.connect() as connection:
        version = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar_one()  # noqa: S608
        names = connection.dialect.get_table_names(connection)
    engine.dispose()
    assert version == "0001"
    assert "checkins" not in names


def test_a_database_of_a_newer_version_is_left_alone(database_url: str) -> None:
    open_store(database_url, now=NOW).close()
    engine = make_migrating_engine(read_address(database_url))
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9001'"))  # noqa: S608

    with pytest.raises(
        StoreError, match=r"newer version of Attune Trainer .its tables are at 9001.. Install the newer"
    ):
        open_store(database_url, now=NOW)

    with engine.connect() as connection:
        assert connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar_one() == "9001"  # noqa: S608
    engine.dispose()


def test_a_database_of_another_program_is_left_alone(sqlite_url: str) -> None:
    _file(sqlite_url).parent.mkdir()
    with contextlib.closing(sqlite3.connect(_file(sqlite_url))) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")

    with pytest.raises(StoreError, match="is not a database of Attune Trainer"):
        open_store(sqlite_url, now=NOW)

    with contextlib.closing(sqlite3.connect(_file(sqlite_url))) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]


@pytest.mark.parametrize("older", [False, True], ids=["fresh", "older"])
def test_processes_that_start_at_the_same_time_all_open_it(database_url: str, older: bool) -> None:  # noqa: FBT001
    if older:
        _older(database_url)
    names = [f"process {number}" for number in range(4)]
    running = [_start(database_url, name) for name in names]
    ready = [process.stdout.readline() for process in running if process.stdout]

    for process in running:
        if process.stdin:
            process.stdin.write("go\n")
            process.stdin.flush()
    said = [process.communicate(timeout=120)[1] for process in running]

    store = open_store(database_url, now=NOW)
    found = [profile.name for profile in list_profiles(store)]
    store.close()
    assert ready == ["ready\n"] * len(names)
    assert said == [""] * len(names)
    assert found == [*(["Ben"] if older else []), *names]
    if older and database_url.startswith("sqlite"):
        assert len([path for path in _file(database_url).parent.iterdir() if "-before-" in path.name]) == 1


def test_a_database_that_is_up_to_date_opens_while_another_program_writes(sqlite_url: str) -> None:
    open_store(sqlite_url, now=NOW).close()
    with contextlib.closing(sqlite3.connect(_file(sqlite_url), isolation_level=None)) as another_program:
        another_program.execute("BEGIN IMMEDIATE")

        store = open_store(sqlite_url, now=NOW)

        assert list_profiles(store) == ()
        store.close()


def test_threads_that_open_at_the_same_time_all_open_it(database_url: str) -> None:
    trouble: list[StoreError] = []
    ready = threading.Barrier(4)

    def start() -> None:
        ready.wait()
        try:
            open_store(database_url, now=NOW).close()
        except StoreError as error:
            trouble.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert trouble == []


def test_migrating_leaves_logging_as_it_is(sqlite_url: str) -> None:
    elsewhere = logging.getLogger("somebody.else")
    before = (logging.getLogger().level, list(logging.getLogger().handlers), elsewhere.disabled)

    open_store(sqlite_url, now=NOW).close()

    assert (logging.getLogger().level, list(logging.getLogger().handlers), elsewhere.disabled) == before


def test_migrating_works_from_any_folder(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    migrate(make_url("sqlite:///here.db"), now=NOW)
    open_store("sqlite:///here.db", now=NOW).close()

    assert (tmp_path / "here.db").exists()
    assert not _file(sqlite_url).exists()
