"""A string to words, clauses and clause facts, with offsets into the original."""

from __future__ import annotations

import re
from bisect import bisect_right

from attune_trainer.text.clauses import divide
from attune_trainer.text.mend import means_you_are, mend
from attune_trainer.text.small_words import flags_of
from attune_trainer.text.span import Span
from attune_trainer.text.tokens import (
    A_BREAK,
    APOSTROPHE,
    BREAK,
    COMMA,
    HYPHEN,
    QUOTE,
    SENTENCE,
    Token,
    pieces_of,
    tokens_of,
)

_CLOSING = re.compile(r"(?<=[\w.!?,])['\u2019](?!\w)")
_FURTHEST_CLOSING = 200


class Text:
    """One text as parallel lists.

    `words`, `starts`, `ends`, `flags` and `clause_of` have one entry a word: the folded word, its half-open
    character range in `original`, its word facts and the number of its clause. `clause_starts`, `clause_ends` (word
    numbers, half-open), `clause_facts` and `reported_from` (the first reported word of the clause, or a number
    past its end) have one entry a clause. `quoted` holds word ranges between quotation marks.
    """

    __slots__ = (
        "_ends",
        "_pieces",
        "_starts",
        "_tokens",
        "clause_ends",
        "clause_facts",
        "clause_of",
        "clause_starts",
        "flags",
        "original",
        "quoted",
        "reported_from",
        "words",
    )

    def __init__(self, original: str) -> None:
        """Read `original`."""
        self.original = original
        self._pieces = pieces_of(original)
        self._tokens = tokens_of(self._pieces)
        self._starts: list[int] | None = None
        self._ends: list[int] | None = None
        self.words: list[str] = []
        self.flags: list[int] = []
        self.quoted: list[tuple[int, int]] = []
        breaks = self._lay_words()
        mend(self.words, self.flags)
        clauses = divide(self.words, self.flags, breaks)
        self.clause_starts = clauses.starts
        self.clause_ends = clauses.ends
        self.clause_facts = clauses.facts
        self.reported_from = clauses.reported_from
        self.clause_of: list[int] = []
        for number, (start, end) in enumerate(zip(clauses.starts, clauses.ends, strict=True)):
            self.clause_of += [number] * (end - start)

    @property
    def starts(self) -> list[int]:
        """Return where each word starts in `original`."""
        if self._starts is None:
            self._starts, self._ends = self._places()
        return self._starts

    @property
    def ends(self) -> list[int]:
        """Return where each word ends in `original`."""
        if self._ends is None:
            self._starts, self._ends = self._places()
        return self._ends

    def span(self, first: int, last: int) -> Span:
        """Return the characters from word `first` to word `last`, both included."""
        return Span(self.starts[first], self.ends[last])

    def is_quoted(self, at: int) -> bool:
        """Say whether word `at` stands between quotation marks."""
        before = bisect_right(self.quoted, (at, len(self.words)))
        return bool(before) and at < self.quoted[before - 1][1]

    def _places(self) -> tuple[list[int], list[int]]:
        starts: list[int] = []
        ends: list[int] = []
        end = 0
        for piece, token in zip(self._pieces, self._tokens, strict=True):
            start = end + (piece[0] == " ")
            end += len(piece)
            for _ in token.words:
                starts.append(start)
                ends.append(end)
        return starts, ends

    def _lay_words(self) -> dict[int, Token]:
        """Fill the words, their facts and the quotations; return the mark before each word that has one."""
        words, flags, pieces = self.words, self.flags, self._pieces
        breaks: dict[int, Token] = {}
        opened = typed = -1
        for number, token in enumerate(self._tokens):
            said, facts, mark, _, _, is_emoji = token
            if said:
                if words and words[-1] == "your" and means_you_are(said[0]) and len(words) not in breaks:
                    self._tokens[typed] = _you_are(self._tokens[typed])
                    words[-1:] = self._tokens[typed].words[-2:]
                    flags[-1:] = self._tokens[typed].flags[-2:]
                typed = number
                words += said
                flags += facts
                if is_emoji:
                    breaks[len(words)] = A_BREAK
            elif mark == QUOTE or (mark == APOSTROPHE and (opened >= 0 or self._opens(number))):
                opened = _quote(self.quoted, opened, len(words))
            elif mark == HYPHEN:
                if pieces[number + 1 : number + 2] and pieces[number + 1][0] == " ":
                    breaks[len(words)] = _stronger(breaks.get(len(words)), A_BREAK)
            elif mark and mark != APOSTROPHE:
                breaks[len(words)] = _stronger(breaks.get(len(words)), token)
        if self.quoted == [(0, len(words))]:
            self.quoted = []
        return breaks

    def _opens(self, number: int) -> bool:
        """Say whether the apostrophe that is piece `number` opens a quotation: a letter after, a partner ahead."""
        pieces = self._pieces
        follows = pieces[number][0] != " " and number and pieces[number - 1][-1].isalnum()
        if follows or not "".join(pieces[number + 1 : number + 2])[:1].isalpha():
            return False
        ahead = "".join(pieces[number + 1 : number + _FURTHEST_CLOSING])
        return _CLOSING.search(ahead[: _FURTHEST_CLOSING - 1]) is not None


def read(original: str) -> Text:
    """Return `original` as words, clauses and facts; linear in its length, never raises on any string."""
    return Text(original)


def words_of(line: str) -> list[str]:
    """Return the folded words of `line`, as `read` does, without its clauses."""
    words: list[str] = []
    flags: list[int] = []
    for token in tokens_of(pieces_of(line)):
        if words and words[-1] == "your" and token.words and means_you_are(token.words[0]):
            words[-1:] = ["you", "are"]
            flags[-1:] = [flags_of("you"), flags_of("are")]
        words += token.words
        flags += token.flags
    mend(words, flags)
    return words


def _you_are(token: Token) -> Token:
    """Return `token`, which ends with "your" as people type it, with "you are" instead."""
    words = (*token.words[:-1], "you", "are")
    return Token(words, (*token.flags[:-1], flags_of("you"), flags_of("are")))


def _stronger(known: Token | None, token: Token) -> Token:
    """Return both marks as one: a sentence end stays one, a question stays asked, a comma gives way."""
    if known is None or known.mark == COMMA:
        return token
    if token.mark == COMMA:
        return known
    mark = SENTENCE if SENTENCE in {known.mark, token.mark} else BREAK
    return Token(mark=mark, asks=known.asks or token.asks, exclaims=known.exclaims or token.exclaims)


def _quote(quoted: list[tuple[int, int]], opened: int, at: int) -> int:
    """Open a quotation before word `at`, or close the one that `opened`; return the new opening, -1 for none."""
    if opened < 0:
        return at
    if at > opened:
        quoted.append((opened, at))
    return -1
