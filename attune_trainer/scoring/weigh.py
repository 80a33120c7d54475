"""From what was observed to labels, depth, reading and points: signed evidence, a logistic, a threshold."""

from __future__ import annotations

from functools import lru_cache
from math import exp
from typing import TYPE_CHECKING

from attune_trainer.codebook import ATTUNED, MISSES, MOVES, SHOWN, Certainty, Label, Severity
from attune_trainer.scoring.assessment import Finding, Line
from attune_trainer.scoring.weights import LABELS, Weights, pack, unpack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attune_trainer.codebook import Move
    from attune_trainer.scoring.evidence import Evidence
    from attune_trainer.scoring.observe import Observed
    from attune_trainer.text.read import Text

SPECIFIC = 2
_MUCH = 2.2
_PLAIN_LABELS = frozenset({Label.DISMISSING, Label.FIXING})
_SUREST = {certainty: number for number, certainty in enumerate(Certainty)}
_NUMBER = {label: number for number, label in enumerate(LABELS)}


def sums(observed: Observed, weights: Weights) -> list[float]:
    """Return the signed sum of each label, in the order of `LABELS`."""
    packed = weights.packed
    total = sum([packed[name] for name in observed.names if name in packed])
    for name, (move, certainty) in {
        each.id: (each.move, each.certainty) for each in observed.evidence if each.id not in packed
    }.items():
        total += pack(weights.row(name, move, certainty))
    return [bias + part for bias, part in zip(weights.bias, unpack(total), strict=True)]


def strengths(totals: list[float]) -> dict[Label, float]:
    """Return the logistic of each sum: 0..1 a label."""
    return {label: logistic(total) for label, total in zip(LABELS, totals, strict=True)}


def logistic(total: float) -> float:
    """Return 1 / (1 + e^-total), held inside what a float can say."""
    return 1.0 / (1.0 + exp(-max(-60.0, min(60.0, total))))


def present(observed: Observed, strong: Mapping[Label, float], weights: Weights) -> frozenset[Label]:
    """Return the labels over their threshold for which a clear or likely piece of evidence stands.

    Half the threshold is enough where a clear rule stands that weighs much: what is said plainly is not outvoted by the
    company it keeps.
    """
    found: set[Label] = set()
    for each in observed.evidence:
        label = MOVES[each.move].label
        if label is None or label in found or not stands(each, label, weights):
            continue
        needed = weights.thresholds[_NUMBER[label]]
        if strong[label] >= (needed / 2 if _is_plain(each, label, weights) else needed):
            found.add(label)
    return frozenset(found)


def _is_plain(each: Evidence, label: Label, weights: Weights) -> bool:
    """Say whether `each` is a clear rule that fitting left with much weight.

    Not for arguing: a view of one's own beside the hearing sounds like it and is none.
    """
    row = weights.rows.get(each.id)
    is_sure = _certainty(each, weights) is Certainty.CLEAR and label in _PLAIN_LABELS
    return is_sure and row is not None and row[_NUMBER[label]] >= _MUCH


def stands(each: Evidence, label: Label, weights: Weights) -> bool:
    """Say whether `each` is enough for `label` to be present: clear or likely, and not weighed down to nothing."""
    row = weights.rows.get(each.id)
    has_weight = row is None or row[_NUMBER[label]] > 0.0
    return has_weight and _certainty(each, weights) is not Certainty.WORTH_A_LOOK


def findings(text: Text, observed: Observed, labels: frozenset[Label], weights: Weights) -> tuple[Finding, ...]:
    """Return one finding a move and place, in reading order: the surest, then the longest, of those that overlap.

    Evidence for a label that is not present is worth a look when a rule stands for it, and left out otherwise. Words
    that a rule reads as a miss are not credited by their form, unless nothing else stands for the credit.
    """
    missed = _words_of_misses(observed)
    ranked: list[tuple[bool, int, bool, int, int, Evidence, Certainty]] = []
    for number, each in enumerate(observed.evidence):
        label = MOVES[each.move].label
        certainty = _certainty(each, weights)
        if label is not None and label not in labels:
            if _is_form(each.id):
                continue
            certainty = Certainty.WORTH_A_LOOK
        elif label is not None and not stands(each, label, weights):
            certainty = Certainty.WORTH_A_LOOK
        is_form = _is_form(each.id)
        contested = is_form and label in ATTUNED and not missed.isdisjoint(range(each.first, each.last + 1))
        ranked.append((contested, _SUREST[certainty], is_form, each.first - each.last, number, each, certainty))
    kept: list[tuple[Evidence, Certainty]] = []
    taken: dict[Move | Label | None, set[int]] = {}
    for contested, _, is_form, _, _, each, certainty in sorted(ranked):
        words, label = range(each.first, each.last + 1), MOVES[each.move].label
        by_move, by_label = taken.setdefault(each.move, set()), taken.setdefault(label, set())
        if contested and by_label:
            continue
        if by_move.isdisjoint(words) and not (is_form and not by_label.isdisjoint(words)):
            kept.append((each, certainty))
            by_move.update(words)
            by_label.update(words)
    kept.sort(key=lambda pair: (pair[0].first, pair[0].last, pair[0].id))
    return tuple(
        Finding(each.id, each.move, MOVES[each.move].label, text.span(each.first, each.last), certainty)
        for each, certainty in kept
    )


def _words_of_misses(observed: Observed) -> set[int]:
    """Return the words that a clear or likely rule reads as a miss."""
    return {
        word
        for each in observed.evidence
        if MOVES[each.move].label in MISSES and not _is_form(each.id) and each.certainty is not Certainty.WORTH_A_LOOK
        for word in range(each.first, each.last + 1)
    }


def depth_of(observed: Observed, labels: frozenset[Label], weights: Weights) -> int:
    """Return 0, 1 or 2: how specific the acknowledgement is."""
    if Label.ACKNOWLEDGING not in labels:
        return 0
    total = weights.depth_bias + sum(weights.depth.get(name, 0.0) for name in sorted(observed.names))
    return SPECIFIC if total > 0.0 else 1


def points_of(found: tuple[Finding, ...], labels: frozenset[Label], depth: int) -> tuple[int | None, tuple[Line, ...]]:
    """Return 0..10 points and the lines they are the sum of; None where none of the six labels is present."""
    if not labels:
        return None, ()
    lines: list[Line] = []
    heard, asked = (label in labels for label in ATTUNED)
    if heard:
        lines.append(Line("heard it", 5))
        if depth == SPECIFIC:
            lines.append(Line("named this feeling or this experience", 2))
    if asked:
        lines.append(Line("asked about it", 3 if heard else 6))
    for label in MISSES:
        if label not in labels:
            continue
        hurts = any(each.label is label and MOVES[each.move].severity is Severity.HURTS for each in found)
        lines.append(Line(SHOWN[label], -2 if heard and not hurts else -3 if not hurts else -4))
    return max(0, min(10, sum(line.points for line in lines))), tuple(lines)


@lru_cache(maxsize=2_000)
def _is_form(name: str) -> bool:
    return name.partition(".")[2].startswith(("form", "told_", "own_part_", "echo", "touch", "you_"))


def _certainty(each: Evidence, weights: Weights) -> Certainty:
    return weights.certainties.get(each.id, each.certainty)
