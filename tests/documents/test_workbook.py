"""Is everything in a workbook text, whatever people typed, and is it never on the disk while it is made?"""

import tempfile
from datetime import UTC, datetime

import pytest

from documents.workbook import clean, workbook
from tests.support.sheets import parts, rows_of

AT = datetime(2025, 11, 10, 1, 0, tzinfo=UTC)
HEADERS = ["NIK", "NAMA"]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.mark.parametrize(
    "typed",
    [
        *("=cmd|'/C calc'!A0", "=1+1", "+1", "-1", "@SUM(A1)", "{=1}", '=HYPERLINK("http://contoh.id")'),
        *("http://contoh.id", "mailto:siti@contoh.id", "internal:Sheet1!A1", "<b>&amp;</b>", "_x0041_", "08123"),
        *("6471055708900001", "1e5", "TRUE", "#REF!", " tepi ", "Jl. Ñandú 😀 ١٢٣"),
    ],
)
def test_whatever_was_typed_stays_the_text_that_it_is(typed: str) -> None:
    made = workbook(HEADERS, [[typed, "Siti"]], AT)
    decoded = [[cell.replace("_x005F_", "_") for cell in row] for row in rows_of(made)]
    assert decoded == [HEADERS, [typed, "Siti"]]
    assert [name for name in parts(made) if "rels" in name and "sheet" in name] == []


def test_what_xml_cannot_hold_becomes_a_space_and_a_cell_too_long_is_cut() -> None:
    assert clean("a\x00b\tc\nd\x1be\ud800f\ufffeg\x85h") == "a b c d e f g h"
    assert len(clean("x" * 40_000)) == 32_767
    assert rows_of(workbook(["A"], [["\x00\ud800=1"]], AT)) == [["A"], ["  =1"]]


def test_the_header_is_bold_and_stays_in_sight() -> None:
    found = parts(workbook(HEADERS, [["1", "Siti"]], AT))
    sheet = found["xl/worksheets/sheet1.xml"]
    pane = sheet.find(f".//{MAIN}pane")
    assert pane is not None
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    fonts = [font.find(f"{MAIN}b") is not None for font in found["xl/styles.xml"].iter(f"{MAIN}font")]
    formats = [each.get("fontId") for each in found["xl/styles.xml"].iter(f"{MAIN}xf")][1:]
    styles = [int(cell.get("s") or 0) for cell in sheet.iter(f"{MAIN}c")]
    assert [fonts[int(formats[style] or 0)] for style in styles] == [True, True, False, False]


def test_a_list_of_nobody_has_its_header() -> None:
    assert rows_of(workbook(HEADERS, [], AT)) == [HEADERS]


def test_no_readable_file_is_written_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file")

    for name in ("mkstemp", "NamedTemporaryFile", "TemporaryFile", "mkdtemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    assert len(rows_of(workbook(HEADERS, [[str(number), "Siti"] for number in range(2000)], AT))) == 2001


def test_the_same_list_at_the_same_time_is_the_same_file() -> None:
    assert workbook(HEADERS, [["1", "Siti"]], AT) == workbook(HEADERS, [["1", "Siti"]], AT)
