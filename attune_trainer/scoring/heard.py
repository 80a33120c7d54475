"""What the speaker said and hopes for, as far as the scorer needs it; derived once and remembered."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from attune_trainer.rules import context as c
from attune_trainer.rules.load import load_rulebook
from attune_trainer.rules.match import content_stem
from attune_trainer.text.read import Text, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from attune_trainer.rules.lexicon import Lexicon


def _any_of(*phrases: str) -> re.Pattern[str]:
    """Return a pattern for any of these phrases, whole words only, over folded words joined by spaces."""
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b")


_ASKS_ADVICE = _any_of(
    "what (should|shall|do|can|could|would|must|am|ought) i (do|say|supposed|to|try|even do)",
    "what would you (do|say)",
    "what (do|should) we do",
    "(should|shall) i",
    "how (do|can|should|would|could) (i|you|we)",
    "how to",
    "any (advice|ideas?|tips?|suggestions?|thoughts)",
    "advice",
    "suggestions?",
    "(can|could|would|will) (you|anyone|someone|somebody) (please )?(help|tell|suggest|give|advise|recommend)",
    "help me (think|figure|decide|work|with|out|find)",
    "do you (think|reckon) i",
    "what do (you|u) (think|reckon|suggest|recommend)",
    "tell me what to",
    "where do i (start|go)",
    "is there (a|any) way",
    "(not|do not) (sure|know) (what|how|where|if|whether) (to|i should|i can)",
    "need (some )?(advice|help|ideas)",
    "have you got (any|a)",
    "what else can i",
    "what helped",
)
_ASKS_TO_BE_HEARD = _any_of(
    "do not (need|want) (you to )?(fix|advice|solve|answers?|a solution|solutions|anything)",
    "not (asking|looking) (you )?(for|to) (fix|advice|solve|a solution|solutions|answers?|do anything)",
    "(just|only) (need|want|needed|wanted) (to )?(vent|rant|say it|tell|talk|someone|somebody)",
    "(just|only) (need|want|needed|wanted) you to (listen|know|hear)",
    "need(ed)? to (vent|get (this|it) off)",
    "had to tell",
    "hear me",
)
_ASKS_FOR_STORIES = _any_of(
    "(do|does|did|has|have|is|are|can|was) (anyone|anybody|someone|somebody|any one|you guys)",
    "(do|does|did|has|have|is|are|can|was) (others|any of you|you ever|people)",
    "(anyone|anybody|any one) (else|ever|here|out there|feel|have|know|relate)",
    "am i the only one",
    "(have|did|do) you (ever|also|experience|feel|go through|deal with)",
    "what (keeps|kept|helped|got|made|do you do|did you do)",
    "how (do|did) you (cope|deal|handle|get|do|manage|feel)",
    "what about you",
    "(tell|hear) (me )?(about )?(your|how you)",
    "who else",
)
_BLAMES_SELF = _any_of(
    "my (own )?fault",
    "blame myself",
    "i (am|feel like|must be) (such )?(a|an|the) (terrible|bad|awful|worst|horrible|useless|shit|crap|rubbish)",
    "i (am|feel like|must be) (such )?(a|an|the) (failure|idiot|fool|fraud|burden|loser|coward|monster|mess)",
    "i (am|feel) (so )?(stupid|useless|worthless|pathetic|ridiculous|selfish|weak|lazy|silly|ugly|disgusting)",
    "i should (have|not have|not)",
    "hate myself",
    "what is wrong with me",
    "let (them|him|her|everyone|everybody|you) down",
)
_GENERAL_YOU = _any_of(
    "you know", "you see", "thank you", "you would think", "do you (think|know|ever)", "what (would|do) you"
)
_SELF = re.compile(r"self\b|self-talk|oneself")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One prepared statement: the context of the rules, and its words for comparing.

    `feelings` and `events` are the author's where a scenario gives them; `text` is the statement as read.
    """

    statement: str
    feelings: tuple[str, ...]
    hope: str | None
    events: tuple[str, ...]
    relationship: str
    text: Text
    context: c.Context
    stem_list: tuple[str, ...]


def hear(
    statement: str = "",
    feelings: Sequence[str] = (),
    hope: str | None = None,
    events: Sequence[str] = (),
    relationship: str = "",
) -> Heard:
    """Return the prepared statement; the same arguments give the same object as long as it is remembered."""
    return _hear(statement, tuple(feelings), hope, tuple(events), relationship)


@lru_cache(maxsize=512)
def _hear(
    statement: str, feelings: tuple[str, ...], hope: str | None, events: tuple[str, ...], relationship: str
) -> Heard:
    lexicon = load_rulebook().lexicon
    text = read(statement)
    words = text.words
    said = " ".join(words)
    stems = [content_stem(word) for word in words]
    spoken = [*feelings, *_feelings_in(text, lexicon)]
    families = _families(spoken, lexicon)
    valences = Counter("pleasant" if lexicon.families[name].pleasant else "unpleasant" for name in families)
    facts = c.KNOWN_STATEMENT if words else 0
    if hope == "advice" or _ASKS_ADVICE.search(said):
        facts |= c.ASKED_FOR_ADVICE
    if _ASKS_TO_BE_HEARD.search(said):
        facts |= c.ASKED_TO_BE_HEARD
    if "you" in _GENERAL_YOU.sub(" ", said).split():
        facts |= c.ABOUT_LISTENER
    if _SELF.search(relationship.lower()):
        facts = (facts | c.SELF_TALK) & ~c.ABOUT_LISTENER
    if valences["pleasant"] > valences["unpleasant"]:
        facts |= c.GOOD_NEWS
    if _BLAMES_SELF.search(said):
        facts |= c.SELF_BLAME
    if _ASKS_FOR_STORIES.search(said):
        facts |= c.ASKED_FOR_STORIES
    if "?" in statement:
        facts |= c.ASKED_SOMETHING
    feeling_words = (
        frozenset().union(*(lexicon.families[name].entries for name in families)) if families else frozenset()
    )
    return Heard(
        statement=statement,
        feelings=feelings,
        hope=hope,
        events=events,
        relationship=relationship,
        text=text,
        context=c.Context(
            stems=frozenset(filter(None, stems))
            | {s for event in events for s in map(content_stem, read(event).words) if s},
            feeling_words=feeling_words,
            facts=facts,
        ),
        stem_list=tuple(filter(None, stems)),
    )


def _feelings_in(text: Text, lexicon: Lexicon) -> list[str]:
    """Return the feeling words and phrases that stand in `text`; a phrase stands inside one clause."""
    found = [word for word in text.words if "<feeling>" in lexicon.by_word.get(word, ())]
    found.extend(" ".join(each) for _, each in lexicon.phrases_in(text) if "<feeling>" in lexicon.phrase_tags[each])
    return found


def _families(feelings: Iterable[str], lexicon: Lexicon) -> set[str]:
    """Return the families the named feelings belong to, by the family's own name or one of its entries."""
    wanted = {" ".join(read(feeling).words) for feeling in feelings}
    named = {feeling.replace(" ", "_") for feeling in wanted}
    return {name for name, family in lexicon.families.items() if name in named or wanted & family.entries}
