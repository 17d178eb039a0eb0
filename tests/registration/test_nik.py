"""Is a typed NIK read rightly, explained when it is wrong, and never refused for being odd?

All NIK are invented.
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registration.errors import Doubtful, Invalid
from registration.nik import NikFacts, grouped, masked, nik_facts, parse_nik

TODAY = date(2025, 11, 10)


@pytest.mark.parametrize(
    "typed",
    [
        "6471051203900001",
        "6471 0512 0390 0001",
        "647105.120390.0001",
        "647105-120390-0001",
        "NIK: 6471051203900001",
        "No. KTP 6471051203900001",
        " 6471051203900001\n",
        "6471\u200b051203900001",
    ],
)
def test_spaces_dots_dashes_and_labels_are_fine(typed: str) -> None:
    assert parse_nik(typed, TODAY) == "6471051203900001"


@pytest.mark.parametrize(
    ("typed", "code", "details"),
    [
        ("", "nik-length", {"count": 0, "missing": 16, "extra": 0, "typed": ""}),
        ("647105120390001", "nik-length", {"count": 15, "missing": 1, "extra": 0, "typed": "6471 0512 0390 001"}),
        ("64710512039000011", "nik-length", {"count": 17, "missing": 0, "extra": 1, "typed": "6471 0512 0390 0001 1"}),
        ("647105120390000l", "nik-letters", {}),
        ("64710512O3900001", "nik-letters", {}),
        ("٦٤٧١٠٥١٢٠٣٩٠٠٠٠١", "nik-digits", {}),
        ("６４７１０５１２０３９００００１", "nik-digits", {}),
        ("647105120390000¹", "nik-digits", {}),
        ("6471051203900001; DROP TABLE", "nik-letters", {}),
        ("halo", "nik-letters", {}),
        ("1111111111111111", "nik-same", {}),
        ("0" * 16, "nik-same", {}),
        ("6" * 200, "text-long", {"longest": 60, "length": 200}),
    ],
)
def test_what_is_no_nik_is_explained(typed: str, code: str, details: dict[str, int]) -> None:
    with pytest.raises(Invalid) as refused:
        parse_nik(typed, TODAY)
    assert (refused.value.code, refused.value.details) == (code, details)


@pytest.mark.parametrize(
    ("nik", "code", "place"),
    [
        ("6471053102900001", "nik-date", "6471 05[31 0290] 0001"),  # 31 February
        ("6471057002900001", "nik-date", "6471 05[70 0290] 0001"),  # 30 February, a woman
        ("6471052902990001", "nik-date", "6471 05[29 0299] 0001"),  # 29 February 1999
        ("6471057102900001", "nik-date", "6471 05[71 0290] 0001"),  # day 71 in February
        ("6471051213900001", "nik-date", "6471 0512 [13]90 0001"),  # month 13
        ("6471051200900001", "nik-date", "6471 0512 [00]90 0001"),  # month 0
        ("6471050003900001", "nik-date", "6471 05[00] 0390 0001"),  # day 0
        ("6471053203900001", "nik-date", "6471 05[32] 0390 0001"),  # day 32: neither man nor woman
        ("6471054003900001", "nik-date", "6471 05[40] 0390 0001"),  # day 40
        ("6471057203900001", "nik-date", "6471 05[72] 0390 0001"),  # day 72
        ("6471051203900000", "nik-serial", "6471 0512 0390 [0000]"),
        ("6471051111250001", "nik-future", "6471 05[11 1125] 0001"),  # tomorrow
    ],
)
def test_an_odd_nik_is_asked_about_with_the_place_marked_and_can_be_insisted_on(
    nik: str, code: str, place: str
) -> None:
    with pytest.raises(Doubtful) as doubt:
        parse_nik(nik, TODAY)
    shown = "{before}[{wrong}]{after}".format(**doubt.value.details)
    assert (doubt.value.value, doubt.value.code, shown) == (nik, code, place)


@pytest.mark.parametrize(
    "nik",
    [
        "6473051203900001",  # Tarakan before it left the province
        "6404011203900001",
        "6471991203900001",  # a kecamatan that is not on today's list
        "6471051011250001",  # born today
        "6471051203260001",  # 26 is above today's year: 1926
    ],
)
def test_old_and_foreign_areas_and_old_people_are_no_matter(nik: str) -> None:
    assert parse_nik(nik, TODAY) == nik


@pytest.mark.parametrize(
    ("nik", "facts"),
    [
        ("6471051203900001", NikFacts(date(1990, 3, 12), "L", "647105", 1)),
        ("6471055203900123", NikFacts(date(1990, 3, 12), "P", "647105", 123)),
        ("6471052902000001", NikFacts(date(2000, 2, 29), "L", "647105", 1)),
        ("6471051203250001", NikFacts(date(2025, 3, 12), "L", "647105", 1)),
        ("6471051203260001", NikFacts(date(1926, 3, 12), "L", "647105", 1)),
        ("6471053502900000", NikFacts(None, None, "647105", 0)),
        ("6471057102900001", NikFacts(None, "P", "647105", 1)),
    ],
)
def test_a_nik_tells_birth_date_sex_area_and_serial(nik: str, facts: NikFacts) -> None:
    assert nik_facts(nik, TODAY) == facts


def test_a_nik_is_shown_in_groups_and_masked_but_for_its_end() -> None:
    assert grouped("6471051203900001") == "6471 0512 0390 0001"
    assert masked("6471051203900001") == "•••• •••• •••• 0001"


@given(st.text(alphabet=st.characters(), max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        nik = parse_nik(text, TODAY)
    except (Invalid, Doubtful):
        return
    assert parse_nik(nik, TODAY) == nik


@given(st.from_regex(r"[0-9]{16}", fullmatch=True))
def test_any_sixteen_digits_have_facts_and_survive_grouping(nik: str) -> None:
    facts = nik_facts(nik, TODAY)
    assert (facts.area, facts.serial) == (nik[:6], int(nik[12:]))
    assert grouped(nik).replace(" ", "") == nik
