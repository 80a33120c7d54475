"""Help lines: an editable file, with every mistake named by its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from attune_trainer.errors import ContentError
from attune_trainer.ui.load import load_help

if TYPE_CHECKING:
    from pathlib import Path


def test_every_country_names_an_emergency_number() -> None:
    for country in load_help():
        assert country.lines[0].number in {"000", "112", "911", "999"}, country.name


def test_a_mistake_is_named_by_its_place(tmp_path: Path) -> None:
    file = tmp_path / "help_lines.yaml"
    file.write_text("countries:\n  - code: GB\n    name: United Kingdom\n    lines: []\n", encoding="utf-8")

    with pytest.raises(ContentError, match=r"help_lines.yaml:4:12: countries.0.lines"):
        load_help(file)
