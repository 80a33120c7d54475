"""What is kept of an attempt is what comes back."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from attune_trainer.codebook import Reading
from attune_trainer.errors import StoreError
from attune_trainer.store import attempts_of, create_profile, open_store, save_attempt

if TYPE_CHECKING:
    from attune_trainer.store import Profile, Store
    from tests.conftest import MakeAttempt

NOW = datetime(2026, 3, 4, 18, 30, tzinfo=UTC)

# What a page does at submit, then the hardest end a process can have.
SAVE_AND_DIE = """
import os, signal, sys
from datetime import UTC, datetime
from attune_trainer.codebook import Reading
from attune_trainer.practice.attempt import Attempt
from attune_trainer.store import open_store, save_attempt
now = datetime(2026, 3, 4, 18, 31, tzinfo=UTC)
store = open_store(sys.argv[1], now=now)
attempt = Attempt(id="last-words", profile_id=sys.argv[2], round_id="r", number=1, scenario="home/late",
    scenario_hash="s", level=1, listener_is="partner", feelings=("sad",), response="I'm here.", option=None,
    reading=Reading.ATTUNED, present=(), depth=1, points=6, findings=(), rulebook="b", at=now, local_date=now.date())
assert save_attempt(store, attempt)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_an_attempt_comes_back_as_it_was(store: Store, anna: Profile, make_attempt: MakeAttempt) -> None:
    attempt = make_attempt(profile_id=anna.id)

    assert save_attempt(store, attempt)
    assert attempts_of(store, anna.id) == (attempt,)


def test_an_attempt_without_what_may_be_missing_comes_back(
    store: Store, anna: Profile, make_attempt: MakeAttempt
) -> None:
    attempt = make_attempt(
        profile_id=anna.id, reading=Reading.UNREAD, present=(), findings=(), points=None, guessed_hope=None, option=3
    )

    save_attempt(store, attempt)

    assert attempts_of(store, anna.id) == (attempt,)


@pytest.mark.parametrize(
    "response",
    [
        "",
        "אני שומעת אותך 💛 مرحبا",
        "<script>alert(1)</script> **bold** $x$ '; DROP TABLE attempts; --",
        "line\r\nline\ttab \x07 bell \x1b[31m",
        "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{WHITE HEAVY CHECK MARK} e\N{COMBINING ACUTE ACCENT} \u202eback",
        "x" * 100_000,
    ],
    ids=["empty", "scripts", "markup", "controls", "joined", "long"],
)
def test_any_words_come_back_letter_for_letter(
    store: Store, anna: Profile, make_attempt: MakeAttempt, response: str
) -> None:
    save_attempt(store, make_attempt(profile_id=anna.id, response=response))

    assert attempts_of(store, anna.id)[0].response == response


def test_what_no_database_can_hold_is_replaced_one_for_one(
    store: Store, anna: Profile, make_attempt: MakeAttempt
) -> None:
    save_attempt(store, make_attempt(profile_id=anna.id, response="a\x00b\ud83dc"))

    assert attempts_of(store, anna.id)[0].response == "a\ufffdb\ufffdc"


def test_a_double_click_writes_once(store: Store, anna: Profile, make_attempt: MakeAttempt) -> None:
    attempt = make_attempt(profile_id=anna.id)

    assert [save_attempt(store, attempt), save_attempt(store, attempt)] == [True, False]
    assert attempts_of(store, anna.id) == (attempt,)


def test_ten_clicks_at_the_same_time_write_once(store: Store, anna: Profile, make_attempt: MakeAttempt) -> None:
    attempt = make_attempt(profile_id=anna.id)

    with ThreadPoolExecutor(10) as threads:
        written = list(threads.map(lambda _: save_attempt(store, attempt), range(10)))

    assert written.count(True) == 1
    assert attempts_of(store, anna.id) == (attempt,)


def test_a_second_save_does_not_change_the_first(store: Store, anna: Profile, make_attempt: MakeAttempt) -> None:
    save_attempt(store, make_attempt(profile_id=anna.id, id="one", response="first"))
    save_attempt(store, make_attempt(profile_id=anna.id, id="one", response="second"))

    assert [attempt.response for attempt in attempts_of(store, anna.id)] == ["first"]


def test_nobody_reads_the_attempts_of_another(store: Store, anna: Profile, make_attempt: MakeAttempt) -> None:
    ben = create_profile(store, "Ben", now=NOW)
    save_attempt(store, make_attempt(profile_id=anna.id, id="same", response="Anna's"))
    save_attempt(store, make_attempt(profile_id=ben.id, id="same", response="Ben's"))

    assert [attempt.response for attempt in attempts_of(store, ben.id)] == ["Ben's"]
    assert attempts_of(store, "nobody") == ()


def test_attempts_come_oldest_first(store: Store, anna: Profile, make_attempt: MakeAttempt) -> None:
    for identity, hour in (("c", 12), ("a", 9), ("b", 10)):
        save_attempt(store, make_attempt(profile_id=anna.id, id=identity, at=datetime(2026, 3, 4, hour, tzinfo=UTC)))

    assert [attempt.id for attempt in attempts_of(store, anna.id)] == ["a", "b", "c"]


def test_a_moment_elsewhere_comes_back_as_the_same_moment_in_utc_and_keeps_its_local_day(
    store: Store, anna: Profile, make_attempt: MakeAttempt
) -> None:
    in_auckland = datetime(2026, 3, 5, 7, 30, tzinfo=timezone(timedelta(hours=13)))

    save_attempt(store, make_attempt(profile_id=anna.id, at=in_auckland, local_date=in_auckland.date()))

    kept = attempts_of(store, anna.id)[0]
    assert (kept.at, kept.at.tzinfo, kept.local_date) == (
        datetime(2026, 3, 4, 18, 30, tzinfo=UTC),
        UTC,
        date(2026, 3, 5),
    )


def test_an_attempt_of_a_deleted_profile_is_refused_in_plain_words(store: Store, make_attempt: MakeAttempt) -> None:
    with pytest.raises(StoreError, match="This profile was deleted") as caught:
        save_attempt(store, make_attempt(profile_id="gone", response="something private"))

    assert "private" not in str(caught.value)


def test_words_of_a_newer_codebook_say_what_to_do(store: Store, anna: Profile, make_attempt: MakeAttempt) -> None:
    save_attempt(store, make_attempt(profile_id=anna.id))
    with store.writing() as connection:
        connection.execute(text("UPDATE attempts SET reading = 'resonant'"))

    with pytest.raises(StoreError, match="Install the newer version"):
        attempts_of(store, anna.id)


def test_what_save_acknowledged_survives_kill_9(database_url: str) -> None:
    store = open_store(database_url, now=NOW)
    profile = create_profile(store, "Anna", now=NOW)
    store.close()

    ended = subprocess.run([sys.executable, "-c", SAVE_AND_DIE, database_url, profile.id], check=False)

    store = open_store(database_url, now=NOW)
    kept = attempts_of(store, profile.id)
    store.close()
    assert ended.returncode == -9
    assert [attempt.id for attempt in kept] == ["last-words"]
