"""Are deadlines counted in days of the city: the day before, on it, after it, and at its midnight, not UTC's?"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registration.deadlines import (
    Wait,
    day_if_told,
    first_notice_before,
    in_work_hours,
    is_day,
    is_over,
    is_summary_time,
    last_day,
    notice_due,
)
from registration.programme_tables import Expiry, Hours, Summary

WITA = ZoneInfo("Asia/Makassar")  # UTC+8
RULE = Expiry(days=30, notices=(7, 1))
HOURS = Hours(staff_from=8, staff_until=16, staff_days=(1, 2, 3, 4, 5), worker_from=7, worker_until=20)
SINCE = datetime(2025, 11, 10, 1, 0, tzinfo=UTC)  # 09:00 on the 10th in the city
LAST = date(2025, 12, 10)


def at(day: int, hour: int = 9, month: int = 12, minute: int = 0) -> datetime:
    return datetime(2025, month, day, hour, minute, tzinfo=WITA)


def told(*days: int) -> Wait:
    return Wait(SINCE, tuple(at(day) for day in days))


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        (SINCE, LAST),
        (datetime(2025, 11, 10, 15, 59, tzinfo=UTC), LAST),  # 23:59 on the 10th in the city
        (datetime(2025, 11, 10, 16, 0, tzinfo=UTC), date(2025, 12, 11)),  # its midnight
        (datetime(2025, 11, 9, 16, 0, tzinfo=UTC), LAST),
    ],
)
def test_the_last_day_is_counted_from_the_day_in_the_city(since: datetime, expected: date) -> None:
    assert last_day(Wait(since), RULE, WITA) == expected


@pytest.mark.parametrize(
    ("wait", "day", "due"),
    [
        (told(), 2, None),
        (told(), 3, 0),
        (told(), 20, 0),
        (told(3), 3, None),
        (told(3), 8, None),
        (told(3), 9, 1),
        (told(3), 20, 1),
        (told(3, 9), 20, None),
        (told(6), 11, None),  # the first came three days late: so does the second
        (told(6), 12, 1),
    ],
)
def test_each_notice_is_due_on_its_day_and_after_the_one_before(wait: Wait, day: int, due: int | None) -> None:
    assert notice_due(wait, RULE, WITA, date(2025, 12, day)) == due


@pytest.mark.parametrize(
    ("wait", "day", "over"),
    [
        (told(3, 9), 9, False),
        (told(3, 9), 10, False),
        (told(3, 9), 11, True),
        (told(3), 31, False),
        (told(), 31, False),
        (told(6, 12), 13, False),
        (told(6, 12), 14, True),
        (told(3, 20), 21, False),
        (told(3, 20), 22, True),
    ],
)
def test_nobody_is_out_of_time_before_the_day_that_both_notices_promised_is_over(
    wait: Wait, day: int, over: bool
) -> None:
    assert is_over(wait, RULE, WITA, date(2025, 12, day)) is over


def test_a_notice_names_the_last_day_that_it_leaves() -> None:
    assert day_if_told(told(), RULE, WITA, at(3)) == LAST
    assert day_if_told(told(), RULE, WITA, at(6)) == date(2025, 12, 13)
    assert day_if_told(told(6), RULE, WITA, at(14)) == date(2025, 12, 15)


@given(late=st.tuples(st.integers(0, 60), st.integers(0, 60)), hour=st.integers(0, 23))
def test_however_late_the_notices_come_their_days_are_left(late: tuple[int, int], hour: int) -> None:
    first = SINCE + timedelta(days=23 + late[0], hours=hour)
    second = first + timedelta(days=6 + late[1])
    wait = Wait(SINCE, (first, second))
    end = last_day(wait, RULE, WITA)
    assert (end - first.astimezone(WITA).date()).days >= 7
    assert (end - second.astimezone(WITA).date()).days >= 1
    assert not is_over(wait, RULE, WITA, end)
    assert is_over(wait, RULE, WITA, end + timedelta(days=1))


@given(st.datetimes(datetime(2025, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - hypothesis adds the zone
def test_who_may_have_to_be_told_is_found_by_one_moment(now: datetime) -> None:
    edge = first_notice_before(now, RULE, WITA)
    today = now.astimezone(WITA).date()
    assert notice_due(Wait(edge - timedelta(microseconds=1)), RULE, WITA, today) == 0
    assert notice_due(Wait(edge), RULE, WITA, today) is None


@pytest.mark.parametrize(
    ("moment", "works"),
    [
        (at(1, 7, minute=59), False),
        (at(1, 8), True),
        (at(1, 15, minute=59), True),
        (at(1, 16), False),
        (at(6, 9), False),  # Saturday
        (datetime(2025, 11, 30, 23, 59, tzinfo=UTC), False),  # Monday 07:59 in the city
        (datetime(2025, 12, 1, 0, 0, tzinfo=UTC), True),
    ],
)
def test_officers_are_reminded_at_work(moment: datetime, works: bool) -> None:
    assert in_work_hours(moment, HOURS, WITA) is works


def test_workers_are_left_in_peace_from_evening_to_morning() -> None:
    assert [is_day(at(1, hour), HOURS, WITA) for hour in (6, 7, 19, 20, 23, 0)] == [
        False,
        True,
        True,
        False,
        False,
        False,
    ]


def test_the_summary_is_the_mornings() -> None:
    summary = Summary(hour=8, late_hours=4)
    assert [is_summary_time(at(1, hour), summary, WITA) for hour in (7, 8, 11, 12)] == [False, True, True, False]
