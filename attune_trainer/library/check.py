"""Check a folder of packs: every problem of its files, and every line the scorer reads differently from its author."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from attune_trainer.codebook import Reading
from attune_trainer.library.heard import heard_in
from attune_trainer.library.load import survey
from attune_trainer.scoring import assess

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from attune_trainer.errors import Problem
    from attune_trainer.library.load import Entry
    from attune_trainer.library.scenario import Answer, Option, Scenario
    from attune_trainer.scoring.assessment import Assessment

_NOT_ATTUNED = (Reading.MIXED, Reading.MISSED, Reading.NEUTRAL)
_QUOTED = re.compile('\u201c[^\u201d]*\u201d|"[^"]*"')
_UNKIND = re.compile(
    r"\b(?:you (?:always|never)|should|just|simply|obviously|actually|toxic|bad listener)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What `check_library` found.

    `warnings` change nothing; `lines` counts the options and answers that were scored, `known_misses` those that
    are marked `scorer: known_miss` and that the scorer does read differently.
    """

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    scenarios: int
    lines: int
    known_misses: int

    @property
    def share(self) -> float:
        """Return the known misses as a share of all lines, 0 to 1."""
        return self.known_misses / self.lines if self.lines else 0.0

    @property
    def summary(self) -> str:
        """Return the count of known misses in words."""
        return f"{self.known_misses} of {self.lines} lines are known misses ({self.share:.1%})"


class _Line(NamedTuple):
    """An option or answer, where it stands, and the readings its author would agree with."""

    keys: tuple[str | int, ...]
    content: Option | Answer
    readings: tuple[Reading, ...]


def check_library(path: Path, *, bundled: bool) -> Report:
    """Return everything there is to say of the packs, the pack or the scenario file at `path`.

    Where author and scorer disagree without a mark, or a mark is out of date, that is a problem in the `bundled`
    packs and a warning in a person's own.
    """
    found = survey(path)
    disagreements: list[Problem] = []
    lines = known_misses = 0
    for entry in found.entries:
        heard = heard_in(entry.scenario)
        for line in _lines(entry.scenario):
            lines += 1
            assessment = assess(line.content.say, heard)
            known_misses += line.content.scorer is not None and assessment.reading not in line.readings
            disagreements.extend(_disagreements(entry, line, assessment))
        disagreements.extend(_unkind_words(entry))
    return Report(
        problems=(*found.problems, *(disagreements if bundled else ())),
        warnings=() if bundled else tuple(disagreements),
        scenarios=len(found.entries),
        lines=lines,
        known_misses=known_misses,
    )


def _lines(scenario: Scenario) -> Iterator[_Line]:
    for number, option in enumerate(scenario.options):
        yield _Line(("options", number), option, (option.reads,))
    yield _Line(("answers", "strong"), scenario.answers.strong, (Reading.ATTUNED,))
    yield _Line(("answers", "near_miss"), scenario.answers.near_miss, _NOT_ATTUNED)


def _disagreements(entry: Entry, line: _Line, assessment: Assessment) -> Iterator[Problem]:
    is_agreed = assessment.reading in line.readings
    place, *rest = line.keys
    name = f"{place}[{rest[0] + 1}]" if isinstance(rest[0], int) else f"{place}.{rest[0]}"
    if is_agreed and line.content.scorer:
        message = f"{name}.scorer: expected no mark, found known_miss on a line the scorer reads right: remove the mark"
        yield entry.source.problem(message, *line.keys, "scorer")
    elif not is_agreed and not line.content.scorer:
        expected = "not attuned" if line.readings is _NOT_ATTUNED else f"{line.readings[0]}"
        seen = "care" if assessment.care else ", ".join(sorted(assessment.present)) or "nothing"
        message = (
            f"{name}: expected the scorer to read this as {expected}, found {assessment.reading} ({seen}): "
            "mark it with scorer: known_miss if its author is right"
        )
        yield entry.source.problem(message, *line.keys)


def _unkind_words(entry: Entry) -> Iterator[Problem]:
    """Return the words our own explanations do without; what they quote is free."""
    for number, option in enumerate(entry.scenario.options):
        for match in _UNKIND.finditer(_QUOTED.sub("", option.because)):
            message = f"options[{number + 1}].because: expected kind, concrete words, found '{match[0]}': leave it out"
            yield entry.source.problem(message, "options", number, "because")
