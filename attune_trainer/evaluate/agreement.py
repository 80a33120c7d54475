"""Agreement with human coders: precision, recall, F1 and AUC a label, readings, depth, highlighted words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from attune_trainer.codebook import MOVES, Label, Reading, read_whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from attune_trainer.evaluate.items import Item

_BOOTSTRAPS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the scorer said of one item, as far as agreement needs it."""

    present: frozenset[Label]
    strengths: Mapping[Label, float]
    depth: int
    spans: tuple[tuple[Label | None, int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelAgreement:
    """Counts and rates of one label; a rate is None where it cannot be said."""

    n: int
    positive: int
    precision: float | None
    recall: float | None
    f1: float | None
    auc: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Agreement over a set of items; `interval` is the 95 % bootstrap interval of macro-F1 over speakers."""

    items: int
    labels: Mapping[Label, LabelAgreement]
    macro_f1: float | None
    interval: tuple[float, float] | None
    macro_auc: float | None
    readings_right: float | None
    readings_right_on_traps: float | None
    traps: int
    depth_right: float | None
    overlap: float | None
    confusion: Mapping[Reading, Mapping[Reading, int]]


def agreement(items: Sequence[Item], verdicts: Sequence[Verdict], *, with_interval: bool = True) -> Agreement:
    """Return how far `verdicts` agree with the coders of `items` (same order, same length)."""
    labels = {label: _label_agreement(items, verdicts, label) for label in Label}
    judged = [label for label in Label if labels[label].positive]
    f1s = [labels[label].f1 or 0.0 for label in judged]
    aucs = [auc for label in judged if (auc := labels[label].auc) is not None]
    full = [(item, verdict) for item, verdict in zip(items, verdicts, strict=True) if item.is_fully_judged]
    right = [read_whole(item.present) == read_whole(verdict.present) for item, verdict in full]
    traps = [ok for (item, _), ok in zip(full, right, strict=True) if item.trap]
    depths = [item.depth == verdict.depth for item, verdict in full if item.depth is not None]
    confusion = {truth: dict.fromkeys(Reading, 0) for truth in Reading}
    for item, verdict in full:
        confusion[read_whole(item.present)][read_whole(verdict.present)] += 1
    return Agreement(
        items=len(items),
        labels=labels,
        macro_f1=float(np.mean(f1s)) if f1s and full else None,
        interval=_interval(items, verdicts, judged) if with_interval and f1s and full else None,
        macro_auc=float(np.mean(aucs)) if aucs else None,
        readings_right=float(np.mean(right)) if right else None,
        readings_right_on_traps=float(np.mean(traps)) if traps else None,
        traps=len(traps),
        depth_right=float(np.mean(depths)) if depths else None,
        overlap=_overlap(items, verdicts),
        confusion=confusion,
    )


def _label_agreement(items: Sequence[Item], verdicts: Sequence[Verdict], label: Label) -> LabelAgreement:
    pairs = [
        (item.labels[label], label in verdict.present, verdict.strengths[label])
        for item, verdict in zip(items, verdicts, strict=True)
        if label in item.labels
    ]
    truth = np.array([pair[0] for pair in pairs], dtype=bool)
    said = np.array([pair[1] for pair in pairs], dtype=bool)
    strength = np.array([pair[2] for pair in pairs], dtype=float)
    hits = int((truth & said).sum())
    precision = hits / int(said.sum()) if said.any() else None
    recall = hits / int(truth.sum()) if truth.any() else None
    return LabelAgreement(
        n=len(pairs),
        positive=int(truth.sum()),
        precision=precision,
        recall=recall,
        f1=_f1(truth, said) if truth.any() else None,
        auc=area_under_curve(truth, strength),
    )


def _f1(truth: np.ndarray, said: np.ndarray) -> float:
    total = int(truth.sum()) + int(said.sum())
    return 2 * int((truth & said).sum()) / total if total else 0.0


def area_under_curve(truth: np.ndarray, strength: np.ndarray) -> float | None:
    """Return the area under the ROC curve by ranks, ties shared (Mann and Whitney 1947); None with one class only."""
    positive = int(truth.sum())
    negative = len(truth) - positive
    if not positive or not negative:
        return None
    _, inverse, counts = np.unique(strength, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2.0)[inverse]
    return float((ranks[truth].sum() - positive * (positive + 1) / 2.0) / (positive * negative))


def _interval(items: Sequence[Item], verdicts: Sequence[Verdict], judged: Sequence[Label]) -> tuple[float, float]:
    """Return the 95 % interval of macro-F1 when whole speakers are drawn anew (percentile bootstrap, fixed seed)."""
    groups: dict[str, int] = {}
    counts: list[np.ndarray] = []
    for item, verdict in zip(items, verdicts, strict=True):
        number = groups.setdefault(item.group, len(groups))
        if number == len(counts):
            counts.append(np.zeros((len(judged), 3)))
        for row, label in enumerate(judged):
            if label in item.labels:
                truth, said = item.labels[label], label in verdict.present
                counts[number][row] += (truth and said, truth, said)
    table = np.array(counts)
    rng = np.random.default_rng(20261123)
    values = []
    for _ in range(_BOOTSTRAPS):
        drawn = table[rng.integers(0, len(table), len(table))].sum(axis=0)
        total = drawn[:, 1] + drawn[:, 2]
        values.append(float(np.mean(np.divide(2 * drawn[:, 0], total, out=np.zeros(len(judged)), where=total > 0))))
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)


def _overlap(items: Sequence[Item], verdicts: Sequence[Verdict]) -> float | None:
    """Return the mean share of coder-marked characters, of labels both found, that the scorer highlighted (F1)."""
    scores: list[float] = []
    for item, verdict in zip(items, verdicts, strict=True):
        for label in item.present & verdict.present:
            truth: set[int] = set()
            for move, words in item.marks:
                at = item.response.find(words)
                if MOVES[move].label is label and at >= 0:
                    truth.update(range(at, at + len(words)))
            if truth:
                said = {at for each, start, end in verdict.spans if each is label for at in range(start, end)}
                scores.append(2 * len(truth & said) / (len(truth) + len(said)))
    return float(np.mean(scores)) if scores else None
