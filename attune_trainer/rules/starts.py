"""Where the matches of one pattern that end at a word begin: every sequence read backwards at once."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from attune_trainer.rules.pattern import ANY, BOUNDARY

if TYPE_CHECKING:
    from attune_trainer.rules.pattern import Pattern
    from attune_trainer.rules.sign import Sign, Signs

_MOST_SIGNS = 5_000


class Starts:
    """All sequences of one pattern as bits, one after the other."""

    def __init__(self, pattern: Pattern) -> None:
        """Lay the sequences of `pattern` out."""
        self._fits: dict[str, int] = {}
        self._anchored = pattern.anchored
        self._firsts = self._lasts = self._optional = 0
        self._block_of: dict[int, int] = {}
        self._signs: dict[Sign, int] = {}
        bit = 1
        for sequence in pattern.sequences():
            first = bit
            for position in sequence.positions:
                for choice in position.choices:
                    self._fits[choice] = self._fits.get(choice, 0) | bit
                if position.optional:
                    self._optional |= bit
                bit <<= 1
            self._firsts |= first
            self._lasts |= bit >> 1
            self._block_of[first] = bit - first
        self._inner = ~self._firsts
        self._boundary = self._fits.get(BOUNDARY, 0)
        self._beginnings = {choice[:-1]: mask for choice, mask in self._fits.items() if choice[-1] == "*"}

    def nearest(self, line: Signs, last: int, *, at_boundary: bool) -> list[int]:
        """Return the first word of each match that ends at word `last`, of every sequence the nearest.

        With `at_boundary` the match ends at the clause boundary after that word.
        """
        signs, phrases, known = line.signs, line.phrases, self._signs
        found: list[int] = []
        unfound = -1
        # the positions wanted at each word still to be looked at
        pending = {last: self._back(self._lasts, self._boundary) if at_boundary else self._lasts}
        at = last
        while pending:
            wanted = pending.pop(at, 0) & unfound
            if wanted:
                ways = [*phrases[at], (at, signs[at])] if at in phrases else ((at, signs[at]),)
                for start, sign in ways:
                    fits = known[sign] if sign in known else self._learn(sign)
                    begun = wanted & fits & self._firsts
                    if begun and (not self._anchored or _is_opening(start, line)):
                        found.append(start)
                        unfound &= ~self._blocks(begun)
                        wanted &= unfound
                    previous = self._back(wanted, fits)
                    if sign.held and start == at != last:
                        previous |= wanted
                    if previous and start:
                        if _opens_clause(start, line):
                            previous = self._back(previous, self._boundary)
                        pending[start - 1] = pending.get(start - 1, 0) | previous
            at -= 1
        return found

    def _back(self, wanted: int, fits: int) -> int:
        """Return the positions wanted one sign earlier, given the positions `wanted` now."""
        new = (wanted & fits & self._inner) >> 1
        reached = new
        while new := (new & self._optional) >> 1 & ~reached:
            reached |= new
        return reached

    def _blocks(self, begun: int) -> int:
        """Return every bit of the sequences whose first bits are in `begun`."""
        blocks = 0
        while begun:
            first = begun & -begun
            blocks |= self._block_of[first]
            begun ^= first
        return blocks

    def _learn(self, sign: Sign) -> int:
        """Return the positions `sign` fits, and remember them."""
        fits = self._fits
        mask = fits.get(ANY, 0) | fits.get(sign.word, 0)
        for beginning, each in self._beginnings.items():
            if sign.word.startswith(beginning):
                mask |= each
        for tag in sign.tags & fits.keys():
            mask |= fits[tag]
        if len(self._signs) >= _MOST_SIGNS:
            self._signs.clear()
        self._signs[sign] = mask
        return mask


def _opens_clause(at: int, line: Signs) -> bool:
    """Say whether word `at` is the first of a clause."""
    return line.clause_starts[bisect_right(line.clause_starts, at) - 1] == at


def _is_opening(at: int, line: Signs) -> bool:
    """Say whether a clause begins at word `at`, or before it with words that may be passed over."""
    clause = line.clause_starts[bisect_right(line.clause_starts, at) - 1]
    return all(sign.held for sign in line.signs[clause:at])
