"""Where a tab left off: after a reload its scenario and the words not yet sent come back, from the browser itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from attune_trainer.ui import current_round as hand
from attune_trainer.ui import state

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attune_trainer.practice.round import Round

_KEY = "practise.left_off"

# The words are kept letter by letter in this one tab: a reload gives no other notice. They are let go of as soon as
# they are said, and the way out clears them.
_keep = st.components.v2.component(
    "attune_left_off",
    js="""
let now;
document.addEventListener('input', (event) => {
  if (now?.scenario && event.target.closest?.('.st-key-practise-response')) keep(event.target.value);
});
const keep = (words) => sessionStorage.setItem(now.place, JSON.stringify({ scenario: now.scenario, words }));
export default function ({ data, setTriggerValue }) {
  const isFirst = now?.place !== data.place;
  now = data;
  const kept = JSON.parse(sessionStorage.getItem(now.place) ?? 'null');
  if (!now.scenario) sessionStorage.removeItem(now.place);
  else if (isFirst && kept && (kept.words || kept.scenario !== now.scenario)) setTriggerValue('found', kept);
  else if (kept?.scenario !== now.scenario) keep('');
}
""",
)


def remember_where(this: Round | None) -> None:
    """Let the browser remember the first answer of a round while it is open; call it in every run of the page."""
    profile = state.current_profile()
    _keep(
        key=_KEY,
        data={
            "place": f"attune {profile.id if profile else ''}",
            "scenario": this.scenario.id if this and not this.tries else None,
        },
        on_found_change=_go_back,
        height=0,
    )


def _go_back() -> None:
    found: Mapping[str, object] | None = st.session_state[_KEY].found
    if found:
        hand.take_up(str(found.get("scenario")), str(found.get("words") or ""))
