"""Read a YAML file as plain data that remembers the line and column of everything in it."""

from __future__ import annotations

import difflib
import math
import re
import stat
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from attune_trainer.errors import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from yaml.events import Event

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # a PyYAML built without libyaml: the same events, more slowly
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"

_MAX_DEPTH = 40
_MAX_PROBLEMS = 50
_SHOWN_CHARACTERS = 40
_LINE = 1 << 32
_EMPTY = "expected content, found an empty file"
_BAD_ESCAPE = "expected text, found a backslash that starts nothing YAML knows: use single quotes or \\\\"
_COMPARED_CHARACTERS = 60

# Characters that are not seen and change what is seen: controls, line separators that editors do not count as
# lines, surrogates, and the embeddings, overrides and isolates of https://trojansource.codes
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")

# The words of YAML 1.2's core schema, so that `no`, `on` and `12:30` stay the words a person wrote.
_CONSTANTS = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER = re.compile(r"[-+]?(?:(?P<whole>\d{1,18})|(?:\.\d{1,18}|\d{1,18}\.\d{0,18})(?:[eE][-+]?\d{1,3})?)\Z", re.ASCII)
_NUMBER_STARTS = frozenset("-+.0123456789")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One YAML file: `data` is a plain `Value`, every key of a mapping is text, `path` is as it was asked for.

    `data` is not typed as one: who reads it checks what it holds.
    """

    path: str
    data: Any
    _starts: Sequence[int] = field(repr=False)
    _places: dict[tuple[str | int, ...], tuple[int, int]] = field(default_factory=dict, repr=False)

    def position(self, *keys: str | int) -> tuple[int, int]:
        """Return line and column (from 1) of the value at `keys`.

        Where `keys` leads to nothing, return the key of the innermost value that is there, so that a missing thing
        points at what it is missing from.
        """
        places = self._all_places()
        for there in range(len(keys), -1, -1):
            place = places.get(keys[:there])
            if place is not None:
                return _line_and_column(place[1] if there == len(keys) else place[0])
        return 1, 1

    def key_position(self, *keys: str | int) -> tuple[int, int]:
        """Return line and column (from 1) of the last of `keys` itself; for an item of a list, of the item."""
        place = self._all_places().get(keys)
        return self.position(*keys) if place is None else _line_and_column(place[0])

    def problem(self, message: str, *keys: str | int) -> Problem:
        """Return a problem with the value at `keys` (see `position`)."""
        return Problem(self.path, *self.position(*keys), message)

    def _all_places(self) -> dict[tuple[str | int, ...], tuple[int, int]]:
        # Only problems ask for positions, so most files never pay for this walk.
        if not self._places:
            starts = iter(self._starts)
            first = next(starts)
            self._places[()] = (first, first)
            _walk(self.data, (), starts, self._places)
        return self._places


def _walk(
    value: Value,
    keys: tuple[str | int, ...],
    starts: Iterator[int],
    places: dict[tuple[str | int, ...], tuple[int, int]],
) -> None:
    """Add the places of everything inside `value`, in the order of the file, which is the order of `starts`."""
    if isinstance(value, dict):
        for key, inner in value.items():
            places[*keys, key] = (next(starts), next(starts))
            _walk(inner, (*keys, key), starts, places)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            start = next(starts)
            places[*keys, number] = (start, start)
            _walk(inner, (*keys, number), starts, places)


def read_source(path: Path, *, max_bytes: int = 1_000_000) -> Source:
    """Return the one YAML document in the file at `path`.

    Words follow YAML 1.2's core schema: only true, false, null, `~` and plain decimal numbers are not text.

    Raises:
        ContentError: The file cannot be read, is empty, too large, not UTF-8 or not YAML; or it holds tags, anchors,
            aliases, merge keys, duplicate keys, unseen characters, or nests too deeply. Every problem found is named.
    """
    name = str(path)
    return parse_source(_decode(_read_bytes(path, max_bytes), name), name)


def parse_source(text: str, name: str) -> Source:
    """Return the YAML document `text`, which is known as `name` in messages.

    Raises:
        ContentError: As `read_source`, for what can be wrong with text.
    """
    unseen = [_unseen_problem(match, text, name) for match in islice(_UNSEEN.finditer(text), _MAX_PROBLEMS)]
    if unseen:
        raise ContentError(unseen)
    reader = _Reader(name, text)
    try:
        source = reader.read()
    except yaml.MarkedYAMLError as error:
        raise ContentError([*reader.problems, _syntax_problem(error, text, name)]) from error
    except (ValueError, OverflowError) as error:  # how PyYAML without libyaml refuses the escape \UFFFFFFFF
        raise ContentError([*reader.problems, Problem(name, 0, 0, _BAD_ESCAPE)]) from error
    if reader.problems or source is None:
        raise ContentError(reader.problems)
    return source


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return ` (did you mean 'understand'?)` for the closest of `choices`, or nothing where none is close."""
    by_folded = {choice.casefold(): choice for choice in choices}
    close = difflib.get_close_matches(word[:_COMPARED_CHARACTERS].casefold(), by_folded, n=1, cutoff=0.6)
    return f" (did you mean '{by_folded[close[0]]}'?)" if close else ""


def describe(value: object) -> str:
    """Return what `value` is in a few words a person would use: `'undrstand'`, `the number 5`, `a list`, `nothing`."""
    if value is None:
        return "nothing"
    if isinstance(value, str):
        short = value if len(value) <= _SHOWN_CHARACTERS else value[: _SHOWN_CHARACTERS - 1] + "…"
        return "'" + _UNSEEN.sub("�", short.replace("\n", " ")) + "'"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"the number {value}"
    return "a list" if isinstance(value, list) else "keys and values"


class _Reader:
    """Turns the parser's events into data and places; keeps going after what it can report and step over."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.starts: list[int] = []
        self._next: Callable[[], Event] = iter(yaml.parse(text, Loader=_Loader)).__next__

    def read(self) -> Source | None:
        self._next()  # the stream starts
        if isinstance(self._next(), StreamEndEvent):
            self.problems.append(Problem(self.name, 1, 1, _EMPTY))
            return None
        data = self._value(self._next(), 0)
        while not isinstance(event := self._next(), StreamEndEvent):
            if not isinstance(event, DocumentEndEvent):
                self._report(event, "expected one document, found a second one: keep one file for each")
                return None
        if data is None and not self.problems:
            self.problems.append(Problem(self.name, 1, 1, _EMPTY))
        return Source(path=self.name, data=data, _starts=self.starts)

    def _value(self, event: Event, depth: int) -> Value:
        self.starts.append(_start(event))
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if depth >= _MAX_DEPTH:
            self._report(
                event, f"expected at most {_MAX_DEPTH} levels inside each other, found more: check the brackets"
            )
            raise ContentError(self.problems)
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, depth)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event, depth)
        alias = (isinstance(event, AliasEvent) and event.anchor) or ""
        self._report(event, f"expected plain text, found the alias {describe('*' + alias)}: repeat the text")
        return None

    def _sequence(self, start: SequenceStartEvent, depth: int) -> list[Value]:
        self._refuse_extras(start)
        data: list[Value] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            data.append(self._value(event, depth + 1))
        return data

    def _mapping(self, start: MappingStartEvent, depth: int) -> dict[str, Value]:
        self._refuse_extras(start)
        data: dict[str, Value] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._key(event, depth)
            value = self._value(self._next(), depth + 1)
            if key is not None:
                if key in data:
                    self._report(event, f"expected each key once, found {describe(key)} again: keep one of them")
                data[key] = value
        return data

    def _key(self, event: Event, depth: int) -> str | None:
        self.starts.append(_start(event))
        if not isinstance(event, ScalarEvent):
            self._report(event, "expected a word as key, found a list, keys and values, or an alias")
            self._value(event, depth + 1)
            return None
        self._scalar(event)
        if event.value == "<<" and not event.style:
            self._report(event, "expected plain keys, found the merge key '<<': write the keys out")
            return None
        return str(event.value)

    def _scalar(self, event: ScalarEvent) -> Value:
        text: str = event.value
        if event.anchor or event.tag:
            self._refuse_extras(event)
        if event.style:
            if event.style == '"' and (found := _UNSEEN.search(text)):
                self._report(event, _unseen(found[0]))
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        return _number(text) if text[0] in _NUMBER_STARTS else text

    def _refuse_extras(self, event: ScalarEvent | SequenceStartEvent | MappingStartEvent) -> None:
        if event.anchor:
            self._report(event, f"expected plain text, found the anchor {describe('&' + event.anchor)}: take it out")
        if event.tag:
            tag = describe(event.tag.replace("tag:yaml.org,2002:", "!!"))
            self._report(event, f"expected plain text, found the tag {tag}: take it out")

    def _report(self, event: Event, message: str) -> None:
        self.problems.append(Problem(self.name, *_line_and_column(_start(event)), message))
        if len(self.problems) >= _MAX_PROBLEMS:
            raise ContentError(self.problems)


def _start(event: Event) -> int:
    # Line and column in one integer: thousands of small tuples would keep the garbage collector busy.
    mark = event.start_mark
    return mark.line * _LINE + mark.column if mark else 0


def _line_and_column(start: int) -> tuple[int, int]:
    return start // _LINE + 1, start % _LINE + 1


def _number(text: str) -> Value:
    match = _NUMBER.match(text)
    if match is None:
        return text
    if match["whole"]:
        return int(text)
    number = float(text)
    return number if math.isfinite(number) else text


def _read_bytes(path: Path, max_bytes: int) -> bytes:
    name = str(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ContentError([Problem(name, 0, 0, "expected a file, found a folder")])
        if not stat.S_ISREG(mode):
            raise ContentError([Problem(name, 0, 0, "expected a file, found a device, pipe or socket")])
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "its name cannot be used").lower()
        raise ContentError([Problem(name, 0, 0, f"expected a file that can be read, found: {reason}")]) from error
    if len(content) > max_bytes:
        message = f"expected at most {max_bytes:,} bytes, found more: split the file or take some out"
        raise ContentError([Problem(name, 0, 0, message)])
    return content


def _decode(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        message = f"expected UTF-8 text, found the byte 0x{content[error.start]:02x}: save the file as UTF-8"
        raise ContentError([Problem(name, line, column, message)]) from error


def _unseen(character: str) -> str:
    return f"expected text that can be seen, found the unseen character U+{ord(character):04X}: take it out"


def _unseen_problem(match: re.Match[str], text: str, name: str) -> Problem:
    line = text.count("\n", 0, match.start()) + 1
    column = match.start() - text.rfind("\n", 0, match.start())
    return Problem(name, line, column, _unseen(match[0]))


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    said, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    if "quoted scalar" in context and "end of stream" in said:
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    at = text.split("\n")[line : line + 1]
    if "quoted scalar" in context and "end of stream" in said:
        advice = "expected a closing quote, found none: close the text that starts here"
    elif "escape" in said or "hexdecimal" in said:  # libyaml spells it so
        advice = _BAD_ESCAPE
    elif at and at[0][column : column + 1] == "\t":
        advice = "expected spaces, found a tab: YAML is indented with spaces"
    elif "mapping values are not allowed" in said:
        advice = "expected one key and one value on a line, found a second colon: put the text in quotes"
    elif "cannot start any token" in said or "alphabetic" in said:
        advice = "expected text, found a sign that means something else in YAML: put the text in quotes"
    else:
        advice = f"expected YAML, found something else ({said or context}): check indentation, quotes and brackets here"
    return Problem(name, line + 1, column + 1, advice)
