"""The errors this project raises on purpose; each message says where, what was found and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class AttuneError(Exception):
    """Base of every error that a person can do something about."""


class Problem(NamedTuple):
    """One thing wrong in one file: `line` and `column` count from 1 (0 where the whole file is meant)."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        """Return `file:line:column: message`, the form editors can jump to."""
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class ContentError(AttuneError):
    """Rules, scenarios or weights that cannot be used; carries every problem found, not only the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep `problems` and say them all, one a line."""
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class SettingsError(AttuneError):
    """An environment variable or folder that cannot be used."""


class StoreError(AttuneError):
    """What could not be kept or read back; nothing that was kept before is lost."""
