"""The pattern language: a line of words, choices and gaps to linear sequences of positions.

`word`, `worr*` (how a word begins), `(a|b c)` (a choice), `x?` (may be missing), `...` (up to three words),
`_` (any one word), `{list}` (a lexicon), `<tag>`, `|` (a clause boundary), `^` (a clause begins here),
`$` (and ends here).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from attune_trainer.text.read import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = re.compile(r"\s*(\.\.\.|[()|?^$_]|\{[a-z_]+\}|<[a-z_]+>|[^\s()|?{}<>^$]+)")
_GAP = 3
_MOST_SEQUENCES = 400
BOUNDARY = "|"
ANY = "_"
GAP = "..."

# Items of a pattern: each a leaf or the alternatives of a bracket (a list of lines), and whether it may be missing.
Line = list[tuple[Any, bool]]


class PatternError(ValueError):
    """A pattern that cannot be compiled; the message says what was found and what was expected."""


class Position(NamedTuple):
    """One place of a sequence: what may stand there, and whether it may be missing.

    An item of `choices` is a folded word, a beginning ending in `*`, `{list}`, `<tag>`, `|` or `_`.
    """

    choices: frozenset[str]
    optional: bool = False


class Sequence(NamedTuple):
    """One linear pattern; the first and the last position are never optional."""

    positions: tuple[Position, ...]
    anchored: bool


_ANYTHING = [Position(frozenset((ANY,)), optional=True)] * _GAP


class Pattern(NamedTuple):
    """A pattern as read: a tree of items, and whether it must begin where a clause does."""

    line: Line
    anchored: bool

    def sequences(self) -> tuple[Sequence, ...]:
        """Return every sequence this stands for."""
        lines = (trimmed for line in _expand(self.line) for trimmed in _trim(line))
        return tuple(dict.fromkeys(Sequence(tuple(line), self.anchored) for line in lines))

    def outline(self) -> list[Position]:
        """Return one line of positions that every sequence of this fits, and a few others too.

        The alternatives of a bracket are laid over each other: `(a b|c) d` is a or c, then b or nothing, then d.
        """
        line = self.line
        while line[0][0] == GAP:
            line = line[1:]
        while line[-1][0] == GAP:
            line = line[:-1]
        return _outline(line)

    def names(self) -> set[str]:
        """Return the lists and tags this uses."""
        return {leaf for leaf in _leaves_of(self.line) if leaf[0] in "{<"}


def read_pattern(pattern: str) -> Pattern:
    """Return `pattern` as read.

    Raises:
        PatternError: it cannot be read, is empty, matches nothing but gaps, or stands for too many sequences.
    """
    pieces = _PIECE.findall(pattern)
    if sum(map(len, pieces)) != len("".join(pattern.split())):
        raise PatternError(f"cannot read {_unread(pattern)!r}")
    anchored = bool(pieces) and pieces[0] == "^"
    if anchored:
        pieces = pieces[1:]
    if pieces and pieces[-1] == "$":
        pieces[-1] = BOUNDARY
    lines, rest = _alternatives(pieces, 0, inside=False)
    if rest != len(pieces):
        raise PatternError(f"expected the end of the pattern, found {pieces[rest]!r}")
    line = lines[0]
    if _most(line) > _MOST_SEQUENCES:
        raise PatternError(f"stands for more than {_MOST_SEQUENCES} sequences; split it or use a lexicon")
    found = Pattern(line, anchored)
    if not _names_a_word(line) and not found.sequences():
        raise PatternError("matches nothing but gaps; name at least one word")
    return found


def parse(pattern: str) -> tuple[Sequence, ...]:
    """Return the sequences `pattern` stands for.

    Raises:
        PatternError: as `read_pattern`.
    """
    return read_pattern(pattern).sequences()


def _unread(pattern: str) -> str:
    """Return the first piece of `pattern` that is none."""
    at = 0
    while match := _PIECE.match(pattern, at):
        at = match.end()
    return pattern[at : at + 12].strip()


def _alternatives(pieces: list[str], at: int, *, inside: bool) -> tuple[list[Line], int]:
    """Return the alternatives from piece `at` on and where they end; outside brackets `|` is a clause boundary."""
    lines: list[Line] = [[]]
    while at < len(pieces):
        piece = pieces[at]
        if piece == ")":
            break
        if piece == "|" and inside:
            lines.append([])
        elif piece == "(":
            node, at = _alternatives(pieces, at + 1, inside=True)
            if at >= len(pieces):
                raise PatternError("expected ')', found the end of the pattern")
            lines[-1].append((node, False))
        elif piece == "?":
            if not lines[-1]:
                raise PatternError("'?' needs something before it")
            lines[-1][-1] = (lines[-1][-1][0], True)
        elif piece in "^$":
            raise PatternError(f"{piece!r} belongs at the {'start' if piece == '^' else 'end'} of a pattern")
        else:
            lines[-1].extend((leaf, False) for leaf in _leaves(piece))
        at += 1
    return lines, at


@lru_cache(maxsize=10_000)
def _leaves(piece: str) -> tuple[str, ...]:
    """Return what a piece stands for: words are folded as a response's are, so `don't` is two."""
    if piece in {GAP, ANY, BOUNDARY} or piece[0] in "{<":
        return (piece,)
    if piece.endswith("*"):
        return (piece.lower(),)
    words = words_of(piece)
    if not words:
        raise PatternError(f"{piece!r} is no word")
    return tuple(words)


def _leaves_of(line: Line) -> Iterator[str]:
    for node, _ in line:
        if isinstance(node, str):
            yield node
        else:
            for alternative in node:
                yield from _leaves_of(alternative)


def _names_a_word(line: Line) -> bool:
    """Say whether some part of `line` plainly asks for a word; where none does, only its sequences can tell."""
    return any(
        not optional and (node not in {GAP, ANY} if isinstance(node, str) else any(map(_names_a_word, node)))
        for node, optional in line
    )


def _is_single(line: Line) -> bool:
    """Say whether `line` is one leaf that must be there."""
    return len(line) == 1 and not line[0][1] and isinstance(line[0][0], str) and line[0][0] != GAP


def _most(line: Line) -> int:
    """Return how many sequences `line` stands for, or a few more: the single words of a bracket stand in one."""
    count = 1
    for node, optional in line:
        if isinstance(node, str):
            continue
        longer = [each for each in node if not _is_single(each)]
        if longer:
            count *= sum(map(_most, longer)) + (len(longer) < len(node)) + optional
    return count


def _outline(line: Line) -> list[Position]:
    found: list[Position] = []
    for node, optional in line:
        if node == GAP:
            found += _ANYTHING
        elif isinstance(node, str):
            found.append(Position(frozenset((node,)), optional))
        elif all(map(_is_single, node)):
            found.append(Position(frozenset([each[0][0] for each in node]), optional))
        else:
            found += _laid_over([_outline(each) for each in node], optional=optional)
    return found


def _laid_over(alternatives: list[list[Position]], *, optional: bool) -> list[Position]:
    """Return the alternatives of a bracket as one line: what may stand first, what second, and so on."""
    longest = max(map(len, alternatives))
    shortest = min(map(len, alternatives))
    found: list[Position] = []
    for place in range(longest):
        there = [each[place] for each in alternatives if place < len(each)]
        choices = frozenset().union(*[each.choices for each in there])
        may_miss = optional or place >= shortest or any(each.optional for each in there)
        found.append(Position(choices, may_miss))
    return found


def _expand(line: Line) -> list[list[Position]]:
    """Return the linear sequences of one alternative."""
    parts: list[list[list[Position]]] = []
    for node, optional in line:
        if node == GAP:
            parts.append([_ANYTHING])
        elif isinstance(node, str):
            parts.append([[Position(frozenset((node,)), optional)]])
        else:
            parts.append(_choices(node, optional=optional))
    return [[position for part in chosen for position in part] for chosen in product(*parts)]


def _choices(alternatives: list[Line], *, optional: bool) -> list[list[Position]]:
    """Return what a bracket stands for: its single words as one position, its longer alternatives one by one."""
    words: set[str] = set()
    longer: list[list[Position]] = []
    for alternative in alternatives:
        for sequence in _expand(alternative):
            if len(sequence) == 1 and not sequence[0].optional:
                words |= sequence[0].choices
            else:
                longer.append(sequence)
    if not longer:
        return [[Position(frozenset(words), optional)]] if words else []
    if words:
        longer.append([Position(frozenset(words))])
    return [*longer, []] if optional else longer


def _trim(line: list[Position]) -> list[list[Position]]:
    """Return `line` with an optional head or tail both taken and left, until both ends must be there."""
    if not any(ANY not in position.choices and not position.optional for position in line):
        return []
    if line[0].optional:
        rest = _trim(line[1:])
        if ANY in line[0].choices:
            return rest
        return [*_trim([Position(line[0].choices), *line[1:]]), *rest]
    if line[-1].optional:
        rest = _trim(line[:-1])
        if ANY in line[-1].choices:
            return rest
        return [*_trim([*line[:-1], Position(line[-1].choices)]), *rest]
    return [line]
