"""What stands in each field of an identity card, as printed, and how sure is that?

Most fields are read three times from the same photo: the line as it was found, the line stretched, and the whole row
right of its label. The row also shows what the finder missed: a word worn away would shorten a name without a trace.
Nor is anything sure beside a glare, which may hide a word for good.
"""

import re
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from documents.reader.engine import Engine, Line, Picture
from documents.reader.glare import glared
from documents.reader.issue import issue_lines
from documents.reader.layout import Piece, Row, layout
from documents.reader.pages import Page
from documents.reader.rereading import Rows, one, read_again
from documents.reader.seen import Seen, agreed, doubted
from documents.reader.strips import Strip, cut, widened

_ISSUED = "issued_on"
_BEFORE, _AFTER = 4.0, 4.0  # line heights the row's reading looks left and right of what was found
_LATE, _FEWEST = 1.2, 4  # line heights right of most values; values needed to tell. A colon takes 0.7
_ROUND = 1.0  # the same, for lines without a label
_DATE = re.compile(r"[0-9]{1,2}[-. ]{1,3}[0-9]{1,2}[-. ]{1,3}[0-9]{4}")
_COMMA = re.compile(r"[A-Za-z] ?[,.;] ?[0-9]")
_BLOOD = re.compile(r"\W*Go[l1i|]\b.*", re.IGNORECASE)
_UNFINISHED = re.compile(r"\b(?:NO|RT|RW|BLOK|KM|GG)[. ]*$|[.]{2}|(?<!BLOK) [A-Z] [A-Z]")
_SPECKS = " ;,-'`_|"

Split = Callable[[Line], Line]


def _whole(line: Line) -> Line:
    """Without what stands before the colon, and specks round it."""
    start = line.text.rfind(":") + 1
    start = len(line.text) - len(line.text[start:].lstrip("." + _SPECKS))
    return line.part(start, max(start, len(line.text.rstrip("." + _SPECKS))))


def _sex(line: Line) -> Line:
    """Without the blood type, which stands in the same row."""
    blood = _BLOOD.search(line.text)
    return _whole(line.part(0, blood.start()) if blood else line)


def _date(line: Line) -> Line:
    found = _DATE.search(line.text)
    return line.part(found.start(), found.end()) if found else Line("", ())


def _place(line: Line) -> Line:
    """What stands before the date, or before what is left of it."""
    digit = re.search("[0-9]", line.text)
    return _whole(line.part(0, digit.start()) if digit else line)


def _goes_on(line: Line) -> bool:
    """Whether a place ends where it should, before a comma and the date: a word behind it may be hidden."""
    return _COMMA.search(line.text) is not None


FIELDS: dict[str, tuple[str, Split]] = {
    "nik": ("NIK", _whole),
    "name": ("Nama", _whole),
    "birth_place": ("Tempat/Tgl Lahir", _place),
    "birth_date": ("Tempat/Tgl Lahir", _date),
    "sex": ("Jenis kelamin", _sex),
    "address": ("Alamat", _whole),
    "rt_rw": ("RT/RW", _whole),
    "kelurahan": ("Kel/Desa", _whole),
    "kecamatan": ("Kecamatan", _whole),
    _ISSUED: (_ISSUED, _date),  # stands under the portrait, without a label
}
_OPEN = {"name", "birth_place", "address", "kelurahan"}  # may lack a word unnoticed; NIK, dates and RT/RW may not
_ALONE = {"rt_rw", "issued_on"}  # digits that nothing else on the card confirms
_FAINT = 0.7  # certainty of the whole row's reading under which its agreement says little
_LABELS = dict.fromkeys(label for label, _ in FIELDS.values() if label != _ISSUED)
_HINTS = ("city", "issued_in")  # never sure: read once
_LISTED = {"sex": "Jenis kelamin", "kecamatan": "Kecamatan"}  # few words, far apart: read once when that is clear
_CLEAR = 0.9


def read_fields(engine: Engine, picture: Picture, page: Page) -> dict[str, Seen]:
    """The fields by question, and `city` and `issued_in`; {} when the page is no identity card."""
    found = layout(page.lines, page.strips)
    if found is None:
        return {}
    rows = {label: found.rows[label] for label in _LABELS if label in found.rows}
    named = issue_lines([(number, page.lines[number].text, page.strips[number]) for number in found.others])
    lines = {label: _joined(page, row) for label, row in rows.items()}
    lines |= {key: page.lines[number] for key, number in named.items()}
    fields = {key: _once(_whole(lines[key])) for key in _HINTS if key in lines}
    fields |= {key: _once(FIELDS[key][1](lines[label])) for key, label in _LISTED.items() if label in rows}
    clear = {label for key, label in _LISTED.items() if key in fields and fields[key].certainty >= _CLEAR}
    close, wide = _strips(page, {label: row for label, row in rows.items() if label not in clear}, named)
    late = _late(page, rows)
    readings = read_again(engine, picture, close, wide)
    lines |= readings.digits
    for key, (label, split) in FIELDS.items():
        if label in close:
            read = (lines[label], readings.again[label], readings.whole[label])
            fields[key] = agreed(*map(split, read))
            hidden = key in _OPEN and any(glared(cut(picture, strip)) for strip in wide[label])
            faint = key in _ALONE and split(read[2]).certainty < _FAINT
            cut_off = key == "birth_place" and not any(map(_goes_on, read))
            if hidden or faint or cut_off or (key in _OPEN and label in late):
                fields[key] = doubted(fields[key])
    if "address" in fields and _lacks_words(fields["address"].text, len(rows["Alamat"].lines), found.address_lines):
        fields["address"] = doubted(fields["address"])
    return fields


def _strips(page: Page, rows: Mapping[str, Row], named: Mapping[str, int]) -> tuple[Rows, Rows]:
    """By label what is read again: the values alone, and the whole rows."""
    close = {label: _pieces(page, row) for label, row in rows.items()}
    wide = {label: [_row_strip(page, row, line) for line in row.lines] for label, row in rows.items()}
    if _ISSUED in named:
        date = page.strips[named[_ISSUED]]
        close[_ISSUED], wide[_ISSUED] = [date], [_with_room(date)]
    return close, wide


def _late(page: Page, rows: Mapping[str, Row]) -> set[str]:
    """The labels whose value begins right of where most values do: a word before it may be worn away or blotted out."""
    starts = {label: page.strips[row.lines[0][0].line] for label, row in rows.items() if row.lines[0][0].start == 0}
    if len(starts) < _FEWEST:
        return set()
    usual = float(np.median([strip.left for strip in starts.values()]))
    return {label for label, strip in starts.items() if strip.left - usual > _LATE * strip.height}


def _lacks_words(address: str, lines: int, room: int) -> bool:
    """Whether a second line was not found (a house number alone is small), a number after its word, or a dot."""
    return lines < room or _UNFINISHED.search(address) is not None


def _once(line: Line) -> Seen:
    return Seen(line.text.upper(), line.certainty)


def _pieces(page: Page, row: Row) -> list[Strip]:
    """The strips of the value, each without the label where that stands in the same."""
    strips = [page.strips[piece.line] for line in row.lines for piece in line]
    return [widened(strip, min(max(strip.left, row.left), strip.right - 1), strip.right) for strip in strips]


def _row_strip(page: Page, row: Row, line: Sequence[Piece]) -> Strip:
    """All of a line that stands right of the label, and some more; its longest piece gives the slant."""
    strips = [page.strips[piece.line] for piece in line]
    longest = max(strips, key=lambda strip: strip.right - strip.left)
    left = max(row.left, min(strip.left for strip in strips) - _BEFORE * longest.height)
    return widened(longest, left, max(strip.right for strip in strips) + _AFTER * longest.height)


def _joined(page: Page, row: Row) -> Line:
    return one(
        [
            page.lines[piece.line].part(piece.start, len(page.lines[piece.line].text))
            for line in row.lines
            for piece in line
        ]
    )


def _with_room(strip: Strip) -> Strip:
    return widened(strip, strip.left - _ROUND * strip.height, strip.right + _ROUND * strip.height)
