"""Scenarios in packs: what they are, reading them from a folder, and checking them."""

from __future__ import annotations

from attune_trainer.library.load import load
from attune_trainer.library.pack import Library, Pack
from attune_trainer.library.scenario import Scenario

__all__ = ["Library", "Pack", "Scenario", "load"]
