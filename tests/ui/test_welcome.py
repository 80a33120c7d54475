"""Who is practising: names, one profile each, and plain words about who can open them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from streamlit.testing.v1 import AppTest

from attune_trainer.store import create_profile, list_profiles
from attune_trainer.ui import state

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[[AppTest], str]

NOW = datetime(2026, 3, 4, 18, 30, tzinfo=UTC)


def test_the_app_asks_who_is_practising(app: AppTest, read: Read) -> None:
    assert "Who is practising?" in read(app)


def test_it_says_plainly_that_anyone_on_this_computer_can_open_a_profile(app: AppTest, read: Read) -> None:
    assert "There is no password: anyone on this computer can open it." in read(app)


def test_a_new_name_begins_a_round(mara: AppTest) -> None:
    assert not mara.exception
    assert mara.text_area(key="practise.response").label.startswith("What would you say")


def test_a_name_that_is_there_opens_its_own_practice(app: AppTest) -> None:
    noa = create_profile(state.store(), "Noa", now=NOW)
    app.run()
    app.button(key=f"welcome.open_{noa.id}").click().run()

    assert app.text_area(key="practise.response").label.startswith("What would you say")
    assert app.query_params["who"] == noa.id


def test_no_name_gets_a_question_and_no_profile(app: AppTest) -> None:
    app.button(key="welcome.begin").click().run()

    assert app.warning
    assert list_profiles(state.store()) == ()


def test_a_name_is_shown_letter_for_letter(app: AppTest) -> None:
    profile = create_profile(state.store(), "**Noa** :red[x]", now=NOW)
    app.run()

    assert app.button(key=f"welcome.open_{profile.id}").label == r"\*\*Noa\*\* \:red\[x\]"


def test_the_address_brings_the_profile_back_in_a_new_tab(mara: AppTest) -> None:
    tab = AppTest.from_file(str(mara._script_path), default_timeout=30)  # noqa: SLF001 - the same app in another tab
    tab.query_params["who"] = mara.query_params["who"]
    tab.run()

    assert tab.text_area(key="practise.response").label.startswith("What would you say")


def test_an_address_of_nobody_leads_to_the_names(app: AppTest, read: Read) -> None:
    app.query_params["who"] = "nobody"
    app.run()

    assert "Who is practising?" in read(app)
