"""What all charts share: which of the six inks each label has, and axes that can be read."""

from __future__ import annotations

import altair as alt

from attune_trainer.codebook import ATTUNED, MISSES, SHOWN

ORDER = (*ATTUNED, *MISSES)
"""The labels in the order of `chartCategoricalColors` in .streamlit/config.toml, which holds the inks for light and
dark; the browser picks, so a chart follows a change of theme by itself."""

KEEP_INKS = alt.Scale(domain=[SHOWN[label] for label in ORDER])


def inks(field: str) -> alt.Color:
    """Return the colours of a field that holds labels in the words people see; the words stand on an axis beside."""
    return alt.Color(f"{field}:N", scale=KEEP_INKS, legend=None)


def lay(*layers: alt.Chart, height: int) -> alt.LayerChart:
    """Return the layers as one chart, with letters that can be read on a phone, each at the middle of its place."""
    axis = alt.AxisConfig(labelFontSize=14, titleFontSize=14, labelFlush=False, labelBound=False, labelLimit=200)
    return alt.LayerChart(layer=list(layers), height=height, config=alt.Config(axis=axis))
