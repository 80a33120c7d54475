"""A pack is a folder of scenarios with an author and a licence; the library is all packs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from attune_trainer.library.text import Name, Sentence

if TYPE_CHECKING:
    from attune_trainer.errors import Problem
    from attune_trainer.library.scenario import Scenario


class About(BaseModel):
    """What pack.yaml says of a pack."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    title: Name = Field(description="What learners see.")
    author: Name = Field(description="Who wrote the scenarios.")
    licence: Name = Field(description='Who may use them and how, for example "CC BY 4.0".')
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")] = Field(
        description='The language of the scenarios, for example "en" or "pt-BR".'
    )
    teaches: Sentence = Field(description="What one learns here, in a sentence.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The scenarios of one folder, easiest level first; `name` is the name of the folder."""

    name: str
    about: About
    scenarios: tuple[Scenario, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Every pack by name and every scenario by id, in the order they are shown.

    `problems` is what kept some of a person's own packs or scenarios out of it; the bundled packs have none.
    """

    packs: dict[str, Pack]
    problems: tuple[Problem, ...] = ()
    scenarios: dict[str, Scenario] = field(init=False)

    def __post_init__(self) -> None:
        """Index the scenarios by id."""
        by_id = {scenario.id: scenario for pack in self.packs.values() for scenario in pack.scenarios}
        object.__setattr__(self, "scenarios", by_id)
