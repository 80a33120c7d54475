"""Choosing whom to listen to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from attune_trainer.ui import current_round as hand
from attune_trainer.ui import state
from attune_trainer.ui.components.plain import literal, say, title
from attune_trainer.ui.components.statement import named

if TYPE_CHECKING:
    from attune_trainer.library import Scenario

LEVELS = {1: "gentle", 2: "a little closer", 3: "you see it differently", 4: "about the two of you"}


def show_choices() -> None:
    """Show every scenario by pack, gentlest first."""
    library = state.library()
    met = hand.scenarios_met()
    title("Who would you like to listen to?")
    if hand.in_hand() is not None:
        st.button("Back to the round", key="practise.back", type="tertiary", on_click=hand.put_aside, args=(None,))
    packs = [pack for pack in library.packs.values() if pack.scenarios]
    for pack, tab in zip(packs, st.tabs([literal(pack.about.title) for pack in packs]), strict=True):
        with tab:
            say(pack.about.teaches, style="quiet")
            for scenario in pack.scenarios:
                _show_choice(scenario, is_met=scenario.id in met)
    if library.problems:
        with st.expander("Some of your own scenarios could not be used"):
            say("Everything else works. Correct these lines, then restart Attune Trainer:")
            for problem in library.problems:
                say(str(problem))


def _show_choice(scenario: Scenario, *, is_met: bool) -> None:
    about = [f"{scenario.speaker.name}, {LEVELS[scenario.level]}"]
    if scenario.touches:
        about.append(f"touches {named(scenario.touches)}")
    if is_met:
        about.append("heard before")
    st.button(
        f"**{literal(scenario.title)}**  \n{literal(' · '.join(about))}",
        key=f"practise.choose_{scenario.id}",
        width="stretch",
        on_click=hand.start,
        args=(scenario,),
    )
