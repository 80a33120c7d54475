"""A fixed list of rounds gives exactly this change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attune_trainer.codebook import Label, Reading
from attune_trainer.progress.first_try import first_try, first_try_chart
from attune_trainer.progress.frame import frame_of

if TYPE_CHECKING:
    from attune_trainer.practice.attempt import Attempt
    from tests.progress.conftest import Say

ASKS, HEARS, FIXES, SHRINKS = Label.EXPLORING, Label.ACKNOWLEDGING, Label.FIXING, Label.DISMISSING


def _rewritten(say: Say) -> list[Attempt]:
    return [
        say(0, FIXES, round_id="a", number=1),
        say(0, HEARS, round_id="a", number=2),
        say(1, FIXES, HEARS, round_id="b", number=1),
        say(1, SHRINKS, round_id="b", number=2),
        say(1, HEARS, ASKS, round_id="b", number=3),
        say(2, FIXES, round_id="c", number=1),
        say(2, FIXES, ASKS, round_id="c", number=2),
    ]


def test_the_first_try_is_held_against_the_last(say: Say) -> None:
    change = first_try(frame_of(_rewritten(say)))

    assert change.enough
    assert change.table.to_numpy().tolist() == [
        ["heard it", 1, 2, 3],
        ["asked about it", 0, 2, 3],
        ["made it smaller", 0, 0, 3],
        ["went to solutions", 3, 1, 3],
        ["debated it", 0, 0, 3],
        ["turned to me", 0, 0, 3],
    ]
    assert change.says == (
        "In 3 rounds you tried again: 0 attuned at first, 2 after. Gone most often: “went to solutions”, 3 before and "
        "1 after."
    )
    assert change.alt.startswith("First try and rewrite in 3 rounds: heard it 1 then 2, asked about it 0 then 2,")


def test_rounds_with_one_try_do_not_count(say: Say) -> None:
    once = [say(day, FIXES) for day in range(10)]

    assert first_try(frame_of([*_rewritten(say), *once])).says == first_try(frame_of(_rewritten(say))).says


def test_rounds_that_began_with_a_picked_option_do_not_count(say: Say) -> None:
    picked = [
        say(5, SHRINKS, round_id="p", number=1, option=4),
        say(5, HEARS, round_id="p", number=2),
        say(6, HEARS, round_id="q", number=1),
        say(6, SHRINKS, round_id="q", number=2, option=4),
    ]

    assert first_try(frame_of([*_rewritten(say), *picked])).says == first_try(frame_of(_rewritten(say))).says


def test_a_second_try_that_could_not_be_read_does_not_count(say: Say) -> None:
    unread = [say(5, FIXES, round_id="u"), say(5, round_id="u", number=2, reading=Reading.UNREAD)]

    assert first_try(frame_of([*_rewritten(say), *unread])).says == first_try(frame_of(_rewritten(say))).says


def test_nothing_gone_names_nothing(say: Say) -> None:
    same = [say(day, ASKS, round_id=f"r{day}", number=number) for day in range(3) for number in (1, 2)]

    assert first_try(frame_of(same)).says == "In 3 rounds you tried again: 3 attuned at first, 3 after."


def test_under_three_rounds_there_is_not_enough_to_say(say: Say) -> None:
    change = first_try(frame_of(_rewritten(say)[:2]))

    assert not change.enough
    assert change.says == (
        "Not enough yet: 1 round with a second try in your own words. From 3 on, this shows what a second try changes."
    )


def test_nothing_at_all_is_not_enough() -> None:
    assert not first_try(frame_of([])).enough


def test_a_line_is_drawn_for_each_label_from_first_to_last(say: Say) -> None:
    drawn = first_try_chart(first_try(frame_of(_rewritten(say)))).to_dict()

    lines, points = (drawn["datasets"][layer["data"]["name"]] for layer in drawn["layer"])
    assert [(line["label"], line["first"], line["rewrite"]) for line in lines][3] == ("went to solutions", 3, 1)
    assert [point["rounds"] for point in points if point["label"] == "went to solutions"] == [3, 1]
