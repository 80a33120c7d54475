"""What the rule files offer to try instead passes the rules itself."""

from __future__ import annotations

from attune_trainer.codebook import MISSES
from attune_trainer.rules.load import load_rulebook
from attune_trainer.scoring import assess, hear

HEARD = hear("I ate alone again. It's fine.", ("lonely",), "understand", ("I ate alone again",), "partner")


def test_nothing_offered_instead_reads_as_a_miss() -> None:
    tripped = []
    for rule_file in load_rulebook().files.values():
        for template in rule_file.instead:
            said = template.replace("{feeling}", "lonely").replace("{event}", "You ate alone again")
            if any(label in MISSES for label in assess(said, HEARD).present):
                tripped.append((rule_file.move, template))

    assert tripped == []
