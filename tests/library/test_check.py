"""`check`: what the scorer reads differently from the author, and what that means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from attune_trainer.library.check import check_library
from attune_trainer.library.heard import heard_in
from attune_trainer.library.load import load

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from attune_trainer.errors import Problem
    from tests.library.conftest import WriteLate

# The codebook calls "Hm." neutral, so author and scorer agree on the fourth option whatever the rules become.
HM = "say: Hm.\n    reads: neutral"
HM_DISAGREED = (HM, "say: Hm.\n    reads: mixed")
HM_MARKED = (HM, f"scorer: known_miss\n    {HM}")
HM_DISAGREED_AND_MARKED = (HM, "scorer: known_miss\n    say: Hm.\n    reads: mixed")


def about(problems: Iterable[Problem], name: str) -> list[str]:
    return [f"{p.line}:{p.column}: {p.message}" for p in problems if p.message.startswith(name)]


def test_every_option_and_answer_is_scored(packs: Path) -> None:
    report = check_library(packs, bundled=True)

    assert (report.scenarios, report.lines) == (1, 6)


def test_a_line_on_which_author_and_scorer_agree_is_no_problem(packs: Path) -> None:
    assert about(check_library(packs, bundled=True).problems, "options[4]") == []


def test_a_disagreement_is_said_where_it_stands(packs: Path, write_late: WriteLate) -> None:
    write_late(HM_DISAGREED)

    assert about(check_library(packs, bundled=True).problems, "options[4]") == [
        (
            "23:5: options[4]: expected the scorer to read this as mixed, found neutral (nothing): "
            "mark it with scorer: known_miss if its author is right"
        )
    ]


def test_a_marked_disagreement_is_counted_and_no_problem(packs: Path, write_late: WriteLate) -> None:
    write_late(HM_DISAGREED_AND_MARKED)
    report = check_library(packs, bundled=True)

    assert about(report.problems, "options[4]") == []
    assert report.known_misses == 1
    assert report.share == pytest.approx(1 / 6)
    assert report.summary == "1 of 6 lines are known misses (16.7%)"


def test_a_mark_the_scorer_has_outgrown_is_to_be_removed(packs: Path, write_late: WriteLate) -> None:
    write_late(HM_MARKED)
    report = check_library(packs, bundled=True)

    assert about(report.problems, "options[4]") == [
        "23:13: options[4].scorer: expected no mark, found known_miss on a line the scorer reads right: remove the mark"
    ]
    assert report.known_misses == 0


@pytest.mark.parametrize("change", [HM_DISAGREED, HM_MARKED])
def test_in_a_persons_own_packs_a_disagreement_is_a_warning(
    packs: Path, write_late: WriteLate, change: tuple[str, str]
) -> None:
    write_late(change)
    report = check_library(packs, bundled=False)

    assert report.problems == ()
    assert len(about(report.warnings, "options[4]")) == 1


def test_a_strong_answer_reads_attuned(packs: Path, write_late: WriteLate) -> None:
    write_late(("strong: You cooked, and sat there on your own. That must have felt lonely.", "strong: Hm."))

    assert about(check_library(packs, bundled=True).problems, "answers.strong") == [
        (
            "27:11: answers.strong: expected the scorer to read this as attuned, found neutral (nothing): "
            "mark it with scorer: known_miss if its author is right"
        )
    ]


def test_a_near_miss_may_read_as_anything_but_attuned(packs: Path, write_late: WriteLate) -> None:
    write_late(("near_miss: I get it, but work was mad today.", "near_miss: Hm."))

    assert about(check_library(packs, bundled=True).problems, "answers.near_miss") == []


def test_a_disclosure_among_the_options_is_named(packs: Path, write_late: WriteLate) -> None:
    write_late(("say: Hm.", "say: I want to kill myself."))
    (said,) = about(check_library(packs, bundled=True).problems, "options[4]")

    assert "expected the scorer to read this as neutral, found unread (care)" in said


@pytest.mark.parametrize(
    ("because", "found"),
    [
        ("You never hear Sam.", "You never"),
        ("This just skips Sam.", "just"),
        ("It should name the feeling.", "should"),
    ],
)
def test_explanations_are_kind(packs: Path, write_late: WriteLate, because: str, found: str) -> None:
    write_late(("because: Sam hears nothing in it.", f"because: {because}"))

    assert about(check_library(packs, bundled=True).problems, "options[4].because") == [
        f"25:14: options[4].because: expected kind, concrete words, found '{found}': leave it out"
    ]


def test_explanations_may_quote_anything(packs: Path, write_late: WriteLate) -> None:
    write_late(("because: Sam hears nothing in it.", "because: “You should” tells Sam what to do."))

    assert about(check_library(packs, bundled=True).problems, "options[4].because") == []


def test_a_broken_file_does_not_hide_what_is_wrong_with_the_next(packs: Path, write_late: WriteLate) -> None:
    write_late(HM_DISAGREED)
    (packs / "home" / "early.yaml").write_text("title: 9")
    report = check_library(packs, bundled=True)

    assert "title: expected text, found the number 9: put it in quotes" in {p.message for p in report.problems}
    assert about(report.problems, "options[4]")


def test_a_broken_file_is_a_problem_in_ones_own_packs_too(packs: Path) -> None:
    (packs / "home" / "late.yaml").write_text("title: [")

    assert len(check_library(packs, bundled=False).problems) == 1


def test_nothing_to_score_is_no_share(tmp_path: Path) -> None:
    assert check_library(tmp_path, bundled=True).share == 0


def test_the_scorer_hears_what_the_author_says_of_the_speaker(packs: Path) -> None:
    heard = heard_in(load(packs).scenarios["home/late"])

    assert (heard.feelings, heard.hope, heard.relationship) == (("lonely", "unimportant"), "understand", "partner")
    assert heard.events == ("ate alone", "cooked")
