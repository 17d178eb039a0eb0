"""How sure is a text that was read more than once?"""

import re
from typing import NamedTuple

from documents.reader.engine import Line

_AFTER_SIGNS = re.compile(r"(?<=[.,]) ")  # printed or not: it means the same
_DOUBTED = 0.5  # at most: the letters agree, but where a word ends is open


class Seen(NamedTuple):
    """A text in capitals and its certainty from 0 (a guess) to 1."""

    text: str
    certainty: float


def agreed(line: Line, again: Line, row: Line) -> Seen:
    """What all readings say, as certain as the less certain of the close ones; where they differ nothing is.

    `line` and `again` are close readings; `row` is a wider one, whose certainty does not count.
    """
    if _glued(line) == _glued(again) == _glued(row):
        least = min(line.certainty, again.certainty)
        if not _tight(line) == _tight(again) == _tight(row):
            least = min(least, _DOUBTED)
        return Seen(max(line.text, again.text, key=len).upper(), least)
    return Seen(max(line, again, key=lambda each: each.certainty).text.upper(), 0.0)


def doubted(seen: Seen) -> Seen:
    """The same text, no longer sure by itself; what else the card says may still confirm it."""
    return Seen(seen.text, min(seen.certainty, _DOUBTED))


def _tight(line: Line) -> str:
    return _AFTER_SIGNS.sub("", line.text.upper())


def _glued(line: Line) -> str:
    return line.text.upper().replace(" ", "")
