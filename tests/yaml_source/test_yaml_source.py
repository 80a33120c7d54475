"""YAML read as plain data that remembers where everything stood, and what it refuses."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from attune_trainer import yaml_source
from attune_trainer.errors import ContentError
from attune_trainer.yaml_source import describe, did_you_mean, parse_source, read_source

if TYPE_CHECKING:
    from pathlib import Path

RULES = """\
id: minimizing
rules:
  - id: comparison
    any: ["others have it worse", 'no big deal']
  - id: size
    weight: 2.5
"""


@pytest.fixture(params=["with libyaml", "without libyaml"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "without libyaml":
        monkeypatch.setattr(yaml_source, "_Loader", yaml.SafeLoader)
    elif not yaml.__with_libyaml__:
        pytest.skip("this PyYAML has no libyaml")


def refusals(text: str) -> list[str]:
    with pytest.raises(ContentError) as raised:
        parse_source(text, "late.yaml")
    return [str(problem) for problem in raised.value.problems]


def refusal_of(path: Path, **limits: int) -> str:
    with pytest.raises(ContentError) as raised:
        read_source(path, **limits)
    (problem,) = raised.value.problems
    return problem.message


def test_data_is_plain() -> None:
    data = parse_source(RULES, "late.yaml").data

    assert data == {
        "id": "minimizing",
        "rules": [
            {"id": "comparison", "any": ["others have it worse", "no big deal"]},
            {"id": "size", "weight": 2.5},
        ],
    }


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("12:30", "12:30"),
        ("2026-03-04", "2026-03-04"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("1e999", "1e999"),
        ("9" * 5000, "9" * 5000),
        ("...and then", "...and then"),
        ("-", [None]),
        ("true", True),
        ("False", False),
        ("~", None),
        ("null", None),
        ("-7", -7),
        ("+.5", 0.5),
        ("1.5e3", 1500.0),
        ("'7'", "7"),
        ('"true"', "true"),
        ("''", ""),
        ("|\n  two\n  lines", "two\nlines"),
    ],
)
def test_a_word_stays_a_word(written: str, meant: object) -> None:
    data = parse_source(f"key: {written}" if written != "-" else "key:\n  -", "late.yaml").data["key"]

    assert data == meant
    assert type(data) is type(meant)


def test_keys_are_always_text() -> None:
    assert parse_source("1: a\non: b\ntrue: c\n", "late.yaml").data == {"1": "a", "on": "b", "true": "c"}


def test_a_position_is_where_the_value_starts() -> None:
    source = parse_source(RULES, "late.yaml")

    assert source.position("rules", 0, "any", 1) == (4, 35)
    assert source.position("rules", 1, "weight") == (6, 13)
    assert source.position() == (1, 1)


def test_the_position_of_something_missing_is_the_key_it_is_missing_from() -> None:
    source = parse_source(RULES, "late.yaml")

    assert source.position("rules", 1, "any") == (5, 5)
    assert source.position("rules", 9, "any") == (2, 1)
    assert source.position("because") == (1, 1)


def test_the_position_of_a_key_is_where_the_key_starts() -> None:
    source = parse_source(RULES, "late.yaml")

    assert source.key_position("rules", 1, "weight") == (6, 5)
    assert source.key_position("rules", 1) == (5, 5)
    assert source.key_position() == (1, 1)


def test_columns_count_characters_and_not_bytes() -> None:
    assert parse_source("{é😀: 'ü', b: c}", "late.yaml").position("b") == (1, 14)


def test_a_problem_carries_path_and_position() -> None:
    problem = parse_source(RULES, "rules/late.yaml").problem("expected more, found less", "rules", 1, "weight")

    assert str(problem) == "rules/late.yaml:6:13: expected more, found less"


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &x [b]", "late.yaml:1:4: expected plain text, found the anchor '&x': take it out"),
        ("a: *x", "late.yaml:1:4: expected plain text, found the alias '*x': repeat the text"),
        (
            "!!python/object/apply:os.system ['true']",
            "late.yaml:1:1: expected plain text, found the tag '!!python/object/apply:os.system': take it out",
        ),
        ("a: !secret b", "late.yaml:1:4: expected plain text, found the tag '!secret': take it out"),
        ("a:\n  <<: {b: c}", "late.yaml:2:3: expected plain keys, found the merge key '<<': write the keys out"),
        ("a: 1\nb: 2\na: 3", "late.yaml:3:1: expected each key once, found 'a' again: keep one of them"),
        ("[a, b]: c", "late.yaml:1:1: expected a word as key, found a list, keys and values, or an alias"),
        ("a: b\n---\nc: d", "late.yaml:2:1: expected one document, found a second one: keep one file for each"),
        ("", "late.yaml:1:1: expected content, found an empty file"),
        ("# only a remark\n", "late.yaml:1:1: expected content, found an empty file"),
        ("a:\n\tb: c", "late.yaml:2:1: expected spaces, found a tab: YAML is indented with spaces"),
        ('a: "it is\nb: c', "late.yaml:1:4: expected a closing quote, found none: close the text that starts here"),
        (
            "say: well: then",
            "late.yaml:1:10: expected one key and one value on a line, found a second colon: put the text in quotes",
        ),
        (
            "say: @work",
            "late.yaml:1:6: expected text, found a sign that means something else in YAML: put the text in quotes",
        ),
        ("a: b\0c", "late.yaml:1:5: expected text that can be seen, found the unseen character U+0000: take it out"),
        (
            "a: b\nc: \u202egpj",
            "late.yaml:2:4: expected text that can be seen, found the unseen character U+202E: take it out",
        ),
        (
            'a: "\\u202e"',
            "late.yaml:1:4: expected text that can be seen, found the unseen character U+202E: take it out",
        ),
    ],
)
def test_each_hazard_gets_a_sentence_that_says_what_to_do(text: str, said: str) -> None:
    assert refusals(text) == [said]


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize("escape", ["\\q", "\\UFFFFFFFF", "\\x"])
def test_an_escape_that_means_nothing_is_explained(escape: str) -> None:
    (said,) = refusals(f'a: "{escape}"')

    assert "expected text, found a backslash that starts nothing YAML knows" in said


@pytest.mark.parametrize("text", ["a: [b\nc: d", "a: 'it's'", "%YAML 9.9\n---\na: b", "a: b\nfoo\n"])
def test_what_is_not_yaml_is_said_to_be_so(text: str) -> None:
    (said,) = refusals(text)

    assert "check indentation, quotes and brackets here" in said


def test_every_problem_of_a_file_is_named() -> None:
    said = refusals("a: &x b\nc: *x\nd: !t e\nd: f\n")

    assert [problem.split(":")[1] for problem in said] == ["1", "2", "3", "4"]


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    "text", ["[" * 10_000, "{a: " * 10_000, "- " * 10_000, "".join(" " * n + "a:\n" for n in range(999))]
)
def test_ten_thousand_brackets_are_refused_at_once(text: str) -> None:
    start = time.perf_counter()
    (said,) = refusals(text)

    assert "expected at most 40 levels inside each other, found more: check the brackets" in said
    assert time.perf_counter() - start < 1


def test_a_bomb_is_refused_without_going_off() -> None:
    bomb = "a0: &a0 [lol, lol]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 99))
    said = refusals(bomb)

    assert said[0] == "late.yaml:1:5: expected plain text, found the anchor '&a0': take it out"
    assert len(said) == 50


def test_ten_megabytes_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_bytes(b"a: " + b"x" * 10_000_000)

    assert refusal_of(path) == "expected at most 1,000,000 bytes, found more: split the file or take some out"


def test_the_limit_is_the_callers(tmp_path: Path) -> None:
    path = tmp_path / "late.yaml"
    path.write_text("a: bcd")

    assert read_source(path, max_bytes=6).data == {"a": "bcd"}
    assert refusal_of(path, max_bytes=5).startswith("expected at most 5 bytes")


def test_text_that_is_not_utf8_is_placed(tmp_path: Path) -> None:
    path = tmp_path / "late.yaml"
    path.write_bytes("a: b\nc: café".encode("latin-1"))

    with pytest.raises(ContentError) as raised:
        read_source(path)
    assert str(raised.value) == f"{path}:2:7: expected UTF-8 text, found the byte 0xe9: save the file as UTF-8"


def test_a_mark_of_utf8_at_the_start_is_welcome(tmp_path: Path) -> None:
    path = tmp_path / "late.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: b\r\nc: d\r\n")

    assert read_source(path).data == {"a": "b", "c": "d"}


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert refusal_of(tmp_path) == "expected a file, found a folder"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "gone.yaml") == "expected a file that can be read, found: no such file or directory"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")

    assert refusal_of(tmp_path / "pipe.yaml") == "expected a file, found a device, pipe or socket"


@given(text=st.text(st.sampled_from("ab:-[]{}&*!|>'\"%@`#,?\\ \n\t\r\0~<.1é\u202e\x85\ud800"), max_size=60))
def test_reading_raises_nothing_but_a_content_error(text: str) -> None:
    with suppress(ContentError):
        assert parse_source(text, "late.yaml").position() >= (1, 1)


@given(
    data=st.recursive(
        st.none() | st.booleans() | st.integers(-9, 9) | st.text("ab \n'\":-é😀", max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abno", min_size=1), inner, max_size=3),
        max_leaves=12,
    ).filter(lambda data: data is not None)
)
def test_what_a_library_writes_is_read_back(data: object) -> None:
    assert parse_source(yaml.safe_dump(data, allow_unicode=True), "late.yaml").data == data


def test_forty_rule_files_are_read_within_the_budget_of_a_start() -> None:
    rule = "  - id: r%d\n    any: [a b, {c: d}]\n    hits:\n      - 'Others have it much worse than you do.'\n"
    text = "rules:\n" + "".join(rule % number for number in range(200))
    parse_source(text, "warm.yaml")
    start = time.process_time()
    for _ in range(40):
        parse_source(text, "late.yaml")

    assert len(text) > 15_000
    assert time.process_time() - start < 0.6  # 0.15 s where nothing else runs; slower machines are let through


def test_a_close_word_is_offered() -> None:
    assert did_you_mean("undrstand", ["listen", "understand"]) == " (did you mean 'understand'?)"
    assert did_you_mean("LISTEN", ["listen", "understand"]) == " (did you mean 'listen'?)"


def test_no_word_is_offered_where_none_is_close() -> None:
    assert did_you_mean("zebra", ["listen", "understand"]) == ""
    assert did_you_mean("u" * 100_000, ["understand"]) == ""


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("undrstand", "'undrstand'"),
        ("x" * 100, f"'{'x' * 39}…'"),
        ("a\nb\0", "'a b�'"),
        (None, "nothing"),
        (True, "true"),
        (7, "the number 7"),
        ([1], "a list"),
        ({"a": 1}, "keys and values"),
    ],
)
def test_what_was_found_is_said_in_a_few_words(value: object, said: str) -> None:
    assert describe(value) == said
