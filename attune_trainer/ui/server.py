"""What the web server does besides the app itself: a health route, a way out, headers, and getting ready."""

from __future__ import annotations

import importlib
import threading
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.middleware import Middleware
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Streamlit's own page needs inline style and script, it runs small components from blobs, and Vega compiles its
# expressions. Nothing comes from elsewhere.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
_HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)


async def healthz(_request: Request) -> JSONResponse:
    """Say that the server is up; it touches neither library nor store, so it stays quick and tells nothing."""
    return JSONResponse({"status": "ok"})


async def leave(_request: Request) -> RedirectResponse:
    """Go to a page about nothing, and let the browser forget what it stored of this one."""
    return RedirectResponse(
        "https://www.wikipedia.org/", 303, {"clear-site-data": '"cache", "storage"', "cache-control": "no-store"}
    )


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Get ready in the background as soon as the server is up."""
    threading.Thread(target=_get_ready, name="get-ready", daemon=True).start()
    yield


def _get_ready() -> None:
    # Imported here and not above: no request waits for what this alone takes.
    importlib.import_module("attune_trainer.ui.warm_up").warm_up()


class SecurityHeaders:
    """Adds the headers to every HTTP reply; websockets pass through untouched."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_HEADERS]
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


ROUTES = [Route("/healthz", healthz), Route("/leave", leave)]
MIDDLEWARE = [Middleware(SecurityHeaders)]
