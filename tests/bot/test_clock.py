"""Does the clock tell the real time, or one that starts elsewhere and runs on?"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Clock

WITA = ZoneInfo("Asia/Makassar")
SOON = timedelta(seconds=30)  # more than a slow machine needs between two lines


def test_without_a_start_it_is_now() -> None:
    assert timedelta(0) <= Clock(WITA).now() - datetime.now(UTC) + SOON <= 2 * SOON


@pytest.mark.parametrize(
    "start",
    [
        datetime(2025, 11, 10, 9, 0),  # noqa: DTZ001 - the city's time, as CLOCK_START takes it
        datetime(2025, 11, 10, 1, 0, tzinfo=UTC),
        datetime(2025, 11, 10, 9, 0, tzinfo=WITA),
    ],
)
def test_a_start_without_zone_is_the_citys_time_and_the_clock_runs_on_in_utc(start: datetime) -> None:
    clock = Clock(WITA, start)
    first = clock.now()
    assert timedelta(0) <= first - datetime(2025, 11, 10, 1, 0, tzinfo=UTC) <= SOON
    assert first.tzinfo is UTC
    assert clock.now() >= first
