"""The kinds of text content is made of: how long each may be, and what it may hold."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

_JOINERS = frozenset("\u200c\u200d")  # Persian words and family emoji are spelled with them


def _one_line(text: str) -> str:
    if "\n" in text or "\r" in text:
        raise ValueError("expected one line, found a line break")
    return text


def _seen(text: str) -> str:
    for character in text:
        if unicodedata.category(character) == "Cf" and character not in _JOINERS:
            raise ValueError(f"expected text that can be seen, found U+{ord(character):04X}: take it out")
    return text


Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=60),
    AfterValidator(_one_line),
    AfterValidator(_seen),
]
Phrase = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60), AfterValidator(_one_line)
]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Passage = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
