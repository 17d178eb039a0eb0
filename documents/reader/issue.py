"""Which of a card's lines without a label are its city, and place and date of issue?"""

import re
from collections.abc import Sequence

from documents.reader.strips import Strip

_DATE = re.compile(r"\W*[0-9]{1,2}[-. ]{1,3}[0-9]{1,2}[-. ]{1,3}[0-9]{4}\W*")
_CITY = re.compile(r"\W*(?:KOTA|KAB(?:UPATEN|\.)?)\s*[A-Z].*")
_LINES_APART = 2.0  # at most, from place to date, in line heights

Candidate = tuple[int, str, Strip]


def issue_lines(candidates: Sequence[Candidate]) -> dict[str, int]:
    """The numbers of the lines `city`, `issued_in` and `issued_on`, as far as they are there."""
    found: dict[str, int] = {}
    dates = [each for each in candidates if _DATE.fullmatch(each[1])]
    if dates:
        number, _, date = max(dates, key=lambda each: each[2].left)
        found["issued_on"] = number
        above = [each for each in candidates if _stands_on(each[2], date)]
        if above:
            found["issued_in"] = max(above, key=lambda each: each[2].middle)[0]
    cities = [each for each in candidates if _CITY.fullmatch(each[1]) and each[0] not in found.values()]
    if cities:
        found["city"] = min(cities, key=lambda each: each[2].middle)[0]
    return found


def _stands_on(strip: Strip, date: Strip) -> bool:
    """Whether a line is the next above the date."""
    overlaps = strip.left < date.right and date.left < strip.right
    return overlaps and 0.4 * date.height < date.middle - strip.middle < _LINES_APART * date.height
