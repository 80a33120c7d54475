"""Echo: clauses about the speaker that take up the words of the statement, or only paste them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attune_trainer.codebook import Certainty, Move
from attune_trainer.rules.match import content_stem
from attune_trainer.scoring.evidence import Evidence
from attune_trainer.text import facts as f

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attune_trainer.scoring.heard import Heard
    from attune_trainer.text.read import Text

_PASTED_SHARE = 0.8
_LEAST_CLAUSE = 3
_MANY = 2
_LEAST_PASTED = 4


def echoes(text: Text, heard: Heard) -> Iterator[Evidence]:
    """Yield the clauses that say something of the speaker's own situation, by how much of it they take up."""
    stems = heard.context.stems
    for number, (start, end) in enumerate(zip(text.clause_starts, text.clause_ends, strict=True)):
        bits = text.clause_facts[number]
        if end - start < _LEAST_CLAUSE or not bits & f.STATEMENT or bits & f.SAYS_I:
            continue
        taken = sum(map(stems.__contains__, map(content_stem, text.words[start:end]))) if stems else 0
        about_you = bits & f.SAYS_YOU
        if taken >= _MANY:
            kind = "paraphrasing.echo_you" if about_you else "paraphrasing.echo"
            yield Evidence(kind, Move.PARAPHRASING, Certainty.LIKELY, start, end - 1, 2)
        elif taken == 1:
            kind = "paraphrasing.touch_you" if about_you else "paraphrasing.touch"
            yield Evidence(kind, Move.PARAPHRASING, Certainty.LIKELY, start, end - 1, 2)
        elif about_you and not bits & f.MODAL_VERB:
            kind = "paraphrasing.you_past" if bits & f.PAST else "paraphrasing.you_present"
            yield Evidence(kind, Move.PARAPHRASING, Certainty.LIKELY, start, end - 1, 2)


def is_pasted(text: Text, heard: Heard) -> bool:
    """Say whether the response is little more than the statement's own words in their own order."""
    theirs = heard.text.words
    count = len(text.words)
    if count < _LEAST_PASTED or not theirs:
        return False
    triples = {tuple(theirs[at : at + 3]) for at in range(len(theirs) - 2)}
    covered: set[int] = set()
    for at in range(count - 2):
        if tuple(text.words[at : at + 3]) in triples:
            covered.update((at, at + 1, at + 2))
    return len(covered) >= _PASTED_SHARE * count
