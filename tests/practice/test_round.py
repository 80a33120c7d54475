"""The round as state: nothing is lost, nothing happens twice."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from attune_trainer.codebook import Certainty, Hope, Label, Move, Reading
from attune_trainer.practice.round import (
    MOST_CHARACTERS,
    Guess,
    Response,
    SaidBack,
    Step,
    begin,
    compare,
    feelings_to_choose,
    land,
    leave_answer,
    open_answer,
    picked,
    say_back,
    try_again,
    wonder,
    written,
)
from attune_trainer.scoring.assessment import Assessment, Care, Finding
from attune_trainer.text.span import Span

if TYPE_CHECKING:
    from attune_trainer.library import Scenario
    from attune_trainer.practice.round import Round


def found(label: Label | None, *, certainty: Certainty = Certainty.CLEAR, move: Move = Move.DIRECTING) -> Finding:
    return Finding("a.rule", move, label, Span(0, 4), certainty)


def read_as(reading: Reading, *findings: Finding) -> Assessment:
    present = frozenset(finding.label for finding in findings if finding.label)
    return Assessment(findings=findings, present=present, reading=reading)


FIXED = read_as(Reading.MISSED, found(Label.FIXING))
HEARD = read_as(Reading.ATTUNED, found(Label.ACKNOWLEDGING, move=Move.NAMING))


def option_that(this: Round, reading: Reading) -> int:
    return next(index for index, option in enumerate(this.scenario.options) if option.reads is reading)


def test_a_round_begins_by_listening(listening: Round) -> None:
    assert listening.step is Step.LISTEN
    assert listening.latest is None


def test_every_option_is_laid_out_once(listening: Round) -> None:
    assert sorted(index for index, _ in listening.options) == list(range(len(listening.scenario.options)))


def test_options_are_laid_out_by_the_shuffle_that_was_given(scenario: Scenario) -> None:
    orders = {begin(scenario, round_id="r", attempt_id="a", rng=Random(seed)).order for seed in range(20)}  # noqa: S311 - a shuffle, no secret

    assert len(orders) > 1


def test_the_layout_of_options_stays_for_the_whole_round(listening: Round) -> None:
    again = try_again(land(open_answer(listening), written("Go to bed."), FIXED), attempt_id="second")

    assert again.order == listening.order


def test_the_answer_opens_after_listening(listening: Round) -> None:
    assert open_answer(listening).step is Step.RESPOND


def test_opening_the_answer_of_a_landed_round_changes_nothing(listening: Round) -> None:
    landed = land(listening, written("Go to bed."), FIXED)

    assert open_answer(landed) == landed


def test_a_landed_response_carries_the_id_made_when_the_answer_opened(listening: Round) -> None:
    landed = land(listening, written("Go to bed."), FIXED)

    assert landed.latest is not None
    assert landed.latest.attempt_id == "first"


def test_landing_leaves_the_round_before_as_it_was(listening: Round) -> None:
    land(listening, written("Go to bed."), FIXED)

    assert listening.step is Step.LISTEN
    assert listening.tries == ()


def test_a_disclosure_that_needs_care_leaves_no_words_behind(listening: Round) -> None:
    landed = land(listening, written("Something grave."), Assessment(care=Care.SELF_HARM))

    assert "grave" not in repr(landed)


def test_trying_again_after_care_leaves_no_try_behind(listening: Round) -> None:
    landed = land(listening, written("Something grave."), Assessment(care=Care.SELF_HARM))

    assert try_again(landed, attempt_id="second").tries == ()


def test_a_care_landing_has_no_marks(listening: Round) -> None:
    assessment = replace(FIXED, care=Care.VIOLENCE)

    landed = land(listening, written("Something grave."), assessment)

    assert landed.latest is not None
    assert landed.latest.marks == ()


def test_trying_again_keeps_what_landed_before(listening: Round) -> None:
    again = try_again(land(listening, written("Go to bed."), FIXED), attempt_id="second")

    assert again.step is Step.RESPOND
    assert again.attempt_id == "second"
    assert [one.response.words for one in again.tries] == ["Go to bed."]


def test_an_open_answer_is_not_opened_again(listening: Round) -> None:
    opened = open_answer(listening)

    assert try_again(opened, attempt_id="second") == opened


def test_leaving_an_answer_goes_back_to_how_the_try_before_landed(listening: Round) -> None:
    landed = land(listening, written("Go to bed."), FIXED)

    assert leave_answer(try_again(landed, attempt_id="second")).step is Step.LAND


def test_a_first_answer_cannot_be_left(listening: Round) -> None:
    opened = open_answer(listening)

    assert leave_answer(opened) == opened


def test_own_words_read_as_the_scorer_reads_them(listening: Round) -> None:
    landed = land(listening, written("Go to bed."), FIXED)

    assert landed.latest is not None
    assert landed.latest.reading is Reading.MISSED


def test_a_picked_option_reads_as_its_author_reads_it(listening: Round) -> None:
    landed = land(listening, picked(listening, option_that(listening, Reading.ATTUNED)), FIXED)

    assert landed.latest is not None
    assert landed.latest.reading is Reading.ATTUNED


def test_a_picked_option_is_not_marked_where_the_scorer_disagrees_with_its_author(listening: Round) -> None:
    landed = land(listening, picked(listening, option_that(listening, Reading.ATTUNED)), FIXED)

    assert landed.latest is not None
    assert landed.latest.marks == ()


def test_a_picked_option_is_marked_where_the_scorer_agrees_with_its_author(listening: Round) -> None:
    landed = land(listening, picked(listening, option_that(listening, Reading.ATTUNED)), HEARD)

    assert landed.latest is not None
    assert landed.latest.marks == HEARD.findings


@pytest.mark.parametrize(
    "quiet",
    [found(Label.FIXING, certainty=Certainty.WORTH_A_LOOK), found(None, move=Move.LIMIT)],
    ids=["worth a look", "unscored"],
)
def test_what_does_not_count_is_not_highlighted(listening: Round, quiet: Finding) -> None:
    assessment = replace(HEARD, findings=(*HEARD.findings, quiet), present=frozenset({*HEARD.present, Label.FIXING}))

    landed = land(listening, written("That hurt."), assessment)

    assert landed.latest is not None
    assert landed.latest.marks == HEARD.findings


def test_a_rewrite_tells_what_is_gone_new_and_still_there(listening: Round) -> None:
    before = read_as(Reading.MIXED, found(Label.FIXING), found(Label.EXPLORING, move=Move.INVITING))
    after = read_as(Reading.ATTUNED, *HEARD.findings, found(Label.EXPLORING, move=Move.INVITING))
    first = land(listening, written("Go to bed. Tell me."), before)
    second = land(try_again(first, attempt_id="second"), written("That hurt. Tell me."), after)

    change = compare(*second.tries)

    assert change.gone == (Label.FIXING,)
    assert change.new == (Label.ACKNOWLEDGING,)
    assert change.still == (Label.EXPLORING,)


def test_a_response_that_is_too_long_is_cut_and_says_so() -> None:
    response = written("a" * 100_000)

    assert len(response.words) == MOST_CHARACTERS
    assert response.was_cut


def test_a_response_of_the_most_characters_is_whole() -> None:
    assert not written("a" * MOST_CHARACTERS).was_cut


def test_control_characters_become_visible_one_for_one() -> None:
    assert written("a\x00b\x1bc\x7f").words == "a\u2400b\u241bc\u2421"


def test_lines_and_tabs_stay() -> None:
    assert written("one\n\ttwo").words == "one\n\ttwo"


@pytest.mark.parametrize("words", ["", "   ", "\n\t\u00a0"])
def test_blank_words_are_empty(words: str) -> None:
    assert Response(words=words).is_empty


def test_a_guess_stays_with_the_round(listening: Round) -> None:
    guess = Guess(feelings=("lonely",), hope=Hope.COMFORT)

    assert wonder(listening, guess).guess == guess


def test_what_was_said_back_stays_with_the_round(listening: Round) -> None:
    said_back = SaidBack(words="You were alone.", was_planning=True)

    assert say_back(listening, said_back).said_back == said_back


def test_the_feelings_to_choose_from_hold_the_speakers_own(scenario: Scenario) -> None:
    offered = feelings_to_choose(scenario, [f"feeling {number}" for number in range(30)])

    assert set(scenario.feelings) <= set(offered)
    assert len(offered) == 10
    assert list(offered) == sorted(offered)
