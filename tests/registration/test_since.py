"""Is it understood since when somebody lives here, however it is told?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registration.errors import Invalid
from registration.since import parse_since

TODAY = date(2025, 11, 10)


@pytest.mark.parametrize(
    ("typed", "since"),
    [
        ("2015", "2015"),
        ("Januari 2019", "2019-01"),
        ("sejak jan 2019", "2019-01"),
        ("bulan 3 2020", "2020-03"),
        ("3-2020", "2020-03"),
        ("17 agustus 2018", "2018-08"),
        ("17-8-2018", "2018-08"),
        ("5 tahun", "2020"),
        ("sudah 5 tahun lalu", "2020"),
        ("3 bulan", "2025-08"),
        ("sejak lahir", "birth"),
        ("Dari lahir", "birth"),
        ("birth", "birth"),
        ("2019-01", "2019-01"),
        ("11-2025", "2025-11"),
    ],
)
def test_years_months_lengths_and_birth_are_understood(typed: str, since: str) -> None:
    assert parse_since(typed, TODAY) == since
    assert parse_since(since, TODAY) == since


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("lama", "since-form"),
        ("", "since-form"),
        ("13-2019", "since-form"),
        ("0-2019", "since-form"),
        ("1850", "since-form"),
        ("900 tahun", "since-form"),
        ("juninya 2019", "date-month"),
        ("12-2025", "date-future"),
        ("2026", "date-future"),
        ("17-8-2030", "date-future"),
    ],
)
def test_what_is_not_understood_is_explained(typed: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        parse_since(typed, TODAY)
    assert refused.value.code == code


@given(st.text(max_size=70))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        since = parse_since(text, TODAY)
    except Invalid:
        return
    assert parse_since(since, TODAY) == since
