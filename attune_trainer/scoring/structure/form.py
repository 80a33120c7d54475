"""Form: bare imperatives and the kinds of question, whatever their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attune_trainer.codebook import Certainty, Move
from attune_trainer.scoring.evidence import Evidence
from attune_trainer.text import facts as f

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attune_trainer.text.read import Text

_KINDLY = frozenset(
    "take go tell come sit let hang keep feel say hold stay please rest breathe have start talk do share help "
    "carry".split()
)


def forms(text: Text) -> Iterator[Evidence]:
    """Yield one piece of evidence a clause that asks or commands."""
    for number, bits in enumerate(text.clause_facts):
        start, end = text.clause_starts[number], text.clause_ends[number]
        if end <= start:
            continue
        last = end - 1
        if bits & f.COMMAND:
            head = next((at for at in range(start, end) if text.flags[at] & (f.BASE_VERB | f.NEGATOR)), start)
            word = text.words[head]
            if text.flags[head] & f.NEGATOR or (word == "do" and head + 1 < end and text.words[head + 1] == "not"):
                yield Evidence("directing.form_do_not", Move.DIRECTING, Certainty.LIKELY, head, last)
            elif word in _KINDLY:
                yield Evidence("directing.form_soft", Move.DIRECTING, Certainty.WORTH_A_LOOK, head, last)
            else:
                yield Evidence("directing.form", Move.DIRECTING, Certainty.LIKELY, head, last)
        elif bits & f.OPEN_QUESTION:
            yield Evidence("open_question.form", Move.OPEN_QUESTION, Certainty.LIKELY, start, last)
        elif bits & f.WHY_QUESTION:
            yield Evidence("interrogating.form_why", Move.INTERROGATING, Certainty.WORTH_A_LOOK, start, last)
        elif bits & f.CLOSED_QUESTION:
            kind = ("past_you" if bits & f.PAST else "you") if bits & f.SAYS_YOU else "other"
            yield Evidence(f"open_question.form_closed_{kind}", Move.OPEN_QUESTION, Certainty.LIKELY, start, last)
