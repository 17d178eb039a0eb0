"""What stands in each field of an identity card, as printed, and how sure is that?

Every field is read three times from the same photo: the line as it was found, the line stretched, and the whole row
right of its label. The row also shows what the finder missed: a word worn away would shorten a name without a trace.
Nor is anything sure beside a glare, which may hide a word for good.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from documents.reader.engine import NUMERIC, PRINTED, Engine, Line, Picture
from documents.reader.glare import glared
from documents.reader.issue import issue_lines
from documents.reader.layout import Piece, Row, layout
from documents.reader.pages import Page
from documents.reader.seen import Seen, agreed, doubted
from documents.reader.strips import Strip, cut, widened

_STRETCH, _MARGIN = 1.2, 0.06
_BEFORE, _AFTER = 4.0, 4.0  # line heights the row's reading looks left and right of what was found
_ROUND = 1.0  # the same, for lines without a label
_DATE = re.compile(r"[0-9]{1,2}[-. ]{1,3}[0-9]{1,2}[-. ]{1,3}[0-9]{4}")
_BLOOD = re.compile(r"\W*Go[l1i|]\b.*", re.IGNORECASE)
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
}
_OPEN = {"name", "birth_place", "address", "kelurahan"}  # may lack a word unnoticed; NIK, dates and RT/RW may not
_LABELS = dict.fromkeys(label for label, _ in FIELDS.values())
_SPLITS: dict[str, Split] = {"city": _whole, "issued_in": _whole, "issued_on": _date}


def read_fields(engine: Engine, picture: Picture, page: Page) -> dict[str, Seen]:
    """The fields by question, and `city` and `issued_in`; {} when the page is no identity card."""
    found = layout(page.lines, page.strips)
    if found is None:
        return {}
    rows = {label: found.rows[label] for label in _LABELS if label in found.rows}
    close = {label: _pieces(page, row) for label, row in rows.items()}
    wide = {label: [_row_strip(page, row, line) for line in row.lines] for label, row in rows.items()}
    lines = {label: _joined(page, row) for label, row in rows.items()}
    if "NIK" in rows:
        lines["NIK"] = _one(engine.read([cut(picture, strip) for strip in close["NIK"]], NUMERIC))
    again = _read(engine, picture, close, _STRETCH)
    whole = _read(engine, picture, wide, 1.0)
    hidden = {label for label, strips in wide.items() if any(glared(cut(picture, strip)) for strip in strips)}
    fields: dict[str, Seen] = {}
    for key, (label, split) in FIELDS.items():
        if label in rows:
            seen = agreed(split(lines[label]), split(again[label]), split(whole[label]))
            fields[key] = doubted(seen) if key in _OPEN and label in hidden else seen
    return fields | _unlabelled(engine, picture, page, found.others)


def _read(engine: Engine, picture: Picture, rows: Mapping[str, Sequence[Strip]], stretch: float) -> dict[str, Line]:
    """Each row's strips as one line; the NIK's with letters ruled out."""
    found: dict[str, Line] = {}
    for alphabet in (NUMERIC, PRINTED):
        labels = [label for label in rows if (label == "NIK") == (alphabet == NUMERIC)]
        strips = [cut(picture, strip, stretch, _MARGIN) for label in labels for strip in rows[label]]
        lines = iter(engine.read(strips, alphabet))
        found |= {label: _one([next(lines) for _ in rows[label]]) for label in labels}
    return found


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
    return _one(
        [
            page.lines[piece.line].part(piece.start, len(page.lines[piece.line].text))
            for line in row.lines
            for piece in line
        ]
    )


def _one(lines: Sequence[Line]) -> Line:
    """The lines as one, with spaces between."""
    text = " ".join(line.text for line in lines)
    signs = [sign for line in lines for sign in (*line.signs, 1.0)]
    return Line(text, tuple(signs[: len(text)]))


def _unlabelled(engine: Engine, picture: Picture, page: Page, numbers: Sequence[int]) -> dict[str, Seen]:
    """What has no label: the city at the head, and place and date of issue under the portrait."""
    named = issue_lines([(number, page.lines[number].text, page.strips[number]) for number in numbers])
    strips = {key: [page.strips[number]] for key, number in named.items()}
    wide = {key: [_with_room(strip) for strip in each] for key, each in strips.items()}
    again, whole = _read(engine, picture, strips, _STRETCH), _read(engine, picture, wide, 1.0)
    return {
        key: agreed(split(page.lines[named[key]]), split(again[key]), split(whole[key]))
        for key, split in _SPLITS.items()
        if key in named
    }


def _with_room(strip: Strip) -> Strip:
    return widened(strip, strip.left - _ROUND * strip.height, strip.right + _ROUND * strip.height)
