"""Read packs of scenarios from folders, with every problem of every file at once."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from attune_trainer.errors import ContentError, Problem
from attune_trainer.library.invalid import invalid
from attune_trainer.library.pack import About, Library, Pack
from attune_trainer.library.scenario import ID_PATTERN, Scenario
from attune_trainer.yaml_source import describe, read_source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from attune_trainer.yaml_source import Source

_MAX_BYTES = 100_000
_ABOUT = "pack.yaml"
_PACK_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_SCENARIO_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
_NAMING = "small letters, digits and underscores, a letter first"

_Model = TypeVar("_Model", bound=BaseModel)


class Entry(NamedTuple):
    """A scenario and the file it was read from."""

    scenario: Scenario
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What is good in a folder of packs, and every problem with the rest."""

    packs: dict[str, Pack]
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


def load(folder: Path, own: Path | None = None) -> Library:
    """Return the packs of `folder`, and with them what is good in a person's `own` folder, where there is one.

    Raises:
        ContentError: Something in `folder` is wrong. What is wrong in `own` is in `Library.problems` instead.
    """
    bundled = survey(folder)
    if bundled.problems:
        raise ContentError(bundled.problems)
    if own is None or not _is_there(own):
        return Library(packs=bundled.packs)
    mine = survey(own)
    taken = [
        _whole(own / name, f"expected a name that no other pack has, found {describe(name)}: rename the folder")
        for name in mine.packs
        if name in bundled.packs
    ]
    return Library(
        packs=bundled.packs | {name: pack for name, pack in mine.packs.items() if name not in bundled.packs},
        problems=(*mine.problems, *taken),
    )


def survey(path: Path) -> Survey:
    """Read the folder of packs, the one pack or the one scenario file at `path`; raises nothing, whatever is there."""
    reader = _Reader()
    try:
        reader.read(path)
    except OSError as error:
        reader.problems.append(_unreadable(path, error))
    in_order = sorted(reader.problems, key=lambda problem: (problem.path, problem.line, problem.column))
    return Survey(packs=reader.packs, entries=tuple(reader.entries), problems=tuple(in_order))


@dataclass(slots=True)
class _Reader:
    """Collects packs, entries and problems on the way through the folders."""

    packs: dict[str, Pack] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def read(self, path: Path) -> None:
        if path.is_file():
            self._read_pack(path.parent, [] if path.name == _ABOUT else [path])
        elif (path / _ABOUT).exists():
            self._read_pack(path, _visible(path))
        elif path.is_dir():
            self._read_library(path)
        else:
            self._refuse(path, "expected a folder of packs, found nothing")

    def _read_library(self, folder: Path) -> None:
        packs = [path for path in _visible(folder) if path.is_dir()]
        for path in _visible(folder):
            if not path.is_dir() and path.suffix in {".yaml", ".yml"}:
                self._refuse(path, "expected the folder of a pack here, found a file: move it into a pack")
        if not packs:
            self._refuse(folder, "expected at least one pack, found none: a pack is a folder with a pack.yaml")
        for pack in packs:
            try:
                if self._is_inside(pack, folder):
                    self._read_pack(pack, _visible(pack))
            except OSError as error:
                self.problems.append(_unreadable(pack, error))

    def _read_pack(self, folder: Path, paths: Sequence[Path]) -> None:
        name = folder.name if folder.name not in {"", ".."} else folder.resolve().name
        if not _PACK_NAME.fullmatch(name):
            self._refuse(folder, f"expected a pack named in {_NAMING}; found {describe(name)}: rename the folder")
            return
        about = self._read_about(folder)
        found = [entry for path in paths if (entry := self._read_entry(path, folder, name))]
        if not any(path.suffix == ".yaml" and path.name != _ABOUT for path in paths):
            self._refuse(folder, "expected at least one scenario, found none: add a .yaml file")
        if about is not None:
            scenarios = sorted((entry.scenario for entry in found), key=lambda scenario: (scenario.level, scenario.id))
            self.packs[name] = Pack(name=name, about=about[0], scenarios=tuple(scenarios))
        self.entries.extend(found)

    def _read_about(self, folder: Path) -> tuple[About, Source] | None:
        path = folder / _ABOUT
        if path.exists():
            return self._read_model(path, folder, About)
        self._refuse(path, f"expected this file with {', '.join(About.model_fields)}; found none: add it")
        return None

    def _read_entry(self, path: Path, folder: Path, pack: str) -> Entry | None:
        if path.suffix == ".yml":
            self._refuse(path, "expected a name that ends in .yaml, found .yml: rename the file")
        elif path.suffix != ".yaml" and path.is_dir():
            self._refuse(path, "expected scenario files, found a folder: keep them beside pack.yaml")
        if path.suffix != ".yaml" or path.name == _ABOUT:
            return None
        if not _SCENARIO_NAME.fullmatch(path.stem):
            self._refuse(path, f"expected a file named in {_NAMING}; found {describe(path.stem)}: rename the file")
            return None
        read = self._read_model(path, folder, Scenario, id_=f"{pack}/{path.stem}")
        return Entry(*read) if read else None

    def _read_model(self, path: Path, folder: Path, model: type[_Model], id_: str = "") -> tuple[_Model, Source] | None:
        if not self._is_inside(path, folder):
            return None
        try:
            source = read_source(path, max_bytes=_MAX_BYTES)
        except ContentError as error:
            self.problems.extend(error.problems)
            return None
        problems = [] if not id_ else _misnamed(source, id_)
        try:
            # As JSON, pydantic's strict mode takes a list for a tuple and a word for a member of a closed set.
            read = model.model_validate_json(json.dumps(source.data))
        except ValidationError as error:
            self.problems.extend([*problems, *invalid(error, source, model)])
            return None
        self.problems.extend(problems)
        return None if problems else (read, source)

    def _is_inside(self, path: Path, folder: Path) -> bool:
        try:
            is_inside = path.resolve().is_relative_to(folder.resolve())
        except (OSError, RuntimeError):  # Python before 3.13 raises RuntimeError for links in a circle
            self._refuse(path, "expected a file that can be read, found a link that leads nowhere: put a copy here")
            return False
        if not is_inside:
            self._refuse(path, "expected a file of this folder, found a link that leads out of it: put a copy here")
        return is_inside

    def _refuse(self, path: Path, message: str) -> None:
        self.problems.append(_whole(path, message))


def _misnamed(source: Source, id_: str) -> list[Problem]:
    """Return the problem with an id that is well formed and belongs to another file."""
    said = source.data.get("id") if isinstance(source.data, dict) else None
    if not isinstance(said, str) or said == id_ or not re.match(ID_PATTERN, said):
        return []
    message = f"id: expected '{id_}' as the file is called, found {describe(said)}"
    return [source.problem(message, "id")]


def _visible(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith((".", "_")))


def _is_there(folder: Path) -> bool:
    try:
        return folder.exists()
    except OSError:
        return True  # there and closed to us: reading it says so


def _whole(path: Path, message: str) -> Problem:
    return Problem(str(path), 0, 0, message)


def _unreadable(path: Path, error: OSError) -> Problem:
    return _whole(path, f"expected a folder that can be read, found: {(error.strerror or 'an error').lower()}")
