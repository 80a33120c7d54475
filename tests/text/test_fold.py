"""Folding: what a typed token stands for."""

from __future__ import annotations

import pytest

from attune_trainer.text.fold import fold


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("Don't", ("do", "not")),
        ("can\u2019t", ("can", "not")),
        ("won't", ("will", "not")),
        ("you're", ("you", "are")),
        ("let's", ("let", "us")),
        ("that's", ("that", "is")),
        ("boss's", ("boss", "'s")),
        ("sooo", ("so",)),
        ("u", ("you",)),
        ("dont", ("do", "not")),
        ("goin'", ("going",)),
    ],
)
def test_a_token_folds_to_the_words_it_stands_for(token: str, words: tuple[str, ...]) -> None:
    assert fold(token) == words


def test_look_alike_letters_and_invisible_characters_fold_to_plain_ones() -> None:
    """Two Cyrillic letters and a zero-width space do not hide a word."""
    assert fold("c\u0430lm") == ("calm",)
    assert fold("sh\u043euld") == ("should",)
    assert fold("st\u200bop") == ("stop",)


def test_a_word_of_another_script_stays_itself() -> None:
    assert fold("спасибо") == ("спасибо",)


def test_a_capital_whose_lower_case_is_longer_does_not_move_offsets() -> None:
    """'İ'.lower() has two characters; folding is by word, so nothing after it shifts."""
    assert len(fold("\u0130")) == 1
