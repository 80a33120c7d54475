"""Where a label is strong and no rule stands for it: the clause whose phrasing speaks for it most."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from attune_trainer.codebook import MOVES, Certainty, Label, Move
from attune_trainer.scoring.evidence import Evidence
from attune_trainer.scoring.structure.skeleton import shapes_of, skeleton_of_clause
from attune_trainer.scoring.weigh import stands
from attune_trainer.scoring.weights import LABELS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attune_trainer.scoring.observe import Observed
    from attune_trainer.scoring.weights import Weights
    from attune_trainer.text.read import Text

# The most frequent move of each label in our gold: what a phrasing is called when no rule says more.
_MOST_FREQUENT: Mapping[Label, Move] = MappingProxyType(
    {
        Label.DISMISSING: Move.MINIMIZING,
        Label.FIXING: Move.DIRECTING,
        Label.ARGUING: Move.BLAMING,
        Label.SHIFTING: Move.OWN_STORY,
        Label.ACKNOWLEDGING: Move.PARAPHRASING,
        Label.EXPLORING: Move.OPEN_QUESTION,
    }
)


def with_phrasing(text: Text, observed: Observed, strong: Mapping[Label, float], weights: Weights) -> Observed:
    """Return `observed` with one piece of evidence for each label that is over its threshold and has none to stand on.

    Its span is the clause that adds most to the label; its move that of the strongest doubtful rule there, else the
    most frequent of the label.
    """
    found: list[Evidence] = []
    for number, label in enumerate(LABELS):
        if strong[label] < weights.thresholds[number]:
            continue
        if any(MOVES[each.move].label is label and stands(each, label, weights) for each in observed.evidence):
            continue
        found.append(_phrasing(text, observed, label, number, weights))
    return observed._replace(evidence=(*observed.evidence, *found)) if found else observed


def _phrasing(text: Text, observed: Observed, label: Label, number: int, weights: Weights) -> Evidence:
    doubtful = [each for each in observed.evidence if MOVES[each.move].label is label]
    shapes = shapes_of(text)
    names = [skeleton_of_clause(text, shapes, clause) for clause in range(len(text.clause_starts))]
    for each in doubtful:
        names[text.clause_of[each.last]].add(each.id)
    worth = [sum(weights.rows[name][number] for name in sorted(some) if name in weights.rows) for some in names]
    best = max(range(len(worth)), key=lambda clause: (worth[clause], clause))
    here = [each.move for each in doubtful if text.clause_of[each.last] == best]
    move = here[0] if here else _MOST_FREQUENT[label]
    first, last = text.clause_starts[best], text.clause_ends[best] - 1
    return Evidence(f"{move}.form_phrasing", move, Certainty.LIKELY, first, last)
