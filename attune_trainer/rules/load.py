"""Reads rule files and lexicons: every problem of every file at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attune_trainer.codebook import MOVES, Certainty, Move
from attune_trainer.errors import ContentError, Problem
from attune_trainer.rules.context import HEARD_FACTS
from attune_trainer.rules.lexicon import CONTEXT_TAGS, DERIVED_TAGS, FEELING_TAGS, Family, Lexicon
from attune_trainer.rules.pattern import Pattern, PatternError, read_pattern
from attune_trainer.rules.rule import Example, Examples, Rule, RuleFile, Scope
from attune_trainer.rules.rulebook import Rulebook
from attune_trainer.text.facts import CLAUSE_FACTS, NEGATED, QUOTED, REPORTED
from attune_trainer.text.load import entries
from attune_trainer.yaml_source import Source, did_you_mean, read_source

if TYPE_CHECKING:
    from collections.abc import Sequence as Many

RULES_FOLDER = Path(__file__).parent
UNLESS_BY_DEFAULT = NEGATED | QUOTED | REPORTED
_FILE_KEYS = ("move", "means", "why", "instead", "rules", "examples")
_RULE_KEYS = ("id", "certainty", "patterns", "when", "either", "unless", "apart_from", "depth", "examples")


@cache
def load_rulebook() -> Rulebook:
    """Return the rules that travel with the package.

    Raises:
        ContentError: with every problem of every rule file and lexicon.
    """
    return read_rulebook(RULES_FOLDER)


def read_rulebook(folder: Path) -> Rulebook:
    """Return the rules and lexicons below `folder` (`<label>/<move>.yaml` and `lexicons/*.yaml`).

    Raises:
        ContentError: with every problem of every file.
    """
    lexicon, problems = _read_lexicons(folder / "lexicons")
    files: list[RuleFile] = []
    patterns: list[tuple[Pattern, ...]] = []
    seen: dict[str, Path] = {}
    for path in sorted(folder.glob("*/*.yaml")):
        if path.parent.name == "lexicons":
            continue
        try:
            source = read_source(path)
        except ContentError as error:
            problems.extend(error.problems)
            continue
        reader = _Reader(source, path, lexicon, seen)
        rule_file = reader.rule_file()
        problems.extend(reader.problems)
        if rule_file is not None:
            files.append(rule_file)
            patterns.extend(reader.compiled)
    if problems:
        raise ContentError(problems)
    return Rulebook(files, lexicon, patterns)


def _read_lexicons(folder: Path) -> tuple[Lexicon, list[Problem]]:
    lexicon = Lexicon()
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            source = read_source(path)
        except ContentError as error:
            problems.extend(error.problems)
            continue
        data = source.data
        if not isinstance(data, dict):
            problems.append(Problem(str(path), 1, 1, "expected a mapping of lists"))
        elif path.stem == "feelings":
            _add_feelings(lexicon, data)
        else:
            for name, listed in data.items():
                if isinstance(listed, str):
                    lexicon.add((f"{{{name}}}",), entries(listed))
                else:
                    line, column = source.position(name)
                    problems.append(Problem(str(path), line, column, f"{name}: expected words between commas"))
    return lexicon, problems


def _add_feelings(lexicon: Lexicon, data: dict[str, Any]) -> None:
    for name, family in data.items():
        listed = [entry for key in ("mild", "middle", "strong", "idioms") for entry in entries(family.get(key) or "")]
        valence = family.get("valence", "unpleasant")
        pleasant, unpleasant = valence != "unpleasant", valence != "pleasant"
        tags = ["<feeling>", f"{{{name}}}"]
        tags += ["<pleasant>"] * pleasant + ["<unpleasant>"] * unpleasant
        lexicon.families[name] = Family(
            name=name,
            entries=frozenset(lexicon.add(tags, listed)),
            near=frozenset(family.get("near") or ()),
            pleasant=pleasant,
            unpleasant=unpleasant,
        )


@dataclass(slots=True)
class _Reader:
    """Turns one source into a rule file and collects what is wrong with it.

    `compiled` gets two entries a rule: its patterns and its `apart_from`.
    """

    source: Source
    path: Path
    lexicon: Lexicon
    seen: dict[str, Path]
    problems: list[Problem] = field(default_factory=list)
    compiled: list[tuple[Pattern, ...]] = field(default_factory=list)

    def rule_file(self) -> RuleFile | None:
        """Return the rule file, or None where something is wrong with it."""
        data = self.source.data
        if not isinstance(data, dict):
            self._say((), "expected a mapping with move, means, why, instead, rules, examples")
            return None
        self._keys((), data, _FILE_KEYS)
        move = self._one_of(("move",), data.get("move"), [str(move) for move in Move])
        if move is None:
            return None
        entry = MOVES[Move(move)]
        folder = str(entry.label) if entry.label else "unscored"
        if (self.path.parent.name, self.path.stem) != (folder, move):
            self._say(("move",), f"move: expected this file at {folder}/{move}.yaml")
        rules = tuple(
            rule
            for number, raw in enumerate(self._list(("rules",), data.get("rules")))
            if (rule := self._rule(Move(move), ("rules", number), raw)) is not None
        )
        found = RuleFile(
            move=Move(move),
            means=self._text(("means",), data.get("means")),
            why=self._text(("why",), data.get("why")),
            instead=tuple(
                self._text(("instead", number), text)
                for number, text in enumerate(
                    self._list(("instead",), data.get("instead"), empty=entry.severity is None)
                )
            ),
            rules=rules,
            examples=self._examples(("examples",), data.get("examples")),
        )
        return None if self.problems else found

    def _rule(self, move: Move, at: tuple[str | int, ...], raw: object) -> Rule | None:
        if not isinstance(raw, dict):
            self._say(at, "expected a rule with id, certainty, patterns, examples")
            return None
        self._keys(at, raw, _RULE_KEYS)
        name = self._text((*at, "id"), raw.get("id"))
        if not name.startswith(f"{move}.") or not name.removeprefix(f"{move}.").replace("_", "").isalnum():
            self._say((*at, "id"), f"id: expected {move}.<what_is_found>, found {name!r}")
        if name in self.seen:
            self._say((*at, "id"), f"id: {name!r} is used twice (also in {self.seen[name].name})")
        self.seen[name] = self.path
        certainty = self._one_of((*at, "certainty"), raw.get("certainty"), [str(each) for each in Certainty])
        patterns = self._patterns((*at, "patterns"), raw.get("patterns"))
        apart = self._patterns((*at, "apart_from"), raw.get("apart_from", []), empty=True)
        depth = raw.get("depth", 1)
        if depth not in {1, 2}:
            self._say((*at, "depth"), f"depth: expected 1 or 2, found {depth!r}")
        unless = self._scope((*at, "unless"), raw["unless"]) if "unless" in raw else Scope(clause=UNLESS_BY_DEFAULT)
        return Rule(
            id=name,
            move=move,
            certainty=Certainty(certainty or Certainty.WORTH_A_LOOK),
            patterns=patterns,
            when=self._scope((*at, "when"), raw.get("when")),
            either=self._scope((*at, "either"), raw.get("either")),
            unless=unless,
            apart_from=apart,
            depth=depth,
            examples=self._examples((*at, "examples"), raw.get("examples")),
        )

    def _patterns(self, at: tuple[str | int, ...], raw: object, *, empty: bool = False) -> tuple[str, ...]:
        patterns: list[str] = []
        compiled: list[Pattern] = []
        for number, pattern in enumerate(self._list(at, raw, empty=empty)):
            text = self._text((*at, number), pattern)
            if not text:
                continue
            try:
                read = read_pattern(text)
            except PatternError as error:
                self._say((*at, number), f"pattern {text!r}: {error}")
                continue
            if "{" in text or "<" in text:
                self._known_names((*at, number), text, read.names())
            patterns.append(text)
            compiled.append(read)
        self.compiled.append(tuple(compiled))
        return tuple(patterns)

    def _known_names(self, at: tuple[str | int, ...], pattern: str, names: set[str]) -> None:
        unknown = names - self.lexicon.names - DERIVED_TAGS - CONTEXT_TAGS - FEELING_TAGS
        for name in sorted(unknown):
            known = self.lexicon.names | DERIVED_TAGS | CONTEXT_TAGS | FEELING_TAGS
            self._say(at, f"pattern {pattern!r}: unknown {name}{did_you_mean(name, known)}")

    def _scope(self, at: tuple[str | int, ...], raw: object) -> Scope:
        if raw is None:
            return Scope()
        if not isinstance(raw, dict):
            self._say(at, "expected clause: […] or heard: […]")
            return Scope()
        self._keys(at, raw, ("clause", "heard"))
        sums = {"clause": 0, "heard": 0}
        for kind, facts in (("clause", CLAUSE_FACTS), ("heard", HEARD_FACTS)):
            for number, name in enumerate(self._list((*at, kind), raw.get(kind), empty=True)):
                known = self._one_of((*at, kind, number), name, list(facts))
                sums[kind] |= facts[known] if known else 0
        return Scope(clause=sums["clause"], heard=sums["heard"])

    def _examples(self, at: tuple[str | int, ...], raw: object) -> Examples:
        if not isinstance(raw, dict):
            self._say(at, "examples: expected hit: […] and miss: […]")
            return Examples()
        self._keys(at, raw, ("hit", "miss", "known_miss"))
        return Examples(
            hit=self._example_list((*at, "hit"), raw.get("hit")),
            miss=self._example_list((*at, "miss"), raw.get("miss")),
            known_miss=self._example_list((*at, "known_miss"), raw.get("known_miss")),
        )

    def _example_list(self, at: tuple[str | int, ...], raw: object) -> tuple[Example, ...]:
        found: list[Example] = []
        for number, each in enumerate(self._list(at, raw, empty=True)):
            if isinstance(each, dict):
                self._keys((*at, number), each, ("say", "statement", "relationship"))
                texts = {key: self._text((*at, number, key), each[key]) for key in ("say", *each) if key in each}
                found.append(Example(**{"say": "", **texts}))
            else:
                found.append(Example(say=self._text((*at, number), each)))
        return tuple(found)

    def _list(self, at: tuple[str | int, ...], raw: object, *, empty: bool = False) -> Many[object]:
        if raw is None and empty:
            return ()
        if not isinstance(raw, list) or not (raw or empty):
            self._say(at, f"{at[-1]}: expected a list with at least one entry")
            return ()
        return raw

    def _text(self, at: tuple[str | int, ...], raw: object) -> str:
        if not isinstance(raw, str) or not raw.strip():
            self._say(at, f"{at[-1]}: expected words, found {raw!r}")
            return ""
        return raw

    def _one_of(self, at: tuple[str | int, ...], raw: object, choices: list[str]) -> str | None:
        if raw in choices:
            return str(raw)
        self._say(at, f"{at[-1]}: expected one of {', '.join(choices)}; found {raw!r}{did_you_mean(str(raw), choices)}")
        return None

    def _keys(self, at: tuple[str | int, ...], raw: dict[str, Any], known: tuple[str, ...]) -> None:
        for key in raw:
            if key not in known:
                self._say((*at, key), f"{key}: unknown key; expected {', '.join(known)}{did_you_mean(key, known)}")

    def _say(self, at: tuple[str | int, ...], message: str) -> None:
        line, column = self.source.position(*at)
        self.problems.append(Problem(str(self.path), line, column, message))
