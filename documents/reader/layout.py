"""Which line of a card is the value of which label?

Labels stand in a column, one to a row at an even pitch, each value to the right of its label. Rows slant and spread in
perspective, so a row's place is a straight line fitted through the labels that were found; labels that wear or
glare has taken are so replaced by their neighbours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from documents.reader.engine import Line
from documents.reader.labels import LABELS, Label, labels_of
from documents.reader.strips import Strip

_NAME, _ADDRESS = LABELS.index("Nama"), LABELS.index("Alamat")
# Rows at an even pitch: a long address takes two lines and moves what is below.
_EVEN = (range(_NAME, _ADDRESS + 1), range(_ADDRESS + 1, len(LABELS)))
_SAME_LINE = 0.8  # line heights apart at most
_FEWEST = 3  # labels that must be found for a page to be a card


@dataclass(frozen=True, slots=True)
class Piece:
    """The value's part of a line: which line, and from which sign."""

    line: int
    start: int


@dataclass(frozen=True, slots=True)
class Row:
    """A value: the pieces of each of its lines, from left to right, and where its label ends in pixels of the page."""

    lines: list[list[Piece]]
    left: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of a card by label, the numbers of all other lines, and for how many lines of address there is room."""

    rows: dict[str, Row]
    others: list[int]
    address_lines: int


def layout(lines: Sequence[Line], strips: Sequence[Strip]) -> Layout | None:
    """The layout of a card, or None when it is none."""
    labels = labels_of(lines)
    if len(labels) < _FEWEST:
        return None
    pieces: dict[int, list[Piece]] = {
        label.row: [Piece(label.line, label.end)] for label in labels if len(lines[label.line].text) > label.end + 1
    }
    taken = {label.line for label in labels}
    ends = {label.row: _end(label, lines, strips) for label in labels}
    middles = _middles(labels, strips)
    left, right = _column(labels, strips)
    others = []
    for number, strip in enumerate(strips):
        row = _row_of(strip, middles) if number not in taken and left < strip.left < right else None
        if row is not None:
            pieces.setdefault(row, []).append(Piece(number, 0))
        elif number not in taken:
            others.append(number)
    rows = {LABELS[row]: _row(each, strips, ends.get(row)) for row, each in pieces.items()}
    return Layout(rows, others, _address_lines(middles))


def _end(label: Label, lines: Sequence[Line], strips: Sequence[Strip]) -> float:
    """Where the label ends: within its strip, when the value stands in the same."""
    strip = strips[label.line]
    return strip.left + (strip.right - strip.left) * label.end / max(1, len(lines[label.line].text))


def _row(pieces: Sequence[Piece], strips: Sequence[Strip], end: float | None) -> Row:
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: strips[each.line].middle):
        strip = strips[piece.line]
        if lines and strip.middle - strips[lines[-1][0].line].middle < _SAME_LINE * strip.height:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    ordered = [sorted(line, key=lambda each: strips[each.line].left) for line in lines]
    first = min(strips[piece.line].left for piece in pieces)
    return Row(ordered, first if end is None else end)


def _middles(labels: Sequence[Label], strips: Sequence[Strip]) -> dict[int, float]:
    """The middle of each row in pixels, found or fitted."""
    found = {label.row: strips[label.line].middle for label in labels}
    fitted: dict[int, float] = {}
    for block in _EVEN:
        rows = [row for row in block if row in found]
        if len(rows) >= 2:
            pitch, first = np.polyfit(rows, [found[row] for row in rows], 1)
            fitted |= {row: float(first + pitch * row) for row in block}
    return fitted | found


def _address_lines(middles: Mapping[int, float]) -> int:
    """A long address moves all that stands below it."""
    if not {_NAME, _ADDRESS, _ADDRESS + 1} <= middles.keys():
        return 1
    pitch = (middles[_ADDRESS] - middles[_NAME]) / (_ADDRESS - _NAME)
    return max(1, round((middles[_ADDRESS + 1] - middles[_ADDRESS]) / max(1.0, pitch)))


def _column(labels: Sequence[Label], strips: Sequence[Strip]) -> tuple[float, float]:
    """Between which pixels a value may begin: right of most labels' beginnings, left of the portrait."""
    starts = [strips[label.line].left for label in labels]
    height = float(np.median([strips[label.line].height for label in labels]))
    return max(starts) + height, min(starts) + 17 * height


def _row_of(strip: Strip, middles: dict[int, float]) -> int | None:
    """The row a value stands in; below the address, between two rows, is the address's second line."""
    row = min(middles, key=lambda each: abs(middles[each] - strip.middle))
    if abs(middles[row] - strip.middle) < _SAME_LINE * strip.height:
        return row
    above = [row for row, middle in middles.items() if middle < strip.middle]
    return _ADDRESS if above and max(above) == _ADDRESS else None
