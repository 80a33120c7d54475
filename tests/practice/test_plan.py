"""What comes next: the gentlest first, and not the same people again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attune_trainer.library import load
from attune_trainer.practice.plan import next_scenario
from attune_trainer.settings import scenarios_folder

if TYPE_CHECKING:
    from attune_trainer.library import Scenario


def everyone() -> list[Scenario]:
    return list(load(scenarios_folder()).scenarios.values())


def in_turn() -> list[Scenario]:
    met: list[Scenario] = []
    while (scenario := next_scenario(everyone(), {one.id for one in met})) is not None:
        met.append(scenario)
    return met


def test_everyone_comes_once() -> None:
    assert sorted(scenario.id for scenario in in_turn()) == sorted(scenario.id for scenario in everyone())


def test_gentler_scenarios_come_first() -> None:
    levels = [scenario.level for scenario in in_turn()]

    assert levels == sorted(levels)


def test_packs_take_turns() -> None:
    packs = [scenario.pack for scenario in in_turn()]

    assert len(set(packs[:4])) == 4


def test_nobody_is_left_when_everyone_was_met() -> None:
    assert next_scenario(everyone(), {scenario.id for scenario in everyone()}) is None
