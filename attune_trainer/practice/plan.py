"""What to practise next."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from attune_trainer.library.scenario import Scenario


def next_scenario(scenarios: Iterable[Scenario], practised: Collection[str]) -> Scenario | None:
    """Return the gentlest scenario whose id is not among those `practised`, or None where none is left.

    Among equally gentle ones it comes from the pack practised least, so that the people and places vary.
    """
    from_pack = Counter(name.partition("/")[0] for name in practised)
    return min(
        (scenario for scenario in scenarios if scenario.id not in practised),
        key=lambda scenario: (scenario.level, from_pack[scenario.pack], scenario.id),
        default=None,
    )
