"""Labelled responses read once and judged by given weights, or by weights fitted without them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from attune_trainer.codebook import Certainty, Label
from attune_trainer.evaluate.agreement import Verdict
from attune_trainer.scoring.heard import hear
from attune_trainer.scoring.observe import Observed, observe
from attune_trainer.scoring.phrasing import with_phrasing
from attune_trainer.scoring.structure.readable import is_readable
from attune_trainer.scoring.weigh import depth_of, findings, present, strengths, sums
from attune_trainer.text.read import Text, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from attune_trainer.evaluate.items import Item
    from attune_trainer.scoring.weights import Weights


@dataclass(frozen=True, slots=True)
class Example:
    """One item read and observed once, so that many fits can share the work."""

    item: Item
    text: Text
    observed: Observed | None


def prepare(items: Sequence[Item]) -> list[Example]:
    """Return the items read and observed; unreadable ones are observed as None."""
    prepared: list[Example] = []
    for item in items:
        heard = hear(item.statement, item.feelings, item.hope, item.events, item.relationship)
        text = read(item.response)
        prepared.append(Example(item, text, observe(text, heard) if is_readable(text) else None))
    return prepared


def split(examples: Sequence[Example], folds: int, *, by_writer: bool) -> Iterator[tuple[list[Example], list[Example]]]:
    """Yield (train, test) pairs; a speaker, or a whole writer, is never on both sides.

    Conversations of the corpora have no writers of their own: they are dealt over the folds like speakers.
    """
    keys = sorted({_key(each, by_writer=by_writer) for each in examples})
    order = np.random.default_rng(7).permutation(len(keys))
    fold_of = {keys[place]: number % folds for number, place in enumerate(order)}
    for fold in range(folds):
        test = [each for each in examples if fold_of[_key(each, by_writer=by_writer)] == fold]
        train = [each for each in examples if fold_of[_key(each, by_writer=by_writer)] != fold]
        yield train, test


def judge(examples: Sequence[Example], weights: Weights) -> list[Verdict]:
    """Return the verdict of `weights` on each example."""
    verdicts: list[Verdict] = []
    for each in examples:
        if each.observed is None:
            verdicts.append(Verdict(present=frozenset(), strengths=dict.fromkeys(Label, 0.0), depth=0))
            continue
        strong = strengths(sums(each.observed, weights))
        observed = with_phrasing(each.text, each.observed, strong, weights)
        labels = present(observed, strong, weights)
        found = findings(each.text, observed, labels, weights)
        verdicts.append(
            Verdict(
                present=labels,
                strengths=strong,
                depth=depth_of(observed, labels, weights),
                spans=tuple(
                    (one.label, one.span.start, one.span.end)
                    for one in found
                    if one.certainty is not Certainty.WORTH_A_LOOK
                ),
            )
        )
    return verdicts


def judge_left_out(examples: Sequence[Example], folds: int, *, by_writer: bool) -> list[Verdict]:
    """Return the verdict on each example of weights fitted without its speaker, or without its whole writer."""
    from attune_trainer.evaluate.fitting import fit  # noqa: PLC0415 - SciPy is needed for this only

    verdicts: dict[int, Verdict] = {}
    place = {id(each): number for number, each in enumerate(examples)}
    for train, test in split(examples, folds, by_writer=by_writer):
        weights = fit(train, folds=3)
        for each, verdict in zip(test, judge(test, weights), strict=True):
            verdicts[place[id(each)]] = verdict
    return [verdicts[number] for number in range(len(examples))]


def _key(each: Example, *, by_writer: bool) -> str:
    return each.item.writer if by_writer else each.item.group
