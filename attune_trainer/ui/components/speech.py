"""What people say, shown as speech: the speaker's words on one side, the learner's opposite."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from attune_trainer.ui.components.marks import legend, marked

if TYPE_CHECKING:
    from attune_trainer.library.scenario import Speaker
    from attune_trainer.practice.round import Try


def theirs(speaker: Speaker, words: str, *, voice: str = "", is_small: bool = False) -> None:
    """Show words of the speaker, with how they are said."""
    manner = f'<span class="voice">{escape(voice)}</span>' if voice else ""
    st.html(_figure("theirs", speaker.name, manner, escape(words), is_small=is_small))


def mine(this: Try, *, caption: str = "You", is_small: bool = False) -> None:
    """Show a response of the learner with its marks, and under it what the marks say."""
    words = marked(this.response.words, this.marks)
    st.html(_figure("mine", caption, "", words, is_small=is_small) + legend(this.labels))


def words_only(caption: str, words: str) -> None:
    """Show words of the learner that are not judged."""
    st.html(_figure("mine", caption, "", escape(words), is_small=True))


def _figure(side: str, name: str, manner: str, words: str, *, is_small: bool) -> str:
    return (
        f'<figure class="speech {side}{" small" if is_small else ""}">'
        f'<figcaption><b dir="auto">{escape(name)}</b>{manner}</figcaption>'
        f'<blockquote class="spoken" dir="auto">{words}</blockquote></figure>'
    )
