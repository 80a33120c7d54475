"""Open the place where things are kept."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from attune_trainer.store.address import file_of, place_of, read_address
from attune_trainer.store.engine import WRITES, make_engine
from attune_trainer.store.migrate import migrate
from attune_trainer.store.sqlite_file import prepare_file
from attune_trainer.store.trouble import in_plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy.engine import Connection, Engine


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """An open database; one for the whole process, safe to use from many threads.

    `place` names it in sentences; `file` is the SQLite file, None on PostgreSQL.
    """

    engine: Engine
    place: str
    file: Path | None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one consistent state; refusals come out as StoreError."""
        with in_plain_words(self.place), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection in one transaction, kept for good when the block ends; refusals come out as StoreError."""
        with in_plain_words(self.place), self.engine.execution_options(**{WRITES: True}).begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def open_store(url: str, *, now: datetime) -> Store:
    """Open the database at `url`, make or migrate its tables, and keep a copy of an SQLite file before changing it.

    Raises:
        StoreError: it cannot be opened, written to or understood; the sentence says what to do.
    """
    address = read_address(url)
    place, path = place_of(address), file_of(address)
    if path is not None:
        prepare_file(path)
    with in_plain_words(place):
        migrate(address, now=now)
    return Store(engine=make_engine(address), place=place, file=path)
