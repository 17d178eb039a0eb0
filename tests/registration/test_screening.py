"""Do the five taps of /syarat mean exactly what the rules mean, on every day? All dates are invented."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registration.eligibility import age_on, card_old_enough, latest_birth, latest_issue, within_age
from registration.programme import Programme, load_programme, read_programme
from registration.screening import Point, Tap, chosen, missed, outcome, points

FILE = Path(__file__).parents[2] / "programmes" / "balikpapan.toml"
PROGRAMME = load_programme(FILE)
BEFORE = datetime(2025, 10, 1, 2, 0, tzinfo=UTC)
WITHIN = datetime(2025, 11, 10, 2, 0, tzinfo=UTC)
AFTER = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
days = st.dates(date(2020, 1, 1), date(2032, 12, 31))


def asked(now: datetime = WITHIN, programme: Programme = PROGRAMME) -> dict[str, Point]:
    return {point.code: point for point in points(programme, now)}


def ranges(now: datetime, programme: Programme = PROGRAMME) -> list[tuple[str, str, str]]:
    return [
        (tap.name, str(tap.details["begins"]), str(tap.details["ends"])) for tap in asked(now, programme)["age"].taps
    ]


def stopping(code: str) -> Programme:
    return read_programme(FILE.read_text(encoding="utf-8").replace("stops = []", f'stops = ["{code}"]'))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (BEFORE, [  # from the day registration opens, 1 November, to the day it closes
            ("too-old", "01-01-0001", "01-11-1960"), ("soon-old", "02-11-1960", "31-12-1960"),
            ("within", "01-01-1961", "01-11-2008"), ("soon-grown", "02-11-2008", "31-12-2008"),
            ("too-young", "01-01-2009", "31-12-9999"),
        ]),
        (WITHIN, [  # from today
            ("too-old", "01-01-0001", "10-11-1960"), ("soon-old", "11-11-1960", "31-12-1960"),
            ("within", "01-01-1961", "10-11-2008"), ("soon-grown", "11-11-2008", "31-12-2008"),
            ("too-young", "01-01-2009", "31-12-9999"),
        ]),
        (AFTER, [  # no day to come is known: today alone
            ("too-old", "01-01-0001", "05-01-1961"), ("within", "06-01-1961", "05-01-2009"),
            ("too-young", "06-01-2009", "31-12-9999"),
        ]),
    ],
)  # fmt: skip
def test_birth_dates_fall_into_ranges_that_end_on_the_very_day(
    now: datetime, expected: list[tuple[str, str, str]]
) -> None:
    assert ranges(now) == expected


def test_on_the_last_day_of_registration_nobody_turns_an_age_before_its_end() -> None:
    last = datetime(2025, 12, 31, 2, 0, tzinfo=UTC)
    assert [name for name, _, _ in ranges(last)] == ["too-old", "within", "too-young"]


@given(st.dates(date(1955, 1, 1), date(2012, 12, 31)), st.sampled_from([BEFORE, WITHIN, AFTER]))
def test_every_birth_date_lies_in_one_range_and_the_range_says_what_the_rule_says(born: date, now: datetime) -> None:
    limits = PROGRAMME.age
    today = now.astimezone(PROGRAMME.zone).date()
    first, last = (today, today) if now is AFTER else (max(today, date(2025, 11, 1)), date(2025, 12, 31))
    at_first, at_last = (within_age(age_on(day, born), limits.min, limits.max) for day in (first, last))
    fitting = [name for name, begins, ends in ranges(now) if _iso(begins) <= born.isoformat() <= _iso(ends)]
    grown = age_on(last, born) >= limits.min
    outside = "too-young" if not grown else "too-old"
    expected = {(True, True): "within", (True, False): "soon-old", (False, True): "soon-grown"}
    assert fitting == [expected.get((at_first, at_last), outside)]


def _iso(day: str) -> str:
    return "-".join(reversed(day.split("-")))


@given(days, st.integers(1, 70))
def test_the_last_birth_date_of_an_age_is_a_day_before_those_who_are_too_young(day: date, age: int) -> None:
    born = latest_birth(day, age)
    assert (age_on(day, born) >= age, age_on(day, born + timedelta(days=1)) >= age) == (True, False)


@given(days, st.integers(0, 24))
def test_the_last_day_of_issue_is_a_day_before_the_cards_that_are_too_new(day: date, months: int) -> None:
    issued = latest_issue(day, months)
    new = issued + timedelta(days=1)
    assert (card_old_enough(issued, day, months), card_old_enough(new, day, months)) == (True, False)


@pytest.mark.parametrize(
    ("day", "age", "born"),
    [
        (date(2025, 11, 10), 65, date(1960, 11, 10)),  # on the 65th birthday one is 65
        (date(2024, 2, 29), 65, date(1959, 2, 28)),
        (date(2025, 2, 28), 65, date(1960, 2, 28)),  # who was born on 29 February turns 65 on 1 March
        (date(2025, 3, 1), 65, date(1960, 3, 1)),
        (date(2025, 11, 10), 17, date(2008, 11, 10)),
    ],
)
def test_leap_days_and_birthdays(day: date, age: int, born: date) -> None:
    assert latest_birth(day, age) == born


def test_a_short_month_is_reached_from_its_longest_neighbour() -> None:
    assert latest_issue(date(2025, 2, 28), 6) == date(2024, 8, 31)
    assert latest_issue(date(2025, 11, 1), 6) == date(2025, 5, 1)


def test_the_limits_come_from_the_programme_file() -> None:
    text = (
        FILE.read_text(encoding="utf-8").replace("max = 64", "max = 60").replace("wage_year = 2025", "wage_year = 2026")
    )
    other = asked(programme=read_programme(text))
    assert other["age"].taps[0].details["ends"] == "10-11-1964"
    assert other["income"].taps[0].details["limit"] == "3.856.694"
    assert asked()["card-age"].taps[0].details == {"date": "01-05-2025", "months": 6}


@pytest.mark.parametrize(
    ("letters", "expected", "against"),
    [
        ("yowwn", "likely", set()),
        ("ynwwn", "look", set()),  # a new card may be a reprint
        ("yuwwn", "look", set()),
        ("yopwn", "look", set()),
        ("yozwn", "look", set()),
        ("yowvn", "look", set()),
        ("yowwu", "look", set()),
        ("nowwn", "no", {"area"}),
        ("yoown", "no", {"age"}),
        ("yoywn", "no", {"age"}),
        ("yowan", "no", {"income"}),
        ("yowwy", "no", {"covered"}),
        ("nuoay", "no", {"area", "age", "income", "covered"}),
    ],
)
def test_the_worst_answer_counts(letters: str, expected: str, against: set[str]) -> None:
    asked_now = points(PROGRAMME, WITHIN)
    taps = chosen(asked_now, letters)
    assert (len(taps), outcome(taps), missed(asked_now, taps)) == (5, expected, against)


def test_a_new_card_is_a_no_only_where_the_programme_stops_it() -> None:
    taps = [asked(programme=each)["card-age"].taps[1] for each in (PROGRAMME, stopping("card-age"))]
    assert [(tap.letter, tap.name, tap.verdict) for tap in taps] == [("n", "new", "look"), ("n", "too-new", "no")]


@pytest.mark.parametrize(("letters", "kept"), [("", 0), ("y", 1), ("x", 0), ("yx", 1), ("yoq", 2), ("yowwnz", 5)])
def test_letters_count_up_to_the_first_that_is_not_offered(letters: str, kept: int) -> None:
    found = chosen(points(PROGRAMME, WITHIN), letters)
    assert (len(found), all(isinstance(tap, Tap) for tap in found)) == (kept, True)
