"""A real server on a data folder of its own, and a real browser."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import uuid4

import pytest
from playwright.sync_api import expect, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
]
_PATIENCE = 60
_PHONE = {"width": 390, "height": 844}


@dataclass(slots=True)
class Server:
    """The app, served as a person starts it."""

    data_folder: Path
    port: int
    _process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "attune_trainer", "run", "--port", str(self.port)],
            cwd=Path(__file__).parents[2],
            env=os.environ | {"ATTUNE_DATA_FOLDER": str(self.data_folder)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + _PATIENCE
        while not self._answers():
            assert self._process.poll() is None, "the server stopped before it answered"
            assert time.monotonic() < until, "the server did not answer in time"
            time.sleep(0.1)

    def stop(self) -> None:
        """Stop it at once, as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(timeout=_PATIENCE)
            self._process = None

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/healthz", timeout=1) as reply:  # noqa: S310 - our own address
                return bool(reply.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The running app, one for all journeys; who stops it starts it again."""
    running = Server(tmp_path_factory.mktemp("kept"), _free_port())
    running.start()
    yield running
    running.stop()


# Playwright keeps an event loop running in this thread, which asyncio.run in later tests would trip over.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for the journeys of a file."""
    if _CHROMIUM is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_CHROMIUM, args=_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A tab of a phone."""
    context = browser.new_context(viewport=_PHONE, has_touch=True, locale="en-GB")  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(15_000)
    expect.set_options(timeout=15_000)
    yield page
    context.close()


class Begin(Protocol):
    """Begin a round."""

    def __call__(self, server: Server) -> None: ...


@pytest.fixture
def begin(phone: Page) -> Begin:
    """Begin a round under a name of one's own."""

    def at(server: Server) -> None:
        phone.goto(server.address)
        phone.get_by_label("Your name").fill(f"Mara {uuid4()}")
        phone.get_by_role("button", name="Begin").click()

    return at


@pytest.fixture
def answering(begin: Begin, phone: Page) -> Begin:
    """Begin a round and skip the breath."""

    def at(server: Server) -> None:
        begin(server)
        phone.get_by_role("button", name="Answer now").click()
        expect(phone.get_by_role("button", name="Answer now")).to_have_count(0)

    return at
