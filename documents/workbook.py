"""How does a list become a workbook (XLSX) in which nothing is a formula and no digit is lost?

All of it is made in memory: the library's other way keeps rows in readable files while it works.
"""

import unicodedata
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

import xlsxwriter

_LONGEST = 32_767  # characters of a cell
_WIDEST = 40
# Control signs, halves of characters and what is no character at all have no place in XML.
_NOT_WRITTEN = {"Cc", "Cs", "Cn"}
_EVERYWHERE = "A1:XFD1048576"


def workbook(headers: Sequence[str], rows: Sequence[Sequence[str]], made_at: datetime) -> bytes:
    """The bytes of a workbook of one sheet; every cell is text, the headers stay in sight."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"created": made_at.replace(tzinfo=None)})
        text = book.add_format({"num_format": "@"})
        bold = book.add_format({"num_format": "@", "bold": True})
        sheet = book.add_worksheet()
        for number, header in enumerate(headers):
            width = max(len(cells[number]) for cells in (headers, *rows))
            sheet.set_column(number, number, min(width, _WIDEST) + 2, text)
            sheet.write_string(0, number, clean(header), bold)
        for line, cells in enumerate(rows, start=1):
            for number, cell in enumerate(cells):
                sheet.write_string(line, number, clean(cell), text)
        sheet.freeze_panes(1, 0)
        sheet.ignore_errors(
            {"number_stored_as_text": _EVERYWHERE}
        )  # or each NIK has a green corner that offers to spoil it
    return file.getvalue()


def clean(text: str) -> str:
    """The text as it may stand in a cell."""
    kept = "".join(" " if unicodedata.category(sign) in _NOT_WRITTEN else sign for sign in text)
    return kept[:_LONGEST]
