"""A fixed list of attempts gives exactly these misses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attune_trainer.codebook import Label, Move
from attune_trainer.progress.frame import frame_of
from attune_trainer.progress.misses import misses, misses_chart

if TYPE_CHECKING:
    from tests.progress.conftest import Say

ASKS, FIXES, SHRINKS, DEBATES = Label.EXPLORING, Label.FIXING, Label.DISMISSING, Label.ARGUING


def test_misses_are_counted_by_response_with_the_move_that_came_most(say: Say) -> None:
    found = misses(
        frame_of(
            [
                say(0, FIXES, move=Move.SUGGESTING),
                say(1, FIXES, move=Move.DIRECTING),
                say(2, FIXES, ASKS, move=Move.DIRECTING),
                say(3, SHRINKS, FIXES, move=Move.SILVER_LINING),
                say(4, ASKS),
                say(5, SHRINKS, option=2),
            ]
        )
    )

    assert found.says == "In 4 of the latest 5 first tries in your own words, it went to solutions."
    assert found.table.to_numpy().tolist() == [
        ["made it smaller", "1 of 5", "1 of 1", "swaps the feeling for a bright side"],
        ["went to solutions", "4 of 5", "0 of 1", "tells them what to do"],
        ["debated it", "0 of 5", "0 of 1", ""],
        ["turned to me", "0 of 5", "0 of 1", ""],
    ]
    assert found.alt == (
        "How many of the latest 5 first tries, your own words: made it smaller 1, went to solutions 4, debated it 0, "
        "turned to me 0."
    )
    assert found.key == "■ your own words · □ picked"


def test_misses_that_came_as_often_are_both_named(say: Say) -> None:
    found = misses(frame_of([say(0, FIXES), say(1, DEBATES), say(2, ASKS), say(3, ASKS), say(4, ASKS)]))

    assert found.says == (
        "Each in 1 of the latest 5 first tries in your own words: “went to solutions” and “debated it”."
    )


def test_no_miss_is_said_as_such(say: Say) -> None:
    found = misses(frame_of([say(day, ASKS) for day in range(6)]))

    assert found.says == "None of the four came up in the latest 6 first tries in your own words."


def test_only_the_latest_twenty_count(say: Say) -> None:
    long_ago = [say(day, SHRINKS) for day in range(30)]
    lately = [say(40 + day, *([FIXES] if day < 3 else [ASKS])) for day in range(20)]

    assert misses(frame_of([*long_ago, *lately])).says == (
        "In 3 of the latest 20 first tries in your own words, it went to solutions."
    )


def test_rewrites_do_not_count(say: Say) -> None:
    rounds = [say(day, FIXES, round_id=f"r{day}") for day in range(5)]
    rewrites = [say(day, ASKS, round_id=f"r{day}", number=2) for day in range(5)]

    assert misses(frame_of([*rounds, *rewrites])).says.startswith("In 5 of the latest 5")


def test_under_five_tries_there_is_not_enough_to_say(say: Say) -> None:
    found = misses(frame_of([say(0, FIXES)]))

    assert not found.enough
    assert found.says == "Not enough yet: 1 first try in your own words so far."


def test_nothing_at_all_is_not_enough() -> None:
    found = misses(frame_of([]))

    assert not found.enough
    assert found.table.empty


def test_somebody_who_only_picks_is_told_of_what_was_picked(say: Say) -> None:
    found = misses(frame_of([say(day, FIXES, option=1) for day in range(5)]))

    assert found.says == "In 5 of the latest 5 first tries you picked, it went to solutions."


def test_a_bar_is_drawn_for_each_miss_in_its_own_ink(say: Say) -> None:
    drawn = misses_chart(misses(frame_of([say(day, FIXES) for day in range(5)]))).to_dict()

    (rows,) = drawn["datasets"].values()
    colour = drawn["layer"][0]["encoding"]["color"]
    assert [row["miss"] for row in rows] == ["made it smaller", "went to solutions", "debated it", "turned to me"]
    assert colour["scale"]["domain"][2:] == [row["miss"] for row in rows]
