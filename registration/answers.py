"""Which value does a typed answer stand for?

One parser for each kind of question, text in, JSON-able value out.

Every parser takes the text and today's date in the city, cleans the text first, raises Invalid or Doubtful
and nothing else, and takes its own result unchanged. Text too long for any answer is Invalid "text-long".
"""

import re
import unicodedata
from datetime import date

from registration.dates import parse_birth_date, parse_date, parse_issued_on
from registration.errors import Doubtful, Invalid
from registration.income import parse_income
from registration.text import clean_line, count_letters, numeric_line

__all__ = [
    "free_text",
    "parse_address",
    "parse_birth_date",
    "parse_date",
    "parse_income",
    "parse_issued_on",
    "parse_name",
    "parse_phone",
    "parse_place",
    "parse_plate",
    "parse_rt_rw",
    "tick",
]

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´", "'"))
_YES = frozenset({"ya", "iya", "y", "setuju", "betul", "benar", "ok", "oke", "sudah", "bersedia", "paham"})

_RT_LABEL = r"(?:rt|r\.t)?[ .:]*"
_RW_LABEL = r"(?:rw|r\.w)[ .:]*"
_RT_RW = re.compile(
    rf"{_RT_LABEL}([0-9]{{1,3}})(?:[ .,;/\\-]*{_RW_LABEL}| *[/\\,;.\-] *| +)([0-9]{{1,3}}|-)"
    r"|([0-9]{3})([0-9]{3})"
)
_RT_ALONE = re.compile(rf"{_RT_LABEL}[0-9]{{1,3}}[ .,/\\-]*(?:{_RW_LABEL})?")
_MOBILE = re.compile(r"8[1-9][0-9]{7,10}")  # national number without its 0; 10 to 13 digits with it
_PLATE = re.compile(r"([A-Z]{1,2})([1-9][0-9]{0,3})([A-Z]{0,3})")


def parse_name(text: str, _today: date) -> str:
    """Return a person's name as typed. Raises Invalid "name-digits", "name-signs" or "name-short"."""
    line = clean_line(text).translate(_APOSTROPHES)
    if any(char.isnumeric() for char in line):
        raise Invalid("name-digits")
    if _has_other_signs(line, " .'-,"):
        raise Invalid("name-signs")
    if count_letters(line) < 2:
        raise Invalid("name-short")
    return line


def parse_place(text: str, _today: date) -> str:
    """Return the name of a town. Raises Invalid "place-form"."""
    line = clean_line(text, 60).translate(_APOSTROPHES)
    if count_letters(line) < 2 or _has_other_signs(line, " .'-,()/"):
        raise Invalid("place-form")
    return line


def parse_address(text: str, _today: date) -> str:
    """Return a street address in one line. Raises Invalid "address-short"."""
    line = clean_line(text, 200)
    if len(line) < 5 or count_letters(line) < 2:
        raise Invalid("address-short")
    return line


def parse_rt_rw(text: str, _today: date) -> str:
    """Return "009/007" for "9/7", "RT 9 RW 7" and the like; a card without RW has "9/0" or "9/-".

    Raises Invalid "rt-rw-only-rt" or "rt-rw-form".
    """
    line = numeric_line(text).lower()
    match = _RT_RW.fullmatch(line)
    if match is None:
        raise Invalid("rt-rw-only-rt" if _RT_ALONE.fullmatch(line) else "rt-rw-form")
    rt, rw = match[1] or match[3], match[2] or match[4]
    if int(rt) == 0:
        raise Invalid("rt-rw-form")
    return f"{int(rt):03d}/{int(rw.replace('-', '0')):03d}"


def parse_phone(text: str, _today: date) -> str:
    """Return "+628…" for an Indonesian mobile number.

    Raises Invalid "phone-letters", "phone-length" or "phone-form".
    """
    typed = re.sub(r"[ .()\-\u2010-\u2015]", "", numeric_line(text))
    if not re.fullmatch(r"\+?[0-9]+", typed):
        raise Invalid("phone-letters")
    national = typed.removeprefix("+62").removeprefix("62").removeprefix("0")
    if not re.match(r"8[1-9]", national):
        raise Invalid("phone-form")
    if not _MOBILE.fullmatch(national):
        raise Invalid("phone-length", count=len(national) + 1)
    return "+62" + national


def parse_plate(text: str, _today: date) -> str:
    """Return "KT 1234 AB".

    Raises Invalid "plate-form"; Doubtful "plate-unusual" (plate) for any other letters and digits.
    """
    typed = numeric_line(text).upper()
    if not re.fullmatch(r"[A-Z0-9 .\-]+", typed):
        raise Invalid("plate-form")
    glued = re.sub(r"[ .\-]", "", typed)
    match = _PLATE.fullmatch(glued)
    if match:
        return " ".join(part for part in match.groups() if part)
    if not 3 <= len(glued) <= 10 or not re.search("[0-9]", glued):
        raise Invalid("plate-form")
    raise Doubtful(typed, "plate-unusual", plate=typed)


def free_text(text: str, shortest: int = 2, longest: int = 100) -> str:
    """Return one line of `shortest` to `longest` characters with a letter in it.

    Raises Invalid "text-short", "text-long".
    """
    line = clean_line(text, longest)
    if len(line) < shortest or count_letters(line) == 0:
        raise Invalid("text-short", shortest=shortest)
    return line


def tick(text: str, _today: date) -> bool:
    """Return True when the person agrees. Raises Invalid "tick" for anything else: silence is no consent."""
    if clean_line(text, 60).lower().rstrip(".!") not in _YES:
        raise Invalid("tick")
    return True


def _has_other_signs(line: str, allowed: str) -> bool:
    """Tell whether anything stands in `line` but letters, their combining marks and the `allowed` signs."""
    return any(not (unicodedata.category(char)[0] in "LM" or char in allowed) for char in line)
