"""What this is, what it is not, and where to find help."""

from __future__ import annotations

from attune_trainer.ui.components.help_card import show_help_lines, show_way_out
from attune_trainer.ui.components.plain import heading, say, title


def show() -> None:
    """Show what the trainer is and the help lines."""
    title("Help")
    show_way_out()
    heading("If something is too much")
    say("This is practice, not therapy, and nobody here reads along. In danger, call the emergency number.")
    show_help_lines()
    heading("What the marks are")
    say(
        "A set of rules reads your words. It marks the ones that may make a feeling smaller, go to solutions, debate "
        "it or turn to you, and the ones that hear it or ask about it. It reads words, not intentions, and it can be "
        "wrong. The person you talk to knows better."
    )


show()
