"""Who is practising?"""

from __future__ import annotations

import streamlit as st

from attune_trainer.errors import StoreError
from attune_trainer.store import create_profile, list_profiles
from attune_trainer.ui import state
from attune_trainer.ui.components.plain import literal, say, title

_NAME, _TROUBLE = "welcome.name", "welcome.trouble"


def show() -> None:
    """Show the names already here and a place for a new one."""
    profiles = list_profiles(state.store())
    say("Attune Trainer", style="quiet")
    title("Who is practising?")
    if not profiles:
        say("Somebody tells you something that matters to them. You answer, and see how it may land.")
        say("A round takes about a minute.")
    for profile in profiles:
        if st.button(literal(profile.name), key=f"welcome.open_{profile.id}", width="stretch"):
            state.choose_profile(profile)
            st.switch_page("views/practise.py")
    with st.form("welcome.new", border=False):
        st.text_input("Somebody new? Your name" if profiles else "Your name, or what you like to be called", key=_NAME)
        begins = st.form_submit_button("Begin", type="secondary" if profiles else "primary", key="welcome.begin")
    if begins:
        _begin()
    say(
        "Each name keeps its own practice on this computer. There is no password: anyone on this computer can open it.",
        style="quiet",
    )
    say("This is practice, not therapy.", style="quiet")


def _begin() -> None:
    try:
        profile = create_profile(state.store(), st.session_state.get(_NAME) or "", now=state.utc_now())
    except StoreError as error:
        st.warning(literal(str(error)))
        return
    state.choose_profile(profile)
    st.switch_page("views/practise.py")


show()
