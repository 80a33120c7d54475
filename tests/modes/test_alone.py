"""Practising alone: assessed and kept in one place, once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from random import Random
from typing import TYPE_CHECKING

import pytest

from attune_trainer.codebook import Hope, Reading
from attune_trainer.errors import StoreError
from attune_trainer.library import load
from attune_trainer.modes.alone import Keeper, submit
from attune_trainer.practice.round import Guess, Response, Round, Step, begin, picked, try_again, wonder, written
from attune_trainer.settings import scenarios_folder
from attune_trainer.store import attempts_of, delete_profile

if TYPE_CHECKING:
    from attune_trainer.store import Profile, Store

NOW = datetime(2026, 3, 4, 23, 30, tzinfo=UTC)
WORDS = "You were on your own with it. What was that like for you?"


@pytest.fixture
def opened() -> Round:
    scenario = next(iter(load(scenarios_folder()).scenarios.values()))
    return begin(scenario, round_id="round", attempt_id="first", rng=Random(7))  # noqa: S311 - a shuffle, no secret


@pytest.fixture
def keeper(store: Store, anna: Profile) -> Keeper:
    return Keeper(store=store, profile_id=anna.id, local_date=date(2026, 3, 5))


def test_a_response_lands_and_is_kept(opened: Round, keeper: Keeper) -> None:
    landed = submit(opened, written(WORDS), NOW, keeper)

    assert landed.is_kept
    assert landed.round.step is Step.LAND
    (kept,) = attempts_of(keeper.store, keeper.profile_id)
    assert (kept.id, kept.round_id, kept.number, kept.response) == ("first", "round", 1, WORDS)


def test_the_learners_own_day_is_kept_beside_the_moment(opened: Round, keeper: Keeper) -> None:
    submit(opened, written(WORDS), NOW, keeper)

    (kept,) = attempts_of(keeper.store, keeper.profile_id)
    assert (kept.at, kept.local_date) == (NOW, date(2026, 3, 5))


def test_a_double_click_writes_once(opened: Round, keeper: Keeper) -> None:
    submit(opened, written(WORDS), NOW, keeper)
    submit(opened, written(WORDS), NOW, keeper)

    assert len(attempts_of(keeper.store, keeper.profile_id)) == 1


def test_a_landed_round_is_not_landed_again(opened: Round, keeper: Keeper) -> None:
    landed = submit(opened, written(WORDS), NOW, keeper).round

    assert submit(landed, written(WORDS), NOW, keeper).round == landed


def test_a_rewrite_is_kept_as_the_second_try_of_its_round(opened: Round, keeper: Keeper) -> None:
    first = submit(opened, written("Cheer up."), NOW, keeper).round
    submit(try_again(first, attempt_id="second"), written(WORDS), NOW, keeper)

    kept = attempts_of(keeper.store, keeper.profile_id)
    assert [(attempt.id, attempt.round_id, attempt.number) for attempt in kept] == [
        ("first", "round", 1),
        ("second", "round", 2),
    ]


def test_a_picked_option_is_kept_with_its_authors_reading(opened: Round, keeper: Keeper) -> None:
    missed = next(index for index, option in enumerate(opened.scenario.options) if option.reads is Reading.MISSED)

    submit(opened, picked(opened, missed), NOW, keeper)

    (kept,) = attempts_of(keeper.store, keeper.profile_id)
    assert (kept.option, kept.reading) == (missed, Reading.MISSED)


def test_a_guess_made_before_is_kept_with_the_response(opened: Round, keeper: Keeper) -> None:
    guessed = wonder(opened, Guess(feelings=("lonely",), hope=Hope.COMFORT))

    submit(guessed, written(WORDS), NOW, keeper)

    (kept,) = attempts_of(keeper.store, keeper.profile_id)
    assert (kept.guessed_feelings, kept.guessed_hope) == (("lonely",), Hope.COMFORT)


@pytest.mark.parametrize("words", ["", "  \n", "🙂", "asdfgh jkl qwe"], ids=["empty", "blank", "emoji", "gibberish"])
def test_what_cannot_be_read_does_not_land_and_is_not_kept(opened: Round, keeper: Keeper, words: str) -> None:
    landed = submit(opened, written(words), NOW, keeper)

    assert landed.round == opened
    assert attempts_of(keeper.store, keeper.profile_id) == ()


def test_a_disclosure_that_needs_care_is_not_kept(opened: Round, keeper: Keeper) -> None:
    landed = submit(opened, written("I want to kill myself."), NOW, keeper)

    latest = landed.round.latest
    assert latest is not None
    assert latest.assessment.care is not None
    assert latest.response.words == ""
    assert attempts_of(keeper.store, keeper.profile_id) == ()


def test_a_guest_sees_how_it_lands_and_nothing_is_kept(opened: Round) -> None:
    landed = submit(opened, written(WORDS), NOW, None)

    assert landed.round.step is Step.LAND
    assert not landed.is_kept


def test_when_it_cannot_be_kept_the_answer_stays_open(opened: Round, keeper: Keeper) -> None:
    delete_profile(keeper.store, keeper.profile_id)

    with pytest.raises(StoreError, match="profile"):
        submit(opened, written(WORDS), NOW, keeper)

    assert opened.step is Step.LISTEN


def test_a_response_of_the_most_characters_lands(opened: Round, keeper: Keeper) -> None:
    landed = submit(opened, written("That sounds lonely. " * 5_000), NOW, keeper)

    assert landed.round.step is Step.LAND


def test_hostile_words_are_kept_letter_for_letter(opened: Round, keeper: Keeper) -> None:
    words = "<b>That</b> sounds `lonely` :red[so] \u202e $x^2$ \u05e9\u05dc\u05d5\u05dd"

    submit(opened, Response(words=words), NOW, keeper)

    (kept,) = attempts_of(keeper.store, keeper.profile_id)
    assert kept.response == words
