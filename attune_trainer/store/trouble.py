"""Say what went wrong with the database in plain words, without a word of what people wrote."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from attune_trainer.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

_log = logging.getLogger(__name__)

SAFE = "Nothing that was kept before is lost."
_ELSEWHERE = "or choose another folder with ATTUNE_DATA_FOLDER"
_FULL = f"There is no room left on the disk that holds {{place}}. Free some space, then try once more. {SAFE}"
_READ_ONLY = (
    f"Nothing can be written to {{place}}. Allow writing to the file and its folder, {_ELSEWHERE}, and start again. "
    f"{SAFE}"
)
_BUSY = (
    f"Another program is using {{place}} and has not let go of it. Close other copies of Attune Trainer or wait a "
    f"moment, then try once more. {SAFE}"
)
_PROFILE_GONE = "This profile was deleted, perhaps in another window, so this could not be kept. Pick a profile again."
_OTHER = f"{{place}} did not accept this. Try once more; if it happens again, restart Attune Trainer. {SAFE}"
NOT_OURS = (
    "{place} is not a database of Attune Trainer. Move that file somewhere else, "
    f"{_ELSEWHERE}, and start again. The file was left as it is."
)

_SQLITE = {
    "BUSY": _BUSY,
    "LOCKED": _BUSY,
    "FULL": _FULL,
    "READONLY": _READ_ONLY,
    "PERM": _READ_ONLY,
    "CANTOPEN": (
        f"{{place}} cannot be opened. See that its folder is there and may be written to, {_ELSEWHERE}, and start "
        f"again. {SAFE}"
    ),
    "NOTADB": NOT_OURS,
    "CORRUPT": (
        "{place} is damaged. Stop Attune Trainer, keep a copy of the file, and put one of the copies named "
        "'…-before-…' in its place if there is one. The file was left as it is."
    ),
    "IOERR": (
        f"The disk that holds {{place}} could not be read or written. See that it is connected and has room, then "
        f"try once more. {SAFE}"
    ),
    "CONSTRAINT_FOREIGNKEY": _PROFILE_GONE,
}
_UNREACHABLE = (
    f"{{place}} cannot be reached. See that PostgreSQL is running, that the database is there, and that "
    f"ATTUNE_DATABASE_URL names the right host, port, user and password, then try once more. {SAFE}"
)
_POSTGRES = {
    "08": _UNREACHABLE,
    "57P": _UNREACHABLE,
    "53100": _FULL,
    "53300": _BUSY,
    "55P03": _BUSY,
    "25006": (
        f"{{place}} is read-only at the moment. Point ATTUNE_DATABASE_URL to a server that may be written to. {SAFE}"
    ),
    "42501": (
        "{place} does not allow this user to create or change tables. Give the user the right to, or use another in "
        f"ATTUNE_DATABASE_URL. {SAFE}"
    ),
    "23503": _PROFILE_GONE,
}


@contextmanager
def in_plain_words(place: str) -> Iterator[None]:
    """Turn a refusal of the database inside the block into a StoreError that says what to do.

    The original is not chained: PostgreSQL repeats the refused row in its message.
    """
    try:
        yield
    except PoolTimeoutError:
        raise StoreError(_BUSY.format(place=place)) from None
    except DBAPIError as error:
        code = _code(error.orig)
        _log.warning("The database refused: %s %s", type(error.orig).__name__, code)
        raise StoreError(_sentence(error.orig, code).format(place=place)) from None
    except sqlite3.Error as error:
        raise StoreError(_sentence(error, _code(error)).format(place=place)) from None


def _code(error: BaseException | None) -> str:
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_")
    return getattr(error, "sqlstate", None) or ""


def _sentence(error: BaseException | None, code: str) -> str:
    if isinstance(error, sqlite3.Error):
        return next((words for start, words in _SQLITE.items() if code.startswith(start)), _OTHER)
    if not code:
        # psycopg gives no state where no connection came about, whatever the reason, or an open one broke.
        return _UNREACHABLE
    return next((words for start, words in _POSTGRES.items() if code.startswith(start)), _OTHER)
