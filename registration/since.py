"""Since when does a person live in the city who types "2019", "Januari 2019", "5 tahun" or "sejak lahir"?"""

import re
from datetime import date

from registration.dates import month_number, parse_date
from registration.eligibility import add_months
from registration.errors import Invalid
from registration.text import numeric_line

BIRTH = "birth"
_FIRST_YEAR = 1900
_BEFORE = re.compile(r"^(?:(?:sejak|dari|mulai|sudah|bulan|tahun|kira-kira)\b *)+")
_AFTER = re.compile(r" *\b(?:yang )?(?:lalu|lamanya)$")
_LENGTH = re.compile(r"([0-9]{1,3}) *(tahun|thn|th|bulan|bln)")
_MONTH_YEAR = re.compile(r"([a-z]+|[0-9]{1,2})[ ./-]+([0-9]{4})")


def parse_since(text: str, today: date) -> str:
    """Return "2019", "2019-01" or "birth". Raises Invalid "since-form", "date-month" or "date-future" (date)."""
    line = numeric_line(text).lower()
    if line == BIRTH or re.search(r"\blahir\b", line):
        return BIRTH
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}", line):  # a value of ours
        line = f"{line[5:]}-{line[:4]}"
    line = _AFTER.sub("", _BEFORE.sub("", line))
    if length := _LENGTH.fullmatch(line):
        return _ago(int(length[1]), today, years=length[2].startswith("t"))
    if re.fullmatch(r"[0-9]{4}", line):
        return _checked(int(line), None, today)
    if both := _MONTH_YEAR.fullmatch(line):
        return _checked(int(both[2]), month_number(both[1]), today)
    try:
        return parse_date(line, today, "issue")[:7]
    except Invalid as problem:
        raise (problem if problem.code == "date-future" else Invalid("since-form")) from None


def _ago(count: int, today: date, *, years: bool) -> str:
    """So many years ago is told by the year, so many months by the month."""
    if count > today.year - _FIRST_YEAR:
        raise Invalid("since-form")
    return str(today.year - count) if years else add_months(today, -count).isoformat()[:7]


def _checked(year: int, month: int | None, today: date) -> str:
    if year < _FIRST_YEAR or (month is not None and not 1 <= month <= 12):
        raise Invalid("since-form")
    told = str(year) if month is None else f"{year}-{month:02d}"
    if (year, month or 1) > (today.year, today.month):
        raise Invalid("date-future", date="-".join(reversed(told.split("-"))))
    return told
