"""`assess`: what holds whatever the words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import attune_trainer.evaluate
from attune_trainer.codebook import MOVES, Certainty, Label, Reading, read_whole
from attune_trainer.scoring import assess, hear
from attune_trainer.scoring.assessment import Care

HEARD = hear(
    "I ate alone again. It's fine. I don't know why I bother cooking.",
    feelings=("lonely", "hurt"),
    hope="understand",
    events=("ate alone",),
    relationship="partner",
)
WORDS = st.sampled_from(
    "you i should not so sorry that sounds hard but why did what happened at least she said calm down my boss never "
    "always just talk to him feel lonely , . ? ! \" ' \n \u0430 \u200b \U0001f614".split(" ")
)


def gold() -> list[dict[str, object]]:
    folder = Path(attune_trainer.evaluate.__file__).parent / "gold"
    return [
        json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()
    ]


def hold_promises(said: str) -> None:
    """Every promise of `assess` that does not hang on the rules."""
    found = assess(said, HEARD)

    for each in found.findings:
        assert 0 <= each.span.start < each.span.end <= len(said)
        assert each.label is MOVES[each.move].label
    for label in found.present:
        assert any(each.label is label and each.certainty is not Certainty.WORTH_A_LOOK for each in found.findings)
    assert all(0.0 <= value <= 1.0 for value in found.strengths.values())
    assert found.depth in {0, 1, 2}
    assert (found.depth > 0) == (Label.ACKNOWLEDGING in found.present)
    if found.points is not None:
        assert found.points == max(0, min(10, sum(line.points for line in found.lines)))
    if found.reading is not Reading.UNREAD:
        assert found.reading is read_whole(found.present)
    assert found == assess(said, HEARD)


@given(st.text(max_size=200))
def test_no_string_breaks_a_promise(said: str) -> None:
    hold_promises(said)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_no_heap_of_telling_words_breaks_a_promise(said: str) -> None:
    hold_promises(said)


def test_our_own_gold_breaks_no_promise() -> None:
    for item in gold()[::25]:
        hold_promises(str(item["response"]))


@pytest.mark.parametrize(
    "said", ["", "   ", "\n\t", "...", "?!", "12345", "sdkfj wlekr oiwq", "Ich verstehe dich gut", "спасибо"]
)
def test_what_cannot_be_read_is_said_to_be_unread(said: str) -> None:
    found = assess(said, HEARD)

    assert found.reading is Reading.UNREAD
    assert found.findings == ()
    assert found.points is None


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("I want to kill myself", Care.SELF_HARM),
        ("honestly i just dont want to be here anymore", Care.SELF_HARM),
        ("He hit me last night", Care.VIOLENCE),
        ("She took my phone and I'm not allowed to go out", Care.COERCION),
    ],
)
def test_a_disclosure_is_met_with_care_and_not_scored(said: str, kind: Care) -> None:
    found = assess(said, HEARD)

    assert found.care is kind
    assert found.findings == ()
    assert found.points is None


@pytest.mark.parametrize(
    "said", ["That must hurt.", "It killed me to see you like that", "You hit the nail on the head for me"]
)
def test_everyday_words_are_no_disclosure(said: str) -> None:
    assert assess(said, HEARD).care is None


def test_a_hundred_thousand_characters_are_read() -> None:
    said = ("That sounds so lonely. I am here. " * 3000)[:100_000]

    assert assess(said, HEARD).reading is Reading.ATTUNED


def test_fifty_copies_of_a_stock_phrase_weigh_what_one_does() -> None:
    once, often = assess("I hear you.", HEARD), assess("I hear you. " * 50, HEARD)

    assert often.depth <= max(once.depth, 1)
    assert (often.points or 0) <= max(once.points or 0, 5)


def test_a_statement_is_prepared_once() -> None:
    assert hear("It is late", ["tired"]) is hear("It is late", ["tired"])
