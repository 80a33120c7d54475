"""Word lists: which tags a word or a phrase carries inside a pattern."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from attune_trainer.text import facts as f
from attune_trainer.text.read import words_of
from attune_trainer.text.small_words import flags_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from attune_trainer.text.read import Text

DERIVED_TAGS = frozenset({"<ing>", "<ed>", "<verb>", "<number>", "<they>", "<subject>", "<function>", "<content>"})
CONTEXT_TAGS = frozenset({"<theirs>", "<their_feeling>"})
FEELING_TAGS = frozenset({"<feeling>", "<pleasant>", "<unpleasant>"})
_SHORTEST_ING = 4  # longer than king, ring, sing
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand once twice half couple "
    "few several dozen".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One family of feelings: its own words and phrases (folded, joined by a space), and the families near it."""

    name: str
    entries: frozenset[str]
    near: frozenset[str]
    pleasant: bool
    unpleasant: bool


class Lexicon:
    """Tags by word, by the beginning of a word, and by the folded words of a phrase.

    `digest` is of everything that was added, in the order it was.
    """

    def __init__(self) -> None:
        """Begin with no lists."""
        self.by_word: dict[str, set[str]] = {}
        self.by_beginning: dict[str, set[str]] = {}
        self.phrase_tags: dict[tuple[str, ...], set[str]] = {}
        self.openers: set[str] = set()
        self.names: set[str] = set()
        self.families: dict[str, Family] = {}
        self._lengths: tuple[int, ...] = ()
        self._sizes: dict[tuple[str, str], set[int]] = {}
        self.digest = hashlib.sha256()

    def add(self, tags: Collection[str], listed: Iterable[str]) -> list[str]:
        """Give every entry of `listed` all of `tags`; return the entries folded."""
        self.names.update(tags)
        listed = list(listed)
        self.digest.update(repr((sorted(tags), listed)).encode())
        folded: list[str] = []
        for entry in listed:
            if entry.endswith("*"):
                self.by_beginning.setdefault(entry[:-1].lower(), set()).update(tags)
                self._lengths = tuple(sorted({len(beginning) for beginning in self.by_beginning}))
                continue
            words = tuple(words_of(entry))
            folded.append(" ".join(words))
            if len(words) == 1:
                self.by_word.setdefault(words[0], set()).update(tags)
            elif words:
                self._tags_of_phrase(words).update(tags)
        return folded

    def _tags_of_phrase(self, words: tuple[str, ...]) -> set[str]:
        known = self.phrase_tags.get(words)
        if known is None:
            known = self.phrase_tags[words] = set()
            self._sizes.setdefault((words[0], words[1]), set()).add(len(words))
            self.openers.add(words[0])
        return known

    def phrases_in(self, text: Text) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield (number of its first word, its words) of every listed phrase inside a clause of `text`."""
        words, sizes = text.words, self._sizes
        for at in [at for at, pair in enumerate(pairwise(words)) if pair in sizes]:
            end = text.clause_ends[text.clause_of[at]]
            for size in sizes[words[at], words[at + 1]]:
                phrase = tuple(words[at : at + size])
                if at + size <= end and phrase in self.phrase_tags:
                    yield at, phrase

    def tags_of(self, word: str) -> set[str]:
        """Return every tag of one folded word, from lists and from its form."""
        tags = set(self.by_word.get(word, ()))
        for length in self._lengths:
            if length > len(word):
                break
            tags |= self.by_beginning.get(word[:length], set())
        flags = flags_of(word)
        if word.endswith("ing") and len(word) > _SHORTEST_ING:
            tags.add("<ing>")
        if flags & f.PAST_VERB:
            tags.add("<ed>")
        if flags & f.BASE_VERB:
            tags.add("<verb>")
        if flags & f.THEY:
            tags.add("<they>")
        if flags & f.SUBJECT:
            tags.add("<subject>")
        if word.isdigit() or word in _NUMBERS:
            tags.add("<number>")
        tags.add("<function>" if flags & (f.FUNCTION | f.NEGATOR | f.MODAL | f.FILLER) else "<content>")
        return tags
