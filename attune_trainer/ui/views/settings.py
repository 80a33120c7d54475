"""How one person likes the app to be, and deleting what it kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from attune_trainer.errors import StoreError
from attune_trainer.store import delete_profile, rename_profile, save_preferences
from attune_trainer.ui import state
from attune_trainer.ui.components.plain import heading, literal, say, title

if TYPE_CHECKING:
    from attune_trainer.store import Profile

_POINTS, _NAME, _DELETING = "settings.points", "settings.name", "settings.deleting"


def show() -> None:
    """Show the settings of whoever is practising."""
    title("Settings")
    profile = state.current_profile()
    if profile is None:
        say("You are practising as a guest: nothing is kept, so there is nothing to set.")
        _offer_another("Choose a name")
        return
    say(f"Practising as {profile.name}.")
    _offer_another("Somebody else is practising")
    _show_points(profile)
    _show_name(profile)
    _show_delete(profile)


def _offer_another(words: str) -> None:
    if st.button(words, key="settings.another"):
        state.forget_profile()
        st.switch_page("views/welcome.py")


def _show_points(profile: Profile) -> None:
    heading("Words first")
    chosen = state.preferences()
    shows = st.toggle("Show points and depth too", value=chosen.show_points, key=_POINTS)
    say(
        "Points are a sum you can read line by line. They are about the words, never about you.",
        style="quiet",
    )
    if shows != chosen.show_points:
        save_preferences(state.store(), profile.id, replace(chosen, show_points=shows))


def _show_name(profile: Profile) -> None:
    heading("Your name")
    with st.form("settings.rename", border=False):
        name = st.text_input("What you like to be called", value=profile.name, key=_NAME)
        renames = st.form_submit_button("Change it", key="settings.rename_done")
    if renames:
        try:
            rename_profile(state.store(), profile.id, name)
        except StoreError as error:
            st.warning(literal(str(error)))
        else:
            st.rerun()


def _show_delete(profile: Profile) -> None:
    heading("Delete what is kept")
    say("Everything kept under this name goes for good: answers, check-ins, settings.", style="quiet")
    if not st.session_state.get(_DELETING):
        if st.button("Delete this profile", key="settings.delete"):
            st.session_state[_DELETING] = True
            st.rerun()
        return
    say(f"Delete everything kept for {profile.name}? This cannot be taken back.")
    with st.container(horizontal=True):
        if st.button("Keep it", key="settings.delete_not", type="primary"):
            st.session_state[_DELETING] = False
            st.rerun()
        if st.button("Delete for good", key="settings.delete_yes"):
            delete_profile(state.store(), profile.id)
            state.forget_profile()
            st.switch_page("views/welcome.py")


show()
