"""Does the clock tell the real time, or one that starts elsewhere and runs on?"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Clock
from simulator.clock import Clock as Moved

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


def test_it_follows_the_file_of_another_clock_while_it_runs(tmp_path: Path) -> None:
    theirs = Moved("2025-11-10T09:00:00+08:00", tmp_path / "clock")
    ours = Clock(WITA, file=tmp_path / "clock")
    assert timedelta(0) <= ours.now() - datetime(2025, 11, 10, 1, 0, tzinfo=UTC) <= SOON
    theirs.advance(86_400)
    assert timedelta(0) <= ours.now() - datetime(2025, 11, 11, 1, 0, tzinfo=UTC) <= SOON
    theirs.set("2025-12-01T08:00:00+08:00")
    assert timedelta(0) <= ours.now() - datetime(2025, 12, 1, 0, 0, tzinfo=UTC) <= SOON
