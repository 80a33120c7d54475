"""What a rule may know of the statement a response answers."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ASKED_FOR_ADVICE = 1 << 0
ABOUT_LISTENER = 1 << 1
SELF_TALK = 1 << 2
GOOD_NEWS = 1 << 3
ASKED_TO_BE_HEARD = 1 << 4
KNOWN_STATEMENT = 1 << 5
SELF_BLAME = 1 << 6
ASKED_SOMETHING = 1 << 7
ASKED_FOR_STORIES = 1 << 8

HEARD_FACTS: Mapping[str, int] = MappingProxyType(
    {
        "asked_for_advice": ASKED_FOR_ADVICE,
        "about_listener": ABOUT_LISTENER,
        "self_talk": SELF_TALK,
        "good_news": GOOD_NEWS,
        "asked_to_be_heard": ASKED_TO_BE_HEARD,
        "known_statement": KNOWN_STATEMENT,
        "self_blame": SELF_BLAME,
        "asked_something": ASKED_SOMETHING,
        "asked_for_stories": ASKED_FOR_STORIES,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class Context:
    """The statement as the matcher sees it: content stems, words of the feelings in it, and facts.

    Compared by identity, so that a matcher can remember what it knows of each.
    """

    stems: frozenset[str] = frozenset()
    feeling_words: frozenset[str] = frozenset()
    facts: int = 0


NO_CONTEXT = Context()
