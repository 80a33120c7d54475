"""What is said when something failed that nobody foresaw."""

from __future__ import annotations

from attune_trainer.ui.components.plain import say, title


def show_surprise(_error: Exception) -> bool:
    """Show that something failed that nobody foresaw; the error itself may quote words and goes to no page."""
    title("This did not work")
    say("Something in Attune Trainer failed. What you kept is safe.")
    say("Load the page again to go on: an answer you were writing comes back. If it fails again, restart the app.")
    return True
