"""One bit-parallel automaton over annotated words that sees at once which patterns may end at a word.

Extended Shift-And (Navarro and Raffinot, Flexible Pattern Matching in Strings, 2002, chapter 4) on Python integers,
with its states remembered: a step taken once is one dictionary look-up the next time (as RE2 does with its DFA).
It runs over outlines (`Pattern.outline`), a quarter of the positions of all sequences; `rules/starts.py` then says
where a match begins, if it is one.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from attune_trainer.rules.pattern import ANY, BOUNDARY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from attune_trainer.rules.pattern import Pattern, Position
    from attune_trainer.rules.sign import Sign, Signs

_MOST_STATES = 10_000
_MOST_SIGNS = 20_000
_BOUNDARY_SYMBOL = 0


class Candidate(NamedTuple):
    """The patterns that may end at word `last`, or at the clause boundary after it."""

    last: int
    patterns: tuple[int, ...]
    at_boundary: bool


class _State(dict[int, "_State"]):
    """The positions reached, and the state each symbol leads to from here; a step not taken yet is taken now.

    `joined` remembers the states this one and others (by their numbers) make together.
    """

    __slots__ = ("active", "at_start", "ending", "joined", "lane", "number")

    def __init__(self, lane: _Lane, number: int, active: int, ending: tuple[int, ...], *, at_start: bool) -> None:
        self.lane = lane
        self.number = number
        self.joined: dict[tuple[int, ...], _State] = {}
        self.active = active
        self.ending = ending
        self.at_start = at_start

    def __missing__(self, symbol: int) -> _State:
        following = self[symbol] = self.lane.step(self, symbol)
        return following


class _Symbols(dict[Any, int]):
    """The symbol each sign is in a lane; found when it is asked for."""

    __slots__ = ("lane",)

    def __init__(self, lane: _Lane) -> None:
        super().__init__()
        self.lane = lane

    def __missing__(self, sign: Sign) -> int:
        if len(self) >= _MOST_SIGNS:
            self.clear()
        number = self[sign] = self.lane.symbol_of(sign)
        return number


class Automaton:
    """All patterns of a rulebook, in two lanes that run side by side.

    A gap keeps what stood before it alive over words that say nothing of it, so patterns with one meet many more
    states; in a lane of their own they do not multiply those of the others.
    """

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        """Lay `patterns` out; they are known by their number."""
        plain: list[tuple[int, Pattern, list[Position]]] = []
        gapped: list[tuple[int, Pattern, list[Position]]] = []
        for number, pattern in enumerate(patterns):
            outline = pattern.outline()
            (gapped if _has_gap(outline) else plain).append((number, pattern, outline))
        self._lanes = (_Lane(plain), _Lane(gapped))

    @property
    def bits(self) -> int:
        """Return how many positions all outlines have together."""
        return sum(lane.bits for lane in self._lanes)

    def run(self, line: Signs) -> Iterator[Candidate]:
        """Yield which patterns may end where in `line`, lane by lane."""
        for lane in self._lanes:
            yield from lane.run(line)


def _has_gap(outline: list[Position]) -> bool:
    return any(position.optional and ANY in position.choices for position in outline)


class _Lane:
    """The outlines of some patterns as bits, and the states met so far.

    A *symbol* is what the lane can tell apart of a word: the positions it fits and whether it may be passed over.
    """

    def __init__(self, outlines: Iterable[tuple[int, Pattern, list[Position]]]) -> None:
        """Lay the outlines of the numbered patterns out, one after the other."""
        self._places: dict[str, list[int]] = {}
        self._pattern_of_bit: list[int] = []
        firsts: list[int] = []
        lasts: list[int] = []
        free: list[int] = []
        anchored: list[int] = []
        final: list[int] = []
        optional: list[int] = []
        before_optional: list[int] = []
        last_optional: list[int] = []
        for number, pattern, outline in outlines:
            first, end = len(self._pattern_of_bit), len(self._pattern_of_bit) + len(outline)
            self._pattern_of_bit += [number] * len(outline)
            firsts.append(first)
            lasts.append(end - 1)
            may_miss = [position.optional for position in outline]
            required = may_miss.index(False) if False in may_miss else len(outline) - 1
            (anchored if pattern.anchored else free).extend(range(first, first + required + 1))
            required = may_miss[::-1].index(False) if False in may_miss else len(outline) - 1
            final.extend(range(end - 1 - required, end))
            for bit, (choices, is_optional) in enumerate(outline, first):
                for choice in choices:
                    self._places.setdefault(choice, []).append(bit)
                if is_optional:
                    optional.append(bit)
                    if bit == first or not may_miss[bit - 1 - first]:
                        before_optional.append(max(first, bit - 1))
                    if bit + 1 == end or not may_miss[bit + 1 - first]:
                        last_optional.append(bit)
        self.bits = len(self._pattern_of_bit)
        self._free = self._as_mask(free)
        self._anchored = self._as_mask(anchored)
        self._final = self._as_mask(final)
        self._not_first = ~self._as_mask(firsts)
        self._not_last = ~self._as_mask(lasts)
        self._optional = self._as_mask(optional)
        self._before_optional = self._as_mask(before_optional)
        self._last_optional = self._as_mask(last_optional)
        self._tags: dict[str, int] = {}
        beginnings = [choice for choice in self._places if choice[-1] == "*"]
        self._beginning_lengths = sorted({len(choice) - 1 for choice in beginnings})
        self._any = self._as_mask(self._places.get(ANY, ()))
        boundary = self._as_mask(self._places.get(BOUNDARY, ()))
        self._numbers: dict[tuple[int, bool], int] = {(boundary, False): _BOUNDARY_SYMBOL}
        self._masks: list[tuple[int, bool]] = [(boundary, False)]
        self._symbols = _Symbols(self)
        self._states: dict[tuple[int, bool], _State] = {}
        self._serial = count()
        self._root = self._intern(0, at_start=True)

    def run(self, line: Signs) -> Iterator[Candidate]:
        """Yield which patterns may end where in `line`."""
        symbols = list(map(self._symbols.__getitem__, line.signs))
        phrases = line.phrases
        before: list[_State] = []
        state = self._root
        at = 0
        for end in line.clause_ends:
            for symbol in symbols[at:end]:
                before.append(state)
                state = state[symbol]
                if at in phrases:
                    others = [before[first][self._symbols[sign]] for first, sign in phrases[at]]
                    state = self._join(state, others)
                if state.ending:
                    yield Candidate(at, state.ending, at_boundary=False)
                at += 1
            state = state[_BOUNDARY_SYMBOL]
            if state.ending:
                yield Candidate(at - 1, state.ending, at_boundary=True)

    def symbol_of(self, sign: Sign) -> int:
        """Return the number of the symbol that `sign` is here."""
        word = sign.word
        mask = self._any | self._as_mask(self._places.get(word, ()))
        for length in self._beginning_lengths:
            if length > len(word):
                break
            mask |= self._as_mask(self._places.get(word[:length] + "*", ()))
        for tag in sign.tags:
            known = self._tags.get(tag)
            if known is None:
                known = self._tags[tag] = self._as_mask(self._places.get(tag, ()))
            mask |= known
        key = (mask, sign.held)
        number = self._numbers.setdefault(key, len(self._masks))
        if number == len(self._masks):
            self._masks.append(key)
        return number

    def step(self, state: _State, symbol: int) -> _State:
        """Return the state `symbol` leads to, by the bits."""
        mask, held = self._masks[symbol]
        active = state.active
        reachable = ((active << 1) & self._not_first) | self._free
        if state.at_start:
            reachable |= self._anchored
        following = reachable & mask
        # In each run of optional positions and the one before it, the borrow flips the bits up to the lowest that is
        # reached: the others of the run may be skipped to.
        ends = following | self._last_optional
        following |= self._optional & ~((ends - self._before_optional) ^ ends)
        if held:
            following |= active & self._not_last
        return self._intern(following, at_start=symbol == _BOUNDARY_SYMBOL or (state.at_start and held))

    def _join(self, state: _State, others: list[_State]) -> _State:
        """Return the state where `state` and `others` are reached at once."""
        key = tuple([other.number for other in others])
        joined = state.joined.get(key)
        if joined is None:
            active = state.active
            for other in others:
                active |= other.active
            joined = state.joined[key] = self._intern(active, at_start=False)
        return joined

    def _intern(self, active: int, *, at_start: bool) -> _State:
        key = (active, at_start)
        state = self._states.get(key)
        if state is None:
            if len(self._states) >= _MOST_STATES:
                self._forget()
            state = self._states.setdefault(
                key, _State(self, next(self._serial), active, self._ending(active), at_start=at_start)
            )
        return state

    def _forget(self) -> None:
        """Let all states go; a run that is under way keeps what it holds and goes on."""
        self._states = {}
        self._root = self._intern(0, at_start=True)

    def _ending(self, active: int) -> tuple[int, ...]:
        patterns: dict[int, None] = {}
        left = active & self._final
        while left:
            bit = left.bit_length() - 1
            patterns[self._pattern_of_bit[bit]] = None
            left ^= 1 << bit
        return tuple(patterns)

    def _as_mask(self, places: Iterable[int]) -> int:
        raw = bytearray(self.bits // 8 + 1)
        for place in places:
            raw[place >> 3] |= 1 << (place & 7)
        return int.from_bytes(raw, "little")
