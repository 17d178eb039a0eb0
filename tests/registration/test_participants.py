"""Is every row of a list of old participants checked, however it was written, and told by line and reason alone?"""

from datetime import date
from pathlib import Path

import pytest

from registration.participants import Listed, NoHeader, Refused, opened, rows
from tests.support.leaks import OFFICE_LIST

TODAY = date(2025, 11, 10)
HEAD = "name,nik,phone,kelurahan,cover_ends"
SITI = Listed("Siti Contoh", "6471055708900001", "+6281234567890", "64.71.05.1012", date(2025, 12, 31))


def read(folder: Path, content: str | bytes) -> list[Listed | Refused]:
    path = folder / OFFICE_LIST
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with opened(path) as file:
        return list(rows(file, TODAY))


@pytest.mark.parametrize(
    "content",
    [
        f"{HEAD}\nSiti Contoh,6471055708900001,081234567890,Damai Bahagia,2025-12-31\n",
        f"{HEAD}\n Siti  Contoh ,6471 0557 0890 0001,81234567890,64.71.05.1012,31/12/2025",
        f"\ufeff{HEAD.replace(',', ';')}\r\nSiti Contoh;6471055708900001;+62 812-3456-7890;6471051012;31-12-2025\r\n",
        f'No,{HEAD.upper()}\n1,"Siti\nContoh",6471055708900001,6281234567890,Kel. Damai Bahagia,31 Des 2025\n\n,,,,,\n',
        f"{HEAD}\tcatatan\n".replace(",", "\t")
        + "Siti Contoh\t6471055708900001\t081234567890\tDamai Bahagia\t31-12-25\t=1+1\n",
    ],
    ids=["plain", "as typed", "Excel", "lines and empty rows", "tabs and other columns"],
)
def test_the_same_person_is_read_from_every_way_of_writing(tmp_path: Path, content: str) -> None:
    assert read(tmp_path, content) == [SITI]


def test_phone_and_end_of_cover_may_be_empty_and_an_odd_nik_is_taken(tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}\nSiti Contoh,6471059908900000,,Damai Bahagia,\n")
    assert found == [Listed("Siti Contoh", "6471059908900000", "", "64.71.05.1012", None)]


GOOD = {
    "name": "Siti Contoh", "nik": "6471055708900001", "phone": "081234567890", "kelurahan": "Manggar", "cover_ends": "",
}  # fmt: skip


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("name", ""),
        ("name", "=HYPERLINK(\"\"http://contoh.id\"\")"),
        ("name", "@SUM(1+1)*cmd|'/C calc'!A0"),
        ("name", "N" * 19_000),
        ("nik", ""),
        ("nik", "6,47106E+15"),
        ("nik", "647105570890000"),
        ("nik", "६४७१०५५७०८९००००१"),
        ("phone", "0541-123456"),
        ("phone", "+1 202 555 0100"),
        ("kelurahan", ""),
        ("kelurahan", "Menteng"),
        ("kelurahan", "64.71.05.9999"),
        ("cover_ends", "31-02-2025"),
        ("cover_ends", "46022"),
        ("cover_ends", "-2+3+cmd|' /C calc'!A0"),
    ],
)  # fmt: skip
def test_a_bad_cell_refuses_its_row_alone(tmp_path: Path, column: str, text: str) -> None:
    line = ",".join(f'"{cell}"' for cell in (GOOD | {column: text}).values())
    good = "Siti Contoh,6471055708900001,081234567890,Damai Bahagia,31-12-2025"
    assert read(tmp_path, f"{HEAD}\n{line}\n{good}\n") == [Refused(2, column), SITI]


def test_rows_of_the_wrong_shape_odd_bytes_and_a_nik_that_came_before_are_refused(tmp_path: Path) -> None:
    good = b"Siti Contoh,6471055708900001,081234567890,Damai Bahagia,31-12-2025\n"
    bad = [b"Siti,6471055708900001\n", good.strip() + b",lebih\n", good.replace(b"Siti", b"Zo\xeb")]
    found = read(tmp_path, HEAD.encode() + b"\n" + bad[0] + bad[1] + bad[2] + good + good)
    assert found == [Refused(2, "cells"), Refused(3, "cells"), Refused(4, "encoding"), SITI, Refused(6, "twice")]


def test_a_huge_line_and_a_quote_that_never_ends_refuse_what_they_spoil(tmp_path: Path) -> None:
    good = "Siti Contoh,6471055708900001,081234567890,Damai Bahagia,31-12-2025\n"
    assert read(tmp_path, f"{HEAD}\n{'x' * 3_000_000}\n{good}") == [Refused(2, "cells"), SITI]
    never = f'{HEAD}\n{good}"' + "Siti\n" * 30_000
    assert read(tmp_path, never)[:2] == [SITI, Refused(3, "long")]
    assert {type(each) for each in read(tmp_path, never)[1:]} == {Refused}


@pytest.mark.parametrize(
    ("content", "missing"),
    [
        (b"", ["name", "nik", "phone", "kelurahan", "cover_ends"]),
        (b"nama,nik,phone,kelurahan,cover_ends\n", ["name"]),
        (f"{HEAD}\n".encode("utf-16"), ["name", "nik", "phone", "kelurahan", "cover_ends"]),
        (b'"' + b"x" * 300_000, ["name", "nik", "phone", "kelurahan", "cover_ends"]),
        (bytes(range(256)), ["name", "nik", "phone", "kelurahan", "cover_ends"]),
    ],
    ids=["empty", "another name", "UTF-16", "huge", "no text"],
)
def test_a_file_without_the_columns_is_no_list(tmp_path: Path, content: bytes, missing: list[str]) -> None:
    with pytest.raises(NoHeader) as problem:
        read(tmp_path, content)
    assert problem.value.missing == missing
