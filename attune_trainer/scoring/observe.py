"""Everything the scorer sees in one response: evidence with spans, and the facts that shift what it means."""

from __future__ import annotations

from functools import cache, reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from attune_trainer.codebook import MOVES, Label
from attune_trainer.rules import context as c
from attune_trainer.rules.load import load_rulebook
from attune_trainer.rules.match import Matcher
from attune_trainer.scoring.evidence import Evidence
from attune_trainer.scoring.structure.echo import echoes
from attune_trainer.scoring.structure.form import forms
from attune_trainer.scoring.structure.own_story import own_story
from attune_trainer.scoring.structure.shape import shapes
from attune_trainer.scoring.structure.skeleton import skeleton
from attune_trainer.text import facts as f

if TYPE_CHECKING:
    from attune_trainer.codebook import Move
    from attune_trainer.scoring.heard import Heard
    from attune_trainer.text.read import Text

_PLACES = (
    (f.LAST, "last"),
    (f.FIRST, "first"),
    (f.AFTER_BUT, "after_but"),
    (f.BEFORE_BUT, "before_but"),
    (f.QUESTION, "asked"),
)
_COUNTS = ((2, "twice"), (3, "thrice"))
_PLACED = reduce(or_, [bit for bit, _ in _PLACES])
_HEARD = (
    (c.ABOUT_LISTENER, "about_listener"),
    (c.SELF_TALK, "self_talk"),
    (c.ASKED_FOR_ADVICE, "asked_for_advice"),
    (c.GOOD_NEWS, "good_news"),
    (c.ASKED_FOR_STORIES, "asked_for_stories"),
    (c.ASKED_SOMETHING, "asked_something"),
)
_ANSWERED = reduce(or_, [bit for bit, _ in _HEARD])


class Observed(NamedTuple):
    """`evidence` in reading order (rules first, then form); `names` of everything that has a weight."""

    evidence: tuple[Evidence, ...]
    names: frozenset[str]


@cache
def matcher() -> Matcher:
    """Return the matcher over the rules that travel with the package."""
    return Matcher(load_rulebook())


def observe(text: Text, heard: Heard) -> Observed:
    """Return what `text`, said in answer to `heard`, shows."""
    rules = load_rulebook().rules
    seen: list[Evidence] = []
    names: set[str] = set()
    for match in matcher().find(text, heard.context):
        rule = rules[match.rule]
        seen.append(Evidence(rule.id, rule.move, rule.certainty, match.first, match.last, rule.depth))
    count_of_rules = len(seen)
    seen.extend(echoes(text, heard))
    seen.extend(own_story(text, heard))
    seen.extend(forms(text))
    names.update(each.id for each in seen)
    names.update(_places(seen[:count_of_rules], text, heard))
    names.update(shapes(text, heard))
    names.update(skeleton(text))
    return Observed(tuple(seen), frozenset(names))


def _places(seen: list[Evidence], text: Text, heard: Heard) -> set[str]:
    """Return where, in what company and in answer to what the rules' evidence stands."""
    names: set[str] = set()
    rules_of: dict[Label, set[str]] = {}
    heard_at = 1 << 60
    for each in seen:
        label = MOVES[each.move].label
        names.add(_name_of(each.move))
        if label is None:
            continue
        names |= _company(
            label, text.clause_facts[text.clause_of[each.last]] & _PLACED, heard.context.facts & _ANSWERED
        )
        rules_of.setdefault(label, set()).add(each.id)
        if label is Label.ACKNOWLEDGING:
            heard_at = min(heard_at, each.first)
        elif each.first > heard_at:
            names.add(f"{label}.after_hearing")
    for label, ids in rules_of.items():
        names |= _counted(label, len(ids))
    return names


# Facts of places are few and come again and again: the names they make are remembered.
@cache
def _name_of(move: Move) -> str:
    return f"move.{move}"


@cache
def _company(label: Label, facts: int, heard: int) -> frozenset[str]:
    places = [name for bit, name in _PLACES if facts & bit]
    answers = [name for bit, name in _HEARD if heard & bit]
    return frozenset(f"{label}.{name}" for name in (*places, *answers, "any"))


@cache
def _counted(label: Label, rules: int) -> frozenset[str]:
    return frozenset(f"{label}.{name}" for least, name in _COUNTS if rules >= least)
