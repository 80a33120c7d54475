"""Get what takes seconds ready in the background, while the first person finds their way."""

from __future__ import annotations

import contextlib
import importlib
import threading

from attune_trainer.errors import AttuneError
from attune_trainer.rules.load import load_rulebook
from attune_trainer.scoring.load import load_weights

_READING = threading.Lock()
_FIRST_PAGES = "attune_trainer.ui.state"
_PROGRESS = "attune_trainer.progress.attuned_share"


def warm_up() -> None:
    """Load what the first pages, the first answer and the first look back need, in this order."""
    importlib.import_module(_FIRST_PAGES)
    with contextlib.suppress(AttuneError):  # whoever needs the rules is told
        wait_for_rules()
    importlib.import_module(_PROGRESS)


def wait_for_rules() -> None:
    """Return as soon as the scorer's files are read; whoever comes meanwhile waits instead of reading them twice.

    Raises:
        ContentError: one of them cannot be used.
    """
    with _READING:
        load_rulebook()
        load_weights()
