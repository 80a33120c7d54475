"""Start the web server and, where asked, the browser."""

from __future__ import annotations

import contextlib
import http.client
import socket
import threading
import time
import webbrowser

import click
from streamlit.web import cli as streamlit

from attune_trainer import settings
from attune_trainer.errors import SettingsError

_HERE = ("localhost", "127.0.0.1", "::1")
_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared with, never bound by default
_PATIENCE = 60


def serve(*, host: str, port: int, open_browser: bool = False, reload: bool = False) -> None:
    """Serve the app on `host` and `port` until it is stopped.

    With `open_browser` the page opens as soon as the server answers; with `reload` the app follows edited files.
    """
    if open_browser:
        threading.Thread(target=_open_when_ready, args=(_own_name(host), port), daemon=True).start()
    command = ["run", str(settings.app_script()), *_options(host, port, reload=reload)]
    # Ctrl+C is how people stop it, and no failure.
    with contextlib.suppress(click.Abort):
        streamlit.main(command, standalone_mode=False)


def require_free_port(host: str, port: int) -> None:
    """Return quietly where nothing answers on `port` yet.

    Raises:
        SettingsError: something does; says what that may be and what to do.
    """
    if _is_taken(_own_name(host), port):
        raise SettingsError(
            f"Port {port} is in use. If that is Attune Trainer, it is running already: open {page(host, port)}. "
            f"If not, choose another port: attune-trainer run --port {port + 1}"
        )


def page(host: str, port: int) -> str:
    """Return the address to open on this computer where the app is served on `host` and `port`."""
    own = _own_name(host)
    return f"http://[{own}]:{port}" if ":" in own else f"http://{own}:{port}"


def network_page(host: str, port: int) -> str | None:
    """Return the address for other devices, or None where `host` does not let them in or there is no network."""
    if host not in _EVERYWHERE:
        return None
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Sends nothing: a datagram socket only picks the way it would take. 192.0.2.1 is kept for documentation.
            probe.connect(("192.0.2.1", 1))
        except OSError:
            return None
        own: str = probe.getsockname()[0]
    return page(own, port)


def _own_name(host: str) -> str:
    return "localhost" if host in _EVERYWHERE else host


def _options(host: str, port: int, *, reload: bool) -> list[str]:
    options = [f"--server.address={host}", f"--server.port={port}"]
    if host not in _HERE:
        # Phones in the room ask for an address nobody knows beforehand.
        options.append("--server.allowedHosts=*")
    if reload:
        options += ["--server.fileWatcherType=auto", "--server.runOnSave=true"]
    return options


def _is_taken(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True


def _open_when_ready(host: str, port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if _answers(host, port):
            webbrowser.open(page(host, port))
            return
        time.sleep(0.2)


def _answers(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=1)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
