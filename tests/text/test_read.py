"""Reading: words with offsets, clauses, and what each clause does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attune_trainer.text import facts as f
from attune_trainer.text.read import Text, read
from attune_trainer.text.tokens import pieces_of


def clauses_of(text: Text) -> list[str]:
    return [" ".join(text.words[a:b]) for a, b in zip(text.clause_starts, text.clause_ends, strict=True)]


def facts_of(said: str) -> int:
    """Return the facts of the last clause."""
    return read(said).clause_facts[-1]


def test_spans_point_into_the_original() -> None:
    said = "\u0130 \u2014 You\u2019re SO let down \U0001f614, aren't you?"
    text = read(said)

    assert [said[a:b] for a, b in zip(text.starts, text.ends, strict=True)] == [
        "\u0130", "You\u2019re", "You\u2019re", "SO", "let", "down", "\U0001f614", "aren't", "aren't", "you",
    ]  # fmt: skip


def test_clauses_are_cut_at_marks_but_because_and_a_new_subject() -> None:
    said = "I get it, but you could have rung because I was worried and I sat there. If you want, we can talk"

    assert clauses_of(read(said)) == [
        "i get it",
        "but you could have rung",
        "because i was worried",
        "and i sat there",
        "if you want",
        "we can talk",
    ]


def test_a_list_stays_in_one_clause() -> None:
    assert clauses_of(read("You cooked, cleaned and waited")) == ["you cooked cleaned and waited"]


@pytest.mark.parametrize(
    ("said", "fact"),
    [
        ("What happened?", f.OPEN_QUESTION),
        ("how are you feeling about it now", f.OPEN_QUESTION),
        ("How long has this been going on?", f.CLOSED_QUESTION),
        ("Did you email him?", f.CLOSED_QUESTION),
        ("Haven't you asked her?", f.CLOSED_QUESTION),
        ("You went home?", f.CLOSED_QUESTION),
        ("Why didn't you just leave?", f.WHY_QUESTION),
        ("Just block her.", f.COMMAND),
        ("Don't be sad", f.COMMAND),
        ("You ate alone again", f.STATEMENT),
        ("What you said matters", f.STATEMENT),
        ("Thank you for telling me", f.STATEMENT),
    ],
)
def test_a_clause_asks_commands_or_states(said: str, fact: int) -> None:
    facts = facts_of(said)

    assert facts & fact
    acts = f.STATEMENT | f.COMMAND | f.QUESTION
    assert facts & acts == fact


@pytest.mark.parametrize(
    ("said", "fact"),
    [
        ("I told her everything", f.SAYS_I),
        ("You were left there", f.SAYS_YOU),
        ("My boss does that", f.SAYS_THEY),
        ("We lost her", f.SAYS_WE),
        ("That is awful", f.SAYS_IT),
    ],
)
def test_a_clause_knows_who_it_is_about(said: str, fact: int) -> None:
    assert facts_of(said) & fact


def test_what_stands_after_but_is_known() -> None:
    text = read("I hear you, but you started it. Sit down.")

    assert [bool(bits & f.AFTER_BUT) for bits in text.clause_facts] == [False, True, False]
    assert text.clause_facts[0] & f.BEFORE_BUT


@pytest.mark.parametrize(
    "said", ["She told you you should calm down", "I'm not saying you should leave", "I should not have told you to go"]
)
def test_reported_or_denied_speech_is_known(said: str) -> None:
    text = read(said)

    assert text.reported_from[0] < len(text.words)


def test_saying_it_oneself_is_no_report() -> None:
    text = read("I would say you should leave")

    assert text.reported_from[0] > len(text.words)


def test_quotations_are_known_but_a_text_all_in_quotes_is_none() -> None:
    assert read('They say "calm down" and leave').quoted == [(2, 4)]
    assert read("Did she say 'calm down' to you?").quoted == [(3, 5)]
    assert read('"Calm down"').quoted == []
    assert read("You can't and don't and won't").quoted == []


@given(st.text(max_size=300))
def test_every_string_can_be_read_and_every_word_stands_where_it_says(said: str) -> None:
    text = read(said)

    assert "".join(pieces_of(said)) == said
    assert len(text.words) == len(text.starts) == len(text.ends) == len(text.flags) == len(text.clause_of)
    assert all(0 <= a < b <= len(said) for a, b in zip(text.starts, text.ends, strict=True))
    assert text.starts == sorted(text.starts)
    assert text.clause_starts[0] == 0
    assert text.clause_ends[-1] == len(text.words)


@pytest.mark.parametrize(
    ("said", "clauses"),
    [
        ("No, that's awful", ["no", "that is awful"]),
        ("Get up, call somebody", ["get up", "call somebody"]),
        ("Nerves are the worst \U0001fae0 wear the blue one", ["nerves are the worst \U0001fae0", "wear the blue one"]),
        ("ur not alone", ["you are not alone"]),
        ("You must of been tired", ["you must have been tired"]),
        ("Ring 111 or 999", ["ring 111 or 999"]),
    ],
)
def test_people_type_as_they_speak(said: str, clauses: list[str]) -> None:
    assert clauses_of(read(said)) == clauses


def test_but_in_a_new_sentence_takes_nothing_back() -> None:
    assert not read("I am sorry. But have you eaten?").clause_facts[0] & f.BEFORE_BUT


def test_an_opening_no_negates_nothing() -> None:
    assert not read("no that is awful").clause_facts[0] & f.HAS_NEGATION
