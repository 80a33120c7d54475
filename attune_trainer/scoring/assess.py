"""`assess`: one response and what it answers to what the scorer says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attune_trainer.codebook import read_whole
from attune_trainer.rules.load import load_rulebook
from attune_trainer.scoring.assessment import Assessment
from attune_trainer.scoring.care import asks_for_care
from attune_trainer.scoring.load import load_weights
from attune_trainer.scoring.observe import observe
from attune_trainer.scoring.phrasing import with_phrasing
from attune_trainer.scoring.structure.readable import is_readable
from attune_trainer.scoring.weigh import depth_of, findings, points_of, present, strengths, sums
from attune_trainer.text.read import read

if TYPE_CHECKING:
    from attune_trainer.scoring.heard import Heard


def assess(response: str, heard: Heard) -> Assessment:
    """Return the scorer's reading of `response`, said in answer to `heard`.

    Pure and deterministic; linear in the length of `response`; never raises, whatever the string. A disclosure that
    asks for care is not scored; text that cannot be read is said to be unread.
    """
    text = read(response)
    book = load_rulebook()
    if not is_readable(text):
        return Assessment(rulebook=book.hash)
    care = asks_for_care(text)
    if care is not None:
        return Assessment(care=care, rulebook=book.hash)
    weights = load_weights()
    observed = observe(text, heard)
    strong = strengths(sums(observed, weights))
    observed = with_phrasing(text, observed, strong, weights)
    labels = present(observed, strong, weights)
    found = findings(text, observed, labels, weights)
    depth = depth_of(observed, labels, weights)
    points, lines = points_of(found, labels, depth)
    return Assessment(
        findings=found,
        strengths=strong,
        present=labels,
        reading=read_whole(labels),
        depth=depth,
        points=points,
        lines=lines,
        rulebook=book.hash,
    )
