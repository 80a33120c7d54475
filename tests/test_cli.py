from __future__ import annotations

import shutil
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from attune_trainer import cli, settings

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def run_command(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int | str | None:
    monkeypatch.setattr(sys, "argv", ["attune-trainer", *arguments])
    with pytest.raises(SystemExit) as ending:
        cli.main()
    return ending.value.code


def test_a_port_in_use_is_told_in_one_sentence_with_a_way_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], taken_port: int
) -> None:
    code = run_command(monkeypatch, "run", "--port", str(taken_port))

    said = capsys.readouterr()
    assert code == 1
    assert said.out == ""
    assert f"Port {taken_port} is in use" in said.err
    assert f"attune-trainer run --port {taken_port + 1}" in said.err


def test_the_port_can_come_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], taken_port: int
) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_PORT", str(taken_port))

    code = run_command(monkeypatch, "run")

    assert code == 1
    assert f"Port {taken_port} is in use" in capsys.readouterr().err


def test_a_port_that_cannot_be_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    code = run_command(monkeypatch, "run", "--port", "70000")

    assert code == 2
    assert "65535" in capsys.readouterr().err


def test_the_commands_are_listed_with_what_they_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run_command(monkeypatch, "--help")

    listed = capsys.readouterr().out
    assert code == 0
    assert "Serve the app in the browser" in listed


@pytest.mark.parametrize("command", [getattr(each.callback, "__name__", "") for each in cli.app.registered_commands])
def test_every_command_is_in_the_readme(command: str) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")

    assert f"| `{command}" in readme


def test_check_finds_nothing_wrong_with_our_packs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run_command(monkeypatch, "check")

    assert " Problems: 0. " in capsys.readouterr().out
    assert code == 0


def test_check_names_file_line_and_column_of_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pack = tmp_path / "mine"
    shutil.copytree(settings.scenarios_folder() / "home", pack)
    broken = next(path for path in sorted(pack.glob("*.yaml")) if path.name != "pack.yaml")
    broken.write_text(broken.read_text(encoding="utf-8").replace("level: ", "levle: ", 1), encoding="utf-8")

    code = run_command(monkeypatch, "check", str(tmp_path))

    found = [line for line in capsys.readouterr().out.splitlines() if line.startswith(f"{broken}:")]
    assert code == 1
    assert any("did you mean 'level'" in line for line in found)
