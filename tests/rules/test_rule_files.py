"""The rule files that travel with the package: their own examples, and the codebook they stand for."""

from __future__ import annotations

from pathlib import Path

import pytest

from attune_trainer.errors import ContentError
from attune_trainer.evaluate.rule_examples import failing_examples
from attune_trainer.rules.load import load_rulebook, read_rulebook

GOOD = """\
move: minimizing
means: Makes it smaller.
why: It is as big as it is.
instead: ["That is a lot."]
rules:
  - id: minimizing.trifle
    certainty: clear
    patterns: ["a mere trifle"]
    examples: {hit: ["It is [[a mere trifle]]."], miss: ["No trifle."]}
examples: {hit: ["a mere trifle"], miss: ["no trifle"]}
"""


def write(folder: Path, text: str, name: str = "dismissing/minimizing.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read_rulebook(folder)
    return [f"{Path(each.path).name}:{each.line}:{each.column}: {each.message}" for each in caught.value.problems]


def test_every_example_of_every_rule_holds() -> None:
    assert list(failing_examples(load_rulebook())) == []


def test_a_rule_file_loads(tmp_path: Path) -> None:
    write(tmp_path, GOOD)

    assert [rule.id for rule in read_rulebook(tmp_path).rules] == ["minimizing.trifle"]


def test_every_problem_of_every_file_is_named_at_once(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace("certainty: clear", "certainty: clar").replace('a mere trifle"]', '(a mere"]'))
    write(tmp_path, GOOD.replace("move: minimizing", "move: minimising"), "dismissing/mocking.yaml")

    problems = problems_of(tmp_path)

    assert any(
        "minimizing.yaml:7:16: certainty: expected one of" in each and "did you mean 'clear'" in each
        for each in problems
    )
    assert any("minimizing.yaml:8:16" in each and "expected ')'" in each for each in problems)
    assert any("mocking.yaml:1:7: move: expected one of" in each and "'minimizing'" in each for each in problems)


def test_a_file_in_the_wrong_place_an_id_used_twice_and_an_unknown_list_are_named(tmp_path: Path) -> None:
    write(tmp_path, GOOD, "fixing/minimizing.yaml")
    write(tmp_path, GOOD.replace('a mere trifle"]\n    ex', 'a {trifles}"]\n    ex'))

    problems = problems_of(tmp_path)

    assert any("expected this file at dismissing/minimizing.yaml" in each for each in problems)
    assert any("'minimizing.trifle' is used twice" in each for each in problems)
    assert any("unknown {trifles}" in each for each in problems)


def test_an_example_that_does_not_hold_is_told(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace('miss: ["No trifle."]', 'miss: ["Quite a mere trifle."]'))

    told = list(failing_examples(read_rulebook(tmp_path)))

    assert "minimizing.trifle: expected silence, found 'a mere trifle' in 'Quite a mere trifle.'" in told


def test_an_example_marked_on_the_wrong_words_is_told(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace("[[a mere trifle]]", "a [[mere trifle]]"))

    told = list(failing_examples(read_rulebook(tmp_path)))

    assert "minimizing.trifle: expected 'mere trifle', found 'a mere trifle' in 'It is a mere trifle.'" in told
