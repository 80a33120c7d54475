"""Findings to words: what was seen, why it matters to this speaker, and what to try instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from attune_trainer.codebook import ATTUNED, MISSES, MOVES, Certainty, Severity
from attune_trainer.rules.load import load_rulebook
from attune_trainer.scoring.phrases import PHRASES

if TYPE_CHECKING:
    from attune_trainer.codebook import Move
    from attune_trainer.scoring.assessment import Assessment, Finding
    from attune_trainer.scoring.heard import Heard

_LONGEST_QUOTE = 90
_BEGINS = re.compile(r"(?:^|(?<=[.!?] ))\{event\}([.!?]?)")
_QUOTATION = "\u2018{}\u2019"


class Kind(StrEnum):
    """What an explanation is for, as in good code review; from the one that matters most."""

    ESSENTIAL = "essential"
    ACTIONABLE = "actionable"
    CELEBRATING = "celebrating"
    INFORMATIVE = "informative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One finding in words: `says` quotes the response, `why` and `instead` come from the rule file of the move."""

    finding: Finding
    kind: Kind
    says: str
    why: str
    instead: tuple[str, ...]


def explain(assessment: Assessment, response: str, heard: Heard) -> tuple[Explanation, ...]:
    """Return the findings of `assessment` in words, the most useful first."""
    files = load_rulebook().files
    told = [
        Explanation(
            finding=found,
            kind=kind_of(found),
            says=_says(found, response),
            why=files[found.move].why if found.move in files else "",
            instead=_instead(found.move, heard),
        )
        for found in assessment.findings
    ]
    order = list(Kind)
    sure = list(Certainty)
    return tuple(sorted(told, key=lambda each: (order.index(each.kind), sure.index(each.finding.certainty))))


def kind_of(found: Finding) -> Kind:
    """Return what the explanation of `found` is for; severity chooses the tone of a miss."""
    if found.label in ATTUNED:
        return Kind.CELEBRATING
    if found.certainty is Certainty.WORTH_A_LOOK or found.label not in MISSES:
        return Kind.INFORMATIVE
    hurts = MOVES[found.move].severity is Severity.HURTS and found.certainty is Certainty.CLEAR
    return Kind.ESSENTIAL if hurts else Kind.ACTIONABLE


def _says(found: Finding, response: str) -> str:
    quote = " ".join(found.span.quote(response).split())
    if len(quote) > _LONGEST_QUOTE:
        quote = quote[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    phrase = PHRASES[found.move]
    if found.label in MISSES and found.certainty is not Certainty.CLEAR:
        return f"Might “{quote}” sound like {phrase.sounds_like}?"
    return f"“{quote}” {phrase.does}."


def _instead(move: Move, heard: Heard) -> tuple[str, ...]:
    """Return what to try instead with this speaker's feeling and event; what needs an unknown one is left out."""
    rule_file = load_rulebook().files.get(move)
    if rule_file is None:
        return ()
    feeling = heard.feelings[0] if heard.feelings else ""
    event = heard.events[0] if heard.events else ""
    filled: list[str] = []
    for template in rule_file.instead:
        text = template.replace("{feeling}", feeling) if feeling else template
        text = _echoed(text, event) if event else text
        if "{" not in text:
            filled.append(text[:1].upper() + text[1:])
    return tuple(filled)


def _echoed(template: str, event: str) -> str:
    """Return `template` with the event as a quotation: it is told in the speaker's own words, often as "I"."""
    first = event[:1].upper() + event[1:]
    begun = _BEGINS.sub(lambda stop: _QUOTATION.format(first + stop[1]), template)
    return begun.replace("{event}", _QUOTATION.format(event))
