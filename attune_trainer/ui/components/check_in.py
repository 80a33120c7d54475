"""And you? A moment with oneself: never scored, kept only if asked."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import streamlit as st

from attune_trainer.errors import StoreError
from attune_trainer.practice.checkin import FEELINGS, NEEDS, PLACES, CheckIn
from attune_trainer.practice.round import written
from attune_trainer.store import save_checkin
from attune_trainer.ui import current_round as hand
from attune_trainer.ui import state
from attune_trainer.ui.components.plain import announce, heading, literal, say

if TYPE_CHECKING:
    from attune_trainer.modes.alone import Keeper
    from attune_trainer.practice.round import Round

_FEELING, _BODY, _NEED, _OWN = (f"practise.own_{part}" for part in ("feeling", "body", "need", "words"))
_ID, _DONE, _TROUBLE = "practise.checkin_id", "practise.checkin_done", "practise.checkin_trouble"


def show_check_in(this: Round) -> None:
    """Show the three questions; each may be left out."""
    heading("And you?")
    done = st.session_state.get(_DONE, "")
    announce(done)
    if done:
        say(done)
        st.button("Back to the round", key="practise.back", type="primary", on_click=_leave)
        return
    st.session_state.setdefault(_ID, str(uuid4()))
    say(
        "For you alone. Never scored, and let go of when you leave, unless you keep it.",
        style="quiet",
    )
    st.pills("What am I feeling right now?", FEELINGS, selection_mode="multi", key=_FEELING)
    st.pills("Where do I notice it in my body?", PLACES, selection_mode="multi", key=_BODY)
    st.pills("What do I need?", NEEDS, selection_mode="multi", key=_NEED)
    st.text_input("Anything in your own words (optional)", key=_OWN)
    trouble = st.session_state.get(_TROUBLE)
    if trouble:
        st.warning(literal(trouble))
    keeper = state.keeper()
    with st.container(horizontal=True):
        st.button("Let it go and carry on", key="practise.back", type="primary", on_click=_leave)
        if keeper is not None:
            st.button("Keep this for me", key="practise.checkin_keep", on_click=_keep, args=(this, keeper))


def _keep(this: Round, keeper: Keeper) -> None:
    own = written((st.session_state.get(_OWN) or "").strip()).words
    checkin = CheckIn(
        id=st.session_state[_ID],
        profile_id=keeper.profile_id,
        round_id=this.id,
        feeling=", ".join(st.session_state.get(_FEELING) or ()),
        body=", ".join(st.session_state.get(_BODY) or ()),
        need="; ".join(filter(None, (", ".join(st.session_state.get(_NEED) or ()), own))),
        at=state.utc_now(),
        local_date=keeper.local_date,
    )
    if checkin.is_empty:
        st.session_state[_DONE] = "There was nothing to keep, and that is fine."
        return
    try:
        save_checkin(keeper.store, checkin)
    except StoreError as error:
        st.session_state[_TROUBLE] = str(error)
        return
    st.session_state[_DONE] = "Kept, for you alone."


def _leave() -> None:
    for key in (_FEELING, _BODY, _NEED, _OWN, _ID, _DONE, _TROUBLE):
        st.session_state.pop(key, None)
    hand.put_aside(None)
