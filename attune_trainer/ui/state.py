"""What one browser tab remembers between runs, and what all of them share.

Streamlit forgets everything in `st.session_state` when a tab is reloaded: the profile comes back from the address.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from attune_trainer.library import load
from attune_trainer.modes.alone import Keeper
from attune_trainer.settings import data_folder, database_url, scenarios_folder
from attune_trainer.store import Preferences, Store, find_profile, open_store, preferences_of

if TYPE_CHECKING:
    from pathlib import Path

    from attune_trainer.library import Library
    from attune_trainer.store import Profile

_WHO = "who"
_GUEST = "app.guest"


def utc_now() -> datetime:
    """Return the moment, in UTC."""
    return datetime.now(UTC)


def local_today() -> date:
    """Return the calendar day where the browser is, or where the server is if the browser does not say."""
    zone = st.context.timezone
    try:
        return utc_now().astimezone(ZoneInfo(zone) if zone else None).date()
    except (ZoneInfoNotFoundError, ValueError):
        return utc_now().astimezone().date()


def store() -> Store:
    """Return the open store, one for the whole process; a failure is tried again at the next call.

    Raises:
        StoreError: it cannot be opened.
    """
    return _open(database_url())


@st.cache_resource(show_spinner=False, on_release=Store.close)
def _open(url: str) -> Store:
    return open_store(url, now=utc_now())


def library() -> Library:
    """Return every scenario, a person's own packs among them, read once for the whole process.

    Raises:
        ContentError: a file that came with the app cannot be used.
    """
    return _read(scenarios_folder(), data_folder() / "scenarios")


@st.cache_resource(show_spinner=False)
def _read(folder: Path, own: Path) -> Library:
    return load(folder, own=own)


def current_profile() -> Profile | None:
    """Return who is practising, or None where nobody was chosen or the profile is gone."""
    who = st.session_state.get(_WHO) or st.query_params.get(_WHO)
    if not who or is_guest():
        return None
    profile = find_profile(store(), who)
    if profile is None:
        forget_profile()
        return None
    st.session_state[_WHO] = who
    if st.query_params.get(_WHO) != who:
        st.query_params[_WHO] = who
    return profile


def choose_profile(profile: Profile) -> None:
    """Let this tab practise as `profile`, with nothing left of whoever practised before."""
    st.session_state.clear()
    st.session_state[_WHO] = profile.id


def forget_profile() -> None:
    """Let nobody be chosen, and hold nothing of who was."""
    st.session_state.clear()
    st.query_params.clear()


def practise_as_guest() -> None:
    """Let this tab practise without keeping anything."""
    st.session_state.clear()
    st.session_state[_GUEST] = True


def is_guest() -> bool:
    """Say whether this tab keeps nothing."""
    return bool(st.session_state.get(_GUEST))


def preferences() -> Preferences:
    """Return what the person practising chose; a guest has chosen nothing."""
    profile = current_profile()
    return preferences_of(store(), profile.id) if profile else Preferences()


def keeper() -> Keeper | None:
    """Return whose practice is kept and where, or None for a guest."""
    profile = current_profile()
    return Keeper(store=store(), profile_id=profile.id, local_date=local_today()) if profile else None
