"""Attempts as a DataFrame: one row for each response that could be read."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pandas as pd

from attune_trainer.codebook import MISSES, Label, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attune_trainer.practice.attempt import Attempt

_TYPES = {
    "id": "str",
    "round_id": "str",
    "number": "int64",
    "scenario": "str",
    "feelings": "object",
    "day": "datetime64[us]",
    "week": "datetime64[us]",
    "response": "str",
    "written": "bool",
    "first": "bool",
    "attuned": "bool",
    "moves": "object",
    **{label.value: "bool" for label in Label},
}


def frame_of(attempts: Iterable[Attempt]) -> pd.DataFrame:
    """Return one row an attempt, oldest first, without the unread: what could not be read is not counted.

    `day` is the learner's own calendar day and `week` its Monday, so nothing moves to another week when somebody
    travels. `written` tells own words from picked options, `first` the first try of a round that could be read.
    There is a column a label, true where the label was present. For a picked option whose author reads it as free
    of misses, no miss is counted, whatever the scorer thought: that is what the learner was told.
    """
    read = sorted(
        (attempt for attempt in attempts if attempt.reading is not Reading.UNREAD),
        key=lambda attempt: (attempt.at, attempt.number, attempt.id),
    )
    frame = pd.DataFrame([_row(attempt) for attempt in read], columns=list(_TYPES)).astype(_TYPES)
    if not frame.empty:
        frame["first"] = frame["number"] == frame.groupby("round_id")["number"].transform("min")
    return frame


def _row(attempt: Attempt) -> dict[str, object]:
    told_of_misses = attempt.reading in {Reading.MIXED, Reading.MISSED}
    present = {label for label in attempt.present if told_of_misses or label not in MISSES}
    day = attempt.local_date
    return {
        "id": attempt.id,
        "round_id": attempt.round_id,
        "number": attempt.number,
        "scenario": attempt.scenario,
        "feelings": attempt.feelings,
        "day": day,
        "week": day - timedelta(days=day.weekday()),
        "response": attempt.response,
        "written": attempt.option is None,
        "first": False,
        "attuned": attempt.reading is Reading.ATTUNED,
        "moves": tuple(finding.move for finding in attempt.findings if finding.label in present),
        **{label.value: label in present for label in Label},
    }
