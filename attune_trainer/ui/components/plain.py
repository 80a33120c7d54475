"""Text from files and people, shown letter for letter."""

from __future__ import annotations

import re
from html import escape
from typing import Literal

import streamlit as st

_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")
# Streamlit makes links of bare addresses, which nothing escapes; an invisible joiner keeps them words.
_ADDRESS = re.compile(r"(?<=\w)(?=://|@)|(?<=\bwww)(?=\.)", re.IGNORECASE)
_JOINER = "\u2060"


def literal(text: str) -> str:
    """Return `text` for a widget's label, where Streamlit would read Markdown, so that it shows as it stands."""
    return _MARKDOWN.sub(r"\\\1", _ADDRESS.sub(_JOINER, text))


def say(text: str, *, style: str = "plain", width: Literal["stretch", "content"] = "stretch") -> None:
    """Show one paragraph as it stands; `style` is a class of style.css."""
    st.html(f'<p class="{style}" dir="auto">{escape(text)}</p>', width=width)


def title(text: str) -> None:
    """Show the one first heading of a view."""
    st.html(f'<h1 dir="auto">{escape(text)}</h1>')


def heading(text: str) -> None:
    """Show a second heading."""
    st.html(f'<h2 dir="auto">{escape(text)}</h2>')


def announce(text: str) -> None:
    """Tell screen readers what changed; call it at the same place in every run, with "" for nothing."""
    st.html(f'<div class="heard-only" role="status" aria-live="polite">{escape(text)}&#8203;</div>')
