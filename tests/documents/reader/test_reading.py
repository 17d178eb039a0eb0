"""Is what the reading process says checked before it is believed?"""

from typing import Any

import pytest

from documents.reader.reading import LONGEST_LINE, MOST_LINES, Reading, message_of, reading_of
from documents.wire import Message, WireError

READING = Reading({"name": ("CONTOH", 0.75)}, ("Nama : CONTOH",), 3)


def test_a_reading_arrives_as_it_was_sent() -> None:
    assert reading_of(message_of(READING)) == READING
    assert reading_of(message_of(None)) is None


def test_only_known_fields_and_sane_numbers_get_through() -> None:
    header = {"fields": {"name": ["A" * 999, 7], "nik": ["1", -1], "evil": ["x", 1]}, "lines": ["B"] * 999, "turns": 7}
    assert reading_of(Message(header)) == Reading(
        {"nik": ("1", 0.0), "name": ("A" * LONGEST_LINE, 1.0)}, ("B",) * MOST_LINES, 3
    )


@pytest.mark.parametrize(
    "header",
    [
        {},
        {"fields": {}, "lines": []},
        {"fields": {"nik": "12"}, "lines": [], "turns": 0},
        {"fields": {"nik": [1, 1]}, "lines": [], "turns": 0},
        {"fields": {"nik": ["1", "x"]}, "lines": [], "turns": 0},
        {"fields": {}, "lines": [None], "turns": 0},
        {"fields": {}, "lines": 3, "turns": 0},
        {"fields": [], "lines": [], "turns": None},
    ],
)
def test_nonsense_is_an_error(header: dict[str, Any]) -> None:
    with pytest.raises(WireError):
        reading_of(Message(header))
