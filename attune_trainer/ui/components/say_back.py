"""Saying it back: what did I hear, with the statement out of sight; nothing is judged or kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from attune_trainer.practice.round import SaidBack, say_back, written
from attune_trainer.ui import current_round as hand
from attune_trainer.ui.components.plain import heading, literal, say
from attune_trainer.ui.components.speech import theirs, words_only

if TYPE_CHECKING:
    from attune_trainer.practice.round import Round

_WORDS, _PLANNING = "practise.said_back", "practise.was_planning"


def show_say_back(this: Round) -> None:
    """Show the question without the statement, or both side by side."""
    scenario = this.scenario
    heading("What did you hear?")
    if this.said_back is None:
        say(
            "The words are out of sight for a moment. Nothing here is judged or kept.",
            style="quiet",
        )
        st.text_area(
            f"What did {literal(scenario.speaker.name)} tell you, in your words?", key=_WORDS, height="content"
        )
        st.checkbox("While listening, I was already planning my answer", key=_PLANNING)
        with st.container(horizontal=True):
            st.button(
                "Put them side by side",
                key="practise.say_back_done",
                type="primary",
                on_click=_keep,
                shortcut="Ctrl+Enter",
            )
            _back()
        return
    theirs(scenario.speaker, scenario.statement, is_small=True)
    if this.said_back.words.strip():
        words_only("What you heard", this.said_back.words)
    say("What is in theirs and not in yours? That may be the part to ask about.")
    if this.said_back.was_planning:
        say("You noticed that you were planning. Noticing it is how listening comes back.")
    _back()


def _keep() -> None:
    this = hand.in_hand()
    if this is not None:
        words = written(st.session_state.get(_WORDS) or "").words
        hand.hold(say_back(this, SaidBack(words=words, was_planning=bool(st.session_state.get(_PLANNING)))))


def _back() -> None:
    st.button("Back to the round", key="practise.back", on_click=hand.put_aside, args=(None,))
