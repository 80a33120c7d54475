"""The frame around every page: who is practising, where one can go, and what is said when something fails."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from attune_trainer.errors import AttuneError
from attune_trainer.ui import state
from attune_trainer.ui.components.sorry import show_sorry

if TYPE_CHECKING:
    from streamlit.navigation.page import Page as StreamlitPage

_HERE = Path(__file__).parent


def main() -> None:
    """Show the page that was asked for, once somebody is practising."""
    st.set_page_config(page_title="Attune Trainer", page_icon=_HERE / "static" / "icon.png", layout="centered")
    st.html(_HERE / "style.css")
    views = _HERE / "views"
    practise = st.Page(views / "practise.py", title="Practise", default=True)
    progress = st.Page(views / "progress.py", title="Progress")
    settings = st.Page(views / "settings.py", title="Settings")
    help_page = st.Page(views / "help.py", title="Help")
    welcome = st.Page(views / "welcome.py", title="Who is practising?")
    page = st.navigation([practise, progress, settings, help_page, welcome], position="hidden")
    try:
        is_known = state.is_guest() or state.current_profile() is not None
        if not is_known and page not in (welcome, help_page):
            st.switch_page(welcome)
        if state.is_guest() and page is welcome:
            st.switch_page(practise)
        everywhere = [practise, progress, settings, help_page]
        st.html('<p class="waiting">One moment.</p>')
        _show_way(everywhere if is_known else [help_page] if page is welcome else [welcome, help_page])
        page.run()
    except AttuneError as error:
        show_sorry(error)


def _show_way(pages: list[StreamlitPage]) -> None:
    """Show where one can go, in words, on a phone as well."""
    with st.container(horizontal=True, key="app.way"):
        for page in pages:
            st.page_link(page, width="content")


main()
