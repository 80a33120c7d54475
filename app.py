"""The web app: `streamlit run` finds it by the literal call below."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

import attune_trainer.ui
from attune_trainer.ui.components.surprise import show_surprise
from attune_trainer.ui.server import MIDDLEWARE, ROUTES, lifespan

app = st.App(
    Path(attune_trainer.ui.__file__).with_name("main.py"),
    lifespan=lifespan,
    routes=ROUTES,
    middleware=MIDDLEWARE,
    on_script_error=show_surprise,
)
