"""How each move is put to a learner: what the words may do, and what a doubtful one might sound like."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from attune_trainer.codebook import Move

if TYPE_CHECKING:
    from collections.abc import Mapping


class Phrase(NamedTuple):
    """`does` follows the quoted words and ends the sentence; `sounds_like` fits "might this sound like …?"."""

    does: str
    sounds_like: str


PHRASES: Mapping[Move, Phrase] = MappingProxyType(
    {
        Move.MINIMIZING: Phrase("may make it smaller than it felt", "making it smaller"),
        Move.SILVER_LINING: Phrase("may put a bright side where the feeling was", "a bright side"),
        Move.INVALIDATING: Phrase("may say that the feeling is wrong", "telling them not to feel it"),
        Move.REASSURING: Phrase("may close the feeling with a promise", "a promise that closes it"),
        Move.BRUSHING_OFF: Phrase("may leave the feeling no room", "changing the subject"),
        Move.MOCKING: Phrase("may land as a joke at their expense", "a joke at their expense"),
        Move.DIRECTING: Phrase("tells them what to do before they asked", "being told what to do"),
        Move.SUGGESTING: Phrase("is advice in a soft coat", "advice"),
        Move.TAKING_OVER: Phrase("solves it for them", "taking it out of their hands"),
        Move.LECTURING: Phrase("explains where listening was hoped for", "an explanation"),
        Move.CONTRADICTING: Phrase("contests how it was for them", "contesting their account"),
        Move.BLAMING: Phrase("may make it their fault", "making it their fault"),
        Move.DEFENDING: Phrase("looks after the listener first", "defending oneself"),
        Move.INTERROGATING: Phrase("asks them to justify it", "a cross-examination"),
        Move.COUNTER_ATTACKING: Phrase("hits back", "hitting back"),
        Move.SIDING: Phrase("argues the other side's case", "taking the other side"),
        Move.YES_BUT: Phrase("takes the hearing back in the same breath", "a yes that turns into a no"),
        Move.ANALYSING: Phrase("explains them to themselves", "a diagnosis"),
        Move.THREATENING: Phrase("may sound like a warning to stop", "a warning"),
        Move.OWN_STORY: Phrase("moves the talk to your own story", "turning to your own story"),
        Move.OWN_FEELINGS: Phrase("asks them to look after you", "asking to be looked after"),
        Move.NAMING: Phrase("names the feeling", "naming the feeling"),
        Move.PARAPHRASING: Phrase("gives back what happened, with them at the centre", "saying it back"),
        Move.VALIDATING: Phrase("says that it makes sense to feel this", "saying it makes sense"),
        Move.CARING: Phrase("is warm", "warmth"),
        Move.PRESENCE: Phrase("stays", "staying"),
        Move.TENDING: Phrase("is a small comfort that asks nothing", "a small comfort"),
        Move.APPRECIATING: Phrase("values that they told you", "valuing the telling"),
        Move.CELEBRATING: Phrase("meets their joy at its own size", "sharing the joy"),
        Move.OWNING: Phrase("takes your own part on you", "owning your part"),
        Move.MEETING_THE_HOPE: Phrase("gives what they asked for", "what they asked for"),
        Move.OPEN_QUESTION: Phrase("opens the door to more", "an open question"),
        Move.INVITING: Phrase("asks for more, gently", "an invitation"),
        Move.CHECKING: Phrase("checks whether you understood", "checking"),
        Move.ASKING_NEED: Phrase("asks what they hope for", "asking what they need"),
        Move.LIMIT: Phrase("sets a limit, and protecting yourself is allowed", "a limit"),
        Move.SIGNPOSTING: Phrase("names help, which can matter; it lands best after hearing", "naming help"),
        Move.AGREEING_AWAY: Phrase("gives way to end it; hearing does not need agreeing", "giving way"),
        Move.PILING_ON: Phrase("judges somebody who is not here; the feeling is what needs company", "piling on"),
    }
)
