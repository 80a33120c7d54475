"""Agreement: figures a person can check by hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from attune_trainer.codebook import Label, Move, Reading
from attune_trainer.errors import ContentError
from attune_trainer.evaluate.agreement import Verdict, agreement, area_under_curve
from attune_trainer.evaluate.items import Item, read_items

if TYPE_CHECKING:
    from pathlib import Path

import numpy as np


def item(number: int, *labels: Label, response: str = "x", trap: str = "", **more: object) -> Item:
    return Item(
        id=str(number), source="s", writer="w", group=f"g{number}", statement="", feelings=(), hope=None, events=(),
        relationship="", response=response, labels={label: label in labels for label in Label}, moves=frozenset(),
        marks=more.get("marks", ()), depth=more.get("depth"), trap=trap,  # type: ignore[arg-type]
    )  # fmt: skip


def verdict(*labels: Label, depth: int = 0, **more: object) -> Verdict:
    strengths = {label: 0.9 if label in labels else 0.1 for label in Label}
    return Verdict(present=frozenset(labels), strengths=strengths, depth=depth, spans=more.get("spans", ()))  # type: ignore[arg-type]


def test_precision_recall_and_f1_of_a_label() -> None:
    items = [item(1, Label.FIXING), item(2, Label.FIXING), item(3), item(4)]
    said = [verdict(Label.FIXING), verdict(), verdict(Label.FIXING), verdict()]

    found = agreement(items, said).labels[Label.FIXING]

    assert (found.n, found.positive) == (4, 2)
    assert (found.precision, found.recall, found.f1, found.auc) == (0.5, 0.5, 0.5, 0.5)


def test_area_under_the_curve_shares_ties() -> None:
    truth = np.array([True, False, True, False])

    assert area_under_curve(truth, np.array([0.9, 0.1, 0.8, 0.2])) == 1.0
    assert area_under_curve(truth, np.array([0.5, 0.5, 0.5, 0.5])) == 0.5
    assert area_under_curve(np.array([True, True]), np.array([0.1, 0.2])) is None


def test_readings_and_traps_are_counted() -> None:
    items = [item(1, Label.ACKNOWLEDGING), item(2, Label.ACKNOWLEDGING, Label.FIXING, trap="late_miss")]
    found = agreement(items, [verdict(Label.ACKNOWLEDGING), verdict(Label.ACKNOWLEDGING)])

    assert found.readings_right == 0.5
    assert found.readings_right_on_traps == 0.0
    assert found.confusion[Reading.MIXED][Reading.ATTUNED] == 1


def test_overlap_compares_marked_words_with_highlighted_ones() -> None:
    marked = item(1, Label.FIXING, response="Ok. Go home.", marks=((Move.DIRECTING, "Go home"),))
    exact = verdict(Label.FIXING, spans=((Label.FIXING, 4, 11),))
    half = verdict(Label.FIXING, spans=((Label.FIXING, 0, 11),))

    assert agreement([marked], [exact]).overlap == 1.0
    assert agreement([marked], [half]).overlap == pytest.approx(14 / 18)


def test_the_interval_holds_the_figure_and_does_not_change_from_run_to_run() -> None:
    items = [item(n, *([Label.FIXING] if n % 2 else [])) for n in range(40)]
    said = [verdict(*([Label.FIXING] if n % 3 else [])) for n in range(40)]

    first, second = agreement(items, said), agreement(items, said)

    assert first.interval == second.interval
    assert first.interval is not None
    assert first.macro_f1 is not None
    assert first.interval[0] <= first.macro_f1 <= first.interval[1]


def test_both_label_forms_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        {"id": "1", "group": "g1-a", "response": "x", "labels": ["fixing"]},
        {"id": "esconv-3-7", "context": "c", "response": "y", "labels": {"exploring": 1, "fixing": 0}},
    ]
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")

    gold, corpus = read_items([path])

    assert gold.is_fully_judged
    assert gold.writer == "g1"
    assert corpus.labels == {Label.EXPLORING: True, Label.FIXING: False}
    assert corpus.group == "esconv-3"
    assert corpus.statement == "c"


def test_every_bad_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "1"}\n\nnonsense\n', encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        read_items([path])

    assert [problem.line for problem in caught.value.problems] == [1, 3]
