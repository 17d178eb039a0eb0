"""Which old participants does a CSV file name, and which of its rows cannot be taken?

The file is hostile until checked: it is read line by line, and what is wrong is told by line and reason alone.
"""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

from registration.answers import parse_name, parse_phone
from registration.areas import find_kelurahan, kelurahan_of_code
from registration.dates import exact_day
from registration.errors import Doubtful, Invalid
from registration.nik import parse_nik
from registration.text import clean_line, numeric_line

COLUMNS = ("name", "nik", "phone", "kelurahan", "cover_ends")
_MAY_BE_EMPTY = {"phone", "cover_ends"}
_SEPARATORS = ",;\t"
_LONGEST_LINE = 20_000  # characters; the rest of a longer line is thrown away unread
_UNDECODED = re.compile("[\udc80-\udcff]")  # what Python makes of bytes that are not UTF-8


class NoHeader(Exception):
    """The first line names not all columns (`missing`): then it is another file, or in another encoding."""

    def __init__(self, missing: list[str]) -> None:
        super().__init__()
        self.missing = missing


@dataclass(frozen=True, slots=True)
class Listed:
    """One old participant; `phone` is "+628…" or "", `kelurahan` a code."""

    name: str
    nik: str
    phone: str
    kelurahan: str
    cover_ends: date | None


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that cannot be taken; `reason` is the name of a column, "encoding", "cells", "long" or "twice"."""

    line: int
    reason: str


def opened(path: Path) -> TextIO:
    """The file as `rows` wants it: UTF-8, with or without the mark that Excel writes; odd bytes are told row by row."""
    return path.open(encoding="utf-8-sig", errors="surrogateescape", newline="")


def rows(file: TextIO, today: date) -> Iterator[Listed | Refused]:
    """Check row after row. Raises NoHeader."""
    lines = _lines(file)
    head = next(lines, "")
    separator = max(_SEPARATORS, key=head.count)
    names = [name.strip().casefold() for name in next(csv.reader([head], delimiter=separator), [])]
    if missing := [column for column in COLUMNS if column not in names]:
        raise NoHeader(missing)
    reader = csv.reader(lines, delimiter=separator)
    seen: set[str] = set()
    while True:
        line = reader.line_num + 2  # where the row begins; the header is line 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:  # a cell of more than 131,072 characters, or a quote that never ends
            yield Refused(line, "long")
            continue
        if any(cell.strip() for cell in cells):
            found = _row(names, cells, line, today)
            if isinstance(found, Listed) and found.nik in seen:
                found = Refused(line, "twice")
            elif isinstance(found, Listed):
                seen.add(found.nik)
            yield found


def _lines(file: TextIO) -> Iterator[str]:
    while piece := file.readline(_LONGEST_LINE):
        yield piece
        while len(piece) == _LONGEST_LINE and not piece.endswith("\n"):
            piece = file.readline(_LONGEST_LINE)


def _row(names: list[str], cells: list[str], line: int, today: date) -> Listed | Refused:
    if len(cells) < len(names) or any(cells[len(names) :]):
        return Refused(line, "cells")
    if any(_UNDECODED.search(cell) for cell in cells):
        return Refused(line, "encoding")
    texts = dict(zip(names, cells, strict=False))
    found: dict[str, str] = {}
    for column in COLUMNS:
        text = texts[column].strip()
        try:
            found[column] = "" if not text and column in _MAY_BE_EMPTY else _PARSERS[column](text, today)
        except Doubtful as doubt:  # odd, but cards with such a NIK were issued
            found[column] = str(doubt.value)
        except (Invalid, LookupError):
            return Refused(line, column)
    ends = date.fromisoformat(found["cover_ends"]) if found["cover_ends"] else None
    return Listed(found["name"], found["nik"], found["phone"], found["kelurahan"], ends)


def _kelurahan(text: str, _today: date) -> str:
    line = clean_line(text)
    ward = find_kelurahan(line) or kelurahan_of_code(line)
    if ward is None:
        raise LookupError("no kelurahan of the city")  # its words are those of the column
    return ward.code


def _last_day(text: str, today: date) -> str:
    return exact_day(numeric_line(text).lower(), today).isoformat()


_PARSERS: dict[str, Callable[[str, date], str]] = {
    "name": parse_name,
    "nik": parse_nik,
    "phone": parse_phone,
    "kelurahan": _kelurahan,
    "cover_ends": _last_day,
}
