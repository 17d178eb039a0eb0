"""Is nobody woken by a broadcast, and does a chosen time mean what it says?"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from registration.broadcasting import is_day, minutes, moment, offered, soonest

ZONE = ZoneInfo("Asia/Makassar")


def at(hour: int, minute: int = 0, day: int = 10) -> datetime:
    return datetime(2025, 11, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("now", "day"),
    [(at(6, 59), False), (at(7), True), (at(19, 59), True), (at(20), False), (at(23, 59), False), (at(0), False)],
)
def test_nothing_is_sent_between_eight_in_the_evening_and_seven(now: datetime, day: bool) -> None:
    assert is_day(now, ZONE) is day
    assert (soonest(now, ZONE) == now) is day


def test_at_night_the_next_morning_is_the_soonest() -> None:
    assert soonest(at(20), ZONE) == soonest(at(23, 59), ZONE) == at(7, day=11)
    assert soonest(at(3), ZONE) == at(7)
    assert soonest(at(3).astimezone(ZoneInfo("UTC")), ZONE) == at(7)


def test_times_that_are_over_are_not_offered() -> None:
    assert [offered(at(hour), ZONE) for hour in (9, 16, 21, 3)] == [
        ["now", "today", "tomorrow"], ["now", "tomorrow"], ["tomorrow"], ["today", "tomorrow"],
    ]  # fmt: skip
    assert [moment(choice, at(9), ZONE) for choice in ("now", "today", "tomorrow")] == [None, at(16), at(8, day=11)]
    assert [moment(choice, at(17), ZONE) for choice in ("today", "made_up")] == [None, None]


def test_every_time_offered_is_by_day_whenever_it_is_chosen() -> None:
    for number in range(48):
        now = at(0) + timedelta(minutes=30 * number)
        times = [moment(choice, now, ZONE) or now for choice in offered(now, ZONE)]
        assert [each for each in times if each < now or not is_day(each, ZONE)] == []


def test_a_short_one_takes_a_minute_and_a_long_one_is_rounded_up() -> None:
    assert [minutes(people, 28) for people in (0, 1, 1680, 1681, 7100)] == [1, 1, 1, 2, 5]
