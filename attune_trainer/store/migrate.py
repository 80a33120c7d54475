"""Bring a database to the tables this version uses: under a lock, after a copy, all or nothing."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, inspect, select

from attune_trainer.errors import StoreError
from attune_trainer.store.address import file_of, place_of
from attune_trainer.store.engine import WRITES, make_migrating_engine
from attune_trainer.store.sqlite_file import copy_before
from attune_trainer.store.trouble import NOT_OURS

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.engine import URL, Connection

VERSION_TABLE = "attune_version"
_POSTGRES_LOCK = 0x417474756E65  # "Attune"
# Alembic keeps the running migration in module globals, so two threads of one process take turns.
_one_at_a_time = threading.Lock()


def migrate(url: URL, *, now: datetime, to: str = "head") -> None:
    """Bring the database at `url` to revision `to`; processes that start at once wait for each other.

    An SQLite file that already holds something is copied beside itself first. A migration that fails leaves
    everything as it was.

    Raises:
        StoreError: the database is of a newer version, or not ours.
    """
    config = Config()
    config.set_main_option("script_location", "attune_trainer.store:migrations")
    scripts = ScriptDirectory.from_config(config)
    target = str(scripts.as_revision_number(to))
    engine = make_migrating_engine(url)
    try:
        with engine.connect() as connection:
            if _revision_of(connection) == target:
                return
        with _one_at_a_time, engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
            # On SQLite the lock is the write transaction itself.
            if connection.dialect.name == "postgresql":
                connection.execute(select(func.pg_advisory_xact_lock(_POSTGRES_LOCK)))
            current = _revision_of(connection)
            _refuse_what_is_not_ours(
                connection, url, current, known={step.revision for step in scripts.walk_revisions()}
            )
            # Another process may have been quicker.
            if current == target:
                return
            path = file_of(url)
            if path is not None and current is not None:
                copy_before(path, target, now)
            config.attributes["connection"] = connection
            command.upgrade(config, to)
    finally:
        engine.dispose()


def _revision_of(connection: Connection) -> str | None:
    return MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_revision()


def _refuse_what_is_not_ours(connection: Connection, url: URL, current: str | None, *, known: set[str]) -> None:
    if current is None:
        # On a PostgreSQL server other programs may keep their tables beside ours.
        if url.drivername == "sqlite" and inspect(connection).get_table_names():
            raise StoreError(NOT_OURS.format(place=place_of(url)))
    elif current not in known:
        raise StoreError(
            f"{place_of(url)} was last used by a newer version of Attune Trainer (its tables are at {current}). "
            "Install the newer version and start again. The database was left as it is."
        )
