from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from importlinter.cli import lint_imports
from streamlit import config

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
CONFIG: dict[str, Any] = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
MODES = ("light", "dark")


def options(section: dict[str, Any], prefix: str = "") -> Iterator[str]:
    for name, value in section.items():
        if isinstance(value, dict):
            yield from options(value, f"{prefix}{name}.")
        else:
            yield prefix + name


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, relative luminance and contrast ratio."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("option", list(options(CONFIG)))
def test_streamlit_still_knows_the_option(option: str) -> None:
    config.get_option(option)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("runner.postScriptGC", False),
        ("server.address", "localhost"),
        ("server.fileWatcherType", "none"),
        ("server.maxUploadSize", 2),
        ("server.maxMessageSize", 20),
        ("server.disconnectedSessionTTL", 1800),
        ("client.showErrorDetails", "none"),
        ("browser.gatherUsageStats", False),
    ],
)
def test_the_option_keeps_the_value_that_was_measured(option: str, value: object) -> None:
    section, name = option.split(".")

    assert CONFIG[section][name] == value


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
@pytest.mark.parametrize("ink", ["textColor", "primaryColor", "linkColor"])
def test_ink_can_be_read_on_the_page_and_its_panels(mode: str, ground: str, ink: str) -> None:
    theme = CONFIG["theme"][mode]

    assert contrast(theme[ink], theme[ground]) >= 4.5


@pytest.mark.parametrize("mode", MODES)
def test_every_chart_ink_can_be_read_on_the_page(mode: str) -> None:
    theme = CONFIG["theme"][mode]

    assert min(contrast(ink, theme["backgroundColor"]) for ink in theme["chartCategoricalColors"]) >= 4.5


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_font_is_in_the_static_folder_with_its_licence() -> None:
    static = ROOT / "attune_trainer" / "ui" / "static"
    fonts = {static / face["url"].removeprefix("app/static/") for face in CONFIG["theme"]["fontFaces"]}

    assert fonts == set(static.glob("fonts/*.woff2"))
    assert "SIL OPEN FONT LICENSE" in (static / "fonts" / "OFL.txt").read_text(encoding="utf-8")


def test_a_font_family_that_ends_in_a_digit_is_quoted_for_css() -> None:
    families = {face["family"] for face in CONFIG["theme"]["fontFaces"]}

    assert families == {"'Source Sans 3'", "'Source Serif 4'"}


def test_imports_run_downwards_only(capsys: pytest.CaptureFixture[str]) -> None:
    exit_code = lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None, no_cache=True)

    assert exit_code == 0, capsys.readouterr().out


def test_every_rule_that_ruff_leaves_out_has_its_reason_beside_it() -> None:
    linting = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("[tool.ruff.lint]")[1].split("[tool.mypy]")[0]
    ignoring = [line for line in linting.splitlines() if re.search(r'"[A-Z]+\d+"', line)]

    assert ignoring
    assert [line for line in ignoring if "#" not in line] == []
