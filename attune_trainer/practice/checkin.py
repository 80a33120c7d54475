"""The record of a moment with oneself: what I feel, where in my body, what I need; never scored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

FEELINGS = ("calm", "tender", "sad", "anxious", "angry", "ashamed", "lonely", "tired", "numb", "hopeful", "restless")
PLACES = ("head", "jaw", "throat", "shoulders", "chest", "stomach", "back", "hands", "legs", "nowhere I can name")
NEEDS = ("rest", "quiet", "a hug", "to be heard", "to move", "some space", "company", "reassurance", "time", "food")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """What somebody noticed in themselves, in their own words; every answer may be left out.

    `round_id` is the round it was offered in, None outside of one. `at` is UTC, `local_date` their own calendar day.
    """

    id: str
    profile_id: str
    round_id: str | None
    feeling: str = ""
    body: str = ""
    need: str = ""
    at: datetime
    local_date: date

    @property
    def is_empty(self) -> bool:
        """Say whether every question was left out."""
        return not (self.feeling.strip() or self.body.strip() or self.need.strip())
