"""Fitting: deterministic, held to its authors' signs, honest about who was left out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import attune_trainer.evaluate
from attune_trainer.codebook import MOVES
from attune_trainer.evaluate.fitting import fit
from attune_trainer.evaluate.items import read_items
from attune_trainer.evaluate.judge import Example, prepare, split
from attune_trainer.rules.load import load_rulebook
from attune_trainer.scoring.load import read_weights
from attune_trainer.scoring.save import as_yaml
from attune_trainer.scoring.weights import LABELS, NOTHING, Weights

if TYPE_CHECKING:
    from collections.abc import Sequence


@pytest.fixture(scope="module")
def examples() -> Sequence[Example]:
    gold = Path(attune_trainer.evaluate.__file__).parent / "gold"
    return prepare(read_items([gold / "everyday.jsonl"]))


def test_the_same_items_give_the_same_weights_and_no_rule_speaks_against_its_label(
    examples: Sequence[Example], tmp_path: Path
) -> None:
    weights = fit(examples)
    path = tmp_path / "weights.yaml"
    path.write_text(as_yaml(weights), encoding="utf-8")

    assert as_yaml(fit(examples)) == as_yaml(weights)
    assert as_yaml(read_weights(path)) == as_yaml(weights)
    for rule in load_rulebook().rules:
        label = MOVES[rule.move].label
        for each, value in zip(LABELS, weights.rows.get(rule.id, (0.0,) * 6), strict=True):
            assert value >= 0.0 if each is label else value == 0.0


@pytest.mark.parametrize("by_writer", [True, False])
def test_nobody_is_on_both_sides_of_a_fold(examples: Sequence[Example], *, by_writer: bool) -> None:
    tested: list[str] = []
    for train, test in split(examples, 4, by_writer=by_writer):
        people = [{each.item.writer if by_writer else each.item.group for each in side} for side in (train, test)]
        assert not people[0] & people[1]
        tested += [each.item.id for each in test]

    assert sorted(tested) == sorted(each.item.id for each in examples)


def test_a_rule_that_weighs_nothing_is_written_and_read_back(tmp_path: Path) -> None:
    nothing = Weights(bias=NOTHING, thresholds=NOTHING, rows={"minimizing.trifle": NOTHING}, certainties={}, depth={})
    path = tmp_path / "weights.yaml"
    path.write_text(as_yaml(nothing), encoding="utf-8")

    assert read_weights(path).rows == {"minimizing.trifle": NOTHING}
