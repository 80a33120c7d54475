"""Which of the four misses come up, in the latest first tries."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import altair as alt
import pandas as pd

from attune_trainer.codebook import MISSES, MOVES, SHOWN, Label
from attune_trainer.progress.attuned_share import FEWEST, OWN, PICKED
from attune_trainer.progress.chart import KEEP_INKS, inks, lay
from attune_trainer.progress.statistic import Statistic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attune_trainer.codebook import Move

KEY = {OWN: "■ your own words", PICKED: "□ picked"}
LATEST = 20
"""How many first tries of each kind are looked at: what came up long ago is not held against anyone."""


def misses(answers: pd.DataFrame) -> Statistic:
    """Return how many of the latest first tries held each miss, own words and picked options apart."""
    first = answers[answers["first"]]
    kinds = {OWN: first[first["written"]].tail(LATEST), PICKED: first[~first["written"]].tail(LATEST)}
    rows = [
        {
            "miss": SHOWN[label],
            "kind": kind,
            "count": int(latest[label.value].sum()),
            "of": len(latest),
            "share": float(latest[label.value].mean()),
            "mostly": _most_common(latest["moves"], label),
        }
        for label in MISSES
        for kind, latest in kinds.items()
        if len(latest) > 0
    ]
    frame = pd.DataFrame(rows, columns=["miss", "kind", "count", "of", "share", "mostly"])
    frame["note"] = [f"{count} of {of}" for count, of in zip(frame["count"], frame["of"], strict=True)]
    said_of = OWN if len(kinds[OWN]) >= FEWEST else PICKED
    return Statistic(
        frame=frame,
        table=_table(frame),
        says=_say(frame[frame["kind"] == said_of], said_of, len(kinds[OWN])),
        alt=_describe(frame[frame["kind"] == (OWN if len(kinds[OWN]) else PICKED)]),
        enough=max(map(len, kinds.values())) >= FEWEST,
        key=" · ".join(KEY[kind] for kind, latest in kinds.items() if len(latest)),
    )


def misses_chart(found: Statistic) -> alt.LayerChart:
    """Draw a bar a miss in its ink, own words filled and picked options pale, with the counts written beside."""
    kinds = [kind for kind in (OWN, PICKED) if (found.frame["kind"] == kind).any()]
    base = alt.Chart(found.frame).encode(
        y=alt.Y("miss:N", title=None, sort=None),
        yOffset=alt.YOffset("kind:N", scale=alt.Scale(domain=kinds)),
        x=alt.X("share:Q", title=None, scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%", values=[0, 0.5, 1])),
        tooltip=[alt.Tooltip("miss:N"), alt.Tooltip("kind:N", title="words"), alt.Tooltip("note:N", title="in")],
    )
    bars = (
        base.mark_bar(strokeWidth=1.5, cornerRadiusEnd=2)
        .transform_filter("datum.count > 0")
        .encode(
            color=inks("miss"),
            stroke=alt.Stroke("miss:N", scale=KEEP_INKS, legend=None),
            fillOpacity=alt.FillOpacity(
                "kind:O",
                scale=alt.Scale(domain=[OWN, PICKED], range=[0.9, 0.15]),
                legend=None,
            ),
        )
    )
    counts = base.mark_text(align="left", dx=6, fontSize=14).encode(text="note:N", color=inks("miss"))
    return lay(bars, counts, height=26 * len(found.frame) + 70)


def _say(rows: pd.DataFrame, kind: str, own: int) -> str:
    of = 0 if rows.empty else int(rows["of"].iloc[0])
    if of < FEWEST:
        return f"Not enough yet: {own} first {'try' if own == 1 else 'tries'} in your own words so far."
    whose = "in your own words" if kind == OWN else "you picked"
    most = int(rows["count"].max())
    if most == 0:
        return f"None of the four came up in the latest {of} first tries {whose}."
    names = list(rows[rows["count"] == most]["miss"])
    if len(names) == 1:
        return f"In {most} of the latest {of} first tries {whose}, it {names[0]}."
    return f"Each in {most} of the latest {of} first tries {whose}: {' and '.join(f'“{name}”' for name in names)}."


def _describe(rows: pd.DataFrame) -> str:
    if rows.empty:
        return "Nothing to count yet."
    counts = ", ".join(f"{miss} {count}" for miss, count in zip(rows["miss"], rows["count"], strict=True))
    return f"How many of the latest {rows['of'].iloc[0]} first tries, {rows['kind'].iloc[0]}: {counts}."


def _most_common(rows: Iterable[tuple[Move, ...]], label: Label) -> str:
    counted = Counter(move for moves in rows for move in dict.fromkeys(moves) if MOVES[move].label is label)
    return MOVES[counted.most_common(1)[0][0]].means if counted else ""


def _table(frame: pd.DataFrame) -> pd.DataFrame:
    table = pd.DataFrame({"What it did": frame["miss"].drop_duplicates().tolist()})
    for kind, column in ((OWN, "Own words"), (PICKED, "Picked")):
        rows = frame[frame["kind"] == kind]
        if len(rows):
            table[column] = rows["note"].tolist()
    own = frame[frame["kind"] == frame["kind"].iloc[0]] if len(frame) else frame
    return table.assign(Mostly=own["mostly"].tolist())
