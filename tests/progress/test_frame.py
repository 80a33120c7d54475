"""Attempts become rows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pandas as pd

from attune_trainer.codebook import Label, Reading
from attune_trainer.progress.frame import frame_of

if TYPE_CHECKING:
    from tests.progress.conftest import Say


def test_no_attempts_make_an_empty_frame_with_every_column() -> None:
    frame = frame_of([])

    assert frame.empty
    assert {"day", "week", "written", "first", "attuned", "fixing", "exploring"} <= set(frame.columns)
    assert frame["day"].dtype == "datetime64[us]"


def test_a_row_says_what_the_attempt_says(say: Say) -> None:
    attempt = say(3, Label.ACKNOWLEDGING, Label.FIXING, response="I hear you. Call him.")

    row = frame_of([attempt]).iloc[0]

    assert (row["id"], row["response"], row["day"]) == (attempt.id, "I hear you. Call him.", pd.Timestamp(2026, 3, 5))
    assert (row["written"], row["first"], row["attuned"]) == (True, True, False)
    assert [row[label.value] for label in Label] == [False, True, False, False, True, False]


def test_what_could_not_be_read_is_not_counted(say: Say) -> None:
    frame = frame_of([say(0, reading=Reading.UNREAD), say(1, Label.EXPLORING)])

    assert len(frame) == 1


def test_the_first_try_that_could_be_read_is_the_first(say: Say) -> None:
    frame = frame_of(
        [
            say(0, reading=Reading.UNREAD, round_id="r", number=1),
            say(0, Label.FIXING, round_id="r", number=2),
            say(0, Label.EXPLORING, round_id="r", number=3),
        ]
    )

    assert frame["number"].tolist() == [2, 3]
    assert frame["first"].tolist() == [True, False]


def test_weeks_begin_on_the_monday_of_the_learners_own_calendar(say: Say) -> None:
    late_on_sunday_at_home = say(
        0, Label.EXPLORING, at=datetime(2026, 3, 9, 4, tzinfo=UTC), local_date=date(2026, 3, 8)
    )
    early_on_monday_at_home = say(
        0, Label.EXPLORING, at=datetime(2026, 3, 8, 20, tzinfo=UTC), local_date=date(2026, 3, 9)
    )

    frame = frame_of([late_on_sunday_at_home, early_on_monday_at_home]).set_index("id")

    assert frame.loc[late_on_sunday_at_home.id, "week"] == pd.Timestamp(2026, 3, 2)
    assert frame.loc[early_on_monday_at_home.id, "week"] == pd.Timestamp(2026, 3, 9)


def test_a_picked_option_its_author_reads_as_attuned_counts_no_miss(say: Say) -> None:
    frame = frame_of([say(0, Label.EXPLORING, Label.FIXING, option=1, reading=Reading.ATTUNED)])

    assert (frame["attuned"].iloc[0], frame["fixing"].iloc[0], frame["exploring"].iloc[0]) == (True, False, True)


def test_rows_come_oldest_first(say: Say) -> None:
    frame = frame_of([say(5, Label.FIXING), say(1, Label.FIXING), say(3, Label.FIXING)])

    assert frame["day"].dt.day.tolist() == [3, 5, 7]
