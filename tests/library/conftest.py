"""A scenario to bend, and folders of packs to put it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from pathlib import Path

ABOUT = """\
title: At home
author: Ana
licence: CC BY 4.0
language: en
teaches: Staying with a feeling at the end of a day.
"""
LATE = """\
# yaml-language-server: $schema=../schema.json
id: home/late
title: Late again
level: 2
listener_is: partner
speaker: {name: Sam, voice: "soft, looking away"}
setting: You come home at nine. Dinner is cold.
statement: I ate alone again. I don't know why I bother cooking.
feelings: [lonely, unimportant]
hope: understand
touches: []
events: [ate alone, cooked]
options:
  - say: You ate alone again. That sounds lonely.
    reads: attuned
    because: “That sounds lonely” names it.
  - say: Can't you heat it up?
    reads: missed
    because: “Heat it up” goes to the food.
  - say: I'm sorry. The traffic was bad, though.
    reads: mixed
    because: “The traffic” takes over.
  - say: Hm.
    reads: neutral
    because: Sam hears nothing in it.
answers:
  strong: You cooked, and sat there on your own. That must have felt lonely.
  near_miss: I get it, but work was mad today.
lands:
  attuned:
    inner: Someone noticed.
    feels: seen
    says: I made the one with lemon.
  missed:
    inner: Why did I say anything?
    feels: unimportant
    says: Never mind.
"""


class WriteLate(Protocol):
    """Write the scenario with `changes` (old text, new text), and return its path."""

    def __call__(self, *changes: tuple[str, str]) -> Path: ...


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A folder with one good pack of one scenario."""
    home = tmp_path / "packs" / "home"
    home.mkdir(parents=True)
    (home / "pack.yaml").write_text(ABOUT, encoding="utf-8")
    (home / "late.yaml").write_text(LATE, encoding="utf-8")
    return home.parent


@pytest.fixture
def write_late(packs: Path) -> WriteLate:
    """Write the one scenario again with some of its text changed."""

    def write(*changes: tuple[str, str]) -> Path:
        text = LATE
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path = packs / "home" / "late.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write
