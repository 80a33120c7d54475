"""The SQLite file itself: private to its owner, copied before a change, with no traces left after a deletion."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from datetime import UTC
from typing import TYPE_CHECKING

from attune_trainer.errors import StoreError
from attune_trainer.store.trouble import SAFE, in_plain_words

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def prepare_file(path: Path) -> None:
    """Make the file and its folder where they are missing, readable by their owner only.

    A folder that was there before keeps its mode: it may be shared with other things.

    Raises:
        StoreError: the folder or the file cannot be made or written to.
    """
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        if os.name == "posix":
            path.chmod(stat.S_IMODE(path.stat().st_mode) & 0o700)
    except OSError as error:
        raise StoreError(
            f"{path} cannot be opened for writing ({error.strerror}). See that the folder {path.parent} is there and "
            f"may be written to, or choose another with ATTUNE_DATA_FOLDER, and start again. {SAFE}"
        ) from None


def copy_before(path: Path, revision: str, now: datetime) -> Path:
    """Copy the database beside itself as `<name>-before-<revision>-<UTC>.db`, whole or not at all.

    Raises:
        StoreError: there is no room, or the folder cannot be written to; the database is as it was.
    """
    copy = path.with_name(f"{path.stem}-before-{revision}-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}{path.suffix}")
    unfinished = copy.with_name(f"{copy.name}.unfinished")
    prepare_file(unfinished)
    try:
        with (
            in_plain_words(str(copy)),
            closing(sqlite3.connect(path)) as source,
            closing(sqlite3.connect(unfinished)) as target,
        ):
            source.backup(target)
            # The copy is one file that can be moved anywhere, without a write-ahead log beside it.
            target.execute("PRAGMA journal_mode=DELETE")
        unfinished.replace(copy)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    return copy


def copies_of(path: Path) -> tuple[Path, ...]:
    """Return the copies made before migrations, oldest name first."""
    start = f"{path.stem}-before-"
    return tuple(
        sorted(found for found in path.parent.iterdir() if found.name.startswith(start) and found.suffix == path.suffix)
    )


def erase_traces(path: Path, profile_id: str) -> None:
    """Take what is left of a deleted profile out of the write-ahead log and out of every copy beside the file.

    Where another window is reading at that moment, the log is emptied when that is done.

    Raises:
        StoreError: a copy could not be changed; the sentence names it.
    """
    with in_plain_words(str(path)), closing(_connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    for copy in copies_of(path):
        try:
            with closing(_connect(copy)) as connection:
                connection.execute("PRAGMA secure_delete=ON")
                connection.execute("PRAGMA foreign_keys=ON")
                connection.execute("DELETE FROM profiles WHERE id = ?", (profile_id,))
        except sqlite3.Error:
            raise StoreError(
                f"The profile is deleted, but the older copy {copy} could not be changed and may still hold it. "
                "Delete that file yourself to be sure."
            ) from None


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=5, isolation_level=None)
