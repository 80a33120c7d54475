from __future__ import annotations

from pathlib import Path

import pytest

from attune_trainer import settings


def test_the_data_folder_is_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ATTUNE_DATA_FOLDER", str(tmp_path / "kept"))

    assert settings.data_folder() == tmp_path / "kept"


def test_a_tilde_in_the_data_folder_is_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTUNE_DATA_FOLDER", "~/kept")

    assert settings.data_folder() == Path.home() / "kept"


@pytest.mark.parametrize("unset", ["", None])
def test_without_a_word_the_data_folder_is_the_systems(monkeypatch: pytest.MonkeyPatch, unset: str | None) -> None:
    monkeypatch.delenv("ATTUNE_DATA_FOLDER", raising=False)
    if unset is not None:
        monkeypatch.setenv("ATTUNE_DATA_FOLDER", unset)

    assert settings.data_folder().name == "attune-trainer"
    assert settings.data_folder().is_absolute()


def test_the_database_is_a_file_in_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ATTUNE_DATABASE_URL", raising=False)
    monkeypatch.setenv("ATTUNE_DATA_FOLDER", str(tmp_path))

    assert settings.database_url() == f"sqlite:///{tmp_path / 'attune.db'}"


def test_the_database_is_the_one_the_environment_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTUNE_DATABASE_URL", "postgresql+psycopg://clinic/attune")

    assert settings.database_url() == "postgresql+psycopg://clinic/attune"


def test_the_packs_that_come_with_the_app_are_found() -> None:
    packs = [folder.parent.name for folder in settings.scenarios_folder().glob("*/pack.yaml")]

    assert {"home", "family", "friends", "work"} <= set(packs)


def test_the_script_that_streamlit_runs_is_found() -> None:
    assert "st.App(" in settings.app_script().read_text(encoding="utf-8")
