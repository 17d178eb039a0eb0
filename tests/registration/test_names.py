"""Are names that are spelled differently the same, and different names not?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registration.names import folded, name_words


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Soekarno", "Sukarno"), ("Soeharto", "Suharto"), ("Djoko", "Joko"), ("Tjahjono", "Cahyono"),
        ("Widjaja", "Wijaya"), ("Sjahrir", "Syahrir"), ("Syahrir", "Sahrir"), ("Njoto", "Nyoto"), ("Pandji", "Panji"),
        ("Muhammad", "Mochamad"), ("Mohammad", "Moh."), ("Achmad", "Ahmad"), ("Rachmat", "Rakhmat"),
        ("Chairul", "Khairul"), ("Zaenal", "Zainal"), ("Yusuf", "Yusup"), ("Fatimah", "Fatima"), ("Ma'ruf", "Maruf"),
        ("Mulyadi", "Muliyadi"), ("Desy", "Desi"), ("Susy", "Susi"), ("Christina", "Kristina"), ("Ridho", "Rido"),
        ("Aisyah", "Aisha"), ("Abdullah", "Abdulah"), ("Renée", "Rene"), ("SITI AMINAH", "Siti Aminah"),
        ("Budi  -  Contoh", "Budi Contoh"), ("M. Yusuf", "Yusuf"),
    ],
)  # fmt: skip
def test_two_spellings_of_one_name_are_equal(old: str, new: str) -> None:
    assert name_words(old) == name_words(new)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Joko", "Yoko"), ("Siti", "Sita"), ("Budi", "Budiono"), ("Anwar", "Anjar"), ("Jono", "Jana"), ("Rina", "Rani")],
)
def test_two_names_that_only_look_alike_are_not(one: str, other: str) -> None:
    assert name_words(one) != name_words(other)


def test_a_name_of_one_letter_is_a_name_and_nothing_is_none() -> None:
    assert (name_words("O"), name_words("123 ."), name_words("")) == (("o",), (), ())


def test_words_stand_in_order_each_once() -> None:
    assert name_words("Siti Aminah binti Siti") == ("siti", "amina", "binti")


@given(st.text(max_size=60))
def test_folding_takes_any_text_and_folding_what_is_small_letters_changes_no_equality(text: str) -> None:
    assert name_words(text) == name_words(text.casefold())
    assert all(word == folded(word) or folded(word) for word in name_words(text))
