"""Do the limits lie exactly where the rules say?"""

from datetime import date

import pytest

from registration.eligibility import add_months, age_on, card_old_enough, within_age, within_income


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (date(2025, 11, 9), 64),
        (date(2025, 11, 10), 65),
        (date(2025, 11, 11), 65),
    ],
)
def test_a_person_is_a_year_older_on_the_birthday_itself(day: date, age: int) -> None:
    assert age_on(day, date(1960, 11, 10)) == age


def test_who_was_born_on_a_leap_day_is_older_on_the_first_of_march() -> None:
    born = date(1960, 2, 29)
    assert [
        age_on(date(2025, 2, 28), born),
        age_on(date(2025, 3, 1), born),
        age_on(date(2024, 2, 29), born),
    ] == [64, 65, 64]


@pytest.mark.parametrize(("age", "within"), [(16, False), (17, True), (64, True), (65, False)])
def test_both_ages_are_included(age: int, within: bool) -> None:
    assert within_age(age, 17, 64) is within


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 5, 1), 6, date(2025, 11, 1)),
        (date(2024, 8, 31), 6, date(2025, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2025, 6, 30), 6, date(2025, 12, 30)),
        (date(2025, 7, 1), 6, date(2026, 1, 1)),
        (date(2025, 12, 31), 0, date(2025, 12, 31)),
        (date(2025, 12, 15), 12, date(2026, 12, 15)),
    ],
)
def test_months_are_counted_by_the_calendar(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@pytest.mark.parametrize(
    ("issued", "enough"),
    [
        (date(2025, 4, 30), True),
        (date(2025, 5, 1), True),
        (date(2025, 5, 2), False),
        (date(2025, 11, 1), False),
    ],
)
def test_a_card_of_exactly_six_months_is_old_enough(issued: date, enough: bool) -> None:
    assert card_old_enough(issued, date(2025, 11, 1), 6) is enough


@pytest.mark.parametrize(("income", "within"), [(0, True), (3_701_508, True), (3_701_509, False)])
def test_an_income_at_the_limit_is_within(income: int, within: bool) -> None:
    assert within_income(income, 3_701_508) is within
