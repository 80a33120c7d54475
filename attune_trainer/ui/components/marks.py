"""Highlighted words: each mark by colour, by its own underline and in words."""

from __future__ import annotations

from html import escape
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from attune_trainer.codebook import SHOWN, Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attune_trainer.scoring.assessment import Finding


def marked(text: str, findings: Iterable[Finding]) -> str:
    """Return `text` as HTML with its findings highlighted; words that are marked twice show both marks."""
    spans = [(max(0, one.span.start), min(len(text), one.span.end), one.label) for one in findings if one.label]
    cuts = sorted({0, len(text)} | {cut for start, end, _ in spans if start < end for cut in (start, end)})
    parts = [
        (frozenset(label for start, end, label in spans if start <= here and there <= end), text[here:there])
        for here, there in pairwise(cuts)
    ]
    return "".join(
        _mark(labels, "".join(words for _, words in run)) for labels, run in groupby(parts, key=itemgetter(0))
    )


def chips(labels: Iterable[Label]) -> str:
    """Return the names of the marks as HTML, each as the mark looks."""
    return " ".join(f'<mark class="{label.value} chip">{escape(SHOWN[label])}</mark>' for label in labels)


def legend(labels: Iterable[Label]) -> str:
    """Return the HTML list that names the marks in plain words, or nothing without marks."""
    entries = "".join(f'<li><mark class="{label.value}">{escape(SHOWN[label])}</mark></li>' for label in labels)
    return f'<ul class="legend" aria-label="What the marks say">{entries}</ul>' if entries else ""


def _mark(labels: frozenset[Label], words: str) -> str:
    named = [label for label in Label if label in labels]
    if not named:
        return escape(words)
    names = f'<span class="heard-only"> ({escape(", ".join(SHOWN[label] for label in named))})</span>'
    # A miss lies on top: it is what there is to try.
    opened = "".join(f'<mark class="{label.value}">' for label in reversed(named))
    return f"{opened}{escape(words)}{names}{'</mark>' * len(named)}"
