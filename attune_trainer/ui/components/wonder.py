"""Wondering: what might they feel, what might they hope for; not knowing is a good answer."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import streamlit as st

from attune_trainer.codebook import Hope
from attune_trainer.practice.round import Guess, feelings_to_choose, wonder
from attune_trainer.ui import current_round as hand
from attune_trainer.ui import state
from attune_trainer.ui.components.plain import heading, literal, say

if TYPE_CHECKING:
    from attune_trainer.practice.round import Round

_FEELINGS, _HOPE = "practise.guess_feelings", "practise.guess_hope"
_NOT_SURE = "not sure, I'd ask"
_HOPES = {
    Hope.LISTEN: "somebody to listen",
    Hope.UNDERSTAND: "to be understood",
    Hope.COMFORT: "comfort",
    Hope.ADVICE: "advice",
    Hope.APOLOGY: "an apology",
    Hope.COMPANY: "company",
}


def show_wonder(this: Round) -> None:
    """Show the two questions, or how the guess compares with what the author had in mind."""
    name = this.scenario.speaker.name
    heading("Wonder")
    if this.guess is not None:
        _show_comparison(this, this.guess)
        return
    others = chain.from_iterable(scenario.feelings for scenario in state.library().scenarios.values())
    st.pills(
        f"What might {literal(name)} feel?",
        [*feelings_to_choose(this.scenario, tuple(others)), _NOT_SURE],
        selection_mode="multi",
        key=_FEELINGS,
        format_func=literal,
    )
    st.pills(
        f"What might {literal(name)} hope to get from you?",
        [*_HOPES.values(), _NOT_SURE],
        key=_HOPE,
        format_func=literal,
    )
    with st.container(horizontal=True):
        st.button("Compare", key="practise.wonder_compare", type="primary", on_click=_keep_guess)
        _back()


def _keep_guess() -> None:
    this = hand.in_hand()
    if this is None:
        return
    feelings = tuple(feeling for feeling in st.session_state.get(_FEELINGS) or () if feeling != _NOT_SURE)
    hope = next((hope for hope, words in _HOPES.items() if words == st.session_state.get(_HOPE)), None)
    hand.hold(wonder(this, Guess(feelings=feelings, hope=hope)))


def _show_comparison(this: Round, guess: Guess) -> None:
    scenario = this.scenario
    name = scenario.speaker.name
    shared = [feeling for feeling in guess.feelings if feeling in scenario.feelings]
    if shared:
        say(f"You and the author both thought of: {', '.join(shared)}.")
    elif guess.feelings:
        say("Your guess and the author's differ. People do; asking is how to find out.")
    else:
        say("Not sure is a good place to start. Asking is how to find out.")
    felt = ", ".join(scenario.feelings)
    say(f"The author had in mind that {name} feels {felt}, and hopes for {_HOPES[scenario.hope]}.")
    if guess.hope is None:
        say(f"Asking {name} what they hope for can feel like being heard, too.")
    elif guess.hope is scenario.hope:
        say("You thought of the same hope.")
    else:
        say(f"You thought of {_HOPES[guess.hope]}. If unsure, a question opens the door to either.")
    _back()


def _back() -> None:
    st.button("Back to the round", key="practise.back", on_click=hand.put_aside, args=(None,))
