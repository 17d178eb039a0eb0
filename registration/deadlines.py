"""What is due by the calendar of the city: reminders of late cases, the summary of the morning, the end of waiting?

Plain rules on moments and days; nothing here knows the present. Days are days of the city, so that a promise like
"until the 10th" holds until midnight there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from registration.programme_tables import Expiry, Hours, Summary


def in_work_hours(now: datetime, hours: Hours, zone: ZoneInfo) -> bool:
    """Is it a time at which officers work?"""
    here = now.astimezone(zone)
    return here.isoweekday() in hours.staff_days and hours.staff_from <= here.hour < hours.staff_until


def is_day(now: datetime, hours: Hours, zone: ZoneInfo) -> bool:
    """May a worker be told something that can wait for the morning?"""
    return hours.worker_from <= now.astimezone(zone).hour < hours.worker_until


def is_summary_time(now: datetime, summary: Summary, zone: ZoneInfo) -> bool:
    """Is it the hour of the daily summary, or so little later that it is still the morning's?"""
    return summary.hour <= now.astimezone(zone).hour < summary.hour + summary.late_hours


@dataclass(frozen=True, slots=True)
class Wait:
    """A case that waits for its worker since `since`; `told`: when each notice so far has reached the worker."""

    since: datetime
    told: tuple[datetime, ...] = ()


def last_day(wait: Wait, rule: Expiry, zone: ZoneInfo) -> date:
    """The last day on which the worker can answer. A notice that came late moves it: its days are always left."""
    first = _day(wait.since, zone) + timedelta(days=rule.days)
    return max([first, *_promised(wait.told, rule, zone)])


def notice_due(wait: Wait, rule: Expiry, zone: ZoneInfo, today: date) -> int | None:
    """Which notice (0, 1, …) is to be given today; None: none."""
    number = len(wait.told)
    if number >= len(rule.notices):
        return None
    return number if today >= last_day(wait, rule, zone) - timedelta(days=rule.notices[number]) else None


def day_if_told(wait: Wait, rule: Expiry, zone: ZoneInfo, now: datetime) -> date:
    """The last day that the next notice names, if it is given now."""
    return last_day(Wait(wait.since, (*wait.told, now)), rule, zone)


def is_over(wait: Wait, rule: Expiry, zone: ZoneInfo, today: date) -> bool:
    """Has the worker been told every time and let the last day pass?"""
    return len(wait.told) >= len(rule.notices) and today > last_day(wait, rule, zone)


def first_notice_before(now: datetime, rule: Expiry, zone: ZoneInfo) -> datetime:
    """Whoever waits since before this moment may have to be told today; all others need not be looked at."""
    day = _day(now, zone) - timedelta(days=rule.days - rule.notices[0] - 1)
    return datetime(day.year, day.month, day.day, tzinfo=zone)


def _promised(told: Sequence[datetime], rule: Expiry, zone: ZoneInfo) -> list[date]:
    return [_day(at, zone) + timedelta(days=days) for at, days in zip(told, rule.notices, strict=False)]


def _day(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()
