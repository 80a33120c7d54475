"""The progress page, from nothing at all to twelve weeks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from attune_trainer.codebook import Certainty, Label, Move, Reading
from attune_trainer.scoring.assessment import Finding
from attune_trainer.settings import database_url
from attune_trainer.store import create_profile, list_profiles, open_store, save_attempt
from attune_trainer.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from streamlit.testing.v1 import AppTest

    from attune_trainer.practice.attempt import Attempt
    from tests.conftest import MakeAttempt

NOW = datetime(2026, 3, 4, 18, 30, tzinfo=UTC)


def _keep(attempts: Sequence[Attempt], *, of: str = "Mara") -> None:
    """Keep the attempts for a person, who is made where nobody of that name practises yet."""
    store = open_store(database_url(), now=NOW)
    found = [profile for profile in list_profiles(store) if profile.name == of]
    profile = found[0] if found else create_profile(store, of, now=NOW)
    for attempt in attempts:
        save_attempt(store, replace(attempt, profile_id=profile.id))
    store.close()


def _on(day: int) -> dict[str, object]:
    on = date(2026, 3, 2) + timedelta(days=day)
    return {"local_date": on, "at": datetime(on.year, on.month, on.day, 12, tzinfo=UTC)}


def _open(app: AppTest) -> AppTest:
    app.switch_page("views/progress.py").run()
    assert not app.exception
    return app


def test_before_the_first_round_it_says_what_will_be_here_and_offers_one(
    mara: AppTest, read: Callable[[AppTest], str]
) -> None:
    page = _open(mara)

    assert "Nothing here yet." in read(page)
    assert page.button(key="progress.start").label == "Start a round"
    assert len(page.get("vega_lite_chart")) == 0


def test_a_few_rounds_are_told_that_there_is_not_enough_yet(
    mara: AppTest, make_attempt: MakeAttempt, read: Callable[[AppTest], str]
) -> None:
    _keep([make_attempt(**_on(0)), make_attempt(**_on(0))])

    page = _open(mara)

    assert "2 rounds on 2 March 2026." in read(page)
    assert "Not enough yet: 2 first tries in your own words." in read(page)
    assert len(page.get("vega_lite_chart")) == 0


def test_every_chart_has_a_sentence_a_description_and_a_table(
    mara: AppTest, make_attempt: MakeAttempt, read: Callable[[AppTest], str]
) -> None:
    rounds = [make_attempt(round_id=f"r{day}", **_on(day)) for day in range(0, 60, 5)]
    again = [
        make_attempt(
            round_id=f"r{day}",
            number=2,
            reading=Reading.ATTUNED,
            present=(Label.ACKNOWLEDGING,),
            **_on(day),
        )
        for day in range(0, 60, 5)
    ]
    _keep([*rounds, *again])

    page = _open(mara)

    said = read(page)
    assert "Of 12 first tries in your own words, 0 were attuned." in said
    assert "In 12 of the latest 12 first tries in your own words, it went to solutions." in said
    assert "In 12 rounds you tried again: 0 attuned at first, 12 after." in said
    assert "The same moment, 55 days apart." in said
    assert len(page.get("vega_lite_chart")) == len(page.table) == 3
    assert all(chart.proto.alt for chart in page.get("vega_lite_chart"))


def test_own_words_are_shown_letter_for_letter_with_their_marks(
    mara: AppTest, make_attempt: MakeAttempt, markup: Callable[[AppTest], str]
) -> None:
    fix = Finding("directing.imperative", Move.DIRECTING, Label.FIXING, Span(0, 7), Certainty.CLEAR)
    _keep(
        [
            make_attempt(response="Do it. <img src=x onerror=alert(1)>", findings=(fix,), **_on(0)),
            make_attempt(response="**What** was it like?", findings=(), **_on(9)),
        ]
    )

    page = _open(mara)

    assert '<mark class="fixing">Do it. ' in markup(page)
    assert "&lt;img src=x onerror=alert(1)&gt;" in markup(page)
    assert "**What** was it like?" in markup(page)
    assert "<img" not in markup(page)


def test_nobody_sees_the_progress_of_another(
    mara: AppTest, make_attempt: MakeAttempt, read: Callable[[AppTest], str]
) -> None:
    _keep([make_attempt(response="mine alone", **_on(day)) for day in range(6)], of="Ben")

    page = _open(mara)

    assert "Nothing here yet." in read(page)
    assert "mine alone" not in read(page)


def test_words_on_a_scenario_that_is_gone_are_still_shown(
    mara: AppTest, make_attempt: MakeAttempt, read: Callable[[AppTest], str]
) -> None:
    _keep([make_attempt(scenario="mine/deleted", response=f"words of day {day}", **_on(day)) for day in (0, 9)])

    page = _open(mara)

    assert "words of day 0" in read(page)
    assert "words of day 9" in read(page)
