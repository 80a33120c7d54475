"""A learner's own words, then and now."""

from __future__ import annotations

import pandas as pd

from attune_trainer.progress.statistic import Statistic

MOST = 3
"""How many pairs are shown."""

_COLUMNS = ["scenario", "feeling", "days", "then_id", "now_id", "then_day", "now_day", "then", "now"]


def own_words(answers: pd.DataFrame) -> Statistic:
    """Return pairs of first tries in own words, the earliest and the latest, on different days.

    Pairs on the same scenario come first, the latest on top; `feeling` is empty there. Where no scenario was met
    twice, one pair is of two speakers who felt the same, named in `feeling`.
    """
    own = answers[answers["first"] & answers["written"]]
    pairs = [
        _pair(met.iloc[0], met.iloc[-1], feeling="")
        for _, met in own.groupby("scenario", sort=False)
        if met["day"].iloc[0] < met["day"].iloc[-1]
    ]
    pairs.sort(key=lambda pair: str(pair["now_day"]), reverse=True)
    frame = pd.DataFrame(pairs[:MOST] or _same_feeling(own), columns=_COLUMNS)
    return Statistic(
        frame=frame,
        table=pd.DataFrame(
            {
                "Then": [f"{_day(day)}: {words}" for day, words in zip(frame["then_day"], frame["then"], strict=True)],
                "Now": [f"{_day(day)}: {words}" for day, words in zip(frame["now_day"], frame["now"], strict=True)],
            }
        ),
        says=_say(frame),
        enough=not frame.empty,
    )


def _same_feeling(own: pd.DataFrame) -> list[dict[str, object]]:
    """Return the pair of two speakers with a feeling in common that lies furthest apart, if there is one."""
    each = own.explode("feelings").dropna(subset=["feelings"])
    pairs = [
        _pair(met.iloc[0], met.iloc[-1], feeling=str(feeling))
        for feeling, met in each.groupby("feelings", sort=False)
        if met["day"].iloc[0] < met["day"].iloc[-1]
    ]
    return sorted(pairs, key=lambda pair: -int(str(pair["days"])))[:1]


def _pair(then: pd.Series, now: pd.Series, *, feeling: str) -> dict[str, object]:
    return {
        "scenario": now["scenario"],
        "feeling": feeling,
        "days": (now["day"] - then["day"]).days,
        "then_id": then["id"],
        "now_id": now["id"],
        "then_day": then["day"],
        "now_day": now["day"],
        "then": then["response"],
        "now": now["response"],
    }


def _say(frame: pd.DataFrame) -> str:
    if frame.empty:
        return "Not enough yet: once you answer on another day, your words then and now stand here side by side."
    if frame["feeling"].iloc[0]:
        return f"Two speakers who felt {frame['feeling'].iloc[0]}, {_apart(int(frame['days'].iloc[0]))} apart."
    if len(frame) == 1:
        return f"The same moment, {_apart(int(frame['days'].iloc[0]))} apart. Having met it before helps, too."
    return f"{('Two', 'Three')[len(frame) - 2]} moments you met again. Having met them before helps, too."


def _apart(days: int) -> str:
    return "one day" if days == 1 else f"{days} days"


def _day(day: pd.Timestamp) -> str:
    return f"{day.day} {day:%b %Y}"
