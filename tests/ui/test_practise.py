"""The round on the page: listen, respond, land, and what is offered around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from attune_trainer.store import attempts_of, checkins_of, delete_profile, list_profiles
from attune_trainer.ui import state

if TYPE_CHECKING:
    from collections.abc import Callable

    from attune_trainer.practice.attempt import Attempt
    from attune_trainer.practice.round import Round

    Read = Callable[[AppTest], str]

WORDS = "That sounds lonely. What was that like for you?"


def kept() -> tuple[Attempt, ...]:
    (profile,) = list_profiles(state.store())
    return attempts_of(state.store(), profile.id)


def in_hand(app: AppTest) -> Round:
    this: Round = app.session_state["practise.round"]
    return this


def say(app: AppTest, words: str) -> AppTest:
    app.text_area(key="practise.response").input(words)
    return app.button(key="practise.send").click().run()


def test_listening_shows_who_speaks_where_and_what_they_say(mara: AppTest, read: Read) -> None:
    scenario = in_hand(mara).scenario

    page = read(mara)

    for part in (scenario.speaker.name, scenario.speaker.voice, scenario.setting, scenario.statement):
        assert part in page


def test_what_was_said_is_shown_and_kept(mara: AppTest, read: Read) -> None:
    say(mara, WORDS)

    assert not mara.exception
    assert "Your words have landed" in read(mara)
    assert [attempt.response for attempt in kept()] == [WORDS]


def test_how_it_was_for_the_speaker_is_shown(mara: AppTest, read: Read) -> None:
    say(mara, WORDS)

    this = in_hand(mara)
    assert this.latest is not None
    landing = this.scenario.lands.after(this.latest.reading)
    assert landing is not None
    assert landing.inner in read(mara)
    assert landing.says in read(mara)


def test_saying_nothing_gets_a_kind_line_and_no_judgement(mara: AppTest, read: Read) -> None:
    mara.button(key="practise.send").click().run()

    assert "too short to read anything into" in read(mara)
    assert kept() == ()


def test_what_cannot_be_read_stays_in_the_box(mara: AppTest, read: Read) -> None:
    say(mara, "asdfgh jkl qwe")

    assert "could not be read" in read(mara)
    assert mara.text_area(key="practise.response").value == "asdfgh jkl qwe"
    assert kept() == ()


def test_a_response_that_is_too_long_is_cut_with_a_plain_line(mara: AppTest, read: Read) -> None:
    say(mara, "That sounds lonely. " * 5_000)

    assert "The first 10,000 characters were read" in read(mara)
    (attempt,) = kept()
    assert len(attempt.response) == 10_000


def test_an_option_lands_with_its_authors_reason(mara: AppTest, read: Read) -> None:
    mara.segmented_control(key="practise.how").set_value("Pick one").run()
    mara.radio(key="practise.option").set_value(in_hand(mara).order[0]).run()
    mara.button(key="practise.send").click().run()

    picked = in_hand(mara).scenario.options[in_hand(mara).order[0]]
    assert picked.because in read(mara)
    assert [attempt.response for attempt in kept()] == [picked.say]


def test_options_keep_their_places_when_the_page_is_drawn_again(mara: AppTest) -> None:
    mara.segmented_control(key="practise.how").set_value("Pick one").run()
    before = mara.radio(key="practise.option").options

    mara.run()

    assert mara.radio(key="practise.option").options == before


def test_picking_nothing_gets_a_kind_line(mara: AppTest, read: Read) -> None:
    mara.segmented_control(key="practise.how").set_value("Pick one").run()
    mara.button(key="practise.send").click().run()

    assert "Pick the one you would say" in read(mara)


def test_trying_again_starts_from_the_words_before(mara: AppTest) -> None:
    say(mara, WORDS)
    mara.button(key="practise.again").click().run()

    assert mara.text_area(key="practise.response").value == WORDS


def test_a_rewrite_shows_both_versions(mara: AppTest, read: Read) -> None:
    say(mara, WORDS)
    mara.button(key="practise.again").click().run()
    say(mara, "You sat there on your own. I'm sorry.")

    page = read(mara)
    assert "Before" in page
    assert "Now" in page
    assert WORDS in page
    assert "You sat there on your own. I'm sorry." in page
    assert [(attempt.number, attempt.round_id) for attempt in kept()] == [
        (1, in_hand(mara).id),
        (2, in_hand(mara).id),
    ]


def test_a_rewrite_can_be_left_as_it_was(mara: AppTest, read: Read) -> None:
    say(mara, WORDS)
    mara.button(key="practise.again").click().run()
    mara.button(key="practise.leave_edit").click().run()

    assert "How it was for" in read(mara)


def test_next_brings_somebody_else(mara: AppTest) -> None:
    first = in_hand(mara).scenario.id
    say(mara, WORDS)
    mara.button(key="practise.next").click().run()

    assert in_hand(mara).scenario.id != first


def test_who_was_met_before_does_not_come_first_in_a_new_tab(mara: AppTest) -> None:
    first = in_hand(mara).scenario.id
    say(mara, WORDS)

    tab = AppTest.from_file(str(mara._script_path), default_timeout=30)  # noqa: SLF001 - the same app in another tab
    tab.query_params["who"] = mara.query_params["who"]
    tab.run()

    assert in_hand(tab).scenario.id != first


def test_next_passes_over_who_was_met_before(mara: AppTest) -> None:
    met = []
    for _ in range(3):
        met.append(in_hand(mara).scenario.id)
        say(mara, WORDS)
        mara.button(key="practise.next").click().run()

    assert in_hand(mara).scenario.id not in met
    assert len(set(met)) == 3


def test_a_draft_is_there_after_looking_at_another_page(mara: AppTest) -> None:
    mara.text_area(key="practise.response").input("I was thin").run()
    mara.switch_page("views/help.py").run()
    mara.switch_page("views/practise.py").run()

    assert mara.text_area(key="practise.response").value == "I was thin"


@pytest.mark.parametrize("aside", ["wonder", "say_back"])
def test_a_draft_is_there_after_an_aside(mara: AppTest, aside: str) -> None:
    mara.text_area(key="practise.response").input("I was thin").run()
    mara.button(key=f"practise.{aside}").click().run()
    mara.button(key="practise.back").click().run()

    assert mara.text_area(key="practise.response").value == "I was thin"


def test_a_draft_does_not_follow_to_somebody_else(mara: AppTest) -> None:
    mara.text_area(key="practise.response").input("I was thin").run()
    mara.button(key="practise.choose").click().run()
    other = next(one for one in state.library().scenarios if one != in_hand(mara).scenario.id)
    mara.button(key=f"practise.choose_{other}").click().run()

    assert in_hand(mara).scenario.id == other
    assert not mara.text_area(key="practise.response").value


def test_wondering_compares_with_what_the_author_had_in_mind(mara: AppTest, read: Read) -> None:
    scenario = in_hand(mara).scenario
    mara.button(key="practise.wonder").click().run()
    mara.button_group(key="practise.guess_feelings").set_value([scenario.feelings[0]]).run()
    mara.button(key="practise.wonder_compare").click().run()

    assert f"You and the author both thought of: {scenario.feelings[0]}." in read(mara)


def test_not_sure_is_a_good_answer(mara: AppTest, read: Read) -> None:
    mara.button(key="practise.wonder").click().run()
    mara.button_group(key="practise.guess_hope").set_value("not sure, I'd ask").run()
    mara.button(key="practise.wonder_compare").click().run()

    assert "Not sure is a good place to start." in read(mara)


def test_a_guess_is_kept_with_the_response(mara: AppTest) -> None:
    feeling = in_hand(mara).scenario.feelings[0]
    mara.button(key="practise.wonder").click().run()
    mara.button_group(key="practise.guess_feelings").set_value([feeling]).run()
    mara.button(key="practise.wonder_compare").click().run()
    mara.button(key="practise.back").click().run()
    say(mara, WORDS)

    (attempt,) = kept()
    assert attempt.guessed_feelings == (feeling,)


def test_the_statement_is_out_of_sight_while_it_is_said_back(mara: AppTest, read: Read) -> None:
    mara.button(key="practise.say_back").click().run()

    assert in_hand(mara).scenario.statement not in read(mara)


def test_what_was_said_back_stands_beside_the_statement(mara: AppTest, read: Read) -> None:
    mara.button(key="practise.say_back").click().run()
    mara.text_area(key="practise.said_back").input("Nobody was there.")
    mara.checkbox(key="practise.was_planning").check()
    mara.button(key="practise.say_back_done").click().run()

    page = read(mara)
    assert in_hand(mara).scenario.statement in page
    assert "Nobody was there." in page
    assert "You noticed that you were planning." in page


def test_a_check_in_is_let_go_of_unless_asked(mara: AppTest) -> None:
    say(mara, WORDS)
    mara.button(key="practise.check_in").click().run()
    mara.button_group(key="practise.own_feeling").set_value(["tired"]).run()
    mara.button(key="practise.back").click().run()

    (profile,) = list_profiles(state.store())
    assert checkins_of(state.store(), profile.id) == ()


def test_a_check_in_is_kept_when_asked(mara: AppTest, read: Read) -> None:
    say(mara, WORDS)
    mara.button(key="practise.check_in").click().run()
    mara.button_group(key="practise.own_feeling").set_value(["tired"]).run()
    mara.text_input(key="practise.own_words").input("tea")
    mara.button(key="practise.checkin_keep").click().run()

    (profile,) = list_profiles(state.store())
    (checkin,) = checkins_of(state.store(), profile.id)
    assert (checkin.feeling, checkin.body, checkin.need) == ("tired", "", "tea")
    assert "Kept, for you alone." in read(mara)


def test_a_disclosure_shows_help_and_no_marks_and_leaves_nothing(
    mara: AppTest, read: Read, markup: Callable[[AppTest], str]
) -> None:
    say(mara, "I want to kill myself.")

    page = read(mara)
    assert "This sounds bigger than practice" in page
    assert "findahelpline.com" in page
    assert "<mark" not in markup(mara)
    assert "kill myself" not in page
    assert "kill myself" not in repr(mara.session_state)
    assert kept() == ()


def test_points_are_not_shown_unless_asked_for(mara: AppTest, read: Read) -> None:
    say(mara, WORDS)

    assert "Points" not in read(mara)


def test_points_and_depth_are_shown_when_asked_for(mara: AppTest, read: Read) -> None:
    mara.switch_page("views/settings.py").run()
    mara.toggle(key="settings.points").set_value(True).run()
    mara.switch_page("views/practise.py").run()
    say(mara, WORDS)

    latest = in_hand(mara).latest
    assert latest is not None
    assert f"Points {latest.assessment.points} of 10." in read(mara)


def test_when_it_cannot_be_kept_it_says_so_and_the_words_stay(mara: AppTest) -> None:
    mara.text_area(key="practise.response").input(WORDS)
    (profile,) = list_profiles(state.store())
    with state.store().writing() as connection:
        connection.exec_driver_sql("CREATE TRIGGER full BEFORE INSERT ON attempts BEGIN SELECT RAISE(ABORT, 'no'); END")
    mara.button(key="practise.send").click().run()

    assert not mara.exception
    assert "Your words are still in the box." in mara.warning[0].value
    assert mara.text_area(key="practise.response").value == WORDS
    mara.button(key="practise.unkept").click().run()
    assert attempts_of(state.store(), profile.id) == ()


def test_when_what_comes_next_cannot_be_read_it_says_so(mara: AppTest, read: Read) -> None:
    say(mara, WORDS)
    with state.store().writing() as connection:
        connection.exec_driver_sql("ALTER TABLE attempts RENAME TO elsewhere")
    mara.button(key="practise.next").click().run()

    assert not mara.exception
    assert "This did not work" in read(mara)
    with state.store().writing() as connection:
        connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO attempts")
    mara.button(key="app.retry").click().run()
    assert mara.text_area(key="practise.response").label.startswith("What would you say")


def test_a_profile_deleted_in_another_window_leads_back_to_the_names(mara: AppTest, read: Read) -> None:
    (profile,) = list_profiles(state.store())
    delete_profile(state.store(), profile.id)

    mara.run()

    assert "Who is practising?" in read(mara)


def test_when_everyone_was_met_there_is_a_way_on(mara: AppTest, read: Read) -> None:
    mara.session_state["practise.met"] = set(state.library().scenarios)
    say(mara, WORDS)
    mara.button(key="practise.next").click().run()

    assert "You have listened to everyone here" in read(mara)
    mara.button(key="practise.over").click().run()
    assert in_hand(mara).scenario.level == 1


def test_hostile_words_are_shown_letter_for_letter(mara: AppTest, read: Read, markup: Callable[[AppTest], str]) -> None:
    hostile = '<img src=x onerror="alert(1)"> **that** sounds lonely :red[so] $x^2$'
    say(mara, hostile)

    assert "<img" not in markup(mara)
    assert "&lt;img src=x onerror=" in markup(mara)
    assert ":red[so] $x^2$" in read(mara)
