from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import tomllib
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PATIENCE = 30


def requirements(name: str) -> list[str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-r"))]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it lands in site-packages."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


@contextlib.contextmanager
def running(home: Path, folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], int, Path]]:
    """The app of `home`, started in `folder`: its process, its port and what it prints."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    environment = os.environ | {"PYTHONPATH": str(home), "ATTUNE_DATA_FOLDER": str(folder / "data")}
    command = [sys.executable, "-m", "attune_trainer", "run", "--port", str(port)]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
        try:
            wait_for(port, folder / "log")
            yield server, port, folder / "log"
        finally:
            server.terminate()
            server.wait(PATIENCE)


@pytest.fixture(scope="module", params=["clone", "wheel"])
def port(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an app that runs in an empty folder, once from the clone and once from the wheel."""
    home = ROOT if request.param == "clone" else request.getfixturevalue("wheel")
    with running(home, tmp_path_factory.mktemp("empty")) as (_, number, _):
        yield number


def wait_for(port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with contextlib.suppress(OSError, http.client.HTTPException):
            reply, _ = fetch(port, "/_stcore/health")
            if reply.status == http.client.OK:
                return
        time.sleep(0.1)
    pytest.fail(f"the server did not start:\n{log.read_text(encoding='utf-8')}")


def fetch(port: int, route: str) -> tuple[http.client.HTTPResponse, bytes]:
    with contextlib.closing(http.client.HTTPConnection("localhost", port, timeout=PATIENCE)) as connection:
        connection.request("GET", route)
        reply = connection.getresponse()
        return reply, reply.read()


@pytest.mark.parametrize("route", ["/_stcore/health", "/healthz"])
def test_the_app_says_that_it_is_well(port: int, route: str) -> None:
    reply, body = fetch(port, route)

    assert reply.status == http.client.OK
    assert b"ok" in body


def test_the_page_comes_with_the_headers_that_keep_others_out(port: int) -> None:
    reply, body = fetch(port, "/")

    assert reply.status == http.client.OK
    assert b"<title>" in body
    assert "default-src 'self'" in (reply.getheader("content-security-policy") or "")
    assert reply.getheader("x-content-type-options") == "nosniff"


def test_the_fonts_come_from_the_app_itself(port: int) -> None:
    reply, body = fetch(port, "/app/static/fonts/source-serif-4-latin-400-normal.woff2")

    assert reply.status == http.client.OK
    assert body.startswith(b"wOF2")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to another process")
def test_ctrl_c_stops_the_app_without_a_complaint(tmp_path: Path) -> None:
    with running(ROOT, tmp_path) as (server, _, log):
        server.send_signal(signal.SIGINT)

        assert server.wait(PATIENCE) == 0
        assert "Abort" not in log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("cloned", "installed"),
    [
        ("scenarios", "attune_trainer/scenarios"),
        ("attune_trainer/rules", "attune_trainer/rules"),
        ("attune_trainer/store", "attune_trainer/store"),
        ("attune_trainer/ui/static", "attune_trainer/ui/static"),
    ],
)
def test_the_wheel_carries_every_file_of_the_folder(wheel: Path, cloned: str, installed: str) -> None:
    there = {path.relative_to(wheel / installed) for path in (wheel / installed).rglob("*") if path.is_file()}
    here = {path.relative_to(ROOT / cloned) for path in (ROOT / cloned).rglob("*") if path.is_file()}

    assert here
    assert there == {path for path in here if "__pycache__" not in path.parts}


@pytest.mark.parametrize(
    ("cloned", "installed"),
    [
        ("app.py", "attune_trainer/ui/app.py"),
        (".streamlit/config.toml", "attune_trainer/ui/.streamlit/config.toml"),
        ("attune_trainer/py.typed", "attune_trainer/py.typed"),
    ],
)
def test_the_wheel_carries_the_file(wheel: Path, cloned: str, installed: str) -> None:
    assert (wheel / installed).read_bytes() == (ROOT / cloned).read_bytes()


def test_the_wheel_asks_for_what_requirements_lists() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["dependencies"] == requirements("requirements.txt")


@pytest.mark.parametrize("line", requirements("requirements.txt") + requirements("requirements-dev.txt"))
def test_every_requirement_is_bounded_on_both_sides(line: str) -> None:
    assert ">=" in line
    assert ",<" in line


@pytest.mark.skipif(os.name == "nt", reason="the shell starters are for the others; Windows has start.bat")
@pytest.mark.parametrize("starter", ["start.sh", "start.command"])
def test_a_missing_python_is_told_in_a_plain_sentence(tmp_path: Path, starter: str) -> None:
    for name in (starter, "start.sh", "tools/venv.sh", "requirements.txt", "requirements-dev.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in ("sh", "dirname", "cat", "rm"):
        (tools / tool).symlink_to(shutil.which(tool) or tool)

    ending = subprocess.run(
        [tmp_path / starter],
        env={"PATH": str(tools)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )

    assert ending.returncode == 1
    assert "needs Python 3.11 or newer" in ending.stderr
    assert "https://www.python.org/downloads/" in ending.stderr


def test_the_windows_starter_has_the_line_ends_that_cmd_needs() -> None:
    lines = (ROOT / "start.bat").read_bytes().split(b"\n")

    assert all(line.endswith(b"\r") for line in lines[:-1])
