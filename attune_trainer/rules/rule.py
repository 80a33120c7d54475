"""What a rule is, and what a rule file holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attune_trainer.codebook import Certainty, Move


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One example of a rule file; in a hit the words to be seen stand between [[ and ]].

    `statement` and `relationship` give the context where the rule asks for one.
    """

    say: str
    statement: str = ""
    relationship: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """The proof of a rule or a file: what it must see, what it must leave alone, what it is known to get wrong."""

    hit: tuple[Example, ...] = ()
    miss: tuple[Example, ...] = ()
    known_miss: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Facts as bit sets: of the clause (`facts.CLAUSE_FACTS`) and of the statement (`context.HEARD_FACTS`)."""

    clause: int = 0
    heard: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Patterns that show one move.

    A match counts when its clause and the statement have every fact of `when`, at least one of `either` if that
    asks for any, and none of `unless`, and when no pattern of `apart_from` overlaps it.
    """

    id: str
    move: Move
    certainty: Certainty
    patterns: tuple[str, ...]
    when: Scope = field(default_factory=Scope)
    either: Scope = field(default_factory=Scope)
    unless: Scope = field(default_factory=Scope)
    apart_from: tuple[str, ...] = ()
    depth: int = 1
    examples: Examples = field(default_factory=Examples)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFile:
    """One move: what it means, why it matters, what to try instead, its rules, and examples of the whole."""

    move: Move
    means: str
    why: str
    instead: tuple[str, ...]
    rules: tuple[Rule, ...]
    examples: Examples
