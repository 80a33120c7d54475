"""A stretch of the original text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open character range `[start, end)` of the original text."""

    start: int
    end: int

    def quote(self, text: str) -> str:
        """Return the words of `text` this span covers."""
        return text[self.start : self.end]
