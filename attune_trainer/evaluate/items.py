"""Labelled responses: one JSON object a line, in the form of our gold or of a human-coded corpus."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from attune_trainer.codebook import Label, Move
from attune_trainer.errors import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One response and what human coders said of it.

    `labels` maps each judged label to whether it is present; a label nobody judged is not a key. `writer` is who wrote
    or coded it, `group` the speaker or conversation it belongs to. `marks` are (move, words) pairs.
    """

    id: str
    source: str
    writer: str
    group: str
    statement: str
    feelings: tuple[str, ...]
    hope: str | None
    events: tuple[str, ...]
    relationship: str
    response: str
    labels: Mapping[Label, bool]
    moves: frozenset[Move]
    marks: tuple[tuple[Move, str], ...]
    depth: int | None
    trap: str

    @property
    def is_fully_judged(self) -> bool:
        """Say whether all six labels were judged."""
        return len(self.labels) == len(Label)

    @property
    def present(self) -> frozenset[Label]:
        """Return the labels the coders found."""
        return frozenset(label for label, found in self.labels.items() if found)


def read_items(paths: Iterable[Path]) -> list[Item]:
    """Return the items of all files, in order.

    Raises:
        ContentError: with every line that is not a labelled response.
    """
    items: list[Item] = []
    problems: list[Problem] = []
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if not line.strip():
                continue
            try:
                items.append(_item(json.loads(line), path.stem))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                problems.append(Problem(str(path), number, 1, f"expected a labelled response: {error!r}"))
    if problems:
        raise ContentError(problems)
    return items


def _item(raw: dict[str, Any], source: str) -> Item:
    labels = raw["labels"]
    if isinstance(labels, list):
        found = {Label(label) for label in labels}
        judged = {label: label in found for label in Label}
    else:
        judged = {Label(label): bool(value) for label, value in labels.items()}
    group = raw.get("group") or _conversation(raw["id"])
    return Item(
        id=raw["id"],
        source=source,
        writer=group.partition("-")[0] if "group" in raw else group,
        group=group,
        statement=raw.get("statement") or raw.get("context") or "",
        feelings=tuple(raw.get("feelings") or ()),
        hope=raw.get("hope"),
        events=tuple(raw.get("events") or ()),
        relationship=raw.get("relationship") or "",
        response=raw["response"],
        labels=judged,
        moves=frozenset(Move(move) for move in raw.get("moves") or ()),
        marks=tuple((Move(mark["move"]), mark["words"]) for mark in raw.get("marks") or ()),
        depth=raw.get("depth"),
        trap=raw.get("trap") or "",
    )


def _conversation(name: str) -> str:
    """Return the conversation of a corpus id: `coded-esconv-334-21` and `esconv-334-40` are both of esconv-334."""
    parts = name.removeprefix("coded-").split("-")
    return "-".join(parts[:2]) if parts[0] != "intents" else name.removeprefix("coded-")
