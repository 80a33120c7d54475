"""Marks: colour, underline and words, on text shown letter for letter."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as some

from attune_trainer.codebook import SHOWN, Certainty, Label, Move
from attune_trainer.scoring.assessment import Finding
from attune_trainer.text.span import Span
from attune_trainer.ui.components.marks import legend, marked


def found(label: Label | None, start: int, end: int) -> Finding:
    return Finding("a.rule", Move.DIRECTING, label, Span(start, end), Certainty.CLEAR)


def words_of(html: str) -> str:
    without_names = re.sub(r'<span class="heard-only">.*?</span>', "", html)
    return unescape(re.sub(r"</?mark[^>]*>", "", without_names))


@pytest.mark.parametrize("label", list(Label))
def test_a_mark_is_named_in_plain_words(label: Label) -> None:
    html = marked("Go to bed.", [found(label, 0, 9)])

    assert f'<mark class="{label.value}">Go to bed' in html
    assert SHOWN[label] in html


def test_an_unscored_move_is_not_marked() -> None:
    assert marked("Go to bed.", [found(None, 0, 9)]) == "Go to bed."


def test_words_that_are_marked_twice_show_both_marks() -> None:
    html = marked("abcdef", [found(Label.FIXING, 0, 4), found(Label.ARGUING, 2, 6)])

    assert '<mark class="fixing">ab<' in html
    assert '<mark class="arguing"><mark class="fixing">cd<' in html
    assert "(went to solutions, debated it)" in html
    assert '<mark class="arguing">ef<' in html


def test_a_mark_that_starts_where_another_ends_is_its_own() -> None:
    html = marked("abcd", [found(Label.FIXING, 0, 2), found(Label.ARGUING, 2, 4)])

    assert html.count("<mark") == 2


def test_html_is_shown_letter_for_letter() -> None:
    html = marked("<b>Go</b> & stay", [found(Label.FIXING, 0, 9)])

    assert "<b>" not in html
    assert words_of(html) == "<b>Go</b> & stay"


@given(
    text=some.text(max_size=60),
    spans=some.lists(some.tuples(some.sampled_from(Label), some.integers(0, 60), some.integers(0, 60)), max_size=6),
)
def test_marks_never_change_the_words(text: str, spans: list[tuple[Label, int, int]]) -> None:
    findings = [found(label, *sorted((min(a, len(text)), min(b, len(text))))) for label, a, b in spans]

    assert words_of(marked(text, findings)) == text


def test_the_legend_names_each_mark_once() -> None:
    assert legend([Label.FIXING, Label.EXPLORING]).count("<li>") == 2


def test_without_marks_there_is_no_legend() -> None:
    assert legend([]) == ""
