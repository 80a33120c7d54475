"""Cuts a line of words into clauses and says of each what it does: act, subject, tense, scope."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from attune_trainer.text import facts as f
from attune_trainer.text.small_words import AFTER_THESE_NO_CLAUSE, FACT_OPENERS, LEAD_INS
from attune_trainer.text.tokens import COMMA, SENTENCE, Token

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHORT = 3
_SUBJECT_WITHIN = 6
_MAY_START = f.OPENS_CLAUSE | f.SUBJECT | f.WH | f.AUXILIARY
_LEADS = f.FILLER | f.AND | f.BUT | f.IF | f.BECAUSE | f.TIME
_NO_ANSWER_BUT = frozenset("nothing anything all no".split())
_OPENING_WH = frozenset("what how why".split())
_REPORTS_NOTHING = frozenset("at about with".split())
_EMPTY_OBJECTS = frozenset("anything nothing it so a".split())
_OTHERS = frozenset("someone somebody people everyone everybody others instead".split())
_ANSWERS = frozenset("no yes yeah yep nah aw aww oh ah right okay ok".split())
_ABOUT = frozenset("about else".split())
_END = Token(mark=SENTENCE)
_SUBJECTS = (
    (f.I, f.SAYS_I),
    (f.YOU, f.SAYS_YOU),
    (f.WE, f.SAYS_WE),
    (f.THEY, f.SAYS_THEY),
    (f.IT, f.SAYS_IT),
)


class Clauses(NamedTuple):
    """Parallel lists, one entry a clause: first word, end (half-open), facts, first reported word."""

    starts: list[int]
    ends: list[int]
    facts: list[int]
    reported_from: list[int]


def divide(words: list[str], flags: list[int], breaks: Mapping[int, Token]) -> Clauses:
    """Return the clauses of `words`; `breaks` holds the mark before a word (or after the last one)."""
    starts, after = _cut(words, flags, breaks)
    ends = [*starts[1:], len(words)]
    facts: list[int] = []
    reported_from: list[int] = []
    sentence = 0
    after_but = reported = False
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        union = reduce(or_, flags[start:end], 0)
        bits = _facts(words, flags, start, end, union)
        if number == sentence:
            bits |= f.FIRST
            after_but = reported = False
        if start < end and flags[start] & f.BUT:
            after_but = True
            if number > sentence:
                facts[-1] |= f.BEFORE_BUT
        if after_but:
            bits |= f.AFTER_BUT
        may_report = union & f.REPORTING
        reported_from.append(start if reported else _reported_from(words, flags, start, end if may_report else start))
        reported = reported_from[-1] <= end
        mark = after[number]
        if mark is not None:
            if mark.exclaims:
                bits |= f.EXCLAIMED
            facts.append(bits)
            if mark.asks:
                _ask(facts, sentence)
            if mark.mark == SENTENCE:
                sentence = number + 1
        else:
            facts.append(bits)
    facts[-1] |= f.LAST
    return Clauses(starts, ends, facts, reported_from)


def _cut(words: list[str], flags: list[int], breaks: Mapping[int, Token]) -> tuple[list[int], list[Token | None]]:
    """Return the first word of each clause, and the mark after it (None where only a word ends it)."""
    starts = [0]
    after: list[Token | None] = []
    openers = {at for at, bits in enumerate(flags) if bits & f.OPENS_CLAUSE}
    for at in sorted(openers.union(breaks)):
        if not 0 < at < len(words):
            continue
        mark = breaks.get(at)
        if mark is not None and mark.mark != COMMA:
            starts.append(at)
            after.append(mark)
        elif _begins(words, flags, starts[-1], at, breaks):
            starts.append(at)
            after.append(None)
    after.append(breaks.get(len(words), _END))
    return starts, after


def _begins(words: list[str], flags: list[int], start: int, at: int, breaks: Mapping[int, Token]) -> bool:
    """Say whether words alone, or words after a comma, begin a clause at word `at`."""
    comma = at in breaks
    if flags[at] & _MAY_START and _starts_clause(words, flags, start, at, comma=comma):
        return True
    if not comma:
        return False
    is_answer = at - start == 1 and words[start] in _ANSWERS
    return is_answer or (_is_order(flags, at) and at + 1 not in breaks)


def _is_order(flags: list[int], at: int) -> bool:
    """Say whether the word after a comma begins an order, as in "get up, call somebody"; one of a list does not."""
    return bool(flags[at] & f.BASE_VERB) and not flags[at] & f.NOT_COMMAND and at + 1 < len(flags)


def _ask(facts: list[int], first: int) -> None:
    """Mark the question of the sentence from clause `first` on: the clause that is built as one, else the last."""
    facts[-1] |= f.QUESTION_MARK
    if not any(bits & f.QUESTION for bits in facts[first:]):
        # "Go and see her, yeah?" asks and still commands
        facts[-1] = (facts[-1] & ~f.STATEMENT) | f.CLOSED_QUESTION


def _starts_clause(words: list[str], flags: list[int], start: int, at: int, *, comma: bool) -> bool:
    """Say whether a new clause begins at word `at` of the clause that began at `start`."""
    bits = flags[at]
    following = flags[at + 1] if at + 1 < len(flags) else 0
    if bits & f.OPENS_CLAUSE:
        return _opener_starts(words, bits, following, at, comma=comma)
    if not comma:
        return False
    if bits & f.SUBJECT:
        return at - start > 1 or bool(following & (f.AUXILIARY | f.MODAL))
    if bits & f.WH:
        return bool(following & (f.AUXILIARY | f.SUBJECT)) or words[at] in _OPENING_WH
    return bool(following & f.SUBJECT)


def _opener_starts(words: list[str], bits: int, following: int, at: int, *, comma: bool) -> bool:
    """Say whether the conjunction at word `at` opens a clause rather than joins two words."""
    if bits & f.BUT:
        return words[at - 1] not in _NO_ANSWER_BUT
    if bits & f.BECAUSE:
        return words[at] != "since" or bool(following & f.SUBJECT)
    if bits & f.IF:
        return words[at - 1] not in AFTER_THESE_NO_CLAUSE
    if bits & f.TIME:
        return bool(following & f.SUBJECT)
    return bool(following & (f.SUBJECT | f.IF)) or (comma and bool(following & (f.BASE_VERB | f.POSSESSIVE)))


def _facts(words: list[str], flags: list[int], start: int, end: int, union: int) -> int:
    """Return act, subject, tense, modality and negation of the words from `start` to `end`; `union` has their facts."""
    bits = f.PAST if union & f.PAST_VERB else f.FUTURE if union & f.FUTURE_WORD else f.PRESENT
    if union & f.NEGATOR:
        bits |= f.HAS_NEGATION
    if union & f.MODAL:
        bits |= f.MODAL_VERB
    if end - start <= _SHORT:
        bits |= f.SHORT
    if start < end and flags[start] & f.IF:
        bits |= f.CONDITIONAL
    at = start
    while at < end and (flags[at] & _LEADS or words[at] in LEAD_INS):
        at += 1
    if at == end:
        return bits | f.STATEMENT
    return bits | _act(words, flags, at, end) | _subject(flags, at, end)


def _subject(flags: list[int], at: int, end: int) -> int:
    """Return who the clause is about: its first pronoun, or another where it begins with a or the."""
    if flags[at] & f.POSSESSIVE:
        return f.SAYS_THEY
    for scan in range(at, min(end, at + _SUBJECT_WITHIN)):
        if flags[scan] & f.SUBJECT:
            return next(says for bit, says in _SUBJECTS if flags[scan] & bit)
    return 0


def _act(words: list[str], flags: list[int], at: int, end: int) -> int:
    """Return what the clause whose first telling word is `at` does: ask, command or state."""
    head = flags[at]
    word = words[at]
    following = flags[at + 1] if at + 1 < end else 0
    if head & f.WH:
        return _wh_act(words, following, at, end)
    if head & f.AUXILIARY:
        subject_after_not = words[at + 1 : at + 2] == ["not"] and at + 2 < end and flags[at + 2] & f.SUBJECT
        if following & f.SUBJECT or subject_after_not:
            return f.CLOSED_QUESTION
        return f.COMMAND if word in {"do", "be", "have"} else f.STATEMENT
    if head & f.BASE_VERB and not head & f.NOT_COMMAND and not following & f.AUXILIARY:
        return f.STATEMENT if words[at + 1 : at + 2] in (["of"], ["'s"]) else f.COMMAND
    if word in {"never", "not"} and following & f.BASE_VERB:
        return f.COMMAND
    return f.STATEMENT


def _wh_act(words: list[str], following: int, at: int, end: int) -> int:
    """Return what a clause does that begins with what, how, why, who, which, when or where."""
    word = words[at]
    second = words[at + 1] if at + 1 < end else ""
    if word == "why" or (word == "how" and second == "come"):
        return f.STATEMENT if following & f.SUBJECT else f.WHY_QUESTION
    if word in {"what", "how"}:
        if second in FACT_OPENERS:
            return f.CLOSED_QUESTION
        asks = following & f.AUXILIARY or (
            word == "what" and following & (f.PAST_VERB | f.BASE_VERB) and not following & f.SUBJECT
        )
        return f.OPEN_QUESTION if asks or (word == "what" and second in _ABOUT) else f.STATEMENT
    if following & f.AUXILIARY or (word != "when" and following & f.PAST_VERB):
        return f.CLOSED_QUESTION
    return f.STATEMENT


def _reported_from(words: list[str], flags: list[int], start: int, end: int) -> int:
    """Return the first word that is somebody's reported or only denied speech, or a number past every word.

    "She said you should" and "I am not saying you should" report; "I would say you should" does not.
    """
    negated = other = past_self = False
    for at in range(start, end):
        bits = flags[at]
        if bits & f.NEGATOR:
            negated = True
        elif bits & f.REPORTING:
            following = words[at + 1] if at + 1 < end else ""
            if following in _REPORTS_NOTHING or (negated and (not following or following in _EMPTY_OBJECTS)):
                continue
            if negated or other or past_self:
                return at + 1
        elif bits & (f.THEY | f.POSSESSIVE) or words[at] in _OTHERS:
            other = True
        elif bits & f.I and words[at + 1 : at + 2] and words[at + 1] in {"should", "could"}:
            past_self = True
    return len(words) + 1
