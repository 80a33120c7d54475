"""Make the SQLAlchemy engine for an address, set so that what was acknowledged is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import create_engine, event
from sqlalchemy.pool import NullPool

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy.engine import URL, Connection, Engine

WRITES = "attune_writes"
"""Execution option of a connection that is going to write; on SQLite it takes the write lock at once."""

_SETTINGS = (
    # Readers do not wait for the writer; a killed process leaves a file that opens as it was at the last commit.
    "journal_mode=WAL",
    # Every commit reaches the disk before it returns, so a power cut loses nothing that was acknowledged either
    # (as far as the disk itself tells the truth). NORMAL would survive kill -9 only.
    "synchronous=FULL",
    # Deleted text is overwritten with zeros, not left in free pages.
    "secure_delete=ON",
    # What people wrote never goes to a temporary file.
    "temp_store=MEMORY",
    "trusted_schema=OFF",
)
_WAIT_MS = 5_000
_WAIT_TO_MIGRATE_MS = 30_000


def make_engine(url: URL) -> Engine:
    """Return the engine the app works with: pooled, foreign keys on, learner text kept out of logs and errors."""
    if url.drivername == "sqlite":
        engine = create_engine(url, hide_parameters=True)
        _set_up_sqlite(engine, foreign_keys=True, wait_ms=_WAIT_MS)
        return engine
    return create_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_size=5,
        max_overflow=10,
        connect_args={"connect_timeout": 10},
    )


def make_migrating_engine(url: URL) -> Engine:
    """Return an engine for one migration: no pool, a patient wait, and on SQLite foreign keys off.

    SQLite changes a table by building it anew and dropping the old one; with foreign keys on, dropping `profiles`
    would delete everybody's attempts (https://www.sqlite.org/lang_altertable.html, "Making Other Kinds Of Table
    Schema Changes").
    """
    if url.drivername == "sqlite":
        engine = create_engine(url, hide_parameters=True, poolclass=NullPool)
        _set_up_sqlite(engine, foreign_keys=False, wait_ms=_WAIT_TO_MIGRATE_MS)
        return engine
    return create_engine(url, hide_parameters=True, poolclass=NullPool, connect_args={"connect_timeout": 10})


def _set_up_sqlite(engine: Engine, *, foreign_keys: bool, wait_ms: int) -> None:
    settings = (f"busy_timeout={wait_ms}", *_SETTINGS, f"foreign_keys={'ON' if foreign_keys else 'OFF'}")

    @event.listens_for(engine, "connect")
    def _configure(connection: sqlite3.Connection, _record: object) -> None:
        # The driver would open transactions late and commit them around table changes; SQLAlchemy opens them below.
        connection.isolation_level = None
        for setting in settings:
            connection.execute(f"PRAGMA {setting}").close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A transaction that reads first and then writes may be refused at once, whatever the busy timeout.
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
