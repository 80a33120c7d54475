"""Shape: facts of the whole response that shift what its parts mean; named, weighted, without spans."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from attune_trainer.rules import context as c
from attune_trainer.scoring.structure.echo import is_pasted
from attune_trainer.text import facts as f

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attune_trainer.scoring.heard import Heard
    from attune_trainer.text.read import Text

_HEARD = (
    (c.ASKED_FOR_ADVICE, "heard.asked_for_advice"),
    (c.ABOUT_LISTENER, "heard.about_listener"),
    (c.SELF_TALK, "heard.self_talk"),
    (c.GOOD_NEWS, "heard.good_news"),
    (c.ASKED_TO_BE_HEARD, "heard.asked_to_be_heard"),
    (c.SELF_BLAME, "heard.self_blame"),
    (c.ASKED_SOMETHING, "heard.asked_something"),
    (c.ASKED_FOR_STORIES, "heard.asked_for_stories"),
)
_CLAUSES = (
    (f.SAYS_I | f.PAST | f.STATEMENT, "shape.i_past"),
    (f.SAYS_I | f.PRESENT | f.STATEMENT, "shape.i_present"),
    (f.SAYS_I | f.FUTURE, "shape.i_future"),
    (f.SAYS_I | f.MODAL_VERB, "shape.i_modal"),
    (f.SAYS_YOU | f.PAST | f.STATEMENT, "shape.you_past"),
    (f.SAYS_YOU | f.PRESENT | f.STATEMENT, "shape.you_present"),
    (f.SAYS_YOU | f.FUTURE, "shape.you_future"),
    (f.SAYS_YOU | f.MODAL_VERB | f.STATEMENT, "shape.you_modal"),
    (f.SAYS_WE | f.STATEMENT, "shape.we"),
    (f.SAYS_THEY | f.PAST | f.STATEMENT, "shape.they_past"),
    (f.SAYS_THEY | f.PRESENT | f.STATEMENT, "shape.they_present"),
    (f.SAYS_IT | f.STATEMENT, "shape.it"),
    (f.COMMAND, "shape.command"),
    (f.OPEN_QUESTION, "shape.open_question"),
    (f.CLOSED_QUESTION, "shape.closed_question"),
    (f.WHY_QUESTION, "shape.why_question"),
    (f.CONDITIONAL, "shape.conditional"),
    (f.AFTER_BUT, "shape.but"),
    (f.HAS_NEGATION, "shape.negation"),
    (f.EXCLAIMED, "shape.exclaimed"),
)
_MINE = frozenset("i me my mine myself we us our".split())
_YOURS = frozenset("you your yours yourself".split())
_MOST_OF_IT = 0.6
_LENGTHS = ((3, "shape.words_3"), (7, "shape.words_7"), (14, "shape.words_14"), (28, "shape.words_28"))


@lru_cache(maxsize=10_000)
def _shapes_of(facts: int) -> frozenset[str]:
    """Return the names of what a clause with these facts shows."""
    return frozenset(name for bits, name in _CLAUSES if facts & bits == bits)


def shapes(text: Text, heard: Heard) -> list[str]:
    """Return the names of the facts of the whole that hold."""
    found = [name for bit, name in _HEARD if heard.context.facts & bit]
    if heard.feelings:
        found.append("heard.feelings_known")
    clause_facts = text.clause_facts
    found.extend(set().union(*map(_shapes_of, clause_facts)))
    count = len(text.words)
    found.append(next((name for most, name in _LENGTHS if count <= most), "shape.words_many"))
    found.extend(_persons(text))
    if text.clause_facts[-1] & f.QUESTION_MARK:
        found.append("shape.ends_asking")
    if text.reported_from and min(text.reported_from) < count:
        found.append("shape.reported")
    if is_pasted(text, heard):
        found.append("shape.pasted")
    return found


def _persons(text: Text) -> Iterator[str]:
    """Yield whom the response is about, by its pronouns: how many of the clauses are mine, is there a you at all."""
    words = set(text.words)
    if not words & _YOURS:
        yield "shape.no_you"
    if not words & _MINE:
        yield "shape.no_i"
        return
    mine = yours = 0
    for start, end in zip(text.clause_starts, text.clause_ends, strict=True):
        said = set(text.words[start:end])
        mine += bool(said & _MINE and not said & _YOURS)
        yours += bool(said & _YOURS)
    if mine >= _MOST_OF_IT * len(text.clause_starts):
        yield "shape.mostly_mine"
    if mine > yours:
        yield "shape.more_mine"
    if mine >= 3:  # noqa: PLR2004 - more than an aside
        yield "shape.long_mine"
