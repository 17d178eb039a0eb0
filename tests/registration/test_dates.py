"""Is a date understood the way Indonesians type it?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registration.dates import Purpose, parse_birth_date, parse_date, parse_issued_on, shown, split_day_ahead
from registration.errors import Doubtful, Invalid

TODAY = date(2025, 11, 10)


@pytest.mark.parametrize(
    "typed",
    [
        "17-8-1990",
        "17-08-1990",
        "17/08/90",
        "17.08.1990",
        "17 08 1990",
        "17, 8, 1990",
        "17081990",
        "170890",
        "17 agustus 1990",
        "17 Agustus 90",
        "17 AGT 1990",
        "17-Agu-1990",
        "17agustus1990",
        "17 – 8 – 1990",
        "tgl 17-8-1990",
        "Tanggal: 17 Agustus 1990",
        "1990-08-17",
        "１７-８-１９９０",
        " 17-8-1990\n",
    ],
)
def test_all_these_are_one_day(typed: str) -> None:
    assert parse_date(typed, TODAY, "birth") == "1990-08-17"


@pytest.mark.parametrize(
    ("month", "number"),
    [
        ("januari", 1), ("jan", 1), ("pebruari", 2), ("feb", 2), ("maret", 3), ("mrt", 3), ("april", 4),
        ("mei", 5), ("juni", 6), ("juli", 7), ("agst", 8), ("september", 9), ("okt", 10), ("nopember", 11),
        ("desember", 12),
    ],
)  # fmt: skip
def test_months_have_the_names_people_use(month: str, number: int) -> None:
    assert parse_date(f"9 {month} 1990", TODAY, "birth") == f"1990-{number:02d}-09"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "date-form"),
        ("17", "date-form"),
        ("17-8", "date-form"),
        ("1-1-1", "date-form"),
        ("1-1-199", "date-form"),
        ("17-8-1990 jam 5", "date-form"),
        ("17-8-1990 <b>", "date-form"),
        ("agustus 17 1990", "date-form"),
        ("١٧-٨-١٩٩٠", "date-form"),
        ("17 foo 1990", "date-month"),
        ("17 8888 1990", "date-month"),
        ("31-2-1990", "date-impossible"),
        ("29-2-1999", "date-impossible"),
        ("0-1-1990", "date-impossible"),
        ("1-13-1990", "date-impossible"),
        ("1-0-1990", "date-impossible"),
        ("1-1-0000", "date-impossible"),
        ("1-1-1899", "date-impossible"),
        ("11-11-2025", "date-future"),
        ("1-1-9999", "date-future"),
    ],
)
@pytest.mark.parametrize("purpose", ["birth", "issue"])
def test_what_is_no_day_is_refused(typed: str, code: str, purpose: Purpose) -> None:
    with pytest.raises(Invalid) as refused:
        parse_date(typed, TODAY, purpose)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("typed", "purpose", "iso"),
    [
        ("10-11-25", "birth", "2025-11-10"),
        ("11-11-25", "birth", "1925-11-11"),
        ("1-1-61", "birth", "1961-01-01"),
        ("1-1-08", "birth", "2008-01-01"),
        ("29-2-00", "birth", "2000-02-29"),
        ("1-1-12", "issue", "2012-01-01"),
        ("10-11-25", "issue", "2025-11-10"),
    ],
)
def test_years_of_two_digits_follow_the_purpose(typed: str, purpose: Purpose, iso: str) -> None:
    assert parse_date(typed, TODAY, purpose) == iso


@pytest.mark.parametrize(("typed", "date_shown"), [("11-11-25", "11-11-2025"), ("1-1-98", "01-01-2098")])
def test_a_card_of_the_future_is_refused_with_the_day_it_was_read_as(typed: str, date_shown: str) -> None:
    with pytest.raises(Invalid) as refused:
        parse_issued_on(typed, TODAY)
    assert (refused.value.code, refused.value.details) == ("date-future", {"date": date_shown})


@pytest.mark.parametrize("typed", ["10-11-2010", "11-11-1924"])
def test_a_birth_fifteen_to_a_hundred_years_ago_is_taken_unasked(typed: str) -> None:
    assert shown(parse_birth_date(typed, TODAY)) == typed


@pytest.mark.parametrize(("typed", "age"), [("11-11-2010", 14), ("10-11-1924", 101)])
def test_a_birth_that_is_no_workers_is_asked_about(typed: str, age: int) -> None:
    with pytest.raises(Doubtful) as doubt:
        parse_birth_date(typed, TODAY)
    assert (doubt.value.code, doubt.value.details) == ("birth-date-age", {"date": typed, "age": age})
    assert doubt.value.value == parse_date(typed, TODAY, "birth")


def test_a_card_older_than_the_first_card_is_asked_about() -> None:
    assert parse_issued_on("1-1-2009", TODAY) == "2009-01-01"
    with pytest.raises(Doubtful) as doubt:
        parse_issued_on("31-12-2008", TODAY)
    assert (doubt.value.value, doubt.value.code) == ("2008-12-31", "issued-on-old")


def test_a_day_is_shown_as_on_a_card() -> None:
    assert shown("1990-08-17") == "17-08-1990"


@given(st.dates(date(1926, 1, 1), TODAY))
def test_every_day_is_read_back_from_each_form(day: date) -> None:
    forms = [
        day.isoformat(),
        shown(day.isoformat()),
        f"{day:%d%m%Y}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day:%d%m%y}",
    ]
    assert {parse_date(form, TODAY, "birth") for form in forms} == {day.isoformat()}


@pytest.mark.parametrize(
    ("text", "day", "rest"),
    [
        ("3-12-2025", date(2025, 12, 3), ""),
        ("3-12-25 menunggu surat", date(2025, 12, 3), "menunggu surat"),
        (" 3 Desember 2025  menunggu surat 2 RT", date(2025, 12, 3), "menunggu surat 2 RT"),
        ("03122025 x", date(2025, 12, 3), "x"),
        ("2025-12-03", date(2025, 12, 3), ""),
        ("besok", date(2025, 11, 11), ""),
        ("Besok telepon lagi", date(2025, 11, 11), "telepon lagi"),
        ("7 hari", date(2025, 11, 17), ""),
        ("60 hari", date(2026, 1, 9), ""),
        ("9-1-2026", date(2026, 1, 9), ""),
    ],
)
def test_a_day_to_come_at_the_head_of_a_text_is_split_off(text: str, day: date, rest: str) -> None:
    assert split_day_ahead(text, TODAY, 60) == (day, rest)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("menunggu surat", "day-form"), ("minggu depan", "day-form"), ("31-2-2026", "day-form"), ("3-12", "day-form"),
        ("3-99-2025", "day-form"), ("10-11-2025", "day-past"), ("9-11-2025", "day-past"), ("0 hari", "day-past"),
        ("61 hari", "day-far"), ("10-1-2026", "day-far"), ("3-12-2099", "day-far"), ("99999999", "day-form"),
    ],
)  # fmt: skip
def test_a_day_that_is_none_is_over_or_too_far_is_refused(text: str, code: str) -> None:
    with pytest.raises(Invalid, match=code):
        split_day_ahead(text, TODAY, 60)
