"""The commands about the scorer, through the same entry a person uses."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

import attune_trainer.evaluate
from attune_trainer import cli

GOLD = Path(attune_trainer.evaluate.__file__).parent / "gold"


def run_command(monkeypatch: pytest.MonkeyPatch, *arguments: str, given: str = "") -> int:
    monkeypatch.setattr(sys, "argv", ["attune-trainer", *arguments])
    monkeypatch.setattr(sys, "stdin", io.StringIO(given))
    with pytest.raises(SystemExit) as ending:
        cli.main()
    return int(ending.value.code or 0)


def test_score_answers_one_line_a_response(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    line = {
        "id": "a",
        "response": "You should talk to HR.",
        "statement": "My boss shouted at me.",
        "feelings": ["hurt"],
    }

    code = run_command(monkeypatch, "score", "-", given=json.dumps(line) + "\n")

    answer = json.loads(capsys.readouterr().out)
    assert code == 0
    assert list(answer) == ["id", "present", "strengths", "reading", "depth", "points", "care", "findings"]
    assert answer["present"] == ["fixing"]
    assert answer["reading"] == "missed"
    assert list(answer["findings"][0]) == ["rule", "move", "label", "start", "end", "certainty"]


def test_a_bad_line_is_named_by_number_and_the_rest_is_scored(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ['{"id": 1, "response": "Ok."}', "not json", '{"id": "x"}', "[1]", '{"id": "y", "response": 3}']
    given = "\n".join([*lines, '{"id": "z", "response": ""}'])

    code = run_command(monkeypatch, "score", "-", given=given)

    said = capsys.readouterr()
    assert code == 1
    assert [json.loads(line)["id"] for line in said.out.splitlines()] == ["1", "z"]
    assert [line.split(":")[1] for line in said.err.splitlines()] == ["2", "3", "4", "5"]
    assert "response: missing" in said.err


def test_a_message_never_holds_what_somebody_wrote(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run_command(monkeypatch, "score", "-", given='{"id": "a", "response": ["my secret"]}\nmy secret\n')

    assert "my secret" not in capsys.readouterr().err


def test_explain_shows_clauses_matches_vetoes_and_the_sum(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run_command(
        monkeypatch, "explain", "I'm not saying you should leave. What happened?", "--statement", "He shouted at me."
    )

    said = capsys.readouterr().out
    assert code == 0
    assert "open_question" in said
    assert "vetoed, unless: " in said
    assert "to begin with" in said
    assert "Reading: attuned" in said


def test_evaluate_prints_a_table_and_plain_data(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "few.jsonl"
    path.write_text("\n".join((GOLD / "everyday.jsonl").read_text("utf-8").splitlines()[:60]), encoding="utf-8")

    assert run_command(monkeypatch, "evaluate", str(path)) == 0
    table = capsys.readouterr().out
    assert run_command(monkeypatch, "evaluate", str(path), "--json", "--rules") == 0
    data = json.loads(capsys.readouterr().out)

    assert "macro-F1" in table
    assert "readings, coder (rows) by scorer" in table
    assert data["few"]["items"] == 60
    assert {"rule", "fired", "right"} == set(data["rules"][0])


def test_fit_writes_weights_where_it_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "few.jsonl"
    path.write_text("\n".join((GOLD / "everyday.jsonl").read_text("utf-8").splitlines()[:60]), encoding="utf-8")

    assert run_command(monkeypatch, "fit", str(path), "--output", str(tmp_path / "weights.yaml")) == 0

    assert "weights written to" in capsys.readouterr().out
    assert (tmp_path / "weights.yaml").read_text("utf-8").startswith("# Written by")


def test_a_file_that_is_no_gold_is_told_by_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text("{}\n", encoding="utf-8")

    assert run_command(monkeypatch, "evaluate", str(path)) == 1
    assert "bad.jsonl:1:1: expected a labelled response" in capsys.readouterr().err
