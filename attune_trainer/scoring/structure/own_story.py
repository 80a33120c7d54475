"""Own story: how much of a response is told about the listener."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attune_trainer.codebook import Certainty, Move
from attune_trainer.rules import context as c
from attune_trainer.scoring.evidence import Evidence
from attune_trainer.text import facts as f

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attune_trainer.scoring.heard import Heard
    from attune_trainer.text.read import Text

_LEAST_TOLD = 4
_KINDS = {1: "one", 2: "two"}
_MINE = frozenset("my me mine myself".split())


def own_story(text: Text, heard: Heard) -> Iterator[Evidence]:
    """Yield one piece of evidence for the longest run of clauses told in the past about `I`, `we` or mine.

    Where the statement is about the listener, or they are one person, telling of oneself is a different thing.
    """
    began = 0  # where the run under way began
    best = range(0)
    for number, bits in enumerate(text.clause_facts):
        start, end = text.clause_starts[number], text.clause_ends[number]
        mine = bits & (f.SAYS_I | f.SAYS_WE) or any(text.words[at] in _MINE for at in range(start, end))
        yours = bits & f.SAYS_YOU or any(text.words[at] in {"you", "your"} for at in range(start, end))
        if mine and not yours and bits & f.STATEMENT and (bits & f.PAST or began < number):
            if number + 1 - began > len(best):
                best = range(began, number + 1)
        else:
            began = number + 1
    if best:
        first, last = text.clause_starts[best[0]], text.clause_ends[best[-1]] - 1
        size = last - first + 1
        if size >= _LEAST_TOLD:
            kind = _KINDS.get(len(best), "many")
            whose = "own_part_" if heard.context.facts & (c.ABOUT_LISTENER | c.SELF_TALK) else "told_"
            yield Evidence(f"own_story.{whose}{kind}", Move.OWN_STORY, Certainty.LIKELY, first, last)
