"""Read where things are kept from a database address."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from attune_trainer.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

_DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
_EXPECTED = "Expected sqlite:///folder/attune.db or postgresql://name:password@host/database in ATTUNE_DATABASE_URL."


def read_address(text: str) -> URL:
    """Return the address with the driver we use, `postgres://` and `postgresql://` included.

    Raises:
        StoreError: it is no address, or of a database we do not use. The address is not repeated, since it may
            hold a password.
    """
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise StoreError(f"That is not the address of a database. {_EXPECTED}") from None
    driver = _DRIVERS.get(url.drivername)
    if driver is None:
        raise StoreError(f"Databases of the kind '{url.drivername}' are not used here. {_EXPECTED}")
    if driver == "sqlite" and (url.database in {None, "", ":memory:"} or url.query):
        raise StoreError(f"That address names no file, so nothing would be kept. {_EXPECTED}")
    return url.set(drivername=driver)


def file_of(url: URL) -> Path | None:
    """Return the SQLite file an address names, or None for PostgreSQL."""
    return Path(url.database) if url.drivername == "sqlite" and url.database else None


def place_of(url: URL) -> str:
    """Return how to call the place in a sentence: the file, or the PostgreSQL database without name or password."""
    return str(file_of(url) or f"the PostgreSQL database '{url.database}'")
