"""What an explanation offers instead, with this speaker's own words in it."""

from __future__ import annotations

import pytest

from attune_trainer.codebook import MOVES, Certainty, Move
from attune_trainer.scoring import assess, hear
from attune_trainer.scoring.assessment import Assessment, Finding
from attune_trainer.scoring.explain import Explanation, explain
from attune_trainer.text.span import Span

ORDER = "You should talk to them about it."


def explained(
    response: str, *, events: tuple[str, ...] = (), feelings: tuple[str, ...] = ()
) -> tuple[Explanation, ...]:
    heard = hear("Nobody sat next to me on the coach.", feelings=feelings, events=events)
    return explain(assess(response, heard), response, heard)


def offered(**heard: tuple[str, ...]) -> tuple[str, ...]:
    return next(one.instead for one in explained(ORDER, **heard) if one.finding.move is Move.DIRECTING)


def test_an_event_that_stands_alone_is_echoed_as_a_sentence_of_the_speakers() -> None:
    echoes = [each for each in offered(events=("nobody sat next to me",)) if "obody" in each]

    assert echoes
    assert all(each.startswith("\u2018Nobody sat next to me.\u2019 ") for each in echoes)


def test_what_needs_an_unknown_event_is_left_out() -> None:
    assert len(offered()) < len(offered(events=("nobody sat next to me",), feelings=("lonely",)))
    assert not any("{" in each for each in offered())


@pytest.mark.parametrize("move", list(MOVES))
def test_an_event_is_never_taken_for_the_listeners_own_words(move: Move) -> None:
    heard = hear("I did pretend sleeping.", feelings=("lonely",), events=("I did pretend sleeping",))
    found = Finding("a.rule", move, MOVES[move].label, Span(0, 4), Certainty.CLEAR)

    (told,) = explain(Assessment(findings=(found,)), "Well.", heard)

    for each in told.instead:
        assert each.count("I did pretend sleeping") == each.count("\u2018I did pretend sleeping")
