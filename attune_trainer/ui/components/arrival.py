"""Arriving at a new view: the page starts at its top and the keyboard at its heading."""

from __future__ import annotations

import streamlit as st

# Streamlit keeps the scroll position, so a view that took the place of a longer one would open at its end. The first
# view of a tab is left alone: there the browser knows best.
_arrive = st.components.v2.component(
    "attune_arrival",
    js="""
let seen;
export default function ({ data }) {
  if (seen !== undefined && seen !== data.view) {
    requestAnimationFrame(() => {
      document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
      const heading = document.querySelector('[data-testid="stMain"] h1');
      if (heading) {
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      }
    });
  }
  seen = data.view;
}
""",
)


def arrive(view: str) -> None:
    """Start at the top wherever `view` is another than in the run before; call it last."""
    _arrive(key="app.arrival", data={"view": view}, height=0)
