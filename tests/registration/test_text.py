"""Is hostile text made harmless, and nothing else changed?"""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registration.errors import Invalid
from registration.text import clean_line, count_letters, numeric_line

ANY_TEXT = st.text(alphabet=st.characters(), max_size=90)  # surrogates and unassigned characters too


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  Siti   Contoh ", "Siti Contoh"),
        ("Jl. Contoh\nNo. 12\tRT 9", "Jl. Contoh No. 12 RT 9"),
        ("Si\u200bti", "Siti"),
        ("\u202eitiS\u2066", "itiS"),
        ("\ufeffSiti\x00\x07", "Siti"),
        ("Siti\ud800", "Siti"),
        ("Siti\ue000", "Siti"),
        ("e\u0301", "é"),
        ("z" + "\u0300" * 20, "z" + "\u0300" * 3),
        ("\u200b \u200b", ""),
        ("", ""),
    ],
)
def test_a_line_loses_what_cannot_be_seen_and_keeps_the_rest(typed: str, cleaned: str) -> None:
    assert clean_line(typed) == cleaned


def test_a_line_that_is_too_long_is_refused_with_both_lengths() -> None:
    with pytest.raises(Invalid) as refused:
        clean_line("a" * 101)
    assert (refused.value.code, refused.value.details) == ("text-long", {"longest": 100, "length": 101})


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_line(text, 10_000)
    assert clean_line(once, 10_000) == once


@given(ANY_TEXT)
def test_a_cleaned_line_can_be_stored_and_sent(text: str) -> None:
    line = clean_line(text, 10_000)
    assert line.encode("utf-8").decode("utf-8") == line
    assert [char for char in line if unicodedata.category(char)[0] == "C"] == []


def test_full_width_digits_become_ascii_and_arabic_ones_do_not() -> None:
    assert numeric_line("６４ ٦٤") == "64 ٦٤"


def test_letters_of_any_script_are_counted() -> None:
    assert count_letters("Sí 1, Вб!") == 4
