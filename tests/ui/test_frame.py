"""The frame around every page: help without a name, and every failure with a way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import streamlit as st

from attune_trainer.ui import state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    Read = Callable[[AppTest], str]


def test_help_is_there_without_a_name(app: AppTest, read: Read) -> None:
    app.switch_page("views/help.py").run()

    assert "findahelpline.com" in read(app)
    assert "116 123" in read(app)


@pytest.mark.parametrize("page", ["practise", "progress", "settings"])
def test_every_other_page_asks_for_a_name_first(app: AppTest, read: Read, page: str) -> None:
    app.switch_page(f"views/{page}.py").run()

    assert "Who is practising?" in read(app)


@pytest.mark.parametrize("page", ["practise", "progress", "settings", "help", "welcome"])
def test_every_page_has_one_first_heading_and_headings_in_order(
    mara: AppTest, markup: Callable[[AppTest], str], page: str
) -> None:
    mara.switch_page(f"views/{page}.py").run()

    levels = [int(part[0]) for part in markup(mara).split("<h")[1:] if part[0].isdigit()]
    assert not mara.exception
    assert levels.count(1) == 1
    assert all(deeper - level <= 1 for level, deeper in zip([0, *levels], levels, strict=False))


@pytest.fixture
def broken(app: AppTest, data_folder: Path) -> AppTest:
    """The app where what was kept cannot be opened."""
    st.cache_resource.clear()
    for file in data_folder.iterdir():
        file.unlink()
    (data_folder / "attune.db").write_text("This is no database, and it was here first.", encoding="utf-8")
    return app.run()


def test_a_store_that_cannot_be_opened_is_said_in_plain_words(broken: AppTest, read: Read) -> None:
    assert not broken.exception
    assert "is not a database of Attune Trainer" in read(broken)
    assert broken.button(key="app.retry").label == "Try once more"


def test_one_can_practise_without_keeping_anything(broken: AppTest, read: Read) -> None:
    broken.button(key="app.unkept").click().run()
    broken.text_area(key="practise.response").input("That sounds lonely.")
    broken.button(key="practise.send").click().run()

    assert not broken.exception
    assert "Your words have landed" in read(broken)
    assert "This try was not kept." in read(broken)


@pytest.mark.parametrize("page", ["progress", "settings"])
def test_a_guest_is_told_that_nothing_is_kept(broken: AppTest, read: Read, page: str) -> None:
    broken.button(key="app.unkept").click().run()
    broken.switch_page(f"views/{page}.py").run()

    assert not broken.exception
    assert "nothing is kept" in read(broken)


def test_a_broken_pack_of_ones_own_is_named_and_the_rest_works(mara: AppTest, read: Read, data_folder: Path) -> None:
    own = data_folder / "scenarios" / "mine"
    own.mkdir(parents=True)
    (own / "pack.yaml").write_text("title: [", encoding="utf-8")
    st.cache_resource.clear()
    mara.run()
    mara.button(key="practise.choose").click().run()

    assert not mara.exception
    assert "pack.yaml:2:1" in read(mara)
    assert state.library().scenarios
