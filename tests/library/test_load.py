"""Packs read from folders: what is kept, in which order, and what is said of the rest."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attune_trainer.errors import ContentError
from attune_trainer.library.load import load, survey
from attune_trainer.settings import scenarios_folder
from tests.library.conftest import ABOUT, LATE, WriteLate


def said_of(path: Path) -> list[str]:
    return [f"{Path(problem.path).name}: {problem.message}" for problem in survey(path).problems]


def add(folder: Path, name: str, level: int = 1) -> None:
    text = LATE.replace("id: home/late", f"id: {folder.name}/{name}").replace("level: 2", f"level: {level}")
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def add_pack(packs: Path, name: str) -> Path:
    folder = packs / name
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(ABOUT, encoding="utf-8")
    add(folder, "late")
    return folder


def test_a_pack_says_what_it_is(packs: Path) -> None:
    pack = load(packs).packs["home"]

    assert (pack.name, pack.about.title, pack.about.author, pack.about.licence) == (
        "home",
        "At home",
        "Ana",
        "CC BY 4.0",
    )
    assert (pack.about.language, pack.about.teaches) == ("en", "Staying with a feeling at the end of a day.")


def test_packs_stand_by_name_and_scenarios_by_level(packs: Path) -> None:
    add_pack(packs, "friends")
    for name, level in (("zoo", 1), ("early", 3), ("cold", 2)):
        add(packs / "home", name, level)
    library = load(packs)

    assert list(library.packs) == ["friends", "home"]
    assert list(library.scenarios) == ["friends/late", "home/zoo", "home/cold", "home/late", "home/early"]


def test_what_belongs_to_editors_and_people_is_left_alone(packs: Path) -> None:
    (packs / "schema.json").write_text("{}")
    (packs / ".git").mkdir()
    (packs / "home" / "README.md").write_text("How we wrote these")
    (packs / "home" / ".late.yaml.swp").write_bytes(b"\0")

    assert list(load(packs).scenarios) == ["home/late"]


def test_one_pack_or_one_file_can_be_read(packs: Path) -> None:
    add(packs / "home", "zoo")

    assert [entry.scenario.id for entry in survey(packs / "home").entries] == ["home/late", "home/zoo"]
    assert [entry.scenario.id for entry in survey(packs / "home" / "zoo.yaml").entries] == ["home/zoo"]


def test_a_pack_is_known_by_its_folder_wherever_one_stands(packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(packs / "home")

    assert list(survey(Path()).packs) == ["home"]
    assert survey(Path()).problems == ()


def test_every_problem_of_every_file_is_said_at_once(packs: Path, write_late: WriteLate) -> None:
    write_late(("level: 2", "level: 9"), ("hope: understand", "hope: love"))
    add(packs / "home", "zoo")
    (packs / "home" / "zoo.yaml").write_text("title: [")
    (add_pack(packs, "friends") / "pack.yaml").write_text("title: Friends\nlicense: mine\n")

    with pytest.raises(ContentError) as raised:
        load(packs)
    assert [(Path(problem.path).name, problem.line) for problem in raised.value.problems] == [
        ("pack.yaml", 1),
        ("pack.yaml", 1),
        ("pack.yaml", 1),
        ("pack.yaml", 1),
        ("pack.yaml", 2),
        ("late.yaml", 4),
        ("late.yaml", 10),
        ("zoo.yaml", 2),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            ABOUT.replace("licence", "license"),
            (
                "license: expected only keys that are known here (title, author, licence, language, teaches), "
                "found 'license' (did you mean 'licence'?)"
            ),
        ),
        (
            ABOUT.replace("language: en", "language: English"),
            "language: expected a language code such as 'en' or 'pt-BR', found 'English'",
        ),
        (ABOUT.replace("Ana", "Ana\u200b"), "author: expected text that can be seen, found U+200B: take it out"),
        ("- title", "expected keys and values, found a list"),
    ],
)
def test_what_is_wrong_with_a_pack_is_said(packs: Path, text: str, said: str) -> None:
    (packs / "home" / "pack.yaml").write_text(text, encoding="utf-8")

    assert f"pack.yaml: {said}" in said_of(packs)


def test_a_good_pack_of_ones_own_joins_the_bundled_ones(packs: Path, tmp_path: Path) -> None:
    add_pack(tmp_path / "own", "choir")
    library = load(packs, tmp_path / "own")

    assert list(library.packs) == ["home", "choir"]
    assert library.problems == ()


def test_no_folder_of_ones_own_is_no_problem(packs: Path, tmp_path: Path) -> None:
    assert load(packs, tmp_path / "own").problems == ()


def test_a_broken_file_of_ones_own_takes_nothing_else_down(packs: Path, tmp_path: Path) -> None:
    add(add_pack(tmp_path / "own", "choir"), "solo")
    (tmp_path / "own" / "choir" / "solo.yaml").write_text("title: 9")
    (add_pack(tmp_path / "own", "club") / "pack.yaml").write_text("")
    library = load(packs, tmp_path / "own")

    assert list(library.scenarios) == ["home/late", "choir/late"]
    assert {Path(problem.path).name for problem in library.problems} == {"solo.yaml", "pack.yaml"}


def test_a_pack_of_ones_own_never_replaces_a_bundled_one(packs: Path, tmp_path: Path) -> None:
    own = add_pack(tmp_path / "own", "home")
    (own / "pack.yaml").write_text(ABOUT.replace("At home", "Mine"))
    library = load(packs, tmp_path / "own")

    assert library.packs["home"].about.title == "At home"
    assert [problem.message for problem in library.problems] == [
        "expected a name that no other pack has, found 'home': rename the folder"
    ]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("home/night.yaml", b"a: " + b"x" * 10_000_000, "expected at most 100,000 bytes, found more"),
        ("home/night.yaml", b"[" * 10_000, "expected at most 40 levels inside each other, found more"),
        ("home/night.yaml", b"a: &a [x]\nb: *a", "expected plain text, found the anchor '&a': take it out"),
        (
            "home/night.yaml",
            b"!!python/object:os.system x",
            "expected plain text, found the tag '!!python/object:os.system'",
        ),
        ("home/night.yaml", b"title: a\ntitle: b", "expected each key once, found 'title' again: keep one of them"),
        ("home/night.yaml", b"title: \x00", "found the unseen character U+0000: take it out"),
        ("home/night.yaml", b"title: caf\xe9", "expected UTF-8 text, found the byte 0xe9: save the file as UTF-8"),
        ("home/night.yaml", b"", "expected content, found an empty file"),
        ("home/night.yaml", b"- a\n- b", "expected keys and values, found a list"),
        ("home/night.yaml", b"7", "expected keys and values, found the number 7"),
        ("home/night.yml", b"", "expected a name that ends in .yaml, found .yml: rename the file"),
        ("home/Late Night.yaml", b"", "expected a file named in small letters, digits and underscores, a letter first"),
        ("night.yaml", b"", "expected the folder of a pack here, found a file: move it into a pack"),
    ],
)
def test_a_hostile_file_gets_a_sentence_that_says_what_to_do(packs: Path, name: str, content: bytes, said: str) -> None:
    (packs / name).write_bytes(content)
    found = survey(packs)

    assert any(said in problem.message for problem in found.problems)
    assert {Path(problem.path).name for problem in found.problems} == {Path(name).name}
    assert [entry.scenario.id for entry in found.entries] == ["home/late"]


def test_a_very_long_text_is_measured_and_not_repeated(packs: Path, write_late: WriteLate) -> None:
    write_late(("You come home at nine. Dinner is cold.", "x" * 90_000))

    assert said_of(packs) == ["late.yaml: setting: expected at most 300 characters, found 90000: make it shorter"]


@pytest.mark.parametrize(
    "many", ["".join(f"key{number}: x\n" for number in range(7_000)), f"options: [{'1,' * 40_000} 1]"]
)
def test_a_file_with_thousands_of_problems_is_answered_soon_and_briefly(packs: Path, many: str) -> None:
    (packs / "home" / "night.yaml").write_text(many)
    start = time.perf_counter()
    problems = survey(packs).problems

    assert 1 < len(problems) <= 51
    assert time.perf_counter() - start < 2


def test_a_folder_is_no_scenario(packs: Path) -> None:
    (packs / "home" / "night.yaml").mkdir()
    (packs / "home" / "more").mkdir()

    assert said_of(packs) == [
        "more: expected scenario files, found a folder: keep them beside pack.yaml",
        "night.yaml: expected a file, found a folder",
    ]


def test_a_link_out_of_the_folder_is_not_followed(packs: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("title: hidden")
    (packs / "home" / "night.yaml").symlink_to(secret)
    outside = add_pack(tmp_path / "elsewhere", "away")
    (packs / "away").symlink_to(outside)

    assert said_of(packs) == [
        f"{name}: expected a file of this folder, found a link that leads out of it: put a copy here"
        for name in ("away", "night.yaml")
    ]


def test_links_in_a_circle_are_not_followed(packs: Path) -> None:
    (packs / "home" / "night.yaml").symlink_to("night.yaml")

    assert said_of(packs) == [
        "night.yaml: expected a file that can be read, found a link that leads nowhere: put a copy here"
    ]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_closed_folder_is_named(packs: Path) -> None:
    (packs / "home").chmod(0)
    said = said_of(packs)
    (packs / "home").chmod(0o700)

    assert said == ["home: expected a folder that can be read, found: permission denied"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("gone", "gone: expected a folder of packs, found nothing"),
        ("a\0b", "a\0b: expected a folder of packs, found nothing"),
        ("x" * 300, f"{'x' * 300}: expected a folder that can be read, found: file name too long"),
    ],
)
def test_a_folder_that_cannot_be_read_is_named(tmp_path: Path, path: str, said: str) -> None:
    assert said_of(tmp_path / path) == [said]


def test_an_empty_folder_is_told_what_a_pack_is(tmp_path: Path) -> None:
    assert said_of(tmp_path)[0].endswith("expected at least one pack, found none: a pack is a folder with a pack.yaml")


def test_a_pack_without_scenarios_is_told_so(packs: Path) -> None:
    (packs / "home" / "late.yaml").unlink()

    assert said_of(packs) == ["home: expected at least one scenario, found none: add a .yaml file"]


def test_a_pack_without_its_card_is_told_what_goes_in(packs: Path) -> None:
    (packs / "home" / "pack.yaml").unlink()

    assert said_of(packs) == [
        "pack.yaml: expected this file with title, author, licence, language, teaches; found none: add it"
    ]


KEYS = [*yaml.safe_load(LATE), "say", "reads", "because", "scorer", "inner", "feels", "turns", "0"]
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["attuned", "missed", "home/late", "understand", "known_miss", "a" * 700, "\u202e", "\ud800"])
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=20,
)


@pytest.fixture(scope="module")
def pack_to_break(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return add_pack(tmp_path_factory.mktemp("packs"), "home")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(changes=st.dictionaries(st.sampled_from(KEYS), ANYTHING, max_size=4))
def test_wrong_types_everywhere_raise_nothing_but_a_content_error(
    pack_to_break: Path, changes: dict[str, object]
) -> None:
    text = yaml.safe_dump(yaml.safe_load(LATE) | changes)
    (pack_to_break / "late.yaml").write_text(text, encoding="utf-8")

    with suppress(ContentError):
        assert list(load(pack_to_break.parent).scenarios) == ["home/late"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.binary(max_size=80), at=st.integers(0, len(LATE.encode())))
def test_any_bytes_anywhere_raise_nothing_but_a_content_error(pack_to_break: Path, content: bytes, at: int) -> None:
    text = LATE.encode()
    (pack_to_break / "late.yaml").write_bytes(text[:at] + content + text[at + len(content) :])

    with suppress(ContentError):
        assert list(load(pack_to_break.parent).scenarios) == ["home/late"]


def test_thirty_scenarios_are_read_within_the_budget_of_a_start(packs: Path) -> None:
    for number in range(30):
        add(packs / "home", f"late_{number}")
    load(packs)
    start = time.process_time()
    load(packs)

    assert time.process_time() - start < 0.4  # 0.1 s where nothing else runs; slower machines are let through


def test_the_bundled_packs_have_no_problem() -> None:
    assert len(load(scenarios_folder()).scenarios) >= 24
