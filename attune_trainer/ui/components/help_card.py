"""Where to find help, quietly; and a quick way out."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from attune_trainer.errors import ContentError
from attune_trainer.ui.components.plain import heading, say
from attune_trainer.ui.load import load_help

if TYPE_CHECKING:
    from attune_trainer.ui.load import Country, Line

_WAY_OUT = '<p class="plain"><a href="leave" target="_self" rel="noreferrer">Leave this page now</a></p>'

_ANYWHERE = (
    '<p class="plain">Anywhere: <a href="https://findahelpline.com" target="_blank" rel="noreferrer">'
    "findahelpline.com</a> lists free help lines by country.</p>"
)


def show_care() -> None:
    """Show the card that stands in place of marks when words need care and no judging."""
    with st.container(border=True):
        heading("This sounds bigger than practice")
        say(
            "So nothing is marked, and what you wrote is not kept. If something like this is happening to you or to "
            "somebody near you, there are people to talk to, by day and by night."
        )
        show_help_lines(is_short=True)
        st.html(_WAY_OUT)


def show_way_out() -> None:
    """Show the link that leaves for a page about nothing."""
    st.html(_WAY_OUT)


def show_help_lines(*, is_short: bool = False) -> None:
    """Show the lines of the browser's country first; the others on request where `is_short`."""
    try:
        countries = load_help()
    except ContentError as error:
        say("The list of help lines could not be read. findahelpline.com lists them for every country.")
        say(str(error), style="quiet")
        return
    here = (st.context.locale or "").rpartition("-")[2].upper()
    near = [country for country in countries if country.code == here]
    far = [country for country in countries if country.code != here]
    for country in near:
        _show_country(country)
    st.html(_ANYWHERE)
    if is_short:
        with st.expander("Help in other countries" if near else "Help by country"):
            for country in far:
                _show_country(country)
    else:
        for country in far:
            _show_country(country)


def _show_country(country: Country) -> None:
    rows = "".join(_row(line) for line in country.lines)
    st.html(f'<h3 class="country">{escape(country.name)}</h3><ul class="lines">{rows}</ul>')


def _row(line: Line) -> str:
    number = "".join(character for character in line.number if character.isdigit() or character == "+")
    note = f' <span class="quiet">{escape(line.note)}</span>' if line.note else ""
    return f'<li>{escape(line.name)}: <a href="tel:{number}">{escape(line.number)}</a>{note}</li>'
