"""How sure a share can be: Wilson's score interval, and Newcombe's for the difference of two shares."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

_Z = 1.959963984540054  # the middle 95 % of a normal distribution


class Interval(NamedTuple):
    """The shares, 0..1, that fit what was counted at 95 %."""

    low: float
    high: float


def share_interval(hits: int, of: int) -> Interval:
    """Return the shares that fit `hits` out of `of`; everything fits where nothing was counted.

    Wilson 1927; it stays inside 0..1 and holds for few counts
    (https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval).
    """
    if of == 0:
        return Interval(0.0, 1.0)
    share = hits / of
    scale = 1 + _Z**2 / of
    middle = (share + _Z**2 / (2 * of)) / scale
    half = _Z * sqrt(share * (1 - share) / of + _Z**2 / (4 * of**2)) / scale
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def difference_interval(before: tuple[int, int], after: tuple[int, int]) -> Interval:
    """Return the differences, -1..1, that fit two counts of (hits, of): after less before.

    Newcombe 1998, "Interval estimation for the difference between independent proportions", method 10.
    """
    early, late = share_interval(*before), share_interval(*after)
    share_early = before[0] / before[1] if before[1] else 0.5
    share_late = after[0] / after[1] if after[1] else 0.5
    difference = share_late - share_early
    return Interval(
        difference - sqrt((share_late - late.low) ** 2 + (early.high - share_early) ** 2),
        difference + sqrt((late.high - share_late) ** 2 + (share_early - early.low) ** 2),
    )
