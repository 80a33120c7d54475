"""The share of first tries that were attuned, week by week, with its uncertainty."""

from __future__ import annotations

import altair as alt
import pandas as pd

from attune_trainer.codebook import SHOWN, Label
from attune_trainer.progress.chart import KEEP_INKS, inks, lay
from attune_trainer.progress.interval import difference_interval, share_interval
from attune_trainer.progress.statistic import Statistic

FEWEST = 5
"""From how many first tries on a share says something."""

OWN, PICKED = "your own words", "picked"
KEY = {OWN: "● your own words", PICKED: "◇ picked"}
_TO_COMPARE = 10
LATEST = 12
"""How many weeks the chart holds; the table has them all."""


def attuned_share(answers: pd.DataFrame) -> Statistic:
    """Return the share by week of `answers` (see `frame_of`), own words and picked options apart.

    Only first tries count: a rewrite comes after the feedback, and would make every week look better. Picking is
    easier than finding words, so the two are never added up.
    """
    first = answers[answers["first"]]
    weeks = _by_week(first)
    own = _counts(first[first["written"]])
    picked = _counts(first[~first["written"]])
    return Statistic(
        frame=weeks,
        table=_table(weeks),
        says=" ".join((_say_share(own, picked), *_say_change(first[first["written"]]))),
        alt=_describe(_latest(weeks)),
        key=" · ".join(KEY[kind] for kind in KEY if (weeks["kind"] == kind).any()),
        enough=max(own[1], picked[1]) >= FEWEST,
    )


def attuned_share_chart(share: Statistic) -> alt.LayerChart:
    """Draw the share of the latest weeks: a point for what was counted, a line for what would fit."""
    weeks = _latest(share.frame)
    kinds = [kind for kind in (OWN, PICKED) if (weeks["kind"] == kind).any()]
    base = alt.Chart(weeks.assign(ink=SHOWN[Label.ACKNOWLEDGING])).encode(
        x=alt.X("label:O", title=None, sort=None, axis=alt.Axis(labelAngle=0, labelOverlap=True)),
        xOffset=alt.XOffset("kind:N", scale=alt.Scale(domain=kinds)),
        color=inks("ink"),
        tooltip=[
            alt.Tooltip("label:N", title="week of"),
            alt.Tooltip("kind:N", title="words"),
            alt.Tooltip("attuned:Q"),
            alt.Tooltip("of:Q", title="first tries"),
        ],
    )
    scale = alt.Scale(domain=[0, 1])
    axis = alt.Axis(format="%", values=[0, 0.5, 1])
    fits = base.mark_rule(strokeWidth=2, opacity=0.45).encode(
        y=alt.Y("low:Q", title=None, scale=scale, axis=axis), y2="high:Q"
    )
    counted = base.mark_point(size=120, opacity=1, strokeWidth=2).encode(
        y=alt.Y("share:Q", title=None, scale=scale, axis=axis),
        shape=alt.Shape("kind:N", scale=alt.Scale(domain=[OWN, PICKED], range=["circle", "diamond"]), legend=None),
        fillOpacity=alt.FillOpacity("kind:O", scale=alt.Scale(domain=[OWN, PICKED], range=[1, 0]), legend=None),
        fill=alt.Fill("ink:N", scale=KEEP_INKS, legend=None),
    )
    return lay(fits, counted, height=240)


def _by_week(first: pd.DataFrame) -> pd.DataFrame:
    weeks = (
        first.assign(kind=first["written"].map({True: OWN, False: PICKED}).astype("str"))
        .groupby(["week", "kind"])
        .agg(attuned=("attuned", "sum"), of=("attuned", "size"))
        .reset_index()
    )
    fits = [share_interval(int(hits), int(of)) for hits, of in zip(weeks["attuned"], weeks["of"], strict=True)]
    return weeks.assign(
        share=weeks["attuned"] / weeks["of"],
        low=[interval.low for interval in fits],
        high=[interval.high for interval in fits],
        label=_days(weeks["week"]),
    )


def _latest(weeks: pd.DataFrame) -> pd.DataFrame:
    return weeks[weeks["week"].isin(weeks["week"].drop_duplicates().tail(LATEST))]


def _counts(first: pd.DataFrame) -> tuple[int, int]:
    return int(first["attuned"].sum()), len(first)


def _say_share(own: tuple[int, int], picked: tuple[int, int]) -> str:
    if max(own[1], picked[1]) < FEWEST:
        return (
            f"Not enough yet: {own[1]} first {_tries(own[1])} in your own words. From {FEWEST} on, there is something "
            "to see here."
        )
    hits, of = own if own[1] >= FEWEST else picked
    fits = share_interval(hits, of)
    whose = "in your own words" if own[1] >= FEWEST else "among the options you picked"
    return (
        f"Of {of} first tries {whose}, {hits} {'was' if hits == 1 else 'were'} attuned. "
        f"Counting chance in, the share may lie anywhere from {fits.low:.0%} to {fits.high:.0%}."
    )


def _say_change(own: pd.DataFrame) -> tuple[str, ...]:
    if len(own) < _TO_COMPARE:
        return ()
    half = len(own) // 2
    before, after = _counts(own.iloc[:half]), _counts(own.iloc[half:])
    fits = difference_interval(before, after)
    sure = "More than chance would explain." if fits.low > 0 or fits.high < 0 else "That may still be chance."
    return (
        f"The earlier half: {before[0]} of {before[1]}. The later half: {after[0]} of {after[1]}.",
        "As many as before." if before[0] * after[1] == after[0] * before[1] else sure,
    )


def _describe(weeks: pd.DataFrame) -> str:
    if weeks.empty:
        return "No weeks to show yet."
    rows = weeks[weeks["kind"] == OWN] if (weeks["kind"] == OWN).any() else weeks
    kind = rows["kind"].iloc[0]
    said = [
        f"{hits} of {of} in the week of {week}"
        for hits, of, week in zip(rows["attuned"], rows["of"], rows["label"], strict=True)
    ]
    if len(said) == 1:
        return f"Share of attuned first tries, {kind}: {said[0]}."
    return f"Share of attuned first tries by week, {kind}: {said[0]}, {said[-1]}, over {len(said)} weeks."


def _table(weeks: pd.DataFrame) -> pd.DataFrame:
    said = weeks.assign(
        said=[
            f"{hits} of {of} ({100 * low:.0f}\u2013{high:.0%})"
            for hits, of, low, high in zip(weeks["attuned"], weeks["of"], weeks["low"], weeks["high"], strict=True)
        ]
    )
    wide = said.pivot_table(index="week", columns="kind", values="said", aggfunc="first", fill_value="")
    table = pd.DataFrame({"Week of": weeks["label"].drop_duplicates().tolist()})
    for kind, column in ((OWN, "Own words"), (PICKED, "Picked")):
        if kind in wide:
            table[column] = list(wide[kind])
    return table


def _days(days: pd.Series) -> list[str]:
    """Return the days as people write them, with the year where there is more than one."""
    year = " %Y" if len(set(days.dt.year)) > 1 else ""
    return [f"{day.day} {day.strftime(f'%b{year}')}" for day in days]


def _tries(count: int) -> str:
    return "try" if count == 1 else "tries"
