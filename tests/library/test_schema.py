"""The JSON Schema that editors check scenario files with."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from attune_trainer.library.schema import schema_text
from attune_trainer.settings import scenarios_folder
from attune_trainer.yaml_source import parse_source, read_source
from tests.library.conftest import LATE

if TYPE_CHECKING:
    from pathlib import Path

SCENARIOS = [path for path in sorted(scenarios_folder().glob("*/*.yaml")) if path.name != "pack.yaml"]


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(schema_text())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_the_schema_file_is_up_to_date() -> None:
    written = (scenarios_folder() / "schema.json").read_text(encoding="utf-8")

    assert written == schema_text(), "run: python -m attune_trainer.library.schema > scenarios/schema.json"


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_bundled_scenario_points_editors_to_the_schema(path: Path, validator: Draft202012Validator) -> None:
    first, _, _ = path.read_text(encoding="utf-8").partition("\n")
    pointer = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)

    assert pointer
    assert (path.parent / pointer[1]).resolve() == (scenarios_folder() / "schema.json").resolve()
    assert validator.is_valid(read_source(path).data)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hope: understand", "hope: love"),
        ("title: Late again\n", ""),
        ("level: 2", "level: 5"),
        ("answers:\n", "turns: []\nanswers:\n"),
        ("reads: missed", "reads: unread"),
        ("feels: unimportant", "feels: seen"),
        ("strong: You", "strong: {scorer: known_miss}\n  weak: You"),
    ],
)
def test_editors_underline_what_check_refuses(validator: Draft202012Validator, old: str, new: str) -> None:
    assert not validator.is_valid(parse_source(LATE.replace(old, new, 1), "late.yaml").data)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Late", "title: Very late"),
        ("near_miss: I get it, but work was mad today.", "near_miss: {say: I get it but, scorer: known_miss}"),
        ("because: “Heat it up” goes to the food.", "because: x\n    scorer: known_miss"),
    ],
)
def test_editors_accept_what_check_accepts(validator: Draft202012Validator, old: str, new: str) -> None:
    assert validator.is_valid(parse_source(LATE.replace(old, new, 1), "late.yaml").data)


def test_every_key_is_explained_or_explains_itself() -> None:
    keys = json.loads(schema_text())["properties"]

    assert {key for key, about in keys.items() if "description" not in about and "$ref" not in about} == set()
