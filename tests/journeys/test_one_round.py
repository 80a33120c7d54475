"""Whole rounds in a real browser, as a person on a phone does them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.journeys.conftest import Begin, Server

pytestmark = pytest.mark.browser

FIXING = "You should talk to them about it."
HEARD = "That sounds so lonely. What was that like for you?"


def answer(page: Page, words: str) -> None:
    page.get_by_label("What would you say").fill(words)
    page.get_by_role("button", name="Say it", exact=False).first.click()
    expect(page.get_by_role("heading", name="How it was for")).to_be_visible()


def test_control_and_enter_send_what_was_typed_last(server: Server, answering: Begin, phone: Page) -> None:
    answering(server)
    box = phone.get_by_label("What would you say")
    box.fill("Hm")
    box.press("End")
    box.press_sequentially(", that sounds lonely.")
    box.press("Control+Enter")

    expect(phone.locator(".speech.mine")).to_contain_text("Hm, that sounds lonely")


def test_hostile_text_is_shown_letter_for_letter(server: Server, answering: Begin, phone: Page) -> None:
    answering(server)
    hostile = (
        '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script> **bold** :red[x] $x^2$ '
        "[a](javascript:alert(1)) \u05e9\u05dc\u05d5\u05dd \u202e 🙂 That sounds lonely."
    )
    answer(phone, hostile)

    said = phone.locator(".speech.mine .spoken")
    for part in ("<img src=x", "<script>", "**bold**", ":red[x]", "$x^2$", "[a](javascript:", "🙂"):
        expect(said).to_contain_text(part)
    expect(said.locator("img, script, a, strong")).to_have_count(0)
    assert phone.evaluate("window.pwned") is None


def test_a_double_click_writes_once(server: Server, answering: Begin, phone: Page) -> None:
    answering(server)
    phone.get_by_label("What would you say").fill(HEARD)
    phone.get_by_role("button", name="Say it", exact=False).first.dblclick()
    expect(phone.get_by_role("heading", name="How it was for")).to_be_visible()

    phone.get_by_role("link", name="Progress").click()

    expect(phone.get_by_text(re.compile("^1 round on"))).to_be_visible()


def test_the_answer_opens_by_itself_after_a_breath(server: Server, begin: Begin, phone: Page) -> None:
    begin(server)

    expect(phone.get_by_text("One breath with it.")).to_be_visible()
    expect(phone.get_by_label("What would you say")).to_be_hidden()
    expect(phone.get_by_label("What would you say")).to_be_visible()


def test_what_is_typed_as_the_answer_opens_stays(server: Server, begin: Begin, phone: Page) -> None:
    begin(server)
    box = phone.get_by_label("What would you say")
    expect(box).to_be_visible()
    box.press_sequentially("I was thin")
    # The skip is out of sight by now; the server hears of it only when somebody answers.
    phone.get_by_role("button", name="Say it back").click()
    phone.get_by_role("button", name="Back to the round").click()

    expect(box).to_have_value("I was thin")


def test_nothing_waits_or_moves_where_motion_is_not_wanted(server: Server, browser: Browser) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(server.address)
    page.get_by_label("Your name").fill("Mara who wants no motion")
    page.get_by_role("button", name="Begin").click()

    expect(page.get_by_label("What would you say")).to_be_visible()
    expect(page.get_by_text("One breath with it.")).to_be_hidden()
    context.close()


def test_nothing_is_wider_than_a_phone(server: Server, answering: Begin, phone: Page) -> None:
    answering(server)
    answer(phone, "That sounds lonely. " + "W" * 400)

    main = phone.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth - main.clientWidth") == 0


def test_the_way_out_leaves_in_the_same_tab(server: Server, answering: Begin, phone: Page) -> None:
    phone.route("https://www.wikipedia.org/**", lambda route: route.fulfill(body="About nothing"))
    answering(server)
    phone.get_by_label("What would you say").fill("I want to kill myself.")
    phone.get_by_role("button", name="Say it", exact=False).first.click()
    expect(phone.get_by_role("heading", name="This sounds bigger than practice")).to_be_visible()
    expect(phone.locator("mark")).to_have_count(0)
    assert "kill" not in phone.evaluate("JSON.stringify(sessionStorage)")

    phone.get_by_role("link", name="Leave this page now").click()

    expect(phone.get_by_text("About nothing")).to_be_visible()
    assert len(phone.context.pages) == 1


def test_what_was_typed_survives_a_reload(server: Server, answering: Begin, phone: Page) -> None:
    answering(server)
    phone.get_by_role("button", name="Choose somebody").click()
    phone.get_by_role("button", name="The good sponge").click()
    expect(phone.get_by_role("heading", name="The good sponge")).to_be_visible()
    phone.get_by_role("button", name="Answer now").click()
    expect(phone.get_by_role("button", name="Answer now")).to_have_count(0)
    phone.get_by_label("What would you say").press_sequentially("I was thin")
    phone.reload()

    expect(phone.get_by_role("heading", name="The good sponge")).to_be_visible()
    expect(phone.get_by_label("What would you say")).to_have_value("I was thin")


def test_a_whole_round_is_still_there_after_a_restart(server: Server, answering: Begin, phone: Page) -> None:
    page = phone
    answering(server)

    answer(page, FIXING)
    expect(page.locator("mark.fixing").first).to_contain_text("You should talk")
    expect(page.get_by_role("status")).to_contain_text("went to solutions")

    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_label("What would you say")).to_have_value(FIXING)
    answer(page, HEARD)
    expect(page.get_by_text("Before", exact=True)).to_be_visible()
    expect(page.locator(".change")).to_contain_text(re.compile(r"Gone\s*went to solutions"))

    page.get_by_role("link", name="Progress").click()
    expect(page.get_by_text(re.compile("^1 round on"))).to_be_visible()

    server.stop()
    server.start()
    page.reload()
    expect(page.get_by_text(re.compile("^1 round on"))).to_be_visible()


def test_what_was_typed_survives_a_restart_of_the_server(server: Server, answering: Begin, phone: Page) -> None:
    answering(server)
    phone.get_by_label("What would you say").fill("I was thinking about")
    server.stop()
    server.start()

    expect(phone.locator("[data-testid=stApp]")).to_have_attribute("data-test-connection-state", "CONNECTED")
    expect(phone.get_by_label("What would you say")).to_have_value("I was thinking about")
