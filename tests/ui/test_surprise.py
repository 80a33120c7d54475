"""What is said when something failed that nobody foresaw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamlit.testing.v1 import AppTest

if TYPE_CHECKING:
    from collections.abc import Callable


def _page() -> None:
    from attune_trainer.ui.components.surprise import show_surprise  # noqa: PLC0415 - AppTest runs this text alone

    show_surprise(ValueError("what somebody wrote"))


def test_a_surprise_says_what_is_safe_and_never_what_was_written(read: Callable[[AppTest], str]) -> None:
    page = read(AppTest.from_function(_page).run())

    assert "What you kept is safe." in page
    assert "what somebody wrote" not in page
