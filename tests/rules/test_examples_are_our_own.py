"""No example of a rule file is taken from the items the scorer is measured on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import attune_trainer.evaluate
from attune_trainer.rules.load import load_rulebook
from attune_trainer.text.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator

GOLD = Path(attune_trainer.evaluate.__file__).parent / "gold"
LEAST_TELLING = 8
# The codebook's own sentences stand in gold as well.
OF_THE_CODEBOOK = frozenset(
    {
        "I'm sorry you're having to go through this.",
        "Have you been able to talk to the doctor about it?",
        "[[Have you been able to talk to the doctor]] about it?",
        "I do want to be with you, and I see how cancelling told you otherwise.",
    }
)


def runs(said: str, length: int = LEAST_TELLING) -> set[tuple[str, ...]]:
    words = read(said.replace("[[", "").replace("]]", "")).words
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def examples() -> Iterator[tuple[str, str]]:
    for rule_file in load_rulebook().files.values():
        listed = [rule_file.examples, *(rule.examples for rule in rule_file.rules)]
        for each in listed:
            for example in (*each.hit, *each.miss, *each.known_miss):
                yield rule_file.move, example.say


def test_no_example_shares_eight_words_in_a_row_with_gold() -> None:
    gold: set[tuple[str, ...]] = set()
    for path in sorted(GOLD.glob("*.jsonl")):
        if path.stem == "codebook":
            continue
        for line in path.read_text("utf-8").splitlines():
            gold |= runs(json.loads(line)["response"])

    assert [(move, say) for move, say in examples() if say not in OF_THE_CODEBOOK and runs(say) & gold] == []
