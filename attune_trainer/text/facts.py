"""The facts of a word and of a clause: one bit each, so that a rule can ask for several at once."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Words
I = 1 << 0  # noqa: E741 - the pronoun
YOU = 1 << 1
WE = 1 << 2
THEY = 1 << 3
IT = 1 << 4
SUBJECT = I | YOU | WE | THEY | IT
POSSESSIVE = 1 << 5
NEGATOR = 1 << 6
MODAL = 1 << 7
AUXILIARY = 1 << 8
WH = 1 << 9
BUT = 1 << 10
AND = 1 << 11
BECAUSE = 1 << 12
IF = 1 << 13
REPORTING = 1 << 14
BASE_VERB = 1 << 15
PAST_VERB = 1 << 16
FUTURE_WORD = 1 << 17
FILLER = 1 << 18
OPENS_CLAUSE = 1 << 19
FUNCTION = 1 << 20
NOT_COMMAND = 1 << 21
KNOWN = 1 << 22
TIME = 1 << 23

# Clauses
STATEMENT = 1 << 0
COMMAND = 1 << 1
OPEN_QUESTION = 1 << 2
CLOSED_QUESTION = 1 << 3
WHY_QUESTION = 1 << 4
QUESTION = OPEN_QUESTION | CLOSED_QUESTION | WHY_QUESTION
SAYS_I = 1 << 5
SAYS_YOU = 1 << 6
SAYS_WE = 1 << 7
SAYS_THEY = 1 << 8
SAYS_IT = 1 << 9
PAST = 1 << 10
PRESENT = 1 << 11
FUTURE = 1 << 12
MODAL_VERB = 1 << 13
HAS_NEGATION = 1 << 14
CONDITIONAL = 1 << 15
AFTER_BUT = 1 << 16
FIRST = 1 << 17
LAST = 1 << 18
SHORT = 1 << 19
QUESTION_MARK = 1 << 20
EXCLAIMED = 1 << 21
BEFORE_BUT = 1 << 22
# Of one match inside its clause, so known only where it stands
NEGATED = 1 << 23
QUOTED = 1 << 24
REPORTED = 1 << 25

CLAUSE_FACTS: Mapping[str, int] = MappingProxyType(
    {
        "statement": STATEMENT,
        "command": COMMAND,
        "question": QUESTION,
        "open_question": OPEN_QUESTION,
        "closed_question": CLOSED_QUESTION,
        "why_question": WHY_QUESTION,
        "says_i": SAYS_I,
        "says_you": SAYS_YOU,
        "says_we": SAYS_WE,
        "says_they": SAYS_THEY,
        "says_it": SAYS_IT,
        "past": PAST,
        "present": PRESENT,
        "future": FUTURE,
        "modal": MODAL_VERB,
        "has_negation": HAS_NEGATION,
        "conditional": CONDITIONAL,
        "after_but": AFTER_BUT,
        "before_but": BEFORE_BUT,
        "first": FIRST,
        "last": LAST,
        "short": SHORT,
        "question_mark": QUESTION_MARK,
        "exclaimed": EXCLAIMED,
        "negated": NEGATED,
        "quoted": QUOTED,
        "reported": REPORTED,
    }
)


def names_of(facts: int) -> tuple[str, ...]:
    """Return the names of the facts set in `facts`, in the order of the codebook of facts."""
    return tuple(name for name, bit in CLAUSE_FACTS.items() if facts & bit and name != "question")
