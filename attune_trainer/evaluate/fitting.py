"""Fits the weights to human labels: a logistic regression a label, with the signs their authors gave.

Needs SciPy (`requirements-dev.txt`): nobody needs it to use the scorer. Deterministic.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from attune_trainer.codebook import MOVES, Label
from attune_trainer.evaluate.judge import Example, split
from attune_trainer.rules.load import load_rulebook
from attune_trainer.scoring.structure.skeleton import PREFIX
from attune_trainer.scoring.weigh import SPECIFIC, strengths, sums
from attune_trainer.scoring.weights import LABELS, UNFITTED, Row, Weights

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_RIDGE = 4.0
_LEAST_SEEN = 3
_LEAST_SEEN_IN_SKELETON = 25
_LEAST_SEEN_FOR_DEPTH = 5
_DEPTH_RIDGE = 3.0
Bound = tuple[float | None, float | None]
_STEPS = np.linspace(0.10, 0.90, 81)


def fit(examples: Sequence[Example], *, unread: Collection[str] = (), ridge: float = _RIDGE, folds: int = 5) -> Weights:
    """Return weights fitted to `examples`; thresholds maximise F1 on held-out folds over speakers.

    `unread` names (by id) the items no author of rules has read. Rules look better on the items they were written from
    than they are, so where there are some, only these decide the thresholds.
    """
    usable = [each for each in examples if each.observed is not None]
    weights = _fit_rows(usable, ridge)
    held_out: list[tuple[Example, dict[Label, float]]] = []
    for train, test in split(usable, folds, by_writer=False):
        partial = _fit_rows(train, ridge)
        deciding = [each for each in test if not unread or each.item.id in unread]
        held_out.extend((each, strengths(sums(each.observed, partial))) for each in deciding if each.observed)
    thresholds = _thresholds(held_out)
    bias, depth = _fit_depth(usable)
    return Weights(
        bias=weights.bias,
        thresholds=thresholds,
        rows=weights.rows,
        certainties=weights.certainties,
        depth_bias=bias,
        depth=depth,
    )


def _own_labels() -> dict[str, Label | None]:
    """Return the label each rule speaks for; evidence of form and shape is not a rule and may weigh on any label."""
    return {rule.id: MOVES[rule.move].label for rule in load_rulebook().rules}


def _fit_rows(examples: Sequence[Example], ridge: float) -> Weights:
    rules = _own_labels()
    forms = {
        one.id: MOVES[one.move].label
        for each in examples
        for one in (each.observed.evidence if each.observed else ())
        if one.id not in rules
    }
    names, matrix = _matrix(examples, _LEAST_SEEN, always=rules)
    guesses = {rule.id: UNFITTED[rule.certainty] for rule in load_rulebook().rules}
    table = np.zeros((len(names), len(LABELS)))
    bias = np.zeros(len(LABELS))
    for number, label in enumerate(LABELS):
        judged = np.array([label in each.item.labels for each in examples])
        truth = np.array([each.item.labels.get(label, False) for each in examples], dtype=float)[judged]
        keep = [at for at, name in enumerate(names) if rules.get(name, label) is label]
        bounds = [_bound(names[at], label, rules, forms) for at in keep]
        guess = np.array([guesses.get(names[at], 0.0) for at in keep])
        table[keep, number], bias[number] = _regress(matrix[judged][:, keep], truth, bounds, ridge, guess)
    fitted = {name: _as_row(values) for name, values in zip(names, table, strict=True)}
    found = {name: row for name, row in fitted.items() if any(row) or name in rules}
    return Weights(bias=_as_row(bias), thresholds=(0.5,) * 6, rows=found, certainties={}, depth_bias=0.0, depth={})


def _bound(name: str, label: Label, rules: Mapping[str, Label | None], forms: Mapping[str, Label | None]) -> Bound:
    """Return the range of a weight: what speaks for a label may not be turned against it; the rest is free."""
    return (0.0, None) if name in rules or forms.get(name) is label else (None, None)


def _matrix(
    examples: Sequence[Example], least: int, always: Collection[str] = ()
) -> tuple[list[str], sparse.csr_matrix]:
    """Return the names seen in at least `least` examples, or in `always`, and who has which: (examples, names)."""
    seen = Counter(name for each in examples if each.observed for name in each.observed.names)
    needed = {name: _LEAST_SEEN_IN_SKELETON if name.startswith(PREFIX) else least for name in seen}
    names = sorted(name for name, count in seen.items() if count >= needed[name] or name in always)
    column = {name: number for number, name in enumerate(names)}
    cells = [
        (number, column[name])
        for number, each in enumerate(examples)
        for name in (each.observed.names if each.observed else ())
        if name in column
    ]
    places = np.array(cells, dtype=np.int64).reshape(-1, 2).T
    return names, sparse.csr_matrix((np.ones(len(cells)), tuple(places)), shape=(len(examples), len(names)))


def _as_row(values: np.ndarray) -> Row:
    return cast("Row", tuple(round(float(value), 2) for value in values))


def _regress(
    matrix: sparse.csr_matrix, truth: np.ndarray, bounds: list[Bound], ridge: float, guess: np.ndarray
) -> tuple[np.ndarray, float]:
    """Return (weights, bias) of the logistic regression inside `bounds` (L-BFGS-B), drawn towards `guess` by `ridge`.

    What is never seen keeps the weight its author guessed; what is seen often goes where the labels say.
    """
    size = matrix.shape[1]
    sign = np.where(truth > 0, 1.0, -1.0)
    turned = matrix.T.tocsr()

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (matrix @ values[:size] + values[size])
        away = values[:size] - guess
        value = np.logaddexp(0.0, -margin).sum() + 0.5 * ridge * (away**2).sum()
        pull = -sign / (1.0 + np.exp(np.clip(margin, -60, 60)))
        return float(value), np.append(turned @ pull + ridge * away, pull.sum())

    start = np.append(guess, 0.0)
    solved = minimize(
        loss, start, jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)], options={"maxiter": 300}
    )
    return solved.x[:size], float(solved.x[size])


def _thresholds(held_out: list[tuple[Example, dict[Label, float]]]) -> Row:
    """Return the threshold a label with the best F1, averaged over the sources the items come from."""
    sources = sorted({_kind(each) for each, _ in held_out})
    chosen: list[float] = []
    for label in LABELS:
        truth = np.array([each.item.labels.get(label, False) for each, _ in held_out], dtype=bool)
        strength = np.array([strong[label] for _, strong in held_out])
        kind = np.array([_kind(each) for each, _ in held_out])
        judged = np.array([label in each.item.labels for each, _ in held_out])
        scores = []
        for step in _STEPS:
            said = strength >= step
            parts = []
            for source in sources:
                mask = judged & (kind == source)
                total = truth[mask].sum() + said[mask].sum()
                if truth[mask].any():
                    parts.append(2 * (truth & said)[mask].sum() / total)
            scores.append(float(np.mean(parts)) if parts else 0.0)
        # the middle of the plateau, not its edge
        best = np.flatnonzero(np.array(scores) >= max(scores) - 0.002)
        chosen.append(round(float(_STEPS[best[len(best) // 2]]), 3))
    return cast("Row", tuple(chosen))


def _kind(each: Example) -> str:
    return "coded" if each.item.source == "coded" else "gold"


def _fit_depth(examples: Sequence[Example]) -> tuple[float, dict[str, float]]:
    """Return (bias, weights) that tell a specific acknowledgement (depth 2) from a generic one (depth 1)."""
    chosen = [
        each
        for each in examples
        if each.item.depth in {1, 2} and each.item.labels.get(Label.ACKNOWLEDGING) and each.observed
    ]
    if not chosen:
        return 0.0, {}
    names, matrix = _matrix(chosen, _LEAST_SEEN_FOR_DEPTH)
    truth = np.array([each.item.depth == SPECIFIC for each in chosen], dtype=float)
    values, bias = _regress(matrix, truth, [(None, None)] * len(names), _DEPTH_RIDGE, np.zeros(len(names)))
    return round(bias, 3), {
        name: rounded for name, value in zip(names, values, strict=True) if (rounded := round(float(value), 2))
    }
