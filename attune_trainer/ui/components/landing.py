"""Landing: the response with its marks, how it was for the speaker, one thing that landed and one to try."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from attune_trainer.codebook import MISSES, SHOWN, Certainty, Label
from attune_trainer.library.heard import heard_in
from attune_trainer.practice.round import compare
from attune_trainer.scoring.explain import Kind, explain
from attune_trainer.ui import current_round as hand
from attune_trainer.ui.components.marks import chips
from attune_trainer.ui.components.plain import heading, say
from attune_trainer.ui.components.speech import mine, theirs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from attune_trainer.practice.round import Round, Try
    from attune_trainer.scoring.explain import Explanation

_FELT = {"unsure": "unsure whether the feeling is valid"}


def summary(latest: Try) -> str:
    """Return in one sentence what the marks say, for those who hear the page."""
    if not latest.labels:
        return "Your words have landed. Nothing in them is marked."
    return f"Your words have landed. Marked: {_named(latest.labels)}."


def show_landing(this: Round, latest: Try, *, shows_points: bool) -> None:
    """Show how the latest try of the round landed."""
    if len(this.tries) > 1:
        _show_change(this.tries[-2], latest, this.scenario.speaker.name)
    else:
        mine(latest)
    _show_notes()
    _show_reaction(this, latest)
    if latest.option is not None:
        heading("What this one does")
        say(latest.option.because)
        rest = _explained(this, latest) if latest.marks else ()
    else:
        rest = _show_explanations(this, latest)
    _show_more(this, latest, rest)
    if shows_points:
        _show_points(latest)


def _show_notes() -> None:
    line = st.session_state.get(hand.LINE)
    if line:
        say(line, style="plain kind")


def _show_change(before: Try, after: Try, name: str) -> None:
    left, right = st.columns(2)
    with left:
        mine(before, caption="Before", is_small=True)
    with right:
        mine(after, caption="Now", is_small=True)
    change = compare(before, after)
    rows = "".join(
        f"<dt>{what}</dt><dd>{chips(labels)}</dd>"
        for what, labels in (("Gone", change.gone), ("New", change.new), ("Still there", change.still))
        if labels
    )
    st.html(f'<dl class="change">{rows}</dl>' if rows else '<p class="plain">Nothing is marked in either.</p>')
    if any(label in MISSES for label in change.gone) and not any(label in MISSES for label in after.labels):
        say(f"That leaves more room for {name}.")


def _show_reaction(this: Round, latest: Try) -> None:
    scenario = this.scenario
    landing = scenario.lands.after(latest.reading)
    if landing is None:
        return
    name = scenario.speaker.name
    heading(f"How it was for {name}")
    felt = f"{name} may feel {_FELT.get(landing.feels, landing.feels.value)}." if landing.feels else ""
    st.html(
        f'<p class="inner" dir="auto">{escape(landing.inner)}</p><p class="plain felt" dir="auto">{escape(felt)}</p>'
    )
    theirs(scenario.speaker, landing.says, is_small=True)


def _show_explanations(this: Round, latest: Try) -> Sequence[Explanation]:
    explanations = _explained(this, latest)
    firm = [one for one in explanations if one.finding.certainty is not Certainty.WORTH_A_LOOK]
    landed = next((one for one in firm if one.kind is Kind.CELEBRATING), None)
    to_try = next((one for one in firm if one.kind in {Kind.ESSENTIAL, Kind.ACTIONABLE}), None)
    if landed is not None:
        heading("What landed")
        _show_explanation(landed)
    if to_try is not None:
        heading("One to try")
        _show_explanation(to_try)
        if to_try.instead:  # another one at the next try
            say(f"Perhaps: “{to_try.instead[(len(this.tries) - 1) % len(to_try.instead)]}”", style="inner")
    if landed is None and to_try is None:
        heading("One to try")
        say(
            f"Nothing here takes up what {this.scenario.speaker.name} felt, and nothing pushes it away either. "
            "Try one sentence that stays with it."
        )
    return [one for one in explanations if one not in {landed, to_try}]


def _explained(this: Round, latest: Try) -> Sequence[Explanation]:
    return explain(latest.assessment, latest.response.words, heard_in(this.scenario))


def _show_explanation(one: Explanation) -> None:
    say(f"{one.says} {one.why}".strip())


def _show_more(this: Round, latest: Try, rest: Iterable[Explanation]) -> None:
    with st.expander("More about this one"):
        for one in rest:
            say(one.says, style="quiet" if one.finding.certainty is Certainty.WORTH_A_LOOK else "plain")
        _show_sample("One way to stay with it", this.scenario.answers.strong.say)
        _show_sample("Close, and it misses", this.scenario.answers.near_miss.say)
        if latest.marks:
            rules = list(dict.fromkeys(finding.rule for finding in latest.marks))
            say(f"Marked by {'the rule' if len(rules) == 1 else 'the rules'} {', '.join(rules)}.", style="quiet sample")


def _show_sample(what: str, words: str) -> None:
    st.html(f'<p class="quiet sample">{what}</p><p class="inner" dir="auto">“{escape(words)}”</p>')


def _show_points(latest: Try) -> None:
    assessment = latest.assessment
    if assessment.points is None or latest.reading is not assessment.reading:
        return
    say(f"Depth {assessment.depth} of 2. Points {assessment.points} of 10.", style="quiet")
    with st.expander("How the points came about"):
        for line in assessment.lines:
            say(f"{line.points:+d}  {line.reason}")


def _named(labels: Iterable[Label]) -> str:
    return ", ".join(SHOWN[label] for label in labels)
