"""What a scenario file may say, and the sentence for each thing it may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from attune_trainer.codebook import Hope, Reading
from attune_trainer.library.load import load, survey
from attune_trainer.library.scenario import Felt, Touch

if TYPE_CHECKING:
    from pathlib import Path

    from tests.library.conftest import WriteLate


def problems_of(path: Path) -> list[str]:
    return [f"{problem.line}:{problem.column}: {problem.message}" for problem in survey(path).problems]


def test_a_scenario_is_read_whole(packs: Path) -> None:
    late = load(packs).scenarios["home/late"]

    assert (late.pack, late.title, late.level, late.listener_is) == ("home", "Late again", 2, "partner")
    assert (late.speaker.name, late.speaker.voice) == ("Sam", "soft, looking away")
    assert (late.feelings, late.hope, late.events) == (
        ("lonely", "unimportant"),
        Hope.UNDERSTAND,
        ("ate alone", "cooked"),
    )
    assert [option.reads for option in late.options] == ["attuned", "missed", "mixed", "neutral"]
    assert late.answers.near_miss.say == "I get it, but work was mad today."
    assert late.lands.missed.feels is Felt.UNIMPORTANT


def test_a_scenario_never_changes(packs: Path) -> None:
    late = load(packs).scenarios["home/late"]

    with pytest.raises(ValueError, match="frozen"):
        late.title = "Early"  # type: ignore[misc]


def test_an_answer_may_carry_a_mark_for_the_scorer(packs: Path, write_late: WriteLate) -> None:
    write_late(("near_miss: I get", "near_miss:\n    scorer: known_miss\n    say: I get"))

    assert load(packs).scenarios["home/late"].answers.near_miss.scorer == "known_miss"


def test_what_it_touches_comes_from_a_closed_set(packs: Path, write_late: WriteLate) -> None:
    write_late(("touches: []", "touches: [pregnancy_loss, money]"))

    assert load(packs).scenarios["home/late"].touches == (Touch.PREGNANCY_LOSS, Touch.MONEY)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "hope: understand",
            "hope: undrstand",
            (
                "10:7: hope: expected one of listen, understand, comfort, advice, apology, company; "
                "found 'undrstand' (did you mean 'understand'?)"
            ),
        ),
        ("title: Late again", "title: 9", "3:8: title: expected text, found the number 9: put it in quotes"),
        ("title: Late again", "title: true", "3:8: title: expected text, found true"),
        ("title: Late again", "title:", "3:7: title: expected text, found nothing"),
        ("title: Late again", "title: ' '", "3:8: title: expected text, found none"),
        (
            "title: Late again",
            f"title: {'x' * 61}",
            "3:8: title: expected at most 60 characters, found 61: make it shorter",
        ),
        ("title: Late again", "title: |\n  Late\n  again", "3:8: title: expected one line, found a line break"),
        (
            "title: Late again",
            "title: Late\u200f again",
            "3:8: title: expected text that can be seen, found U+200F: take it out",
        ),
        ("level: 2", "level: 5", "4:8: level: expected 4 or less, found the number 5"),
        ("level: 2", "level: 0", "4:8: level: expected 1 or more, found the number 0"),
        ("level: 2", "level: 2.0", "4:8: level: expected a whole number, found the number 2.0"),
        ("level: 2", "level: '2'", "4:8: level: expected a whole number, found '2'"),
        ("level: 2", "level: true", "4:8: level: expected a whole number, found true"),
        ("name: Sam, ", "", "6:1: speaker.name: expected this key, found nothing: add it"),
        ("{name: Sam,", "{name: [Sam],", "6:17: speaker.name: expected text, found a list"),
        ("feelings: [lonely, unimportant]", "feelings: lonely", "9:11: feelings: expected a list, found 'lonely'"),
        ("feelings: [lonely, unimportant]", "feelings: []", "9:11: feelings: expected at least 1, found 0"),
        (
            "feelings: [lonely, unimportant]",
            "feelings: [a, b, c, d, e, f]",
            "9:11: feelings: expected at most 5, found 6",
        ),
        (
            "feelings: [lonely, unimportant]",
            "feelings: [lonely, Lonely]",
            "9:11: feelings: expected each once, found 'Lonely' twice",
        ),
        (
            "events: [ate alone, cooked]",
            "events: [1]",
            "12:10: events[1]: expected text, found the number 1: put it in quotes",
        ),
        (
            "reads: missed",
            "reads: missd",
            (
                "18:12: options[2].reads: expected one of attuned, mixed, missed, neutral; "
                "found 'missd' (did you mean 'missed'?)"
            ),
        ),
        (
            "reads: missed",
            "reads: unread",
            (
                "18:12: options[2].reads: expected one of attuned, mixed, missed, neutral; "
                "found 'unread' (did you mean 'attuned'?)"
            ),
        ),
        (
            "reads: missed",
            "reads: mixed",
            "14:3: options: expected at least one option that reads missed, found none",
        ),
        (
            "say: Can't you heat it up?",
            "say: You ate alone AGAIN - that sounds lonely!",
            "14:3: options: expected answers that differ, found nearly the same words in 1 and 2",
        ),
        (
            "because: “Heat it up” goes to the food.",
            "because: x\n    scorer: known",
            "20:13: options[2].scorer: expected known_miss; found 'known' (did you mean 'known_miss'?)",
        ),
        (
            "feels: unimportant",
            "feels: seen",
            (
                "36:12: lands.missed.feels: expected one of invisible, unimportant, misunderstood, judged, lonely, "
                "unsure; found 'seen'"
            ),
        ),
        ("    feels: unimportant\n", "", "34:3: lands.missed.feels: expected this key, found nothing: add it"),
        (
            "answers:\n",
            "turns: []\nanswers:\n",
            (
                "26:1: turns: expected only keys that are known here (id, title, level, listener_is, speaker, setting, "
                "statement, feelings, hope, touches, events, options, answers, lands), found 'turns'"
            ),
        ),
        (
            "id: home/late",
            "id: home/late_night",
            "2:5: id: expected 'home/late' as the file is called, found 'home/late_night'",
        ),
        (
            "id: home/late",
            "id: Late",
            "2:5: id: expected pack/name in small letters, digits and underscores, found 'Late'",
        ),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(write_late: WriteLate, old: str, new: str, said: str) -> None:
    assert problems_of(write_late((old, new))) == [said]


def test_every_problem_of_a_file_is_said_at_once(write_late: WriteLate) -> None:
    path = write_late(("level: 2", "level: two"), ("hope: understand", "hope: love"), ("says: Never", "say: Never"))

    assert [problem.split(":")[0] for problem in problems_of(path)] == ["4", "10", "34", "37"]


def test_three_options_are_too_few(write_late: WriteLate) -> None:
    path = write_late(("  - say: Hm.\n    reads: neutral\n    because: Sam hears nothing in it.\n", ""))

    assert problems_of(path) == ["14:3: options: expected at least 4, found 3"]


@pytest.mark.parametrize("reading", [Reading.MIXED, Reading.NEUTRAL])
def test_what_has_no_landing_of_its_own_lands_as_a_miss(packs: Path, reading: Reading) -> None:
    lands = load(packs).scenarios["home/late"].lands

    assert lands.after(reading) is lands.missed


def test_a_mixed_response_lands_as_its_author_says(packs: Path, write_late: WriteLate) -> None:
    write_late(("  missed:\n", "  mixed: {inner: Half., says: Well.}\n  missed:\n"))
    lands = load(packs).scenarios["home/late"].lands

    assert lands.after(Reading.MIXED) is lands.mixed
    assert lands.after(Reading.ATTUNED) is lands.attuned


def test_what_could_not_be_read_does_not_land(packs: Path) -> None:
    assert load(packs).scenarios["home/late"].lands.after(Reading.UNREAD) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Late again", 'title: "Late again"  # a remark'),
        ("touches: []\n", ""),
        ("near_miss: I get it, but work was mad today.", "near_miss: {say: 'I get it, but work was mad today.'}"),
        ("because: “Heat it up” goes to the food.", "because: “Heat it up” goes to the food.\n    scorer: known_miss"),
    ],
)
def test_the_hash_holds_what_a_learner_meets_and_not_how_it_is_written(
    packs: Path, write_late: WriteLate, old: str, new: str
) -> None:
    before = load(packs).scenarios["home/late"].hash
    write_late((old, new))

    assert load(packs).scenarios["home/late"].hash == before


def test_the_hash_changes_with_one_word(packs: Path, write_late: WriteLate) -> None:
    before = load(packs).scenarios["home/late"].hash
    write_late(("Dinner is cold", "Dinner is warm"))

    assert load(packs).scenarios["home/late"].hash != before


def test_the_hash_is_the_same_on_every_machine(packs: Path) -> None:
    assert load(packs).scenarios["home/late"].hash == "3a29408b15e802306570ea495bdd42b1fe185292015dcdf9acbcd951eca75fd9"
