"""In which states can a broadcast be, what may be done in each, and when may one be sent?"""

from datetime import datetime, time, timedelta
from enum import StrEnum
from math import ceil
from zoneinfo import ZoneInfo

from registration.reminders import NIGHT_BEGINS


class State(StrEnum):
    """Where a broadcast stands. What runs into the night is scheduled again for the morning."""

    WRITING = "writing"
    CONFIRMING = "confirming"  # the number of people is to be typed
    SECOND = "second"  # a second supervisor is to agree
    SCHEDULED = "scheduled"
    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    DONE = "done"
    RECALLING = "recalling"
    RECALLED = "recalled"


BEFORE = frozenset({State.WRITING, State.CONFIRMING, State.SECOND})
SENDING = frozenset({State.SCHEDULED, State.RUNNING, State.PAUSED})
OVER = frozenset({State.CANCELLED, State.DONE, State.RECALLED})
BUTTONS = ("register", "status")  # where a message may lead on to
FIRST, LAST = time(7), NIGHT_BEGINS  # of the day in the city: nobody is woken
LATE = timedelta(hours=3)  # after it nobody knows whether it is still wanted
RECALL = timedelta(hours=47)  # Telegram deletes for 48 hours; one is left for the queue
LONGEST_TEXT, LONGEST_CAPTION = 4096, 1024  # UTF-16 units (Bot API, sendMessage and sendPhoto)
_TIMES = {"today": time(16), "tomorrow": time(8)}
TIMES = ("now", *_TIMES)


def is_day(now: datetime, zone: ZoneInfo) -> bool:
    """May a broadcast be sent at this moment?"""
    return FIRST <= now.astimezone(zone).time() < LAST


def soonest(now: datetime, zone: ZoneInfo) -> datetime:
    """This moment by day, else the next morning."""
    if is_day(now, zone):
        return now
    local = now.astimezone(zone)
    day = local.date() + timedelta(days=int(local.time() >= LAST))
    return datetime.combine(day, FIRST, zone)


def moment(choice: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """When `choice` (one of `TIMES`) is; None for "now", and for a time of today that is over."""
    if choice not in _TIMES:
        return None
    day = now.astimezone(zone).date() + timedelta(days=int(choice == "tomorrow"))
    at = datetime.combine(day, _TIMES[choice], zone)
    return at if at > now else None


def offered(now: datetime, zone: ZoneInfo) -> list[str]:
    """The times that can be chosen now."""
    return [choice for choice in TIMES if (is_day(now, zone) if choice == "now" else moment(choice, now, zone))]


def minutes(people: int, per_second: float) -> int:
    """How long so many messages take, at least one minute."""
    return max(1, ceil(people / per_second / 60))
