"""When may an address or a birth place that was read alike three times still lack something?"""

import pytest

from documents.reader.engine import Line
from documents.reader.fields import _goes_on, _lacks_words


@pytest.mark.parametrize(
    ("address", "lines", "room", "lacks"),
    [
        ("JL. CONTOH NO. 7", 1, 1, False),
        ("JL. CONTOH NO. 7", 1, 2, True),
        ("JL. CONTOH NO. 7 BLOK C", 2, 2, False),
        ("JL. CONTOH RT. 84 NO", 1, 1, True),
        ("JL. CONTOH NO.", 1, 1, True),
        ("JL. CONTOH NO..28", 1, 1, True),
        ("JL. DOKTER SUTOMO", 1, 1, False),
        ("JL. CONTOH BLOK C NO. 7", 1, 1, False),
        ("JL. MARSMA R ISWAHYUDI", 1, 1, True),
    ],
)
def test_a_line_or_a_number_that_was_not_found_makes_an_address_unsure(
    address: str, lines: int, room: int, *, lacks: bool
) -> None:
    assert _lacks_words(address, lines, room) is lacks


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [(": TARAKAN, 26-01-1967", True), ("TARAKAN.26-01-1967", True), ("HULU SUNGA", False), ("HULU SUNGA 12", False)],
)
def test_a_birth_place_ends_before_a_comma_and_the_date(text: str, *, goes_on: bool) -> None:
    assert _goes_on(Line(text, (1.0,) * len(text))) is goes_on
