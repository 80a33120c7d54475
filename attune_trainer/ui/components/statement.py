"""Listening: who is speaking, where, and what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from attune_trainer.ui import current_round as hand
from attune_trainer.ui.components.plain import say, title
from attune_trainer.ui.components.speech import theirs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attune_trainer.library import Scenario
    from attune_trainer.library.scenario import Touch


def show_statement(scenario: Scenario) -> None:
    """Show the scenario up to where the learner answers."""
    title(scenario.title)
    if scenario.touches:
        with st.container(horizontal=True, vertical_alignment="center", key="practise.touches"):
            say(f"This one touches {named(scenario.touches)}.", style="quiet", width="content")
            st.button("Somebody else", key="practise.skip", type="tertiary", on_click=hand.go_on)
    say(scenario.setting)
    theirs(scenario.speaker, scenario.statement, voice=scenario.speaker.voice)


def show_breath() -> None:
    """Show a slow line that comes and goes."""
    st.html('<p class="quiet middle">One breath with it.</p><div class="breath" aria-hidden="true"></div>')


def named(touches: Iterable[Touch]) -> str:
    """Return what a scenario touches, in words."""
    return ", ".join(touch.replace("_", " ") for touch in touches)
