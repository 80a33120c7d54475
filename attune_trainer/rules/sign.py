"""What patterns see in the place of one word."""

from __future__ import annotations

from typing import NamedTuple


class Sign:
    """A word, or a listed phrase in the place of one: itself, its tags, and whether a pattern may pass over it.

    Signs are compared by identity: who makes them makes each one once.
    """

    __slots__ = ("held", "tags", "word")

    def __init__(self, word: str, tags: frozenset[str], *, held: bool) -> None:
        """Hold what is given."""
        self.word = word
        self.tags = tags
        self.held = held


class Signs(NamedTuple):
    """One text: a sign a word, where its clauses start and end, and the listed phrases by their last word.

    A phrase is (its first word, its sign): it may stand in the place of one word.
    """

    signs: list[Sign]
    clause_starts: list[int]
    clause_ends: list[int]
    phrases: dict[int, list[tuple[int, Sign]]]
