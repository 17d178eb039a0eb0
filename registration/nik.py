"""What does a NIK (the 16 digits of an identity card) say, and is it typed right?

Form (PP 37/2007 article 37): 6 digits area of the first registration, DDMMYY of birth with 40 added to the
day for women, 4 digits serial from 0001. A NIK stays the same for life: it does not follow a move, nor a
corrected birth date (PP 40/2019). So an odd NIK is only doubtful, never refused; whether it exists is known
to Dukcapil alone.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from registration.errors import Doubtful, Invalid
from registration.text import clean_line

LENGTH = 16
_FEMALE_DAYS = 40  # added to the day of birth of a woman
_DAY, _MONTH, _DATE, _SERIAL = (6, 8), (8, 10), (6, 12), (12, 16)  # where they stand among the digits
_LABEL = re.compile(r"^(?:no(?:mor)?\W*)?(?:nik|ktp)\W+", re.IGNORECASE)
_LONGEST = 60  # characters of a typed line
_SEPARATORS = re.compile(r"[ .,:/_\-\u2010-\u2015]")


@dataclass(frozen=True, slots=True)
class NikFacts:
    """What 16 digits claim: None where they claim the impossible. `area` is 6 digits, `serial` 0 to 9999."""

    birth_date: date | None
    sex: Literal["L", "P"] | None
    area: str
    serial: int


def parse_nik(text: str, today: date) -> str:
    """Return the 16 digits of a typed NIK; spaces, dots and dashes between them are fine.

    Digits of other scripts, full-width and superscript ones are refused, not guessed at. Raises Invalid
    "nik-letters", "nik-digits", "nik-length" (count, missing, extra, typed) or "nik-same"; Doubtful "nik-date",
    "nik-future" or "nik-serial" (before, wrong, after: the digits in groups, around the place that is odd), since
    cards with such a NIK have been issued.
    """
    digits = _SEPARATORS.sub("", _LABEL.sub("", clean_line(text, _LONGEST)))
    if not re.fullmatch(r"[0-9]*", digits):
        foreign = any(char.isnumeric() and not char.isascii() for char in digits)
        raise Invalid("nik-digits" if foreign else "nik-letters")
    if len(digits) != LENGTH:
        count = len(digits)
        missing, extra = max(LENGTH - count, 0), max(count - LENGTH, 0)
        raise Invalid("nik-length", count=count, missing=missing, extra=extra, typed=grouped(digits))
    if len(set(digits)) == 1:
        raise Invalid("nik-same")
    facts = nik_facts(digits, today)
    if facts.birth_date is None:
        raise Doubtful(digits, "nik-date", **_around(digits, *_wrong_date(facts, digits)))
    if facts.birth_date > today:
        raise Doubtful(digits, "nik-future", **_around(digits, *_DATE))
    if facts.serial == 0:
        raise Doubtful(digits, "nik-serial", **_around(digits, *_SERIAL))
    return digits


def nik_facts(nik: str, today: date) -> NikFacts:
    """Return what the 16 digits of `nik` claim; a year above today's two digits lies in the last century."""
    day, month, short_year = int(nik[6:8]), int(nik[8:10]), int(nik[10:12])
    year = today.year - today.year % 100 + short_year
    if short_year > today.year % 100:
        year -= 100
    sex: Literal["L", "P"] | None = None
    if 1 <= day <= 31:
        sex = "L"
    elif _FEMALE_DAYS + 1 <= day <= _FEMALE_DAYS + 31:
        sex = "P"
        day -= _FEMALE_DAYS
    return NikFacts(_real_date(year, month, day), sex, nik[:6], int(nik[12:]))


def grouped(digits: str) -> str:
    """Return "6471 0512 0390 0001", which people can compare with their card; any number of digits."""
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def masked(nik: str) -> str:
    """Return "•••• •••• •••• 0001": the last four digits only, for lists and group chats."""
    return "•••• " * 3 + nik[-4:]


def _around(nik: str, start: int, end: int) -> dict[str, str]:
    """The NIK in groups of four, cut into what stands before, in and after the odd place (digits `start` to `end`)."""
    whole = grouped(nik)
    first, last = start + start // 4, end + (end - 1) // 4  # the spaces before each place
    return {"before": whole[:first], "wrong": whole[first:last], "after": whole[last:]}


def _wrong_date(facts: NikFacts, nik: str) -> tuple[int, int]:
    """Which digits make the date impossible: the month, the day, or only all of them together."""
    if not 1 <= int(nik[8:10]) <= 12:
        return _MONTH
    return _DAY if facts.sex is None else _DATE


def _real_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
