"""The gold that travels with the package: labelled by the codebook, marked on its own words."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

import attune_trainer.evaluate
from attune_trainer.codebook import MOVES, Label
from attune_trainer.evaluate.items import read_items

FILES = sorted((Path(attune_trainer.evaluate.__file__).parent / "gold").glob("*.jsonl"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_labels_follow_from_moves_and_marks_stand_in_the_response(path: Path) -> None:
    wrong = []
    for item in read_items([path]):
        labels = {label for move in item.moves if (label := MOVES[move].label) is not None}
        words_stand = all(words in item.response for _, words in item.marks)
        has_depth = bool(item.depth) == (Label.ACKNOWLEDGING in item.present)
        if labels != item.present or not words_stand or not has_depth:
            wrong.append(item.id)

    assert wrong == []


def test_no_id_and_no_response_to_one_speaker_stands_twice() -> None:
    items = read_items(FILES)
    ids = Counter(item.id for item in items)
    said = Counter((item.group, item.response) for item in items)

    assert [name for name, count in ids.items() if count > 1] == []
    assert [pair for pair, count in said.items() if count > 1] == []


def test_what_was_written_for_this_project_says_so() -> None:
    for path in FILES:
        if path.stem in {"codebook", "daily", "talk"}:
            lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
            assert all(line["origin"].startswith("written for this project") for line in lines)
