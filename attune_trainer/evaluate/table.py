"""Agreement as a table to read and as plain data for `--json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attune_trainer.codebook import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attune_trainer.evaluate.agreement import Agreement

_SHOWN_READINGS = (Reading.ATTUNED, Reading.MIXED, Reading.MISSED, Reading.NEUTRAL)


def as_table(title: str, found: Agreement) -> str:
    """Return the agreement as lines of text, figures to three places."""
    lines = [
        f"{title} ({found.items} items)",
        f"  {'label':14} {'n':>6} {'with':>6} {'prec':>6} {'rec':>6} {'F1':>6} {'AUC':>6}",
    ]
    for label, each in found.labels.items():
        if each.n:
            rates = " ".join(_rate(value) for value in (each.precision, each.recall, each.f1, each.auc))
            lines.append(f"  {label:14} {each.n:6} {each.positive:6} {rates}")
    if found.macro_f1 is not None:
        low, high = found.interval or (found.macro_f1, found.macro_f1)
        lines.append(
            f"  macro-F1 {_rate(found.macro_f1).strip()} (95 % interval {low:.3f} to {high:.3f}, over speakers)"
        )
    for name, value in _rates(found).items():
        if value is not None:
            lines.append(f"  {name} {value:.3f}")
    if found.readings_right is not None:
        lines.append("  readings, coder (rows) by scorer:")
        lines.append("  " + " " * 10 + "".join(f"{reading:>9}" for reading in _SHOWN_READINGS))
        for truth in _SHOWN_READINGS:
            counts = "".join(f"{found.confusion[truth][said]:9}" for said in _SHOWN_READINGS)
            lines.append(f"  {truth:10}{counts}")
    return "\n".join(lines)


def as_data(found: Agreement) -> dict[str, Any]:
    """Return the agreement as plain data: what `--json` prints."""
    return {
        "items": found.items,
        "labels": {
            str(label): {
                "n": each.n,
                "with": each.positive,
                "precision": _rounded(each.precision),
                "recall": _rounded(each.recall),
                "f1": _rounded(each.f1),
                "auc": _rounded(each.auc),
            }
            for label, each in found.labels.items()
        },
        "macro_f1": _rounded(found.macro_f1),
        "interval": [_rounded(value) for value in found.interval] if found.interval else None,
        **{name.replace(" ", "_").replace("-", "_"): _rounded(value) for name, value in _rates(found).items()},
        "traps": found.traps,
        "confusion": {
            str(truth): {str(said): count for said, count in row.items()} for truth, row in found.confusion.items()
        },
    }


def _rates(found: Agreement) -> Mapping[str, float | None]:
    return {
        "macro-AUC": found.macro_auc,
        "readings right": found.readings_right,
        "readings right on traps": found.readings_right_on_traps,
        "depth right": found.depth_right,
        "highlights overlap": found.overlap,
    }


def _rate(value: float | None) -> str:
    return f"{value:6.3f}" if value is not None else "     -"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
