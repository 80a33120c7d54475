"""What is said when something cannot be used: what happened, what is safe, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from attune_trainer.errors import ContentError, StoreError
from attune_trainer.ui import state
from attune_trainer.ui.components.plain import say, title

if TYPE_CHECKING:
    from attune_trainer.errors import AttuneError


def show_sorry(error: AttuneError) -> None:
    """Show the error in its own words, and the ways on."""
    title("This did not work")
    if isinstance(error, ContentError):
        say(
            "Some of the files Attune Trainer came with cannot be used. What you kept is safe. "
            "Put them back as they were, or correct these lines:"
        )
    for line in str(error).splitlines():
        say(line)
    with st.container(horizontal=True):
        st.button("Try once more", key="app.retry", type="primary")
        if isinstance(error, StoreError):
            st.button("Practise without keeping anything", key="app.unkept", on_click=state.practise_as_guest)
