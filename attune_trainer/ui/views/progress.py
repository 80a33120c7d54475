"""How somebody grows: four statistics, each with a sentence, a chart and its figures as a table."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from attune_trainer.progress.attuned_share import attuned_share, attuned_share_chart
from attune_trainer.progress.first_try import first_try, first_try_chart
from attune_trainer.progress.frame import frame_of
from attune_trainer.progress.misses import misses, misses_chart
from attune_trainer.progress.own_words import own_words
from attune_trainer.store import attempts_of
from attune_trainer.ui import state
from attune_trainer.ui.components.marks import marked
from attune_trainer.ui.components.plain import heading, say, title

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import altair as alt
    import pandas as pd

    from attune_trainer.practice.attempt import Attempt
    from attune_trainer.progress.statistic import Statistic

_ATTUNED = (
    "Attuned: it heard the feeling or asked about it, and did not make it smaller, go to solutions, debate it or turn "
    "to you. Only first tries count here: a second one comes after the feedback. Picking is easier than finding words, "
    "so what you picked stands apart. The longer the line through a point, the less is known."
)


def show() -> None:
    """Show the progress of whoever is practising."""
    title("Progress")
    profile = state.current_profile()
    if profile is None:
        say("You are practising as a guest: nothing is kept, so there is nothing to look back on.")
        _offer_a_round()
        return
    kept = {attempt.id: attempt for attempt in attempts_of(state.store(), profile.id)}
    answers = frame_of(kept.values())
    if answers.empty:
        _show_empty()
        return
    say(_say_so_far(answers), style="quiet")
    _show_share(attuned_share(answers))
    _show_misses(misses(answers))
    _show_first_try(first_try(answers))
    _show_own_words(own_words(answers), kept)
    say("This is yours. No ranking, no streak, nobody compared with anybody.", style="quiet")


def _show_empty() -> None:
    say("Nothing here yet. After a few rounds you will see:")
    st.html(
        '<ul class="plain"><li>how often the feeling was heard, week by week</li>'
        "<li>what tends to get in the way</li><li>what a second try changes</li>"
        "<li>your own words, then and now</li></ul>"
    )
    _offer_a_round()


def _offer_a_round() -> None:
    if st.button("Start a round", key="progress.start", type="primary"):
        st.switch_page("views/practise.py")


def _say_so_far(answers: pd.DataFrame) -> str:
    rounds, days = answers["round_id"].nunique(), answers["day"].nunique()
    since = answers["day"].min()
    when = f"{since.day} {since:%B %Y}"
    return f"{rounds} {'round' if rounds == 1 else 'rounds'} on {when if days == 1 else f'{days} days since {when}'}."


def _show_share(share: Statistic) -> None:
    heading("How often it was attuned")
    _show(share, attuned_share_chart, key="progress.share")
    if share.enough:
        say(_ATTUNED, style="quiet")


def _show_misses(found: Statistic) -> None:
    if found.enough:  # or else the sentence above has said already that there is too little
        heading("What got in the way")
        _show(found, misses_chart, key="progress.misses")


def _show_first_try(change: Statistic) -> None:
    heading("First try and second try")
    _show(change, first_try_chart, key="progress.first_try")


def _show(statistic: Statistic, draw: Callable[[Statistic], alt.LayerChart], *, key: str) -> None:
    say(statistic.says)
    if not statistic.enough:
        return
    say(statistic.key, style="quiet")
    st.altair_chart(draw(statistic), width="stretch", alt=statistic.alt, key=key)
    with st.expander("The same as a table"):
        st.table(statistic.table, hide_index=True)


def _show_own_words(pairs: Statistic, kept: Mapping[str, Attempt]) -> None:
    heading("Your own words, then and now")
    say(pairs.says)
    for then_id, now_id in zip(pairs.frame["then_id"], pairs.frame["now_id"], strict=True):
        left, right = st.columns(2)
        with left:
            _show_words("Then", kept[then_id])
        with right:
            _show_words("Now", kept[now_id])


def _show_words(when: str, attempt: Attempt) -> None:
    scenario = state.library().scenarios.get(attempt.scenario)
    to = f" to {escape(scenario.speaker.name)}, {escape(scenario.title)}" if scenario else ""
    day = attempt.local_date
    st.html(
        f'<figure class="speech mine small pair"><figcaption><b>{when}</b>{to}<br>{day.day} {day:%B %Y}</figcaption>'
        f'<blockquote class="spoken" dir="auto">{marked(attempt.response, attempt.findings)}</blockquote></figure>'
    )


show()
