"""Pieces of a text, each remembered once it has been met: its folded words and their facts, or what it marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from attune_trainer.text.fold import fold
from attune_trainer.text.small_words import flags_of

_JOINS = "['\u2019\u2018`\u00b4\u02bc\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
# Every character belongs to exactly one piece, so that offsets are the running sum of lengths; a space belongs to the
# piece after it, which halves the pieces.
_PIECE = re.compile(
    rf" ?(?:[^\W_]+(?:{_JOINS}+[^\W_]+)*[\u0300-\u036f]*(?:(?<=[Ii][Nn])['\u2019](?!\w))?"
    r"|\s*\n\s*|\s+"
    r"|[.\u2026]+|[!?]+[!?.]*|[:;=]['\u2019]?-?[()DPp/|]+(?!\w)|<3+|-{2,}|[\W_])"
)
_ENDS = ".\u2026!?\n"
_BREAKS = frozenset(";:()\u2014\u2013*")
_QUOTES = frozenset('"\u201c\u201d\u00ab\u00bb\u201e')
_APOSTROPHES = frozenset("'\u2018\u2019")
_NOT_WORDS = frozenset("\ufe0f\u200d_")
_MOST_REMEMBERED = 50_000
_LONGEST_REMEMBERED = 40

SENTENCE = "."
BREAK = "-"
HYPHEN = "\u2010"  # breaks where a space follows
COMMA = ","
QUOTE = '"'
APOSTROPHE = "'"


class Token(NamedTuple):
    """What one piece of text is: words with a fact set each, or a `mark` (empty for space and what says nothing).

    `asks` and `exclaims` say whether a sentence end does; `is_emoji`, that the piece is a picture.
    """

    words: tuple[str, ...] = ()
    flags: tuple[int, ...] = ()
    mark: str = ""
    asks: bool = False
    exclaims: bool = False
    is_emoji: bool = False


class _Tokens(dict[str, Token]):
    """Every piece met so far and what it is; a new one is looked at when it is asked for."""

    def __missing__(self, piece: str) -> Token:
        token = _look_at(piece[1:] if piece[0] == " " and len(piece) > 1 else piece)
        if len(piece) <= _LONGEST_REMEMBERED:
            if len(self) >= _MOST_REMEMBERED:
                self.clear()
            self[piece] = token
        return token


_NOTHING = Token()
A_BREAK = Token(mark=BREAK)
_tokens = _Tokens()


def pieces_of(text: str) -> list[str]:
    """Return `text` cut into pieces; joined again they are `text`."""
    return _PIECE.findall(text)


def tokens_of(pieces: list[str]) -> list[Token]:
    """Return what each piece is."""
    return list(map(_tokens.__getitem__, pieces))


def _look_at(piece: str) -> Token:
    first = piece[0]
    if first.isalnum():
        words = fold(piece)
        return Token(words, tuple(map(flags_of, words)))
    mark = _mark_of(piece)
    if mark:
        return Token(mark=mark, asks="?" in piece, exclaims="!" in piece)
    is_emoticon = first in "<:;=" and len(piece) > 1
    is_emoji = not piece.isascii() and piece.isprintable() and piece not in _NOT_WORDS and not piece.isspace()
    return Token((piece,), (0,), is_emoji=True) if is_emoticon or is_emoji else _NOTHING


def _mark_of(piece: str) -> str:
    first = piece[0]
    if first in _ENDS or "\n" in piece:
        return SENTENCE
    if piece in _BREAKS or piece.startswith("--"):
        return BREAK
    if piece in _QUOTES:
        return QUOTE
    if piece in _APOSTROPHES:
        return APOSTROPHE
    if piece == "-":
        return HYPHEN
    return COMMA if piece == COMMA else ""
