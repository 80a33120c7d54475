"""What changes between the first try of a round and the last one."""

from __future__ import annotations

import altair as alt
import pandas as pd

from attune_trainer.codebook import MISSES, SHOWN
from attune_trainer.progress.chart import KEEP_INKS, ORDER, inks, lay
from attune_trainer.progress.statistic import Statistic

FEWEST = 3
"""From how many rewritten rounds on a comparison says something."""


def first_try(answers: pd.DataFrame) -> Statistic:
    """Return how many rounds held each label at the first try and at the last.

    Only rounds where both are in the learner's own words count: from a picked option to own words too much changes at
    once.
    """
    first = answers[answers["first"]].set_index("round_id")
    last = answers.sort_values("number").drop_duplicates("round_id", keep="last").set_index("round_id")
    both = first.index[first["written"]].intersection(last.index[last["written"] & ~last["first"]])
    before, after = first.loc[both], last.loc[both]
    rows = [
        {
            "label": SHOWN[label],
            "first": int(before[label.value].sum()),
            "rewrite": int(after[label.value].sum()),
            "of": len(both),
        }
        for label in ORDER
    ]
    frame = pd.DataFrame(rows)
    return Statistic(
        frame=frame,
        table=frame.set_axis(["What it did", "First try", "Rewrite", "Of"], axis=1),
        says=_say(len(both), int(before["attuned"].sum()), int(after["attuned"].sum()), frame),
        alt=f"First try and rewrite in {len(both)} rounds: "
        + ", ".join(f"{row['label']} {row['first']} then {row['rewrite']}" for row in rows)
        + ".",
        key="○ first try · ● rewrite",
        enough=len(both) >= FEWEST,
    )


def first_try_chart(change: Statistic) -> alt.LayerChart:
    """Draw a line a label from the first try (hollow) to the rewrite (filled), in the label's ink."""
    of = int(change.frame["of"].max())
    rows = change.frame
    ends = rows.melt(id_vars=["label", "of"], value_vars=["first", "rewrite"], var_name="when", value_name="rounds")
    ends["when"] = ends["when"].map({"first": "first try", "rewrite": "rewrite"})
    y = alt.Y("label:N", title=None, sort=None)
    x_axis = alt.Axis(format="d", tickMinStep=1, tickCount=min(of, 6))
    scale = alt.Scale(domain=[0, of], nice=False)
    lines = (
        alt.Chart(rows)
        .mark_rule(strokeWidth=2, opacity=0.6)
        .encode(y=y, x=alt.X("first:Q", title="rounds", scale=scale, axis=x_axis), x2="rewrite:Q", color=inks("label"))
    )
    points = (
        alt.Chart(ends)
        .mark_point(size=130, opacity=1, strokeWidth=2)
        .encode(
            y=y,
            x=alt.X("rounds:Q", title="rounds", scale=scale, axis=x_axis),
            color=inks("label"),
            fill=alt.Fill("label:N", scale=KEEP_INKS, legend=None),
            fillOpacity=alt.FillOpacity(
                "when:O",
                scale=alt.Scale(domain=["first try", "rewrite"], range=[0, 1]),
                legend=None,
            ),
            tooltip=[alt.Tooltip("label:N", title="it"), alt.Tooltip("when:N"), alt.Tooltip("rounds:Q")],
        )
    )
    return lay(lines, points, height=290)


def _say(rounds: int, before: int, after: int, frame: pd.DataFrame) -> str:
    if rounds < FEWEST:
        return (
            f"Not enough yet: {rounds} {'round' if rounds == 1 else 'rounds'} with a second try in your own words. "
            f"From {FEWEST} on, this shows what a second try changes."
        )
    sentence = f"In {rounds} rounds you tried again: {before} attuned at first, {after} after."
    misses = frame[frame["label"].isin([SHOWN[label] for label in MISSES])]
    gone = misses.assign(less=misses["first"] - misses["rewrite"]).sort_values("less", ascending=False, kind="stable")
    biggest = gone.iloc[0]
    if biggest["less"] <= 0:
        return sentence
    return (
        f"{sentence} Gone most often: “{biggest['label']}”, {biggest['first']} before and {biggest['rewrite']} after."
    )
