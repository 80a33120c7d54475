"""Readable: is there anything here that English rules can read?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attune_trainer.rules.load import load_rulebook
from attune_trainer.text.small_words import flags_of

if TYPE_CHECKING:
    from attune_trainer.text.read import Text

_LEAST_SHARE = 0.3
_LOOKED_AT = 400
_ALONE = frozenset(
    "ok okay k hm hmm mhm mm mmm oh ah aw aww right yes yeah yep no nah wow ouch ugh sure lol hey hi".split()
)


def is_readable(text: Text) -> bool:
    """Say whether `text` holds words this scorer knows: at least one, and three in ten of the first few hundred."""
    words = [word for word in text.words[:_LOOKED_AT] if word[0].isalpha()]
    if not words:
        return False
    known = sum(map(bool, text.flags[:_LOOKED_AT]))
    if known < _LEAST_SHARE * len(words):
        lexicon = load_rulebook().lexicon
        known = sum(
            1
            for word in words
            if flags_of(word) or word in _ALONE or word in lexicon.by_word or word in lexicon.openers
        )
    return known > 0 and known >= _LEAST_SHARE * len(words)
