"""The app as its pages see it, on a data folder of its own."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import attune_trainer.ui

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MAIN = Path(attune_trainer.ui.__file__).with_name("main.py")


@pytest.fixture
def app() -> Iterator[AppTest]:
    """The app as it opens on a computer where nobody has practised."""
    yield AppTest.from_file(str(MAIN), default_timeout=30).run()
    st.cache_resource.clear()


@pytest.fixture
def mara(app: AppTest) -> AppTest:
    """The app with Mara practising, at the beginning of a round."""
    app.text_input(key="welcome.name").input("Mara")
    app.button(key="welcome.begin").click().run()
    return app


@pytest.fixture
def markup() -> Callable[[AppTest], str]:
    """The HTML a page was made of, as it was handed to the browser."""
    return lambda app: "\n".join(element.proto.body for element in app.get("html"))


_MARKS = re.compile(r'<span class="heard-only">.*?</span>|</?mark[^>]*>')


@pytest.fixture
def read(markup: Callable[[AppTest], str]) -> Callable[[AppTest], str]:
    """The words of a page, as a person reads them; marks leave them as they were."""
    return lambda app: html.unescape(re.sub(r"<[^>]+>", " ", _MARKS.sub("", markup(app))))
