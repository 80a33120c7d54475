"""Say what was said on a day in one line."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

import pytest

from attune_trainer.codebook import Certainty, Label, Move, read_whole
from attune_trainer.scoring.assessment import Finding
from attune_trainer.text.span import Span

if TYPE_CHECKING:
    from attune_trainer.practice.attempt import Attempt
    from tests.conftest import MakeAttempt

MONDAY = date(2026, 3, 2)


class Say(Protocol):
    """Make an attempt of what was said `day` days after Monday, 2 March 2026, at noon."""

    def __call__(self, day: int, *present: Label, move: Move | None = None, **changes: object) -> Attempt: ...


@pytest.fixture
def say(make_attempt: MakeAttempt) -> Say:
    """Make attempts whose reading follows from the labels present; own words on a first try unless told otherwise."""

    def make(day: int, *present: Label, move: Move | None = None, **changes: object) -> Attempt:
        on = MONDAY + timedelta(days=day)
        label = present[0] if present else None
        found = (Finding("rule", move, label, Span(0, 1), Certainty.CLEAR),) if move else ()
        usual: dict[str, object] = {
            "present": present,
            "reading": read_whole(frozenset(present)),
            "findings": found,
            "at": datetime(on.year, on.month, on.day, 12, tzinfo=UTC),
            "local_date": on,
        }
        return make_attempt(**(usual | changes))

    return make
