"""What the scorer may know of a scenario's speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attune_trainer.scoring import hear

if TYPE_CHECKING:
    from attune_trainer.library.scenario import Scenario
    from attune_trainer.scoring import Heard


def heard_in(scenario: Scenario) -> Heard:
    """Return the speaker's words, feelings, hope and events as the scorer takes them."""
    return hear(
        statement=scenario.statement,
        feelings=scenario.feelings,
        hope=scenario.hope,
        events=scenario.events,
        relationship=scenario.listener_is,
    )
