"""Is only that sure which nothing on the card contradicts?"""

from datetime import date

import pytest

from registration.reading import Answer, judged

TODAY = date(2026, 11, 1)
CARD: dict[str, tuple[str, float]] = {
    "nik": ("6471024304800004", 0.99),
    "name": ("SITI CONTOH", 0.99),
    "birth_place": ("PENAJAM", 0.99),
    "birth_date": ("03-04-1980", 0.99),
    "sex": ("PEREMPUAN", 0.99),
    "address": ("JL ANGGREK NO. 99", 0.99),
    "rt_rw": ("010/003", 0.99),
    "kelurahan": ("KARIANGAU", 0.99),
    "kecamatan": ("BALIKPAPAN BARAT", 0.99),
    "issued_on": ("12-11-2019", 0.99),
    "city": ("KOTA BALIKPAPAN", 0.99),
}
VALUES = {
    "nik": "6471024304800004",
    "name": "SITI CONTOH",
    "birth_place": "PENAJAM",
    "birth_date": "1980-04-03",
    "sex": "P",
    "address": "JL. ANGGREK NO. 99",
    "rt_rw": "010/003",
    "kecamatan": "64.71.02",
    "kelurahan": "64.71.02.1004",
    "issued_on": "2019-11-12",
}


def unsure(**changed: tuple[str, float] | None) -> set[str]:
    """The questions that would be asked although something was read."""
    seen = {key: text for key, text in (CARD | changed).items() if text is not None}
    return {key for key, answer in judged(seen, TODAY).items() if not answer.sure}


def test_a_clear_card_is_sure_in_the_form_questions_store() -> None:
    assert judged(CARD, TODAY) == {key: Answer(value, sure=True) for key, value in VALUES.items()}


def test_nothing_seen_gives_nothing() -> None:
    assert judged({}, TODAY) == {}


@pytest.mark.parametrize("key", ["name", "birth_place", "address", "rt_rw", "issued_on"])
def test_what_stands_once_must_be_seen_clearly(key: str) -> None:
    assert unsure(**{key: (CARD[key][0], 0.9)}) == {key}


def test_on_a_card_with_three_doubtful_values_nothing_that_stands_once_is_sure() -> None:
    two = {"rt_rw": ("010/003", 0.5), "issued_on": ("12-11-2019", 0.5)}
    assert unsure(**two) == {"rt_rw", "issued_on"}
    assert unsure(**two, birth_place=None) == {"rt_rw", "issued_on", "name", "address"}


def test_a_very_long_word_in_a_name_may_be_two() -> None:
    assert (unsure(name=("CONTOHPEKERJA", 0.99)), unsure(name=("CONTOH PEKERJA", 0.99))) == ({"name"}, set())


def test_what_the_card_says_twice_may_be_seen_less_clearly() -> None:
    assert unsure(nik=(VALUES["nik"], 0.9), birth_date=("03-04-1980", 0.0), sex=("PEREMPUAN", 0.0)) == set()
    assert unsure(kelurahan=("KARIANGAU", 0.6), kecamatan=("BALIKPAPAN BARAT", 0.0)) == set()


def test_a_nik_seen_less_clearly_or_of_no_area_is_asked() -> None:
    assert unsure(nik=(VALUES["nik"], 0.89)) == {"nik"}
    assert unsure(nik=("6471094304800004", 0.99)) == {"nik"}
    assert unsure(nik=("0071024304800004", 0.99)) == {"nik"}
    assert unsure(nik=("7371024304800004", 0.99)) == set()


def test_a_birth_date_that_is_not_the_niks_makes_both_unsure() -> None:
    assert unsure(birth_date=("08-04-1980", 0.99)) == {"nik", "birth_date"}


def test_a_sex_that_is_not_the_niks_makes_both_unsure() -> None:
    assert unsure(sex=("LAKI-LAKI", 0.99)) == {"nik", "sex"}


def test_what_is_missing_is_taken_from_the_nik_to_be_asked() -> None:
    found = judged({"nik": CARD["nik"]}, TODAY)
    assert found == {
        "nik": Answer(VALUES["nik"], sure=False),
        "birth_date": Answer("1980-04-03", sure=False),
        "sex": Answer("P", sure=False),
    }


def test_a_misread_letter_in_a_kelurahan_is_mended_and_asked_while_the_kecamatan_stands() -> None:
    found = judged(CARD | {"kelurahan": ("KARLANGAU", 0.99)}, TODAY)
    assert [found["kelurahan"], found["kecamatan"]] == [
        Answer("64.71.02.1004", sure=False),
        Answer("64.71.02", sure=True),
    ]


@pytest.mark.parametrize(
    ("text", "code"), [("DAMAI", "64.71.06.1005"), ("DAMAI BARU", "64.71.05.1011"), ("DAMAI BAHAGIA", "64.71.05.1012")]
)
def test_a_kelurahan_that_begins_like_another_is_itself(text: str, code: str) -> None:
    district = "BALIKPAPAN KOTA" if text == "DAMAI" else "BALIKPAPAN SELATAN"
    found = judged({"kelurahan": (text, 0.99), "kecamatan": (district, 0.99)}, TODAY)
    assert found["kelurahan"] == Answer(code, sure=True)


def test_a_kelurahan_that_lies_elsewhere_is_dropped() -> None:
    found = judged({"kelurahan": ("MANGGAR", 0.99), "kecamatan": ("BALIKPAPAN KOTA", 0.99)}, TODAY)
    assert found == {"kecamatan": Answer("64.71.06", sure=True)}


def test_a_card_of_another_city_is_outside_to_be_asked() -> None:
    found = judged(
        {
            "city": ("KABUPATEN PENAJAM PASER UTARA", 0.99),
            "kecamatan": ("SEPAKU", 0.99),
            "kelurahan": ("BUKIT RAYA", 0.99),
        },
        TODAY,
    )
    assert found == {"kecamatan": Answer("outside", sure=False)}


@pytest.mark.parametrize(
    ("key", "text"),
    [("nik", "647102430480000"), ("name", "B"), ("birth_date", "31-02-1980"), ("rt_rw", "01"), ("sex", "X")],
)
def test_what_the_rules_refuse_is_dropped(key: str, text: str) -> None:
    assert key not in judged({key: (text, 0.99)}, TODAY)


def test_a_speck_between_two_names_and_a_card_given_to_a_child_are_asked() -> None:
    assert unsure(name=("SITI.CONTOH", 0.99)) == {"name"}
    assert unsure(issued_on=("12-11-1990", 0.99)) == {"issued_on"}
