"""Read the help lines, which anyone may edit."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from attune_trainer.errors import ContentError, Problem
from attune_trainer.yaml_source import read_source

if TYPE_CHECKING:
    from attune_trainer.yaml_source import Source

HELP_LINES = Path(__file__).with_name("help_lines.yaml")


class Line(BaseModel):
    """One number to call or text."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    name: str = Field(min_length=1)
    number: str = Field(min_length=1)
    note: str = ""


class Country(BaseModel):
    """The lines of one country; `code` is its ISO 3166 code, as browsers say it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str = Field(pattern="^[A-Z]{2}$")
    name: str = Field(min_length=1)
    lines: tuple[Line, ...] = Field(min_length=1)


class _Lists(BaseModel):
    model_config = ConfigDict(extra="forbid")

    countries: tuple[Country, ...]


@cache
def load_help(path: Path = HELP_LINES) -> tuple[Country, ...]:
    """Return the help lines by country, in the order of the file.

    Raises:
        ContentError: the file cannot be used; it names every place.
    """
    source = read_source(path)
    try:
        return _Lists.model_validate(source.data).countries
    except ValidationError as error:
        raise ContentError([_problem(source, one["loc"], one["msg"]) for one in error.errors()]) from None


def _problem(source: Source, keys: tuple[int | str, ...], message: str) -> Problem:
    return Problem(source.path, *source.position(*keys), f"{'.'.join(map(str, keys))}: {message}")
