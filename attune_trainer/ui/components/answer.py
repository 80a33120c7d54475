"""Responding: in own words, or one of the options."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from attune_trainer.ui import current_round as hand
from attune_trainer.ui.components.plain import literal, say

if TYPE_CHECKING:
    from attune_trainer.practice.round import Round


def show_answer(this: Round) -> None:
    """Show the box or the options, and the button that sends them."""
    st.session_state.setdefault(hand.HOW, hand.WRITE)
    st.segmented_control(
        "How would you like to answer?",
        [hand.WRITE, hand.PICK],
        key=hand.HOW,
        required=True,
        on_change=hand.change_how,
        label_visibility="collapsed",
    )
    if st.session_state[hand.HOW] == hand.PICK:
        _show_options(this)
    else:
        _show_box(this)
    line, trouble = st.session_state.get(hand.LINE), st.session_state.get(hand.TROUBLE)
    if line:
        say(line, style="plain kind")
    if trouble:
        _show_trouble(trouble)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("Say it", key="practise.send", type="primary", shortcut="Ctrl+Enter", on_click=hand.send)
        if this.tries:
            st.button("Leave it as it was", key="practise.leave_edit", type="tertiary", on_click=hand.leave_edit)


def _show_box(this: Round) -> None:
    st.session_state.setdefault(hand.RESPONSE, st.session_state.get(hand.DRAFT, ""))
    st.text_area(
        f"What would you say to {literal(this.scenario.speaker.name)}?",
        key=hand.RESPONSE,
        height="content",
        on_change=hand.remember_draft,
    )


def _show_options(this: Round) -> None:
    options = dict(this.options)
    st.radio(
        f"Which would you say to {literal(this.scenario.speaker.name)}?",
        list(options),
        index=None,
        key=hand.OPTION,
        format_func=lambda index: literal(options[index].say),
    )


def _show_trouble(trouble: str) -> None:
    st.warning(f"{literal(trouble)} Your words are still in the box.", icon=None)
    st.button("See how it lands without keeping it", key="practise.unkept", on_click=hand.send, kwargs={"keep": False})
