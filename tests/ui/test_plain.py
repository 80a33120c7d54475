"""Text in labels, where Streamlit would read Markdown: shown letter for letter."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from attune_trainer.ui.components.plain import literal


@given(some.text())
def test_nothing_but_backslashes_and_joiners_is_added(text: str) -> None:
    plain = text.replace("\u2060", "")

    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", literal(plain)).replace("\u2060", "") == plain


@pytest.mark.parametrize("mark", ["*", "_", "`", "[", "]", "(", ":", "$", "<", ">", "#", "|", "~", "!", "\\"])
def test_what_markdown_reads_is_escaped(mark: str) -> None:
    assert literal(f"a{mark}b") == f"a\\{mark}b"


@pytest.mark.parametrize("address", ["https://example.org", "www.example.org", "sam@example.org"])
def test_an_address_is_broken_by_an_invisible_joiner(address: str) -> None:
    assert "\u2060" in literal(address)
