"""A round on a scenario that comes with the app."""

from __future__ import annotations

from random import Random

import pytest

from attune_trainer.library import Scenario, load
from attune_trainer.practice.round import Round, begin
from attune_trainer.settings import scenarios_folder


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    """The first scenario of the library."""
    return next(iter(load(scenarios_folder()).scenarios.values()))


@pytest.fixture
def listening(scenario: Scenario) -> Round:
    """A round whose answer is not open yet."""
    return begin(scenario, round_id="round", attempt_id="first", rng=Random(7))  # noqa: S311 - a shuffle, no secret
