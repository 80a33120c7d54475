"""A fixed list of attempts gives exactly this share, week by week."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from attune_trainer.codebook import Label, Reading
from attune_trainer.progress.attuned_share import attuned_share, attuned_share_chart
from attune_trainer.progress.frame import frame_of

if TYPE_CHECKING:
    from attune_trainer.practice.attempt import Attempt
    from tests.progress.conftest import Say

ASKS, FIXES = Label.EXPLORING, Label.FIXING


@pytest.fixture
def two_weeks(say: Say) -> list[Attempt]:
    """One of four attuned in the first week, three of four in the second, and two picked in the second."""
    return [
        say(0, FIXES),
        say(1, FIXES),
        say(2, ASKS, FIXES),
        say(6, ASKS),
        say(7, ASKS),
        say(8, ASKS),
        say(9, ASKS),
        say(13, FIXES),
        say(10, ASKS, option=0),
        say(11, ASKS, option=3),
    ]


def test_weeks_and_kinds_are_counted_apart(two_weeks: list[Attempt]) -> None:
    frame = attuned_share(frame_of(two_weeks)).frame

    assert frame[["label", "kind", "attuned", "of", "share"]].to_numpy().tolist() == [
        ["2 Mar", "your own words", 1, 4, 0.25],
        ["9 Mar", "picked", 2, 2, 1.0],
        ["9 Mar", "your own words", 3, 4, 0.75],
    ]
    assert frame[["low", "high"]].round(2).to_numpy().tolist() == [[0.05, 0.7], [0.34, 1.0], [0.3, 0.95]]


def test_the_sentence_says_the_share_and_how_far_chance_reaches(two_weeks: list[Attempt]) -> None:
    share = attuned_share(frame_of(two_weeks))

    assert share.enough
    assert share.says == (
        "Of 8 first tries in your own words, 4 were attuned. Counting chance in, the share may lie anywhere from 22% "
        "to 78%."
    )


def test_the_table_and_the_description_say_the_same_as_the_chart(two_weeks: list[Attempt]) -> None:
    share = attuned_share(frame_of(two_weeks))

    assert share.table.to_numpy().tolist() == [
        ["2 Mar", "1 of 4 (5\u201370%)", ""],
        ["9 Mar", "3 of 4 (30\u201395%)", "2 of 2 (34\u2013100%)"],
    ]
    assert list(share.table.columns) == ["Week of", "Own words", "Picked"]
    assert share.alt == (
        "Share of attuned first tries by week, your own words: 1 of 4 in the week of 2 Mar, 3 of 4 in the week of "
        "9 Mar, over 2 weeks."
    )
    assert share.key == "● your own words · ◇ picked"


def test_rewrites_and_unread_responses_change_nothing(two_weeks: list[Attempt], say: Say) -> None:
    first = two_weeks[0]
    more = [
        say(0, ASKS, round_id=first.round_id, number=2),
        say(0, ASKS, round_id=first.round_id, number=3),
        say(4, reading=Reading.UNREAD),
    ]

    assert attuned_share(frame_of([*two_weeks, *more])).says == attuned_share(frame_of(two_weeks)).says


def test_neutral_responses_count_as_not_attuned(say: Say) -> None:
    share = attuned_share(frame_of([say(0), say(0), say(0), say(0), say(0, ASKS)]))

    assert share.says.startswith("Of 5 first tries in your own words, 1 was attuned.")


def test_under_five_tries_there_is_not_enough_to_say(say: Say) -> None:
    share = attuned_share(frame_of([say(day, ASKS) for day in range(4)]))

    assert not share.enough
    assert share.says == ("Not enough yet: 4 first tries in your own words. From 5 on, there is something to see here.")


def test_nothing_at_all_is_not_enough() -> None:
    share = attuned_share(frame_of([]))

    assert not share.enough
    assert share.says.startswith("Not enough yet: 0 first tries")


def test_somebody_who_only_picks_sees_what_was_picked_and_is_told_so(say: Say) -> None:
    share = attuned_share(frame_of([say(day, ASKS, option=1) for day in range(5)]))

    assert share.enough
    assert share.says.startswith("Of 5 first tries among the options you picked, 5 were attuned.")
    assert share.key == "◇ picked"


def test_a_change_that_chance_could_explain_is_not_sold_as_growth(say: Say) -> None:
    early = [say(day, *([ASKS] if day < 2 else [FIXES])) for day in range(5)]
    late = [say(10 + day, *([ASKS] if day < 3 else [FIXES])) for day in range(5)]

    says = attuned_share(frame_of([*early, *late])).says

    assert says.endswith("The earlier half: 2 of 5. The later half: 3 of 5. That may still be chance.")


def test_a_change_beyond_chance_is_said(say: Say) -> None:
    early = [say(day, *([ASKS] if day < 1 else [FIXES])) for day in range(10)]
    late = [say(20 + day, *([ASKS] if day < 8 else [FIXES])) for day in range(10)]

    says = attuned_share(frame_of([*early, *late])).says

    assert says.endswith("The earlier half: 1 of 10. The later half: 8 of 10. More than chance would explain.")


def test_no_change_is_called_no_change(say: Say) -> None:
    says = attuned_share(frame_of([say(day, *([ASKS] if day % 2 else [FIXES])) for day in range(12)])).says

    assert says.endswith("The earlier half: 3 of 6. The later half: 3 of 6. As many as before.")


def test_weeks_of_different_years_are_told_apart(say: Say) -> None:
    share = attuned_share(frame_of([say(0, ASKS), say(364, ASKS)]))

    assert share.frame["label"].tolist() == ["2 Mar 2026", "1 Mar 2027"]


def test_the_chart_holds_the_latest_twelve_weeks_and_the_table_all(say: Say) -> None:
    share = attuned_share(frame_of([say(7 * week, ASKS) for week in range(15)]))

    drawn = attuned_share_chart(share).to_dict()

    (rows,) = drawn["datasets"].values()
    assert len(rows) == 12
    assert len(share.table) == 15
    assert "over 12 weeks" in share.alt
