"""The round in hand: what the buttons of the practise page do to it. Streamlit calls these before it draws."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING
from uuid import uuid4

import streamlit as st

from attune_trainer.errors import AttuneError
from attune_trainer.modes.alone import submit
from attune_trainer.practice.plan import next_scenario
from attune_trainer.practice.round import (
    MOST_CHARACTERS,
    Response,
    Round,
    Step,
    begin,
    leave_answer,
    open_answer,
    picked,
    try_again,
    written,
)
from attune_trainer.store import attempts_of
from attune_trainer.ui import state
from attune_trainer.ui.warm_up import wait_for_rules

if TYPE_CHECKING:
    from attune_trainer.library import Scenario

ROUND = "practise.round"
ASIDE = "practise.aside"
HOW = "practise.how"
RESPONSE = "practise.response"
OPTION = "practise.option"
LINE = "practise.line"
TROUBLE = "practise.trouble"
KEPT = "practise.kept"
DRAFT = "practise.draft"
MET = "practise.met"
AGAIN = "practise.from_the_start"

WRITE, PICK = "In my own words", "Pick one"
_EMPTY = "That is too short to read anything into. What would you say to {name}?"
_UNREAD = "That one could not be read, so nothing is said about it. Try it in plain English words, or pick one."
_NOT_PICKED = "Pick the one you would say, or write your own."
_CUT = "That was very long. The first {most:,} characters were read; the rest was left out."


def in_hand() -> Round | None:
    """Return the round this tab is in."""
    this: Round | None = st.session_state.get(ROUND)
    return this


def hold(this: Round) -> None:
    """Keep the round for the next run."""
    st.session_state[ROUND] = this


def start(scenario: Scenario) -> None:
    """Begin a round, with nothing left of the one before."""
    for key in (ASIDE, RESPONSE, OPTION, LINE, TROUBLE, KEPT, DRAFT):
        st.session_state.pop(key, None)
    hold(begin(scenario, round_id=str(uuid4()), attempt_id=str(uuid4()), rng=Random()))  # noqa: S311  # a shuffle, no secret


def start_next() -> None:
    """Begin a round on what comes next; where every scenario has been met, no round is in hand.

    Raises:
        StoreError: what was practised before cannot be read.
    """
    met: set[str] = st.session_state.setdefault(MET, set())
    if AGAIN not in st.session_state:
        met |= scenarios_met()
    scenario = next_scenario(state.library().scenarios.values(), met)
    if scenario is not None:
        start(scenario)


def go_on() -> None:
    """Let go of the round; the page begins the next one, where an error can be shown."""
    this = st.session_state.pop(ROUND, None)
    if this is not None:
        st.session_state.setdefault(MET, set()).add(this.scenario.id)


def take_up(scenario_id: str, draft: str) -> None:
    """Go back to an answer that was open before the page was loaded again, unless another has been begun since."""
    this, scenario = in_hand(), state.library().scenarios.get(scenario_id)
    if this is None or this.tries or scenario is None or st.session_state.get(RESPONSE):
        return
    if scenario.id != this.scenario.id:
        start(scenario)
    if draft:
        st.session_state[RESPONSE] = st.session_state[DRAFT] = draft
        st.session_state[HOW] = WRITE
        open_now()


def scenarios_met() -> set[str]:
    """Return the ids of the scenarios this person has answered; a guest's are not remembered."""
    keeper = state.keeper()
    return {attempt.scenario for attempt in attempts_of(keeper.store, keeper.profile_id)} if keeper else set()


def start_over() -> None:
    """Let the page begin with the gentlest scenario again; what was kept stays kept."""
    st.session_state[AGAIN] = True
    st.session_state[MET] = set()


def put_aside(aside: str | None) -> None:
    """Show something beside the round, or come back to it; what was typed stays."""
    this = in_hand()
    if this is not None:
        hold(open_answer(this))
    st.session_state[ASIDE] = aside


def open_now() -> None:
    """Open the answer without waiting for the breath to end."""
    this = in_hand()
    if this is not None:
        hold(open_answer(this))


def change_how() -> None:
    """Open the answer the other way; what was said about the one before no longer fits."""
    st.session_state[LINE] = st.session_state[TROUBLE] = ""
    open_now()


def remember_draft() -> None:
    """Keep what was typed; Streamlit drops it with the box when another page is shown."""
    st.session_state[DRAFT] = st.session_state.get(RESPONSE, "")


def send(*, keep: bool = True) -> None:
    """Land what was picked or written, once."""
    this = in_hand()
    if this is None or this.step is Step.LAND:
        return
    st.session_state[LINE] = st.session_state[TROUBLE] = ""
    response = _response(this)
    if response is None or response.is_empty:
        st.session_state[LINE] = _NOT_PICKED if response is None else _EMPTY.format(name=this.scenario.speaker.name)
        hold(open_answer(this))
        return
    try:
        wait_for_rules()
        landed = submit(this, response, state.utc_now(), state.keeper() if keep else None)
    except AttuneError as error:
        st.session_state[TROUBLE] = str(error)
        hold(open_answer(this))
        return
    if landed.round.step is not Step.LAND:
        st.session_state[LINE] = _UNREAD
        hold(open_answer(this))
        return
    hold(landed.round)
    st.session_state[KEPT] = landed.is_kept
    st.session_state[LINE] = _CUT.format(most=MOST_CHARACTERS) if response.was_cut else ""
    for key in (RESPONSE, OPTION, DRAFT):
        st.session_state.pop(key, None)


def edit() -> None:
    """Open the answer again with the words of the try before in it."""
    this = in_hand()
    if this is None or this.latest is None:
        return
    st.session_state[RESPONSE] = st.session_state[DRAFT] = this.latest.response.words
    st.session_state[HOW] = WRITE
    st.session_state[LINE] = ""
    hold(try_again(this, attempt_id=str(uuid4())))


def leave_edit() -> None:
    """Go back to how the try before landed."""
    this = in_hand()
    if this is not None:
        hold(leave_answer(this))


def _response(this: Round) -> Response | None:
    if st.session_state.get(HOW) == PICK:
        option = st.session_state.get(OPTION)
        return None if option is None else picked(this, option)
    return written(st.session_state.get(RESPONSE) or "")
