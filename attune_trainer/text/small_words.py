"""The closed classes of English the reader goes by, and the facts of one word."""

from __future__ import annotations

from functools import cache

from attune_trainer.text import facts as f
from attune_trainer.text.load import load_words

_CLASSES: tuple[tuple[int, str], ...] = (
    (f.I, "i"),
    (f.YOU, "you ye yous youse yall"),
    (f.WE, "we"),
    (f.THEY, "he she they"),
    (f.IT, "it that this there those these"),
    (f.POSSESSIVE, "my your his her their our its mine yours hers theirs the a an"),
    (
        f.AUXILIARY,
        "am is are was were be been do does did have has had can could will would shall should may might must ought",
    ),
    (f.WH, "what how why who whom whose which when where"),
    (f.BUT, "but however although though yet except whereas"),
    (f.AND, "and or so then plus nor"),
    (f.BECAUSE, "because since"),
    (f.IF, "if unless when whenever"),
    (f.TIME, "while once until till after before"),
    (f.FUTURE_WORD, "will shall gonna"),
    (f.PAST_VERB, "was were did had"),
)
_FUNCTION = (
    "me him them us myself yourself himself herself themselves ourselves to of in on at by for with about from up down "
    "out off over into onto through as like than too also not no yes yeah ok okay oh ah well very so much many more "
    "most some any all every each both few other another such only own same just even still again ever never here "
    "there now then today tonight tomorrow yesterday"
)
_SHORTEST_ED = 4  # longer than need, feed, bleed
_OPENS = f.BUT | f.AND | f.BECAUSE | f.IF | f.TIME
_FUNCTION_CLASSES = f.SUBJECT | f.POSSESSIVE | f.AUXILIARY | f.WH | _OPENS
# Verbs in form that stand first in statements with the subject left out, or are nouns and greetings there.
_NOT_COMMANDS = frozenset(
    "thank thanks hope love guess bet wish mean sound sounds seem feel like need want think know welcome sorry hate "
    "suppose agree understand doubt imagine work sleep cry hurt promise wonder hear see matter got miss care trust "
    "pain fear stress worry shame cost drink water plan part no numb phone being may might will can could would should "
    "must have".split()
)
AFTER_THESE_NO_CLAUSE = frozenset(
    "wonder wondering know knows ask asking asked see sure even as what like tell decide matter unsure only mind help "
    "helps okay ok care doubt sorry apologize apologies".split()
)
FACT_OPENERS = frozenset("long many old often much far soon big tall early late time day age kind sort type".split())
LEAD_INS = frozenset(
    "oh ah aw aww ooh wow hey hi hello well right ok okay yeah yes yep no nah hmm hm um uh er so and but look listen "
    "babe love hun mate honey sweetheart darling man dude please now then gosh god jesus christ ugh ouch lol haha "
    "maybe perhaps also alright sorry".split()
)


@cache
def _table() -> dict[str, int]:
    words = load_words()
    table: dict[str, int] = {}
    classes = [(bit, listed.split()) for bit, listed in _CLASSES]
    classes += [
        (f.FUNCTION, _FUNCTION.split()),
        (f.NEGATOR, sorted(words.negators)),
        (f.MODAL, sorted(words.modals)),
        (f.REPORTING, sorted(words.reporting)),
        (f.FILLER, sorted(words.fillers)),
        (f.BASE_VERB, sorted(words.base_verbs)),
        (f.PAST_VERB, sorted(words.past_verbs)),
        (f.NOT_COMMAND, sorted(_NOT_COMMANDS)),
    ]
    for bit, listed in classes:
        for word in listed:
            table[word] = table.get(word, 0) | bit | f.KNOWN
    for word, bits in table.items():
        if bits & _OPENS:
            table[word] |= f.OPENS_CLAUSE
        if bits & _FUNCTION_CLASSES:
            table[word] |= f.FUNCTION
    return table


def flags_of(word: str) -> int:
    """Return the word facts of one folded word."""
    bits = _table().get(word)
    if bits is not None:
        return bits
    if word.endswith("ed") and len(word) > _SHORTEST_ED:
        return f.PAST_VERB
    return 0
