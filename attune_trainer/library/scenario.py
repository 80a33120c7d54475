"""One scenario: somebody shares a feeling, and the ways of answering it."""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, field_validator

from attune_trainer.codebook import Hope, Reading
from attune_trainer.library.text import Name, Passage, Phrase, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

ID_PATTERN = r"^[a-z][a-z0-9_]{0,39}/[a-z][a-z0-9_]{0,59}$"
_SAME_WORDS = 0.85

AuthorReading = Literal[Reading.ATTUNED, Reading.MIXED, Reading.MISSED, Reading.NEUTRAL]


class Touch(StrEnum):
    """Something a scenario touches that a person may want to skip."""

    ABUSE = "abuse"
    ADDICTION = "addiction"
    AGEING = "ageing"
    BODY = "body"
    BULLYING = "bullying"
    DEATH = "death"
    DISCRIMINATION = "discrimination"
    DIVORCE = "divorce"
    EATING = "eating"
    ILLNESS = "illness"
    INFERTILITY = "infertility"
    INFIDELITY = "infidelity"
    JOB_LOSS = "job_loss"
    LONELINESS = "loneliness"
    MENTAL_HEALTH = "mental_health"
    MONEY = "money"
    PET_LOSS = "pet_loss"
    PREGNANCY_LOSS = "pregnancy_loss"
    RACISM = "racism"
    RELIGION = "religion"
    SELF_HARM = "self_harm"
    SEX = "sex"
    SUICIDE = "suicide"
    VIOLENCE = "violence"


class Felt(StrEnum):
    """The seed article's words for what a response leaves the speaker with."""

    SEEN = "seen"
    HEARD = "heard"
    VALUED = "valued"
    INVISIBLE = "invisible"
    UNIMPORTANT = "unimportant"
    MISUNDERSTOOD = "misunderstood"
    JUDGED = "judged"
    LONELY = "lonely"
    UNSURE = "unsure"


class Part(BaseModel):
    """A part of a scenario file: only the keys it names, each of its own kind, and never changed."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Speaker(Part):
    """The person who shares."""

    name: Name = Field(description="The speaker's name.")
    voice: Sentence = Field(description='How they say it, for example "soft, looking away".')


class Option(Part):
    """One answer a learner can pick."""

    say: Passage = Field(description="The words.")
    reads: AuthorReading = Field(description="What it does to the feeling, in the author's judgement.")
    because: Sentence = Field(description="Why, in one or two kind sentences that quote the words.")
    scorer: Literal["known_miss"] | None = Field(
        default=None, description="known_miss: the scorer is known to read this line differently."
    )


class Answer(Part):
    """A model answer."""

    say: Passage = Field(description="The words.")
    scorer: Literal["known_miss"] | None = Field(
        default=None, description="known_miss: the scorer is known to read this line differently."
    )


def _with_say(answer: object) -> object:
    return {"say": answer} if isinstance(answer, str) else answer


AnswerOrText = Annotated[Answer, BeforeValidator(_with_say, json_schema_input_type=Passage | Answer)]


class Answers(Part):
    """Two answers to learn from; each is text, or `say` with `scorer`."""

    strong: AnswerOrText = Field(description="A model answer; it reads attuned.")
    near_miss: AnswerOrText = Field(description="The tempting one; it does not read attuned.")


class Landing(Part):
    """What the speaker feels and says next."""

    inner: Sentence = Field(description="What goes through the speaker.")
    feels: Felt | None = Field(default=None, description="The article's word for it.")
    says: Sentence = Field(description="What the speaker says next.")


class MissedLanding(Landing):
    """What a miss leaves the speaker with."""

    feels: Literal[  # narrower on purpose: a miss names what it does
        Felt.INVISIBLE, Felt.UNIMPORTANT, Felt.MISUNDERSTOOD, Felt.JUDGED, Felt.LONELY, Felt.UNSURE
    ] = Field(description="The article's word for what a miss does.")


class Lands(Part):
    """How a response lands, by its reading."""

    attuned: Landing
    missed: MissedLanding
    mixed: Landing | None = Field(default=None, description="Left out, a mixed response lands as a missed one.")
    neutral: Landing | None = Field(default=None, description="Left out, a neutral response lands as a missed one.")

    def after(self, reading: Reading) -> Landing | None:
        """Return how a response of that reading lands; an unread one does not land."""
        if reading is Reading.UNREAD:
            return None
        if reading is Reading.ATTUNED:
            return self.attuned
        return (self.mixed if reading is Reading.MIXED else self.neutral if reading is Reading.NEUTRAL else None) or (
            self.missed
        )


class Scenario(Part):
    """Somebody shares a feeling; the learner answers."""

    id: Annotated[str, StringConstraints(pattern=ID_PATTERN)] = Field(description="pack/name, as the file is called.")
    title: Name = Field(description="A few words for the list.")
    level: int = Field(ge=1, le=4, description="1 outside stress, 2 mild, 3 we disagree, 4 about us.")
    listener_is: Phrase = Field(description='Who the learner is to the speaker, for example "partner".')
    speaker: Speaker
    setting: Sentence = Field(description="Where this happens, in a sentence or two.")
    statement: Passage = Field(description="What the speaker says.")
    feelings: tuple[Phrase, ...] = Field(min_length=1, max_length=5, description="What the speaker feels.")
    hope: Hope = Field(description="What the speaker hopes to get back.")
    touches: tuple[Touch, ...] = Field(default=(), description="What someone may want to skip.")
    events: tuple[Phrase, ...] = Field(min_length=1, max_length=6, description="What happened, in short phrases.")
    options: tuple[Option, ...] = Field(min_length=4, max_length=6, description="Answers to pick from.")
    answers: Answers
    lands: Lands

    @field_validator("feelings", "events", "touches")
    @classmethod
    def _each_once(cls, items: tuple[str, ...]) -> tuple[str, ...]:
        seen: set[str] = set()
        for item in items:
            if item.casefold() in seen:
                raise ValueError(f"expected each once, found '{item}' twice")
            seen.add(item.casefold())
        return items

    @field_validator("options")
    @classmethod
    def _differ(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        readings = {option.reads for option in options}
        lacking = [needed for needed in (Reading.ATTUNED, Reading.MISSED) if needed not in readings]
        if lacking:
            raise ValueError(
                f"expected at least one option that reads {' and one that reads '.join(lacking)}, found none"
            )
        said = [frozenset(_words(option.say)) for option in options]
        for (first, one), (second, other) in combinations(enumerate(said, 1), 2):
            if len(one & other) >= _SAME_WORDS * len(one | other):
                raise ValueError(f"expected answers that differ, found nearly the same words in {first} and {second}")
        return options

    @property
    def pack(self) -> str:
        """Return the name of the pack."""
        return self.id.partition("/")[0]

    @cached_property
    def hash(self) -> str:
        """Return the SHA-256 of what a learner meets; the file's layout and its marks for the scorer do not count."""
        content: Any = self.model_dump(mode="json", exclude_defaults=True)
        for part in (*content["options"], *content["answers"].values()):
            part.pop("scorer", None)
        canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


def _words(text: str) -> Iterator[str]:
    for word in text.casefold().split():
        bare = "".join(character for character in word if character.isalnum())
        yield bare or word
