from __future__ import annotations

import pytest

from attune_trainer.ui.serve import network_page, page


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost", "http://localhost:8501"),
        ("127.0.0.1", "http://127.0.0.1:8501"),
        ("0.0.0.0", "http://localhost:8501"),  # noqa: S104 - an address to word, not to bind
        ("::", "http://localhost:8501"),
        ("::1", "http://[::1]:8501"),
    ],
)
def test_the_address_shown_can_be_opened_on_this_computer(host: str, expected: str) -> None:
    assert page(host, 8501) == expected


def test_other_devices_are_given_no_address_that_they_cannot_reach() -> None:
    assert network_page("localhost", 8501) is None


def test_other_devices_are_given_an_address_of_this_computer() -> None:
    address = network_page("0.0.0.0", 8501)  # noqa: S104 - an address to word, not to bind

    assert address is None or (address.endswith(":8501") and "0.0.0.0" not in address)  # noqa: S104 - the same
