"""From a response and what it answers to an assessment."""

from attune_trainer.scoring.assess import assess
from attune_trainer.scoring.heard import Heard, hear

__all__ = ["Heard", "assess", "hear"]
