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
from registration.text import numeric_line

LENGTH = 16
_FEMALE_DAYS = 40  # added to the day of birth of a woman
_LABEL = re.compile(r"^(?:no(?:mor)?\W*)?(?:nik|ktp)\W+", re.IGNORECASE)
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

    Raises Invalid "nik-letters", "nik-length" (count, missing, extra) or "nik-same"; Doubtful "nik-date",
    "nik-future" or "nik-serial", since cards with such a NIK have been issued.
    """
    digits = _SEPARATORS.sub("", _LABEL.sub("", numeric_line(text)))
    if not re.fullmatch(r"[0-9]*", digits):
        raise Invalid("nik-letters")
    if len(digits) != LENGTH:
        count = len(digits)
        raise Invalid("nik-length", count=count, missing=max(LENGTH - count, 0), extra=max(count - LENGTH, 0))
    if len(set(digits)) == 1:
        raise Invalid("nik-same")
    facts = nik_facts(digits, today)
    if facts.birth_date is None:
        raise Doubtful(digits, "nik-date", nik=grouped(digits))
    if facts.birth_date > today:
        raise Doubtful(digits, "nik-future", nik=grouped(digits))
    if facts.serial == 0:
        raise Doubtful(digits, "nik-serial", nik=grouped(digits))
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


def grouped(nik: str) -> str:
    """Return "6471 0512 0390 0001", which people can compare with their card."""
    return " ".join(nik[start : start + 4] for start in range(0, LENGTH, 4))


def masked(nik: str) -> str:
    """Return "•••• •••• •••• 0001": the last four digits only, for lists and group chats."""
    return "•••• " * 3 + nik[-4:]


def _real_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
