"""Is a worker within the limits of the programme? The single rules, on plain values.

The limits themselves come from the programme file; none of these rules decides a case, staff do.
"""

import calendar
from datetime import date, timedelta
from typing import Literal

CheckCode = Literal[
    "area",
    "card-age",
    "age",
    "income",
    "covered",
    "nik-birth-date",
    "nik-sex",
    "nik-area",
    "name-script",
    "letter",
    "fisher-document",
    "group-letter",
]


def age_on(day: date, born: date) -> int:
    """Return full years on `day`; who was born on 29 February is a year older on 1 March of a common year."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def within_age(age: int, lowest: int, highest: int) -> bool:
    """Tell whether a full age lies within both limits: 64 and 364 days is 64 (BPU: not yet 65, Permenaker
    5/2021).
    """
    return lowest <= age <= highest


def add_months(day: date, months: int) -> date:
    """Return the same day `months` calendar months later, or that month's last day: 31 August + 6 is 28 or
    29 February.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def card_old_enough(issued_on: date, reference: date, months: int) -> bool:
    """Tell whether an identity card is at least `months` calendar months old on the `reference` date.

    A newer card is no proof of a newcomer: cards are printed again after loss, marriage or a move within
    the city.
    """
    return add_months(issued_on, months) <= reference


def latest_issue(reference: date, months: int) -> date:
    """Return the last day on which a card could be issued that is `months` months old on the `reference` date.

    The end of a short month is reached from several days: for 28 February and 6 months it is 31 August.
    """
    day = add_months(reference, -months)
    while card_old_enough(day + timedelta(days=1), reference, months):
        day += timedelta(days=1)
    return day


def latest_birth(day: date, age: int) -> date:
    """Return the last birth date of a person who is at least `age` full years old on `day`."""
    try:
        return day.replace(year=day.year - age)
    except ValueError:  # 29 February, and no leap year: who was born on 1 March is a day too young
        return date(day.year - age, 2, 28)


def within_income(income: int, limit: int) -> bool:
    """Tell whether rupiah a month do not exceed the minimum wage of the city (exactly at the limit is
    within).
    """
    return income <= limit
