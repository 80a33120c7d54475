"""Settles words whose meaning hangs on their neighbours: `'s been` is has, `I'd gone` is had, `must of` is have."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from attune_trainer.text import facts as f
from attune_trainer.text.small_words import flags_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_HAS_AFTER_S = frozenset("been got gotten".split())
_IS_AFTER_S = frozenset("been got not so a the too just always never really very all only still".split())
_HAD_BEFORE = frozenset("been better had".split())
_HAVE_NOT_OF = frozenset("must would could should might".split())
_AFTER_YOUR = frozenset("not so being still in at an a the too always never going doing right welcome allowed".split())


def means_you_are(following: str) -> bool:
    """Say whether `your` (or `ur`) before this word is `you are` as people type it: "your not alone", "ur in bits"."""
    return following in _AFTER_YOUR


def mend(words: list[str], flags: list[int]) -> None:
    """Settle in place every word that has a following one."""
    for at in [at for at, word in enumerate(words[:-1]) if word in _SETTLERS]:
        _SETTLERS[words[at]](words, flags, at)


def _is(words: list[str], flags: list[int], at: int) -> None:  # noqa: ARG001 - all settlers are called alike
    if words[at + 1] in _HAS_AFTER_S:
        words[at] = "has"


def _would(words: list[str], flags: list[int], at: int) -> None:
    following, bits = words[at + 1], flags[at + 1]
    is_participle = following in _HAD_BEFORE or (bits & f.PAST_VERB and not bits & f.BASE_VERB)
    if at and flags[at - 1] & f.SUBJECT and is_participle:
        words[at] = "had"


def _of(words: list[str], flags: list[int], at: int) -> None:
    if at and words[at - 1] in _HAVE_NOT_OF:
        words[at], flags[at] = "have", flags_of("have")


def _no(words: list[str], flags: list[int], at: int) -> None:  # noqa: ARG001 - all settlers are called alike
    if flags[at + 1] & f.SUBJECT:
        flags[at] &= ~f.NEGATOR  # "no, that is awful" negates nothing


def _two(words: list[str], flags: list[int], at: int) -> None:
    if at and flags[at - 1] & f.BASE_VERB and flags[at + 1] & f.BASE_VERB:
        words[at] = "to"


def _apostrophe_s(words: list[str], flags: list[int], at: int) -> None:
    following = words[at + 1]
    if following in _IS_AFTER_S or following.endswith("ing"):
        words[at] = "has" if following in _HAS_AFTER_S else "is"
        flags[at] = flags_of(words[at])


_SETTLERS: Mapping[str, Callable[[list[str], list[int], int], None]] = MappingProxyType(
    {"is": _is, "would": _would, "of": _of, "no": _no, "2": _two, "'s": _apostrophe_s}
)
