"""How does a case get a number that survives being read out, typed and mistyped?

Form: "BPN-25-000042-6": city, year of registration, serial, check digit. The check digit (H. M. Damm, 2004)
finds every single wrong digit and every swap of two neighbours, also across the dashes.
"""

import re

from registration.errors import Invalid
from registration.text import numeric_line

_QUASIGROUP = (  # Damm's totally anti-symmetric table of order 10
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)
LAST_SERIAL = 999_999  # six digits a year


def make(year: int, serial: int, prefix: str) -> str:
    """Return the case number of the `serial`-th case (1 to 999999) of a `year` such as 2025.

    Raises ValueError when the serial does not fit.
    """
    if not 1 <= serial <= LAST_SERIAL:
        raise ValueError("serial out of range")
    digits = f"{year % 100:02d}{serial:06d}"
    return _written(prefix, digits + str(_damm(digits)))


def parse(text: str, prefix: str) -> str:
    """Return the canonical case number of a typed one; case, spaces, dashes and the prefix itself may be
    missing.

    Raises Invalid "case-number-form" when it is no case number, "case-number-check" when a digit must be
    wrong.
    """
    typed = re.sub(r"[^0-9A-Z]", "", numeric_line(text).upper())
    digits = typed.removeprefix(prefix.upper())
    if not re.fullmatch(r"[0-9]{9}", digits):
        raise Invalid("case-number-form", prefix=prefix)
    if _damm(digits) != 0:
        raise Invalid("case-number-check")
    return _written(prefix, digits)


def split(text: str, prefix: str) -> tuple[str, str]:
    """Return the case number with which a text begins, as `parse` gives it, and the rest of the text.

    Raises as `parse`.
    """
    gap = r"[\s.\-\u2010-\u2015]*"
    head = re.match(rf"\s*(?:{re.escape(prefix)})?{gap}[0-9]{{2}}{gap}[0-9]{{6}}{gap}[0-9](?![0-9])", text, re.I)
    if head is None:
        raise Invalid("case-number-form", prefix=prefix)
    return parse(head[0], prefix), text[head.end() :].strip()


def _written(prefix: str, digits: str) -> str:
    return f"{prefix}-{digits[:2]}-{digits[2:8]}-{digits[8]}"


def _damm(digits: str) -> int:
    """Return the check digit of `digits`; 0 when they end with the right one."""
    interim = 0
    for digit in digits:
        interim = _QUASIGROUP[interim][int(digit)]
    return interim
