"""Which reminders are there, and of what may people be reminded at this moment?

A new reminder is one row here, its days in `[reminders]` of the programme file, its words in `reminders.ftl`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from registration.programme import Programme, Window
from registration.programme_tables import Reminders

NIGHT_BEGINS = time(20)
REST = timedelta(minutes=10)  # who was active so recently is reminded later
_DAY = timedelta(days=1)


class Whom(StrEnum):
    """Who hears a reminder, if nothing else stands against it."""

    ASKED = "asked"  # who asked to be reminded, or is an old participant; without a live case in the window
    IDLE = "idle"  # of those, who has not even begun a form
    UNSENT = "unsent"  # who has begun a form and not sent it
    SENT_BACK = "sent_back"  # whose case waits for what staff asked for
    LETTER = "letter"  # whose case still lacks a letter
    APPROVED = "approved"  # whose case of the window was approved
    COVERED = "covered"  # who stands on the list of old participants with an end of cover, and has a chat


class Anchor(StrEnum):
    """What the days are counted from."""

    BEFORE_OPEN = "before_open"
    OPEN = "open"
    BEFORE_CLOSE = "before_close"
    BEFORE_COVER_ENDS = "before_cover_ends"
    BEFORE_OWN_END = "before_own_end"  # the end of cover that the list of old participants tells of each
    AFTER = "after"  # each person's own moment: the last answer, the sending


@dataclass(frozen=True, slots=True)
class Reminder:
    """One row: its words are `remind-<name>`, its button leads to `act` of the menu.

    `stays`: for how many days the last of its days stays true, where no window or end of cover says so.
    """

    name: str
    whom: Whom
    anchor: Anchor
    days: Callable[[Reminders], tuple[int, ...]]
    act: str
    stays: int = 0


# The more important stands above the less important: of two that are due on one day a person gets the upper one.
TABLE: tuple[Reminder, ...] = (
    Reminder("sent_back", Whom.SENT_BACK, Anchor.AFTER, lambda file: file.sent_back_after, "mend", stays=7),
    Reminder("draft_closing", Whom.UNSENT, Anchor.BEFORE_CLOSE, lambda file: file.draft_before_close, "resume"),
    Reminder("draft_open", Whom.UNSENT, Anchor.OPEN, lambda _file: (0,), "resume", stays=3),
    Reminder("open", Whom.IDLE, Anchor.OPEN, lambda _file: (0,), "register", stays=3),
    Reminder("closing", Whom.IDLE, Anchor.BEFORE_CLOSE, lambda file: file.before_close, "register"),
    Reminder("letter", Whom.LETTER, Anchor.AFTER, lambda file: file.letter_after, "supply", stays=7),
    Reminder("draft", Whom.UNSENT, Anchor.AFTER, lambda file: file.draft_after, "resume", stays=7),
    Reminder("opening", Whom.ASKED, Anchor.BEFORE_OPEN, lambda file: file.before_open, "register"),
    Reminder("cover", Whom.APPROVED, Anchor.BEFORE_COVER_ENDS, lambda file: file.before_cover_ends, "status"),
    Reminder("covered", Whom.COVERED, Anchor.BEFORE_OWN_END, lambda file: file.before_cover_ends, "register"),
)


@dataclass(frozen=True, slots=True)
class Span:
    """Who has their own moment from `begin` on and before `end` is reminded for the `days`th day after or before it."""

    days: int
    begin: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Occasion:
    """A reminder that is true from `due` on and before `until`.

    It belongs to a `window` (`days` before its edge, 0: the opening), or to each person's own moment (`spans`).
    """

    reminder: Reminder
    due: datetime
    until: datetime
    window: Window | None = None
    days: int = 0
    spans: tuple[Span, ...] = ()

    @property
    def key(self) -> str:
        """What lets it be sent once, where it belongs to a window."""
        return f"{self.window.key}:{self.days}" if self.window else ""

    def days_after(self, moment: datetime) -> int | None:
        """Which of its days it is for somebody whose own moment was this; None: none."""
        return next((span.days for span in self.spans if span.begin <= moment < span.end), None)

    def days_before(self, day: date) -> int | None:
        """Which of its days it is for somebody whose own day is this; None: none."""
        return next((span.days for span in self.spans if span.begin.date() <= day < span.end.date()), None)


def occasions(programme: Programme, now: datetime) -> list[Occasion]:
    """What people may be reminded of now (aware), the most important first; nothing from evening to morning.

    While something important is due later on this day, all that is less important waits for it.
    """
    here = now.astimezone(programme.zone)
    if not time(programme.reminders.hour) <= here.time() < NIGHT_BEGINS:
        return []
    found: list[Occasion] = []
    for reminder in TABLE:
        planned = list(_planned(reminder, programme, now))
        found += [each for each in planned if each.due <= now < each.until]
        if any(now < each.due < _midnight(programme, here.date() + _DAY) for each in planned):
            break
    return found


def left(programme: Programme, now: datetime, moment: datetime) -> int:
    """How many days of the calendar are left until a moment."""
    return (moment.astimezone(programme.zone).date() - now.astimezone(programme.zone).date()).days


def _planned(reminder: Reminder, programme: Programme, now: datetime) -> Iterator[Occasion]:
    if reminder.anchor is Anchor.AFTER:
        if reminder.whom is Whom.UNSENT and not (programme.window_at(now) or programme.next_window(now)):
            return  # the form could not be sent
        yield _own_moments(reminder, programme, now)
        return
    if reminder.anchor is Anchor.BEFORE_OWN_END:
        yield _own_ends(reminder, programme, now)
        return
    for window in programme.windows:
        if reminder.anchor is Anchor.OPEN:
            yield _at_opening(reminder, programme, window)
        else:
            yield from _before(reminder, programme, window)


def _own_moments(reminder: Reminder, programme: Programme, now: datetime) -> Occasion:
    """Days of the calendar count, and all are due at the hour: of two that fall on one day the better is known then."""
    today = now.astimezone(programme.zone).date()
    days = sorted(reminder.days(programme.reminders))
    ends = [*days[1:], days[-1] + reminder.stays] if days else []
    spans = tuple(
        Span(first, _midnight(programme, today - _DAY * (end - 1)), _midnight(programme, today - _DAY * (first - 1)))
        for first, end in zip(days, ends, strict=True)
    )
    night = datetime.combine(today, NIGHT_BEGINS, programme.zone)
    return Occasion(reminder, _hour(programme, today), night, spans=spans)


def _own_ends(reminder: Reminder, programme: Programme, now: datetime) -> Occasion:
    """Each day is true until the next one is due, and the last until cover ends."""
    today = now.astimezone(programme.zone).date()
    days = sorted(reminder.days(programme.reminders), reverse=True)
    spans = tuple(
        Span(each, _midnight(programme, today + _DAY * (after + 1)), _midnight(programme, today + _DAY * (each + 1)))
        for each, after in zip(days, [*days[1:], -1], strict=False)
    )
    night = datetime.combine(today, NIGHT_BEGINS, programme.zone)
    return Occasion(reminder, _hour(programme, today), night, spans=spans)


def _at_opening(reminder: Reminder, programme: Programme, window: Window) -> Occasion:
    """At the hour; where registration opens later, then; where it opens in the evening, on the next morning."""
    opens = window.opens.astimezone(programme.zone)
    due = max(_hour(programme, opens.date()), window.opens)
    if due.astimezone(programme.zone).time() >= NIGHT_BEGINS:
        due = _hour(programme, opens.date() + _DAY)
    until = min(_midnight(programme, opens.date() + _DAY * reminder.stays), window.closes)
    return Occasion(reminder, due, until, window)


def _before(reminder: Reminder, programme: Programme, window: Window) -> Iterator[Occasion]:
    """Each is true until the next one is due: who missed H-30 hears H-14, and never both at once."""
    known = _edge(reminder.anchor, programme, window)
    days = sorted(reminder.days(programme.reminders), reverse=True)
    if known is None or not days:
        return
    edge, day = known
    dues = [_hour(programme, day - _DAY * each) for each in days]
    for each, due, until in zip(days, dues, [*dues[1:], edge], strict=True):
        if reminder.anchor is not Anchor.BEFORE_CLOSE or due >= window.opens:
            yield Occasion(reminder, due, min(until, edge), window, each)


def _edge(anchor: Anchor, programme: Programme, window: Window) -> tuple[datetime, date] | None:
    """Until when it can be said at all, and the day from which is counted; None: that is not known."""
    if anchor is Anchor.BEFORE_COVER_ENDS:
        last = window.cover_ends
        return None if last is None else (_midnight(programme, last + _DAY), last)
    edge = window.opens if anchor is Anchor.BEFORE_OPEN else window.closes
    return edge, edge.astimezone(programme.zone).date()


def _hour(programme: Programme, day: date) -> datetime:
    return datetime.combine(day, time(programme.reminders.hour), programme.zone)


def _midnight(programme: Programme, day: date) -> datetime:
    return datetime.combine(day, time(0), programme.zone)
