"""Runs the examples inside rule files: what a rule must see, where, and what it must leave alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attune_trainer.rules.match import Matcher
from attune_trainer.scoring.heard import hear
from attune_trainer.text.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attune_trainer.rules.rule import Example, Examples, Rule
    from attune_trainer.rules.rulebook import Rulebook
    from attune_trainer.text.span import Span

_OPEN, _CLOSE = "[[", "]]"
LEAST_IN_RULE = 3
LEAST_IN_FILE = 5


def failing_examples(book: Rulebook) -> Iterator[str]:
    """Yield one sentence for every example that does not hold, and for every rule or file with too few."""
    matcher = Matcher(book)
    for rule_file in book.files.values():
        for rule in rule_file.rules:
            yield from _too_few(rule.id, rule.examples, LEAST_IN_RULE)
            for example in rule.examples.hit:
                yield from _hit(rule.id, (rule,), example, matcher, exact=True)
            for example in rule.examples.miss:
                yield from _miss(rule.id, (rule,), example, matcher)
            for example in rule.examples.known_miss:
                if not any(_hit(rule.id, (rule,), example, matcher, exact=True)):
                    yield f"{rule.id}: {example.say!r} holds now; move it from known_miss to hit"
        yield from _too_few(rule_file.move, rule_file.examples, LEAST_IN_FILE)
        for example in rule_file.examples.hit:
            yield from _hit(rule_file.move, rule_file.rules, example, matcher, exact=False)
        for example in rule_file.examples.miss:
            yield from _miss(rule_file.move, rule_file.rules, example, matcher)


def _too_few(name: str, examples: Examples, least: int) -> Iterator[str]:
    for kind, listed in (("hit", examples.hit), ("miss", examples.miss)):
        if len(listed) < least:
            yield f"{name}: expected at least {least} examples under {kind}, found {len(listed)}"


def _found(rules: tuple[Rule, ...], example: Example, matcher: Matcher) -> tuple[str, list[Span]]:
    say = example.say.replace(_OPEN, "").replace(_CLOSE, "")
    text = read(say)
    ids = {rule.id for rule in rules}
    matches = matcher.find(text, hear(example.statement, relationship=example.relationship).context)
    seen = [match for match in matches if matcher.rulebook.rules[match.rule].id in ids]
    return say, [text.span(match.first, match.last) for match in seen]


def _hit(name: str, rules: tuple[Rule, ...], example: Example, matcher: Matcher, *, exact: bool) -> Iterator[str]:
    say, spans = _found(rules, example, matcher)
    if not spans:
        yield f"{name}: stays silent on its own example {example.say!r}"
        return
    if exact:
        start, end = example.say.find(_OPEN), example.say.find(_CLOSE) - len(_OPEN)
        if start < 0 or end < start:
            yield f"{name}: mark the words to be seen with {_OPEN} and {_CLOSE} in {example.say!r}"
        elif (start, end) not in spans:
            seen = ", ".join(repr(say[first:last]) for first, last in spans)
            yield f"{name}: expected {say[start:end]!r}, found {seen} in {say!r}"


def _miss(name: str, rules: tuple[Rule, ...], example: Example, matcher: Matcher) -> Iterator[str]:
    say, spans = _found(rules, example, matcher)
    for start, end in spans:
        yield f"{name}: expected silence, found {say[start:end]!r} in {example.say!r}"
