"""A moment with oneself: every answer may be left out."""

from __future__ import annotations

from datetime import UTC, datetime

from attune_trainer.practice.checkin import CheckIn

NOW = datetime(2026, 3, 4, 18, 30, tzinfo=UTC)


def test_a_check_in_with_every_answer_left_out_is_empty() -> None:
    left_out = CheckIn(id="c", profile_id="anna", round_id=None, feeling=" ", at=NOW, local_date=NOW.date())

    assert left_out.is_empty


def test_a_check_in_with_one_answer_is_not_empty() -> None:
    answered = CheckIn(id="c", profile_id="anna", round_id=None, body="jaw", at=NOW, local_date=NOW.date())

    assert not answered.is_empty
