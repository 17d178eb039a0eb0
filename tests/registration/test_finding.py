"""Do the words of a search mean what an officer means, and is every case found by all that it has?"""

import pytest

from registration.errors import Invalid
from registration.finding import By, Part, Term, has_ends, parts_of, terms_of

ANSWERS = {"nik": "6471051708900001", "phone": "+6281234567890", "name": "Soekarno Contoh"}
ENDS = (Term(By.NIK_END, "0001"), Term(By.PHONE_END, "0001"))


def name(word: str) -> Part:
    return Part((Term(By.NAME, word),))


def test_a_case_has_its_nik_its_phone_their_ends_and_each_word_of_its_name() -> None:
    assert terms_of(ANSWERS) == {
        Term(By.NIK, "6471051708900001"),
        Term(By.NIK_END, "0001"),
        Term(By.PHONE, "81234567890"),
        Term(By.PHONE_END, "7890"),
        Term(By.NAME, "sukarno"),
        Term(By.NAME, "contoh"[:-1]),
    }
    assert terms_of(ANSWERS | {"kecamatan": "64.71.05"}) - terms_of(ANSWERS) == {Term(By.KECAMATAN, "64.71.05")}
    assert terms_of({}) == frozenset()
    assert terms_of(ANSWERS | {"phone": "081234567890"}) == terms_of(ANSWERS)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Sukarno", (name("sukarno"),)),
        ("  soekarno   SUKARNO ", (name("sukarno"),)),
        ("Siti 0001", (name("siti"), Part(ENDS))),
        ("0001", (Part(ENDS),)),
        ("900001", (Part(ENDS, "900001"),)),
        ("6471 0517 0890 0001", (Part((Term(By.NIK, "6471051708900001"),)),)),
        ("0812-3456-7890", (Part((Term(By.PHONE, "81234567890"),)),)),
        ("+62 812 3456 7890", (Part((Term(By.PHONE, "81234567890"),)),)),
        ("Siti +6281234567890", (name("siti"), Part((Term(By.PHONE, "81234567890"),)))),
        ("0001 7890", (Part(ENDS), Part((Term(By.NIK_END, "7890"), Term(By.PHONE_END, "7890"))))),
    ],
)
def test_words_are_understood(words: str, parts: tuple[Part, ...]) -> None:
    assert parts_of(words) == parts


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("", "search-empty"), ("?!", "search-empty"), ("123", "search-short"), ("Siti 12", "search-short"),
        ("KT1234AB", "search-odd"), ("٠٠٠١", "search-empty"),
        ("a b c d e f g", "search-many"), ("x" * 101, "text-long"),
    ],
)  # fmt: skip
def test_what_cannot_be_looked_for_is_said(words: str, code: str) -> None:
    with pytest.raises(Invalid) as caught:
        parts_of(words)
    assert caught.value.code == code


def test_more_than_four_digits_must_all_be_the_end_of_nik_or_phone() -> None:
    fits = {digits: has_ends(ANSWERS, parts_of(digits)) for digits in ("900001", "990001", "567890", "667890", "0001")}
    assert fits == {"900001": True, "990001": False, "567890": True, "667890": False, "0001": True}
