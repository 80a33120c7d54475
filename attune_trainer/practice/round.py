"""One exercise as immutable state: listen, respond, land, and what is offered around them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from attune_trainer.codebook import Certainty, Label, Reading

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from attune_trainer.codebook import Hope
    from attune_trainer.library.scenario import Option, Scenario
    from attune_trainer.scoring.assessment import Assessment, Finding

MOST_CHARACTERS = 10_000
_PICTURES = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n\r"} | {0x7F: "\u2421"}


class Step(StrEnum):
    """Where a round stands."""

    LISTEN = "listen"
    RESPOND = "respond"
    LAND = "land"


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What the learner says: `option` is the index in the scenario file of a picked option, None for own words."""

    words: str
    option: int | None = None
    was_cut: bool = False

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to read."""
        return not self.words.strip()


class Guess(NamedTuple):
    """What the learner wonders the speaker feels and hopes for; `hope` None is "not sure, I'd ask"."""

    feelings: tuple[str, ...]
    hope: Hope | None


class SaidBack(NamedTuple):
    """What the learner heard, said back with the statement out of sight."""

    words: str
    was_planning: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One response of a round and how it landed."""

    attempt_id: str
    response: Response
    assessment: Assessment
    option: Option | None = None

    @property
    def reading(self) -> Reading:
        """Return what the learner sees: the author's reading of a picked option, the scorer's of own words."""
        return self.option.reads if self.option else self.assessment.reading

    @property
    def marks(self) -> tuple[Finding, ...]:
        """Return the findings to highlight; on a picked option only where the scorer agrees with its author."""
        if self.assessment.care or self.reading is not self.assessment.reading:
            return ()
        return tuple(
            finding
            for finding in self.assessment.findings
            if finding.label in self.assessment.present and finding.certainty is not Certainty.WORTH_A_LOOK
        )

    @property
    def labels(self) -> tuple[Label, ...]:
        """Return the labels that are highlighted, in the order of the codebook."""
        seen = {finding.label for finding in self.marks}
        return tuple(label for label in Label if label in seen)


class Change(NamedTuple):
    """What a rewrite did to the labels of the try before it."""

    gone: tuple[Label, ...]
    new: tuple[Label, ...]
    still: tuple[Label, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One exercise on one scenario.

    `order` is how its options are laid out, the same for the whole round. `attempt_id` belongs to the answer that
    is open now; every function below returns a new round and leaves the given one as it was.
    """

    id: str
    scenario: Scenario
    order: tuple[int, ...]
    attempt_id: str
    step: Step = Step.LISTEN
    tries: tuple[Try, ...] = ()
    guess: Guess | None = None
    said_back: SaidBack | None = None

    @property
    def latest(self) -> Try | None:
        """Return the try that landed last."""
        return self.tries[-1] if self.tries else None

    @property
    def options(self) -> tuple[tuple[int, Option], ...]:
        """Return the options as they are laid out, each with its index in the scenario file."""
        return tuple((index, self.scenario.options[index]) for index in self.order)


def begin(scenario: Scenario, *, round_id: str, attempt_id: str, rng: Random) -> Round:
    """Return a new round, its options shuffled once by `rng`."""
    order = list(range(len(scenario.options)))
    rng.shuffle(order)
    return Round(id=round_id, scenario=scenario, order=tuple(order), attempt_id=attempt_id)


def open_answer(this: Round) -> Round:
    """Return the round with its answer open; a round further on stays as it is."""
    return replace(this, step=Step.RESPOND) if this.step is Step.LISTEN else this


def written(words: str) -> Response:
    """Return `words` as a response, cut to `MOST_CHARACTERS`, its control characters made visible.

    A control character becomes its picture (U+2400 and on), one for one: a mark still covers the same words, and a
    database that refuses them can keep the response.
    """
    return Response(words=words[:MOST_CHARACTERS].translate(_PICTURES), was_cut=len(words) > MOST_CHARACTERS)


def picked(this: Round, option: int) -> Response:
    """Return the option with that index in the scenario file as a response."""
    return Response(words=this.scenario.options[option].say, option=option)


def land(this: Round, response: Response, assessment: Assessment) -> Round:
    """Return the round with `response` landed; a disclosure that needs care leaves no words behind."""
    option = this.scenario.options[response.option] if response.option is not None else None
    held = replace(response, words="") if assessment.care else response
    landed = Try(attempt_id=this.attempt_id, response=held, assessment=assessment, option=option)
    return replace(this, step=Step.LAND, tries=(*this.tries, landed))


def try_again(this: Round, *, attempt_id: str) -> Round:
    """Return the round with a fresh answer open; what landed before stays, but for a disclosure that needed care."""
    if this.step is not Step.LAND:
        return this
    tries = tuple(one for one in this.tries if one.assessment.care is None)
    return replace(this, step=Step.RESPOND, attempt_id=attempt_id, tries=tries)


def leave_answer(this: Round) -> Round:
    """Return the round with how its latest try landed in view again; without a try the answer stays open."""
    return replace(this, step=Step.LAND) if this.tries else this


def wonder(this: Round, guess: Guess) -> Round:
    """Return the round with the learner's guess in it."""
    return replace(this, guess=guess)


def say_back(this: Round, said_back: SaidBack) -> Round:
    """Return the round with what the learner heard in it."""
    return replace(this, said_back=said_back)


def compare(before: Try, after: Try) -> Change:
    """Return which labels a rewrite lost, gained and kept, in the order of the codebook."""
    return Change(
        gone=tuple(label for label in before.labels if label not in after.labels),
        new=tuple(label for label in after.labels if label not in before.labels),
        still=tuple(label for label in after.labels if label in before.labels),
    )


def feelings_to_choose(scenario: Scenario, others: Sequence[str], *, most: int = 10) -> tuple[str, ...]:
    """Return the speaker's feelings among `others`, in one alphabetical row that does not give them away."""
    own = list(dict.fromkeys(scenario.feelings))
    extra = [feeling for feeling in dict.fromkeys(others) if feeling not in own]
    return tuple(sorted([*own, *extra[: max(0, most - len(own))]]))
