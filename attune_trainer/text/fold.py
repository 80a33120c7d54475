"""One typed token to the words it stands for: case, contractions, spelling, look-alike letters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from attune_trainer.text.load import load_words

# Letters of other scripts that are drawn like Latin ones (Unicode confusables, UTS 39, the lower-case core).
_LOOK_ALIKE = str.maketrans(
    "аеорсухіѕјԁԛԝһкмтвнёαεικνορτυχω",
    "aeopcyxisjdqwhkmtbneaeiknoptuxw",
)
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2019\u2018`\u00b4\u02bc", "'"))
_THRICE = re.compile(r"(\D)\1{2,}")
_INVISIBLE = re.compile("[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\ufeff]+")
_IS = frozenset(
    "it that what he she there here who how where when why this everything something nothing everyone everybody "
    "someone somebody nobody anything one life else".split()
)
_ENDINGS = {"re": "are", "ve": "have", "ll": "will", "m": "am", "d": "would"}
_IRREGULAR_NOT = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}


def fold(token: str) -> tuple[str, ...]:
    """Return the folded words of one token, at least one: "Don't" is `do`, `not`; "sooo" is `so`."""
    word = token
    if not word.isascii():
        word = _plain(word)
    word = word.lower()
    spellings = load_words().spellings
    if word in spellings:
        return spellings[word]
    if "'" in word:
        return _contraction(word)
    if word.endswith("in") and token[-1:] in {"'", "\u2019"}:
        return (word + "g",)
    if _THRICE.search(word):
        return _shortened(word)
    return (word,)


def _plain(word: str) -> str:
    """Return `word` without invisible characters and accents, look-alike letters replaced by Latin ones."""
    word = _INVISIBLE.sub("", unicodedata.normalize("NFKD", word).translate(_APOSTROPHES))
    if word.isascii():
        return word
    latin = word.lower().translate(_LOOK_ALIKE)
    return latin if latin.isascii() else unicodedata.normalize("NFC", word)


def _contraction(word: str) -> tuple[str, ...]:
    """Return the words of a contraction; an unknown ending stays a word of its own, as in `mum`, `'s`."""
    stem, _, ending = word.rpartition("'")
    words: tuple[str, ...]
    if not stem:
        words = (ending or word,)
    elif ending == "t" and stem.endswith("n"):
        words = (_IRREGULAR_NOT.get(stem[:-1], stem[:-1]), "not")
    elif ending in _ENDINGS:
        words = (*fold(stem), _ENDINGS[ending])
    elif ending == "s":
        words = ("let", "us") if stem == "let" else (*fold(stem), "is" if stem in _IS else "'s")
    elif not ending:
        words = (stem + "g",) if stem.endswith("in") else (stem,)
    else:
        words = (stem.replace("'", "") + ending,)
    return words


def _shortened(word: str) -> tuple[str, ...]:
    """Return `word` with drawn-out letters taken back, twice where that is a word (`soo` is not, `too` is)."""
    twice, once = _THRICE.sub(r"\1\1", word), _THRICE.sub(r"\1", word)
    known = _known()
    spellings = load_words().spellings
    for form in (once, twice):
        if form in spellings:
            return spellings[form]
        if form in known:
            return (form,)
    return (once,)


@cache
def _known() -> frozenset[str]:
    words = load_words()
    small = "so no yes hey oh ok please you me too soon feel good all well still sorry really sweet been see wow aw"
    lists = (words.base_verbs, words.past_verbs, words.fillers, words.negators, words.modals, frozenset(small.split()))
    return frozenset().union(*lists)
