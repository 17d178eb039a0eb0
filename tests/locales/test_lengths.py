"""Are lengths counted in the units that Telegram's limits and offsets use?"""

import pytest

from locales.texts import utf16_length


@pytest.mark.parametrize(("text", "units"), [("abc", 3), ("👨‍👩‍👧", 8), ("\ud800", 1), ("", 0)])
def test_lengths_are_counted_as_telegram_counts_them(text: str, units: int) -> None:
    assert utf16_length(text) == units
