"""Which numbers of a page tell whose it is?"""

import pytest

from documents.reader.reading import Reading
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
    assert telling_numbers(Reading(lines=(line,))) == numbers


def test_all_lines_count() -> None:
    read = Reading(lines=("KT 4321 AB", "ID 123456789", "KT 4321 AB"))
    assert telling_numbers(read) == {"KT4321AB": 1, "123456789": 1}


def test_the_nik_of_a_card_counts_also_where_its_line_was_misread() -> None:
    read = Reading({"nik": ("6471051708900001", 0.4)}, ("NIK 647105170890",))
    assert telling_numbers(read) == {"6471051708900001": 2, "647105170890": 1}
