"""The whole way of one response as text: clauses, facts, matches, vetoes, and the sum line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attune_trainer.codebook import MOVES
from attune_trainer.rules.context import HEARD_FACTS
from attune_trainer.rules.load import load_rulebook
from attune_trainer.scoring.assess import assess
from attune_trainer.scoring.load import load_weights
from attune_trainer.scoring.observe import matcher, observe
from attune_trainer.scoring.weigh import logistic, sums
from attune_trainer.scoring.weights import LABELS
from attune_trainer.text.facts import names_of
from attune_trainer.text.read import read

if TYPE_CHECKING:
    from attune_trainer.scoring.heard import Heard


def trace(response: str, heard: Heard) -> str:
    """Return how `response` is read, for a rule author; one line a clause, a match, a weight."""
    text = read(response)
    said = assess(response, heard)
    lines = ["Clauses"]
    for number, (start, end) in enumerate(zip(text.clause_starts, text.clause_ends, strict=True)):
        lines.append(f"  {' '.join(text.words[start:end])}")
        facts = ", ".join(names_of(text.clause_facts[number]))
        first = text.reported_from[number]
        lines.append(f"    {facts}" + (f"; reported from {text.words[first]!r}" if first < end else ""))
    known = [name for name, bit in HEARD_FACTS.items() if heard.context.facts & bit]
    lines.append("Heard: " + (", ".join(known) or "nothing to go by"))
    if said.care is not None or not said.strengths:
        lines.append(f"Not scored: {'care, ' + said.care if said.care else said.reading}")
        return "\n".join(lines)
    lines.append("Matches")
    rules = load_rulebook().rules
    for match in matcher().find(text, heard.context, keep_vetoed=True):
        rule = rules[match.rule]
        words = " ".join(text.words[match.first : match.last + 1])
        vetoed = f"  vetoed, {match.vetoed}" if match.vetoed else ""
        lines.append(f"  {rule.id} [{rule.certainty}] {words!r}{vetoed}")
    observed = observe(text, heard)
    ids = {rule.id for rule in rules}
    lines.extend(
        f"  {each.id} [{each.certainty}] {' '.join(text.words[each.first : each.last + 1])!r}  by form"
        for each in observed.evidence
        if each.id not in ids
    )
    weights = load_weights()
    totals = sums(observed, weights)
    moves = {each.id: each for each in observed.evidence}
    for number, label in enumerate(LABELS):
        lines.append(
            f"{label}: {logistic(totals[number]):.2f} (threshold {weights.thresholds[number]:.2f})"
            + ("  present" if label in said.present else "")
        )
        lines.append(f"  {weights.bias[number]:+6.2f}  to begin with")
        for name in sorted(observed.names):
            row = weights.rows.get(name)
            if row is None and name in moves:
                row = weights.row(name, moves[name].move, moves[name].certainty)
            if row is not None and row[number]:
                lines.append(f"  {row[number]:+6.2f}  {name}")
    lines.append(f"Reading: {said.reading}, depth {said.depth}, points {said.points}")
    lines.extend(f"  {line.points:+d}  {line.reason}" for line in said.lines)
    for each in said.findings:
        shown = MOVES[each.move].label or "unscored"
        lines.append(f"  {each.certainty}: {shown}, {each.move} by {each.rule}: {each.span.quote(response)!r}")
    return "\n".join(lines)
