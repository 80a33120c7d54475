"""Own words, then and now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attune_trainer.codebook import Label
from attune_trainer.progress.frame import frame_of
from attune_trainer.progress.own_words import own_words

if TYPE_CHECKING:
    from tests.progress.conftest import Say

ASKS, FIXES = Label.EXPLORING, Label.FIXING


def test_the_earliest_and_the_latest_words_on_the_same_moment_stand_together(say: Say) -> None:
    pairs = own_words(
        frame_of(
            [
                say(0, FIXES, scenario="home/late", response="Go to bed."),
                say(3, FIXES, scenario="home/late", response="Text me."),
                say(12, ASKS, scenario="home/late", response="What was that like?"),
            ]
        )
    )

    assert pairs.enough
    assert pairs.says == "The same moment, 12 days apart. Having met it before helps, too."
    assert pairs.table.to_numpy().tolist() == [["2 Mar 2026: Go to bed.", "14 Mar 2026: What was that like?"]]


def test_at_most_three_moments_are_shown_the_latest_first(say: Say) -> None:
    tries = [
        say(day, ASKS, scenario=f"home/{name}", response=f"{name} {day}")
        for name, days in {"a": (0, 9), "b": (1, 8), "c": (2, 11), "d": (3, 10)}.items()
        for day in days
    ]

    pairs = own_words(frame_of(tries))

    assert pairs.frame["now"].tolist() == ["c 11", "d 10", "a 9"]
    assert pairs.says == "Three moments you met again. Having met them before helps, too."


def test_without_a_moment_met_twice_two_speakers_who_felt_the_same_stand_together(say: Say) -> None:
    pairs = own_words(
        frame_of(
            [
                say(0, FIXES, scenario="home/late", feelings=("lonely", "hurt"), response="Go to bed."),
                say(1, FIXES, scenario="work/boss", feelings=("angry",), response="Quit."),
                say(6, ASKS, scenario="friends/party", feelings=("left out", "lonely"), response="Who was there?"),
            ]
        )
    )

    assert pairs.says == "Two speakers who felt lonely, 6 days apart."
    assert pairs.frame[["then", "now"]].to_numpy().tolist() == [["Go to bed.", "Who was there?"]]


def test_picked_options_and_rewrites_are_not_own_first_words(say: Say) -> None:
    pairs = own_words(
        frame_of(
            [
                say(0, FIXES, option=2),
                say(4, FIXES, round_id="r", number=1, response="Text me."),
                say(9, ASKS, round_id="r", number=2),
            ]
        )
    )

    assert not pairs.enough


def test_two_answers_on_one_day_are_not_then_and_now(say: Say) -> None:
    pairs = own_words(frame_of([say(0, FIXES), say(0, ASKS)]))

    assert not pairs.enough
    assert pairs.says.startswith("Not enough yet: once you answer on another day")


def test_nothing_at_all_is_not_enough() -> None:
    assert not own_words(frame_of([])).enough
