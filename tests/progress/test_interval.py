"""How sure a share can be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from attune_trainer.progress.interval import difference_interval, share_interval


@pytest.mark.parametrize(("hits", "of"), [(0, 1), (1, 1), (0, 8), (3, 8), (5, 12), (12, 12), (41, 160)])
def test_a_share_has_wilsons_interval(hits: int, of: int) -> None:
    expected = binomtest(hits, of).proportion_ci(method="wilson")

    assert share_interval(hits, of) == pytest.approx((expected.low, expected.high))


def test_without_a_count_every_share_fits() -> None:
    assert share_interval(0, 0) == (0.0, 1.0)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_share_counted_lies_in_its_interval(counted: tuple[int, int]) -> None:
    hits, of = counted

    low, high = share_interval(hits, of)

    assert 0 <= low <= hits / of + 1e-12
    assert hits / of - 1e-12 <= high <= 1


# Newcombe 1998, table II, method 10: 56/70 less 48/80, and 9/10 less 3/10.
@pytest.mark.parametrize(
    ("before", "after", "low", "high"),
    [((48, 80), (56, 70), 0.0524, 0.3339), ((3, 10), (9, 10), 0.1705, 0.8090)],
)
def test_a_difference_has_newcombes_interval(
    before: tuple[int, int], after: tuple[int, int], low: float, high: float
) -> None:
    assert difference_interval(before, after) == pytest.approx((low, high), abs=5e-5)


def test_without_counts_nothing_can_be_said_of_a_difference() -> None:
    low, high = difference_interval((0, 0), (3, 4))

    assert low < 0 < high
