"""Does each value go to its label, also when labels are worn away or an address takes two lines?"""

import math

import numpy as np
import pytest

from documents.reader.engine import Line, Quad
from documents.reader.labels import LABELS, labels_of
from documents.reader.layout import Layout, layout
from documents.reader.strips import direction, laid, widened

PITCH, HEIGHT = 40.0, 28.0
VALUES = {label: f"CONTOH {row}" for row, label in enumerate(LABELS)}


def quad(left: float, middle: float, width: float, degrees: float = 0.0) -> Quad:
    top, bottom = middle - HEIGHT / 2, middle + HEIGHT / 2
    corners = np.array([[left, top], [left + width, top], [left + width, bottom], [left, bottom]])
    angle = math.radians(degrees)
    turn = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    return np.asarray(corners @ turn, np.float32)


def card(worn: tuple[str, ...] = (), address: tuple[str, ...] = (), degrees: float = 0.0) -> list[tuple[str, Quad]]:
    """Lines with their places: labels at the left, values in a column; `worn` labels are missing."""
    lines, middle = [], 100.0
    for label, value in VALUES.items():
        if label not in worn:
            lines.append((label, quad(40, middle, 12.0 * len(label), degrees)))
        for text in address if label == "Alamat" and address else (value,):
            lines.append((f": {text}", quad(300, middle, 14.0 * len(text), degrees)))
            middle += PITCH
    return lines


def layout_of(lines: list[tuple[str, Quad]]) -> Layout:
    texts = [Line(text, (1.0,) * len(text)) for text, _ in lines]
    quads = [each for _, each in lines]
    found = layout(texts, laid(quads, direction(quads)))
    assert found is not None
    return found


def found_in(lines: list[tuple[str, Quad]]) -> dict[str, str]:
    texts, found = [Line(text, (1.0,) * len(text)) for text, _ in lines], layout_of(lines)
    return {
        label: " ".join(texts[piece.line].text.lstrip(": ") for line in row.lines for piece in line)
        for label, row in found.rows.items()
    }


@pytest.mark.parametrize("degrees", [0.0, 20.0, -20.0, 90.0])
def test_every_value_goes_to_its_label(degrees: float) -> None:
    assert found_in(card(degrees=degrees)) == VALUES


def test_a_worn_label_is_found_by_its_neighbours() -> None:
    assert found_in(card(worn=("Nama", "RT/RW", "Pekerjaan"))) == VALUES


def test_an_address_of_two_lines_is_one_value_and_moves_nobody() -> None:
    lines = card(address=("JL. CONTOH RAYA", "GG. DAMAI NO. 7"), worn=("Kecamatan",))
    assert found_in(lines) == VALUES | {"Alamat": "JL. CONTOH RAYA GG. DAMAI NO. 7"}


def test_a_page_with_fewer_than_three_labels_is_no_card() -> None:
    lines = [Line(text, (1.0,) * len(text)) for text in ("NIK", "Nama", "Hormat kami")]
    quads = [quad(40, 100 + 40 * row, 100) for row in range(3)]
    assert layout(lines, laid(quads, 0.0)) is None


def test_label_and_value_in_one_line_are_parted_at_the_colon() -> None:
    line = Line("Status Perkawlnan : KAWIN", (1.0,) * 25)
    assert [(LABELS[label.row], line.text[label.end :]) for label in labels_of([line])] == [
        ("Status Perkawinan", ": KAWIN")
    ]


def test_a_widened_strip_goes_on_straight() -> None:
    [strip] = laid([quad(100, 200, 50)], 0.0)
    wider = widened(strip, 80, 170)
    assert wider.quad.tolist() == [[80, 186], [170, 186], [170, 214], [80, 214]]


@pytest.mark.parametrize("degrees", [0.0, 14.0])
def test_room_for_a_line_of_the_address_is_seen_also_when_the_line_is_not(degrees: float) -> None:
    long = card(address=("JL. CONTOH RAYA PANJANG NO.", "7"), degrees=degrees)
    without = [line for line in long if line[0] != ": 7"]
    assert [layout_of(lines).address_lines for lines in (card(degrees=degrees), long, without)] == [1, 2, 2]
    assert found_in(without)["Alamat"] == "JL. CONTOH RAYA PANJANG NO."
