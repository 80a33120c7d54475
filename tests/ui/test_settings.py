"""Settings: what is shown, the name, and deleting for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from attune_trainer.store import list_profiles, preferences_of
from attune_trainer.ui import state

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

    Read = Callable[[AppTest], str]


@pytest.fixture
def settings(mara: AppTest) -> AppTest:
    """The settings of Mara."""
    return mara.switch_page("views/settings.py").run()


def test_points_are_off_until_asked_for(settings: AppTest) -> None:
    assert not settings.toggle(key="settings.points").value


def test_the_choice_is_kept(settings: AppTest) -> None:
    (profile,) = list_profiles(state.store())
    settings.toggle(key="settings.points").set_value(True).run()
    settings.run()

    assert settings.toggle(key="settings.points").value
    assert preferences_of(state.store(), profile.id).show_points


def test_the_choice_can_be_taken_back(settings: AppTest) -> None:
    (profile,) = list_profiles(state.store())
    for choice in (True, False):
        settings.toggle(key="settings.points").set_value(choice).run()

    assert not preferences_of(state.store(), profile.id).show_points


def test_a_name_can_be_changed(settings: AppTest, read: Read) -> None:
    settings.text_input(key="settings.name").input("Noa")
    settings.button(key="settings.rename_done").click().run()

    assert "Practising as Noa." in read(settings)


def test_deleting_asks_first(settings: AppTest, read: Read) -> None:
    settings.button(key="settings.delete").click().run()

    assert "Delete everything kept for Mara? This cannot be taken back." in read(settings)
    settings.button(key="settings.delete_not").click().run()
    assert len(list_profiles(state.store())) == 1


def test_deleting_leaves_nothing_and_leads_to_the_names(settings: AppTest, read: Read) -> None:
    settings.button(key="settings.delete").click().run()
    settings.button(key="settings.delete_yes").click().run()

    assert list_profiles(state.store()) == ()
    assert "Who is practising?" in read(settings)


def test_somebody_else_can_practise(settings: AppTest, read: Read) -> None:
    settings.button(key="settings.another").click().run()

    assert "Who is practising?" in read(settings)
    assert "who" not in settings.query_params
