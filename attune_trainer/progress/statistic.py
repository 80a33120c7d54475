"""What every statistic hands over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Statistic:
    """One statistic: its figures, and the words to read them by.

    `frame` is what the chart draws and `table` the same figures for reading. `says` is the sentence beside the chart;
    where `enough` is false there is too little to draw, and `says` says so. `alt` describes the chart to somebody who
    does not see it, `key` tells its marks apart.
    """

    frame: pd.DataFrame
    table: pd.DataFrame
    says: str
    enough: bool
    alt: str = ""
    key: str = ""
