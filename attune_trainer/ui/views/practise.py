"""The round: listen, respond, land."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from attune_trainer.codebook import Reading
from attune_trainer.practice.round import Step
from attune_trainer.ui import current_round as hand
from attune_trainer.ui import state
from attune_trainer.ui.components.answer import show_answer
from attune_trainer.ui.components.arrival import arrive
from attune_trainer.ui.components.check_in import show_check_in
from attune_trainer.ui.components.choose import show_choices
from attune_trainer.ui.components.help_card import show_care
from attune_trainer.ui.components.landing import show_landing, summary
from attune_trainer.ui.components.left_off import remember_where
from attune_trainer.ui.components.plain import announce, say, title
from attune_trainer.ui.components.say_back import show_say_back
from attune_trainer.ui.components.speech import mine, theirs
from attune_trainer.ui.components.statement import show_breath, show_statement
from attune_trainer.ui.components.wonder import show_wonder

if TYPE_CHECKING:
    from attune_trainer.practice.round import Round, Try

CHOOSE, WONDER, SAY_BACK, CHECK_IN = "choose", "wonder", "say_back", "check_in"


def show() -> None:
    """Show where the round stands."""
    if hand.in_hand() is None and st.session_state.get(hand.ASIDE) != CHOOSE:
        hand.start_next()
    this = hand.in_hand()
    latest = this.latest if this and this.step is Step.LAND else None
    said = [summary(latest) if latest else "", st.session_state.get(hand.LINE) or ""]
    announce(" ".join(filter(None, said)))
    aside = st.session_state.get(hand.ASIDE)
    if aside == CHOOSE:
        show_choices()
    elif this is None:
        _show_all_met()
    elif aside is not None:
        _show_aside(this, aside)
    elif latest is None:
        _show_listening(this)
    elif latest.assessment.care:
        _show_care(this)
    else:
        _show_landed(this, latest)
    remember_where(this)
    arrive(f"{this.id} {len(this.tries)} {latest is None} {aside}" if this else f"{aside}")


def _show_listening(this: Round) -> None:
    show_statement(this.scenario)
    if this.latest is not None:
        mine(this.latest, caption="Before", is_small=True)
    # Both containers are there in every run: where one came or went, the browser would make the box anew and drop
    # what was being typed. While the breath is there, style.css holds the answer back.
    with st.container(key="practise.pause", horizontal_alignment="center", gap="xxsmall"):
        if this.step is Step.LISTEN:
            show_breath()
            st.button("Answer now", key="practise.open", type="tertiary", on_click=hand.open_now)
    with st.container(key="practise.answer"):
        show_answer(this)
        if this.latest is None:
            _offer("Not ready yet?", (WONDER, "Wonder first"), (SAY_BACK, "Say it back"), (CHOOSE, "Choose somebody"))


def _show_landed(this: Round, latest: Try) -> None:
    title(this.scenario.title)
    theirs(this.scenario.speaker, this.scenario.statement, is_small=True)
    show_landing(this, latest, shows_points=state.preferences().show_points)
    tries_again = latest.reading is not Reading.ATTUNED
    with st.container(horizontal=True):
        st.button("Try again", key="practise.again", type="primary" if tries_again else "secondary", on_click=hand.edit)
        st.button("Next", key="practise.next", type="secondary" if tries_again else "primary", on_click=hand.go_on)
    _offer("Or stay a moment", (WONDER, "Wonder"), (SAY_BACK, "What did you hear?"), (CHECK_IN, "And you?"))
    if not st.session_state.get(hand.KEPT):
        say("This try was not kept.", style="quiet")


def _show_care(this: Round) -> None:
    title(this.scenario.title)
    show_care()
    with st.container(horizontal=True):
        st.button("Practise with somebody else", key="practise.next", type="primary", on_click=hand.go_on)
        st.button("Answer this one again", key="practise.again", on_click=hand.edit)


def _show_aside(this: Round, aside: str) -> None:
    title(this.scenario.title)
    if aside == WONDER:
        theirs(this.scenario.speaker, this.scenario.statement, is_small=True)
        show_wonder(this)
    elif aside == SAY_BACK:
        show_say_back(this)
    else:
        show_check_in(this)


def _show_all_met() -> None:
    title("You have listened to everyone here")
    say("That is all of them for now. A second time the words are the same, and what you hear in them may not be.")
    with st.container(horizontal=True):
        st.button("Go round again", key="practise.over", type="primary", on_click=hand.start_over)
        st.button("Choose somebody", key="practise.choose", on_click=hand.put_aside, args=(CHOOSE,))


def _offer(words: str, *asides: tuple[str, str]) -> None:
    with st.container(gap="xxsmall"):
        say(words, style="quiet offer")
        row = st.container(horizontal=True)
        for aside, label in asides:
            row.button(label, key=f"practise.{aside}", type="tertiary", on_click=hand.put_aside, args=(aside,))


show()
