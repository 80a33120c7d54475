"""The server's own routes and the headers on every reply."""

from __future__ import annotations

import asyncio
import json
import time
from typing import TYPE_CHECKING, NamedTuple

import pytest
from starlette.applications import Starlette

from attune_trainer.rules.load import load_rulebook
from attune_trainer.ui.server import MIDDLEWARE, ROUTES, lifespan
from attune_trainer.ui.warm_up import wait_for_rules

if TYPE_CHECKING:
    from starlette.types import Message, Scope


class Reply(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


def get(path: str) -> Reply:
    """Ask the routes behind the headers, without Streamlit and without a socket."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b""}
    asyncio.run(Starlette(routes=ROUTES, middleware=MIDDLEWARE)(scope, receive, send))
    start, *parts = sent
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    return Reply(start["status"], headers, b"".join(part.get("body", b"") for part in parts))


def test_the_health_route_answers() -> None:
    reply = get("/healthz")

    assert (reply.status, json.loads(reply.body)) == (200, {"status": "ok"})


@pytest.mark.parametrize("path", ["/healthz", "/nothing-here"])
def test_every_reply_carries_the_headers(path: str) -> None:
    headers = get(path).headers

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_leaving_goes_elsewhere_and_forgets() -> None:
    reply = get("/leave")

    assert reply.status == 303
    assert "storage" in reply.headers["clear-site-data"]


def test_the_rules_are_read_before_anybody_asks_for_them() -> None:
    load_rulebook.cache_clear()

    async def serve() -> None:
        async with lifespan(None):
            pass

    asyncio.run(serve())

    until = time.monotonic() + 60
    while not load_rulebook.cache_info().currsize and time.monotonic() < until:
        time.sleep(0.05)
    assert load_rulebook.cache_info().misses == 1
    wait_for_rules()
    assert load_rulebook.cache_info().misses == 1
