"""Asked before anything is scored: does the response disclose danger to the person writing it?

A first list of first-person disclosures of self-harm, violence and coercion. It reads words, not people: it is there
to offer help early, and a wrong alarm costs one discreet card.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attune_trainer.scoring.assessment import Care

if TYPE_CHECKING:
    from attune_trainer.text.read import Text

_I = r"(i|me) (\w+ ){0,4}"
_SOMEBODY = "(he|she|they|you|my (husband|wife|partner|boyfriend|girlfriend|dad|father|mum|mother|brother|son|ex))"
_THEY = "(he|she|they)"


def _any_of(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b")


_DISCLOSURES: tuple[tuple[Care, re.Pattern[str]], ...] = (
    (
        Care.SELF_HARM,
        _any_of(
            rf"{_I}(kill|killing|hurt|hurting|harm|harming|cut|cutting) myself",
            rf"{_I}(end|ending) (my life|it all)",
            rf"{_I}(want to die|take my own life|suicidal|wish i (was|were) dead|be better off dead)",
            rf"{_I}not want to (be here|live|wake up)",
            "no reason (for me )?to live",
        ),
    ),
    (
        Care.VIOLENCE,
        _any_of(
            rf"{_SOMEBODY} (\w+ ){{0,2}}(hit|hits|beat|beats|punched|punches) me",
            rf"{_SOMEBODY} (\w+ ){{0,2}}(choked|chokes|strangled|strangles|bit|bites|burned|burns) me",
            rf"{_SOMEBODY} (\w+ ){{0,2}}(kicked|kicks|slapped|slaps|raped|rapes) me",
            rf"{_SOMEBODY} (\w+ ){{0,2}}(threatened|threatens) to kill me",
            rf"i am (scared|afraid|frightened) (of what )?{_THEY} (will|might|would) (do|hurt|kill|hit)",
            rf"i am (scared|afraid|frightened) {_THEY} (is|are) going to (hurt|kill|hit)",
        ),
    ),
    (
        Care.COERCION,
        _any_of(
            rf"{_THEY} (\w+ ){{0,2}}(forces|forced|makes|made) me (to )?(have sex|sleep with)",
            rf"{_THEY} (\w+ ){{0,2}}(not let me|never lets me) (leave|go out|see|talk to)",
            rf"{_THEY} (\w+ ){{0,2}}(not let me|never lets me) have (my|any) (own )?(money|phone)",
            rf"{_THEY} (\w+ ){{0,3}}(locks|locked) me (in|out)",
            rf"{_THEY} (took|takes|keeps|has taken) my (phone|passport|money|keys|bank card)",
            "i am not allowed to (leave|go out|work|see (my|anyone)|have (my|any) (own )?(money|phone))",
        ),
    ),
)
_WITHOUT = re.compile(r"\bi (would|will|am|do|could) (not|never)\b[\w ]{0,20}(kill|hurt|harm|cut|die|end)")


def asks_for_care(text: Text) -> Care | None:
    """Return the kind of disclosure `text` holds, or None; quoted words are not the writer's own."""
    inside = [at for start, end in text.quoted for at in range(start, end)]
    skipped = set(inside)
    for start, end in zip(text.clause_starts, text.clause_ends, strict=True):
        said = " ".join(text.words[at] for at in range(start, end) if at not in skipped)
        if "me" not in said and "i " not in said and "my" not in said:
            continue
        for kind, pattern in _DISCLOSURES:
            if pattern.search(said) and not _WITHOUT.search(said):
                return kind
    return None
