"""What all charts share."""

from __future__ import annotations

import tomllib
from pathlib import Path

from attune_trainer.codebook import SHOWN, Label
from attune_trainer.progress.chart import KEEP_INKS, ORDER

ROOT = Path(__file__).parents[2]
INKS = {
    Label.ACKNOWLEDGING: ("#1B6E53", "#8FD9B6"),
    Label.EXPLORING: ("#245A94", "#A9CBF2"),
    Label.DISMISSING: ("#7A3B69", "#E3B3D6"),
    Label.FIXING: ("#7A4B00", "#F0C979"),
    Label.ARGUING: ("#9B2F24", "#F3AFA5"),
    Label.SHIFTING: ("#4A4F66", "#C3C8DC"),
}


def test_the_theme_gives_every_label_its_own_ink_in_light_and_dark() -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]

    assert theme["light"]["chartCategoricalColors"] == [INKS[label][0] for label in ORDER]
    assert theme["dark"]["chartCategoricalColors"] == [INKS[label][1] for label in ORDER]


def test_a_chart_that_lacks_a_label_does_not_pass_its_ink_on() -> None:
    assert KEEP_INKS.to_dict()["domain"] == [SHOWN[label] for label in ORDER]
