"""Which numbers of a page tell whose it is?"""

import pytest

from documents.reader.telling import telling_numbers


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("NIK : 6471051708900001", {"6471051708900001": 2}),
        ("NIK:647IO517O8900001", {"6471051708900001": 2}),
        ("6471055708900001", {"6471055708900001": 2}),
        ("6471059908900001", {"6471059908900001": 1}),
        ("ID Mitra : 123456789", {"123456789": 1}),
        ("Nomor polisi : KT 4321 AB", {"KT4321AB": 1}),
        ("kt4321ab", {"KT4321AB": 1}),
        ("JL. MELATI NO 123 A RT 012", {}),
        ("WhatsApp 081234567890", {}),
        ("Telp. 6281234567890", {}),
        ("Balikpapan, 17-08-1990", {}),
        ("BOLSZIQDOLSZIQ", {}),
        ("", {}),
    ],
)
def test_a_nik_tells_alone_other_numbers_half_and_telephones_dates_and_houses_nothing(
    line: str, numbers: dict[str, int]
) -> None:
    assert telling_numbers([line]) == numbers


def test_all_lines_count() -> None:
    assert telling_numbers(["KT 4321 AB", "ID 123456789", "KT 4321 AB"]) == {"KT4321AB": 1, "123456789": 1}
