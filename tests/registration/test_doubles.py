"""When do two registrations look like one person's?"""

from typing import Any

import pytest

from registration.doubles import Why, compared, same_name, telling_terms, whys

BUDI = {"nik": "6471051708900001", "name": "Budi Contoh", "birth_date": "1990-08-17", "phone": "+6281234567890"}
OTHER = {"nik": "6471051708900002", "name": "Ani Lain", "birth_date": "1991-01-02", "phone": "+6281234567891"}


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, ()),
        ({"nik": BUDI["nik"]}, (Why.NIK,)),
        ({"phone": "081234567890"}, (Why.PHONE,)),
        ({"name": "Budi Tjontoh", "birth_date": BUDI["birth_date"]}, (Why.PERSON,)),
        ({"name": "Budi Tjontoh"}, ()),
        ({"birth_date": BUDI["birth_date"]}, ()),
        (BUDI, (Why.NIK, Why.PERSON, Why.PHONE)),
    ],
)
def test_what_two_registrations_have_in_common(change: dict[str, Any], found: tuple[Why, ...]) -> None:
    assert whys(BUDI, OTHER | change) == found
    assert whys(OTHER | change, BUDI) == found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Muh. Rachmat Soekarno", "Muhammad Rahmat Sukarno", True),
        ("Budi", "Budi Santoso", True),
        ("Santoso Budi", "Budi Santoso", True),
        ("Nurhayati", "Nurhayatii", True),
        ("Budi Santoso", "Budi Hartono", False),
        ("Siti", "Ani", False),
        ("", "Budi", False),
    ],
)
def test_every_word_of_the_shorter_name_stands_in_the_other_spelled_nearly_the_same(
    one: str, other: str, same: bool
) -> None:
    assert same_name(one, other) is same


def test_a_double_shares_a_telling_term_and_words_alone_tell_nothing() -> None:
    spelled = OTHER | {"name": "Boedi", "birth_date": BUDI["birth_date"]}
    assert len(telling_terms(BUDI) & telling_terms(spelled)) == 1
    assert telling_terms(BUDI) & telling_terms(OTHER | {"name": "Budi"}) == frozenset()


def test_what_was_compared_is_another_once_an_answer_or_a_photo_is() -> None:
    assert compared(BUDI) == compared(BUDI | {"income": 3_000_000})
    changes: list[dict[str, Any]] = [{"name": "Budi C."}, {"phone": "+62811"}, {"ktp_photo": [2]}, {"letter": [3]}]
    assert {compared(BUDI | change) for change in changes}.isdisjoint({compared(BUDI)})
