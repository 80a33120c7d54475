"""Reads `words.yaml`: the verbs, spellings and small words the reader knows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from attune_trainer.yaml_source import read_source

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the reader knows of English words; every entry is folded."""

    base_verbs: frozenset[str]
    past_verbs: frozenset[str]
    spellings: Mapping[str, tuple[str, ...]]
    fillers: frozenset[str]
    negators: frozenset[str]
    modals: frozenset[str]
    reporting: frozenset[str]


@cache
def load_words() -> Words:
    """Return the word lists that travel with the package.

    Raises:
        ContentError: `words.yaml` cannot be read.
    """
    data = read_source(Path(__file__).with_name("words.yaml")).data
    verbs = [entry.split() for entry in entries(data["verbs"])]
    spellings = (entry.partition("=") for entry in entries(data["spellings"]))
    return Words(
        base_verbs=frozenset(forms[0] for forms in verbs),
        past_verbs=frozenset(form for forms in verbs for form in forms[1:]),
        spellings={typed.strip(): tuple(meant.split()) for typed, _, meant in spellings},
        fillers=frozenset(entries(data["fillers"])),
        negators=frozenset(entries(data["negators"])),
        modals=frozenset(entries(data["modals"])),
        reporting=frozenset(entries(data["reporting"])),
    )


def entries(listed: str) -> list[str]:
    """Return the entries of a comma-separated list, spaces evened out."""
    return [" ".join(entry.split()) for entry in listed.split(",") if entry.strip()]
