"""The bundled packs: author and scorer agree, or the line says that they do not."""

from __future__ import annotations

import pytest

from attune_trainer.library.check import Report, check_library
from attune_trainer.settings import scenarios_folder

MOST_KNOWN_MISSES = 23  # may only fall


@pytest.fixture(scope="module")
def report() -> Report:
    return check_library(scenarios_folder(), bundled=True)


def test_every_disagreement_is_marked_and_no_mark_is_out_of_date(report: Report) -> None:
    assert [str(problem) for problem in report.problems] == []


def test_known_misses_only_fall(report: Report) -> None:
    assert report.known_misses <= MOST_KNOWN_MISSES
