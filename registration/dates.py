"""Which day does a person mean who types a date the Indonesian way, day first?"""

import re
from datetime import date, timedelta
from typing import Literal

from registration.errors import Doubtful, Invalid
from registration.text import numeric_line

Purpose = Literal["birth", "issue"]

_OLDEST_WORKER = 100  # years; older is possible, but is rather a slip of the finger
_YOUNGEST_WORKER = 15  # years; the lowest age of any work, Law 13/2003 articles 68-69
_FIRST_CARD = date(2009, 1, 1)  # electronic identity cards began with Perpres 26/2009

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan januar january",
            "februari feb pebruari peb february",
            "maret mar mrt march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "agustus agt agu ags agst agus aug august",
            "september sep sept",
            "oktober okt oct october",
            "november nov nopember nop",
            "desember des dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_LABEL = re.compile(r"^(?:tgl|tanggal)\b\.?:? *")
_TOKEN = re.compile(r"[0-9]+|[a-z]+")
_FOREIGN = re.compile(r"[^0-9a-z .,/\-\u2010-\u2015]")
_GLUED = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2})")
_FIRST_YEAR = 1900
_AHEAD = re.compile(r"(?:besok|([0-9]{1,2}) *hari)\b")
_HEAD = re.compile(r"[0-9]{8}\b|[0-9]+[ ./\-]+(?:[0-9]+|[a-z]+)[ ./\-]+[0-9]+\b")


def parse_date(text: str, today: date, purpose: Purpose) -> str:
    """Return "YYYY-MM-DD" for "17-8-1990", "17/08/90", "17 agustus 1990", "17 Agt 1990", "17081990" and the
    like.

    Two-digit years: a birth lies in the last hundred years; an identity card was issued in this century.
    Raises Invalid "date-form", "date-month", "date-impossible" or "date-future" (date).
    """
    day, month, year = _day_month_year(_LABEL.sub("", numeric_line(text).lower()))
    if year < 100:
        year += today.year - today.year % 100
        if purpose == "birth" and (year, month, day) > (today.year, today.month, today.day):
            year -= 100
    try:
        found = date(year, month, day)
    except ValueError:
        raise Invalid("date-impossible") from None
    if found > today:
        raise Invalid("date-future", date=shown(found.isoformat()))
    return found.isoformat()


def parse_birth_date(text: str, today: date) -> str:
    """Return the ISO date of a birth.

    Raises as parse_date; Doubtful "birth-date-age" (date, age) when no worker's age.
    """
    value = parse_date(text, today, "birth")
    born = date.fromisoformat(value)
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    if not _YOUNGEST_WORKER <= age <= _OLDEST_WORKER:
        raise Doubtful(value, "birth-date-age", date=shown(value), age=age)
    return value


def parse_issued_on(text: str, today: date) -> str:
    """Return the ISO date an identity card was issued.

    Raises as parse_date; Doubtful "issued-on-old" before 2009.
    """
    value = parse_date(text, today, "issue")
    if date.fromisoformat(value) < _FIRST_CARD:
        raise Doubtful(value, "issued-on-old", date=shown(value))
    return value


def split_day_ahead(text: str, today: date, most: int) -> tuple[date, str]:
    """Return the day to come with which a text begins ("3-12-2025", "besok", "3 hari"), and the rest of the text.

    Raises Invalid "day-form", "day-past", or "day-far" (most) beyond `most` days.
    """
    line = text.strip()
    ahead = _AHEAD.match(line.lower())
    head = ahead or _HEAD.match(line.lower())
    if head is None:
        raise Invalid("day-form")
    day = today + timedelta(days=int(ahead[1] or 1)) if ahead else exact_day(head[0], today)
    if day <= today:
        raise Invalid("day-past")
    if day > today + timedelta(days=most):
        raise Invalid("day-far", most=most)
    return day, line[head.end() :].strip()


def exact_day(text: str, today: date) -> date:
    """Return a day, past or to come, that is typed in lower case; two digits are a year of this century.

    Raises Invalid "day-form".
    """
    try:
        day, month, year = _day_month_year(text)
        return date(year + (today.year - today.year % 100 if year < 100 else 0), month, day)
    except (Invalid, ValueError):
        raise Invalid("day-form") from None


def shown(iso: str) -> str:
    """Return an ISO date as it stands on an identity card: "17-08-1990"."""
    return "-".join(reversed(iso.split("-")))


def _day_month_year(line: str) -> tuple[int, int, int]:
    """Return the three numbers as typed; a year of two digits stays below 100."""
    glued = _GLUED.fullmatch(line)
    tokens = list(glued.groups()) if glued else _TOKEN.findall(line)
    if len(tokens) != 3 or _FOREIGN.search(line):
        raise Invalid("date-form")
    first, middle, last = tokens
    if re.fullmatch(r"[0-9]{4}", first):  # the ISO order, year first
        first, last = last, first
    if not re.fullmatch(r"[0-9]{1,2}", first) or not re.fullmatch(r"[0-9]{2}|[0-9]{4}", last):
        raise Invalid("date-form")
    year = int(last)
    if len(last) == 4 and year < _FIRST_YEAR:
        raise Invalid("date-impossible")
    return int(first), month_number(middle), year


def month_number(token: str) -> int:
    """Return 8 for "8" and "agustus". Raises Invalid "date-month"; a number may be no month at all."""
    if re.fullmatch(r"[0-9]{1,2}", token):
        return int(token)
    if token in _MONTHS:
        return _MONTHS[token]
    raise Invalid("date-month")
