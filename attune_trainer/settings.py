"""Where things are kept, where the content is, and what can be switched by environment variables."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).parent


def data_folder() -> Path:
    """Return the user's data folder: `ATTUNE_DATA_FOLDER` or the place the operating system keeps such things."""
    chosen = os.environ.get("ATTUNE_DATA_FOLDER")
    return Path(chosen).expanduser() if chosen else platformdirs.user_data_path("attune-trainer", appauthor=False)


def database_url() -> str:
    """Return `ATTUNE_DATABASE_URL`, or the SQLite file in the data folder."""
    return os.environ.get("ATTUNE_DATABASE_URL") or f"sqlite:///{data_folder() / 'attune.db'}"


def scenarios_folder() -> Path:
    """Return the folder of the packs that come with the app: inside an installed package, at the root of a clone."""
    return _shipped(_PACKAGE / "scenarios", _PACKAGE.parent / "scenarios")


def app_script() -> Path:
    """Return the file that Streamlit runs: inside an installed package, at the root of a clone."""
    return _shipped(_PACKAGE / "ui" / "app.py", _PACKAGE.parent / "app.py")


def _shipped(installed: Path, cloned: Path) -> Path:
    return installed if installed.exists() else cloned
