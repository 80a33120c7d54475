"""Skeleton: how a response is put together once its content words are taken out.

Small words stay, a feeling becomes `*feeling`, a verb in the past `*ed`, and any other content word `*`. What is left
("you were *ed", "have you *", "that is so *feeling") says much of what a response does and nothing of what it is about:
it holds up with people and topics no rule has met.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from attune_trainer.rules.load import load_rulebook
from attune_trainer.text import facts as f
from attune_trainer.text.small_words import LEAD_INS

if TYPE_CHECKING:
    from attune_trainer.text.read import Text

PREFIX = "said."
_SMALL = f.FUNCTION | f.NEGATOR | f.MODAL
_LEADS = f.FILLER | f.AND | f.BUT | f.BECAUSE
_HEAD = 3
_REMEMBERED = 20_000


def skeleton(text: Text) -> set[str]:
    """Return the names of the small words and shapes in `text`, in ones and twos, and of how its clauses begin."""
    shapes = shapes_of(text)
    found = set(map(_one, shapes))
    found.update(map(_two, shapes, shapes[1:]))
    for number in range(len(text.clause_starts)):
        found.update(_beginning(text, shapes, number))
    return found


def skeleton_of_clause(text: Text, shapes: list[str], number: int) -> set[str]:
    """Return the names that one clause brings to the skeleton of the whole; `shapes` are those of `shapes_of`."""
    inside = shapes[text.clause_starts[number] : text.clause_ends[number]]
    found = set(map(_one, inside))
    found.update(map(_two, inside, inside[1:]))
    found.update(_beginning(text, shapes, number))
    return found


def shapes_of(text: Text) -> list[str]:
    """Return each word of `text` as itself where it is small, else as its shape."""
    return list(map(_shape, text.words, text.flags))


def _beginning(text: Text, shapes: list[str], number: int) -> tuple[str, ...]:
    """Return how clause `number` begins: its first one, two and three shapes after words that only lead in."""
    head, end, facts = text.clause_starts[number], text.clause_ends[number], text.clause_facts[number]
    while head < end and (text.flags[head] & _LEADS or text.words[head] in LEAD_INS):
        head += 1
    act = "asks" if facts & f.QUESTION else "orders" if facts & f.COMMAND else "begins"
    return _first_of(act, tuple(shapes[head : min(end, head + _HEAD)]))


# Shapes are few and come again and again: their names are remembered.
@lru_cache(maxsize=_REMEMBERED)
def _one(shape: str) -> str:
    return f"{PREFIX}{shape}"


@lru_cache(maxsize=_REMEMBERED)
def _two(first: str, second: str) -> str:
    return f"{PREFIX}{first}_{second}"


@lru_cache(maxsize=_REMEMBERED)
def _first_of(act: str, beginning: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{PREFIX}{act}:{'_'.join(beginning[:size])}" for size in range(1, len(beginning) + 1))


@lru_cache(maxsize=_REMEMBERED)
def _shape(word: str, bits: int) -> str:
    if bits & _SMALL:
        return word
    if "<feeling>" in load_rulebook().lexicon.by_word.get(word, ()):
        return "*feeling"
    if bits & f.PAST_VERB:
        return "*ed"
    if word.endswith("ing"):
        return "*ing"
    return "*do" if bits & f.BASE_VERB else "*"
