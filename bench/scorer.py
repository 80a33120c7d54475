"""How fast the scorer is, as ratios in one run on the same texts: `make bench`.

Against VADER's `polarity_scores` on the packaged gold; over texts of 1,000 to 100,000 characters; and its start against
importing Streamlit. Figures of one busy machine mean little, ratios of one run mean more.
"""

from __future__ import annotations

import subprocess
import sys
import time
from functools import partial
from itertools import compress, count
from pathlib import Path
from typing import TYPE_CHECKING

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

import attune_trainer.evaluate
from attune_trainer.evaluate.items import read_items
from attune_trainer.rules.load import load_rulebook
from attune_trainer.scoring import assess, hear

if TYPE_CHECKING:
    from collections.abc import Callable

    from attune_trainer.evaluate.items import Item
    from attune_trainer.scoring import Heard

GOLD = Path(attune_trainer.evaluate.__file__).with_name("gold")
ROUNDS = 7
MOST_TEXTS = 100
MOST_BEFORE = 1_000
SERIAL = count()
SIZES = (1_000, 10_000, 100_000)
START = "from attune_trainer.scoring.observe import matcher; from attune_trainer.scoring.load import load_weights"
LOAD = f"{START}; import time; t = time.process_time(); matcher(); load_weights()"


def main() -> None:
    """Print every figure."""
    items = read_items(sorted(GOLD.glob("*.jsonl")))
    for words, slack in ((10, 1), (40, 4)):
        fits = [abs(len(item.response.split()) - words) <= slack for item in items]
        against_vader(
            list(compress(items, fits)), [item for item, fit in zip(items, fits, strict=True) if not fit], words
        )
    linearity(items)
    start()


def against_vader(items: list[Item], others: list[Item], words: int) -> None:
    """Print how many responses a second `assess` handles against VADER, on texts of about `words` words.

    Fresh: each text for the first time, after a thousand others. Warm: the same texts again.
    """
    now, before = items[:MOST_TEXTS], others[:MOST_BEFORE]
    texts = [item.response for item in now]
    for item in before:
        assess(item.response, heard_of(item))
    heards = [heard_of(item) for item in now]
    fresh = seconds(lambda: [assess(text, heard) for text, heard in zip(texts, heards, strict=True)])
    vader = SentimentIntensityAnalyzer().polarity_scores
    theirs = best(lambda: [vader(text) for text in texts])
    warm = best(lambda: [assess(text, heard) for text, heard in zip(texts, heards, strict=True)])
    unprepared = best(lambda: [assess(item.response, prepared_anew(item)) for item in now])
    print(f"{len(texts)} texts of {words} words, VADER {theirs / len(texts) * 1e6:.0f} µs a text")
    for name, ours in (("fresh", fresh), ("warm", warm), ("warm, statement prepared each time", unprepared)):
        print(f"  assess, {name}: {ours / len(texts) * 1e6:.0f} µs, {theirs / ours:.2f} x VADER")


def linearity(items: list[Item]) -> None:
    """Print the cost a character of long texts made of gold."""
    heard = heard_of(items[0])
    said = " ".join(item.response for item in items if assess(item.response, heard).care is None)
    costs: list[float] = []
    for size in SIZES:
        text = said[:size]
        costs.append(best(partial(assess, text, heard), 3) / size)
    for size, cost in zip(SIZES, costs, strict=True):
        print(f"{size:,} characters: {cost * 1e6:.2f} µs a character, {cost / costs[0]:.2f} x that of {SIZES[0]:,}")


def start() -> None:
    """Print the time to load rules and weights against importing Streamlit, in fresh processes, and its memory."""
    print_time = "; print(time.process_time() - t)"
    streamlit = min(run(f"import time; t = time.process_time(); import streamlit{print_time}") for _ in range(3))
    load = min(run(LOAD + print_time) for _ in range(3))
    imports = min(run(f"import time; t = time.process_time(); {START}{print_time}") for _ in range(3))
    traced = "tracemalloc.get_traced_memory()[0]"
    memory = run(f"{START}; import tracemalloc; tracemalloc.start(); matcher(); load_weights(); print({traced})")
    book = load_rulebook()
    print(f"{len(book.rules)} rules, {book.automaton.bits:,} positions: loaded in {load:.2f} s of processor time,")
    print(f"  {load / streamlit:.2f} x importing Streamlit ({streamlit:.2f} s); importing the scorer {imports:.2f} s")
    print(f"  memory {memory / 1e6:.0f} MB")


def heard_of(item: Item) -> Heard:
    """Return the prepared statement of `item`."""
    return hear(item.statement, item.feelings, item.hope, item.events, item.relationship)


def prepared_anew(item: Item) -> Heard:
    """Return the statement of `item` with one more event, which nobody remembers."""
    return hear(item.statement, item.feelings, item.hope, (*item.events, str(next(SERIAL))), item.relationship)


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the shortest processor time of several rounds."""
    return min(seconds(work) for _ in range(rounds))


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of one round."""
    began = time.process_time()
    work()
    return time.process_time() - began


def run(code: str) -> float:
    """Return the number that `code` prints in a fresh process."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    return float(done.stdout)


if __name__ == "__main__":
    main()
