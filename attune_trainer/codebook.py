"""The closed sets of the codebook: labels, moves, severities, readings, certainties, and the words people see."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Label(StrEnum):
    """What a response does to the speaker's feeling."""

    DISMISSING = "dismissing"
    FIXING = "fixing"
    ARGUING = "arguing"
    SHIFTING = "shifting"
    ACKNOWLEDGING = "acknowledging"
    EXPLORING = "exploring"


MISSES = (Label.DISMISSING, Label.FIXING, Label.ARGUING, Label.SHIFTING)
ATTUNED = (Label.ACKNOWLEDGING, Label.EXPLORING)


class Move(StrEnum):
    """One thing a response does; each belongs to one label or to none."""

    MINIMIZING = "minimizing"
    SILVER_LINING = "silver_lining"
    INVALIDATING = "invalidating"
    REASSURING = "reassuring"
    BRUSHING_OFF = "brushing_off"
    MOCKING = "mocking"
    DIRECTING = "directing"
    SUGGESTING = "suggesting"
    TAKING_OVER = "taking_over"
    LECTURING = "lecturing"
    CONTRADICTING = "contradicting"
    BLAMING = "blaming"
    DEFENDING = "defending"
    INTERROGATING = "interrogating"
    COUNTER_ATTACKING = "counter_attacking"
    SIDING = "siding"
    YES_BUT = "yes_but"
    ANALYSING = "analysing"
    THREATENING = "threatening"
    OWN_STORY = "own_story"
    OWN_FEELINGS = "own_feelings"
    NAMING = "naming"
    PARAPHRASING = "paraphrasing"
    VALIDATING = "validating"
    CARING = "caring"
    PRESENCE = "presence"
    TENDING = "tending"
    APPRECIATING = "appreciating"
    CELEBRATING = "celebrating"
    OWNING = "owning"
    MEETING_THE_HOPE = "meeting_the_hope"
    OPEN_QUESTION = "open_question"
    INVITING = "inviting"
    CHECKING = "checking"
    ASKING_NEED = "asking_need"
    LIMIT = "limit"
    SIGNPOSTING = "signposting"
    AGREEING_AWAY = "agreeing_away"
    PILING_ON = "piling_on"


class Severity(StrEnum):
    """How a miss is likely to arrive; orders and words the feedback, changes no label."""

    HURTS = "hurts"
    SLIPS = "slips"


class Reading(StrEnum):
    """The whole response in one word."""

    ATTUNED = "attuned"
    MIXED = "mixed"
    MISSED = "missed"
    NEUTRAL = "neutral"
    UNREAD = "unread"


class Certainty(StrEnum):
    """How sure the scorer is of one finding, from surest to least sure."""

    CLEAR = "clear"
    LIKELY = "likely"
    WORTH_A_LOOK = "worth_a_look"


class Hope(StrEnum):
    """What a speaker hopes to get back."""

    LISTEN = "listen"
    UNDERSTAND = "understand"
    COMFORT = "comfort"
    ADVICE = "advice"
    APOLOGY = "apology"
    COMPANY = "company"


class Entry(NamedTuple):
    """What the codebook says of one move."""

    label: Label | None
    severity: Severity | None
    means: str


def _miss(label: Label, severity: Severity, means: str) -> Entry:
    return Entry(label, severity, means)


def _attuned(label: Label, means: str) -> Entry:
    return Entry(label, None, means)


_HURTS, _SLIPS = Severity.HURTS, Severity.SLIPS
MOVES: Mapping[Move, Entry] = MappingProxyType(
    {
        Move.MINIMIZING: _miss(Label.DISMISSING, _SLIPS, "makes it smaller, compares it away, deflates good news"),
        Move.SILVER_LINING: _miss(Label.DISMISSING, _SLIPS, "swaps the feeling for a bright side"),
        Move.INVALIDATING: _miss(Label.DISMISSING, _HURTS, "tells them not to feel it, or that the feeling is wrong"),
        Move.REASSURING: _miss(Label.DISMISSING, _SLIPS, "closes the feeling with a promise or a cliché"),
        Move.BRUSHING_OFF: _miss(Label.DISMISSING, _HURTS, "changes the subject, ends it, gives it no room"),
        Move.MOCKING: _miss(Label.DISMISSING, _HURTS, "sarcasm, contempt, a joke at the feeling's expense"),
        Move.DIRECTING: _miss(Label.FIXING, _HURTS, "tells them what to do"),
        Move.SUGGESTING: _miss(Label.FIXING, _SLIPS, "advice in a softer coat, also as a question"),
        Move.TAKING_OVER: _miss(Label.FIXING, _SLIPS, "solves it for them, unasked"),
        Move.LECTURING: _miss(Label.FIXING, _SLIPS, "facts, explanations, morals in place of listening"),
        Move.CONTRADICTING: _miss(Label.ARGUING, _SLIPS, "denies the facts or the reading of them"),
        Move.BLAMING: _miss(Label.ARGUING, _HURTS, "makes it their fault, generalises about them"),
        Move.DEFENDING: _miss(Label.ARGUING, _SLIPS, "protects the listener instead of hearing the speaker"),
        Move.INTERROGATING: _miss(Label.ARGUING, _SLIPS, "cross-examines, asks for justification"),
        Move.COUNTER_ATTACKING: _miss(Label.ARGUING, _HURTS, "hits back, keeps score"),
        Move.SIDING: _miss(Label.ARGUING, _SLIPS, "argues the other side's case"),
        Move.YES_BUT: _miss(Label.ARGUING, _SLIPS, "takes the acknowledgement back in the same breath"),
        Move.ANALYSING: _miss(Label.ARGUING, _HURTS, "explains them to themselves, diagnoses"),
        Move.THREATENING: _miss(Label.ARGUING, _HURTS, "warns, gives an ultimatum to end the talk"),
        Move.OWN_STORY: _miss(Label.SHIFTING, _SLIPS, "moves to the listener's own experience and stays there"),
        Move.OWN_FEELINGS: _miss(Label.SHIFTING, _SLIPS, "makes the speaker look after the listener"),
        Move.NAMING: _attuned(Label.ACKNOWLEDGING, "names or guesses the feeling, tentatively or plainly"),
        Move.PARAPHRASING: _attuned(Label.ACKNOWLEDGING, "gives the content back in other words"),
        Move.VALIDATING: _attuned(Label.ACKNOWLEDGING, "says that it makes sense, is allowed, would hurt anyone"),
        Move.CARING: _attuned(Label.ACKNOWLEDGING, "warmth or sorrow for them"),
        Move.PRESENCE: _attuned(Label.ACKNOWLEDGING, "offers to stay and listen, without agenda"),
        Move.TENDING: _attuned(Label.ACKNOWLEDGING, "small comfort that asks nothing"),
        Move.APPRECIATING: _attuned(Label.ACKNOWLEDGING, "values the sharing or the effort"),
        Move.CELEBRATING: _attuned(Label.ACKNOWLEDGING, "meets good news with joy of its size"),
        Move.OWNING: _attuned(Label.ACKNOWLEDGING, "takes responsibility for one's own part"),
        Move.MEETING_THE_HOPE: _attuned(Label.ACKNOWLEDGING, "gives what the speaker asked for in this exchange"),
        Move.OPEN_QUESTION: _attuned(Label.EXPLORING, "asks about their experience in a way that opens"),
        Move.INVITING: _attuned(Label.EXPLORING, "asks for more, without a question"),
        Move.CHECKING: _attuned(Label.EXPLORING, "checks an understanding"),
        Move.ASKING_NEED: _attuned(Label.EXPLORING, "asks what they hope for"),
        Move.LIMIT: Entry(None, None, "states a limit on conduct; protecting oneself is allowed"),
        Move.SIGNPOSTING: Entry(None, None, "names help where there is a risk to health or safety"),
        Move.AGREEING_AWAY: Entry(None, None, "caves in to end it"),
        Move.PILING_ON: Entry(None, None, "attacks an absent person"),
    }
)

SHOWN: Mapping[Label, str] = MappingProxyType(
    {
        Label.DISMISSING: "made it smaller",
        Label.FIXING: "went to solutions",
        Label.ARGUING: "debated it",
        Label.SHIFTING: "turned to me",
        Label.ACKNOWLEDGING: "heard it",
        Label.EXPLORING: "asked about it",
    }
)


def read_whole(present: frozenset[Label]) -> Reading:
    """Return the reading that follows from the labels present (never `unread`: text that could be read)."""
    has_miss = any(label in present for label in MISSES)
    has_attuned = any(label in present for label in ATTUNED)
    if has_attuned:
        return Reading.MIXED if has_miss else Reading.ATTUNED
    return Reading.MISSED if has_miss else Reading.NEUTRAL
