"""Is an income understood the way people write money, and asked about when it cannot be meant?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registration.errors import Doubtful, Invalid
from registration.income import HIGH, LOW, parse_income, shown

TODAY = date(2025, 11, 10)


@pytest.mark.parametrize(
    ("typed", "rupiah"),
    [
        ("3,5 juta", 3_500_000),
        ("3.5jt", 3_500_000),
        ("3500000", 3_500_000),
        ("Rp 3.500.000", 3_500_000),
        ("Rp.3.500.000,-", 3_500_000),
        ("Rp3.500.000,00", 3_500_000),
        ("3,500,000.00", 3_500_000),
        ("3 500 000", 3_500_000),
        ("IDR 3500000", 3_500_000),
        ("3.500 ribu", 3_500_000),
        ("3 juta 500 ribu", 3_500_000),
        ("tiga setengah juta", 3_500_000),
        ("3 jt", 3_000_000),
        ("tiga juta", 3_000_000),
        ("TIGA JUTA RUPIAH", 3_000_000),
        ("±3 juta", 3_000_000),
        ("kira-kira 3 juta", 3_000_000),
        ("kurang lebih 3 juta per bulan", 3_000_000),
        ("rata-rata 3 juta/bulan", 3_000_000),
        ("2,75 juta", 2_750_000),
        ("2.750 juta", 2_750_000),
        ("dua juta tujuh ratus lima puluh ribu", 2_750_000),
        ("500rb", 500_000),
        ("500 ribu", 500_000),
        ("500k", 500_000),
        ("lima ratus ribu", 500_000),
        ("setengah juta", 500_000),
        ("satu juta", 1_000_000),
        ("sejuta", 1_000_000),
        ("sepuluh juta", 10_000_000),
        ("sebelas juta", 11_000_000),
        ("dua belas juta", 12_000_000),
        ("seratus ribu", 100_000),
        ("３,５ juta", 3_500_000),
        ("3.701.508,68", 3_701_508),
    ],
)
def test_money_is_read_as_people_write_it(typed: str, rupiah: int) -> None:
    assert parse_income(typed, TODAY) == rupiah


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "income-form"),
        ("juta", "income-form"),
        ("tidak tentu", "income-form"),
        ("-5 juta", "income-form"),
        ("3 juta 500", "income-form"),
        ("500 ribu 3 juta", "income-form"),
        ("dua tiga juta", "income-form"),
        ("puluh juta", "income-form"),
        ("1.2.3 juta", "income-form"),
        ("3 juta <b>", "income-form"),
        ("٣ juta", "income-form"),
        ("di bawah 3 juta", "income-form"),
        ("antara 2 sampai 3 juta", "income-range"),
        ("2-3 juta", "income-range"),
        ("2 – 3 jt", "income-range"),
        ("2 s/d 3 juta", "income-range"),
        ("dua sampai tiga juta", "income-range"),
        ("2 juta atau 3 juta", "income-range"),
        ("500 ribu seminggu", "income-period"),
        ("30 juta setahun", "income-period"),
        ("99999999999999999999", "income-huge"),
        ("2 ribu juta", "income-form"),
        ("40 juta sehari", "income-huge"),
    ],
)
def test_what_is_not_one_sum_a_month_is_refused(typed: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        parse_income(typed, TODAY)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("typed", "value", "code", "details"),
    [
        ("100rb sehari", 2_600_000, "income-daily", {"daily": "100.000", "monthly": "2.600.000"}),
        ("Rp 100.000/hari", 2_600_000, "income-daily", {"daily": "100.000", "monthly": "2.600.000"}),
        ("seratus ribu per hari", 2_600_000, "income-daily", {"daily": "100.000", "monthly": "2.600.000"}),
        ("3", 3_000_000, "income-guess", {"amount": "3.000.000"}),
        ("3,5", 3_500_000, "income-guess", {"amount": "3.500.000"}),
        ("500", 500_000, "income-guess", {"amount": "500.000"}),
        ("3500", 3_500_000, "income-guess", {"amount": "3.500.000"}),
        ("0", 0, "income-low", {"amount": "0"}),
        ("50 ribu", 50_000, "income-low", {"amount": "50.000"}),
        ("99999", 99_999, "income-low", {"amount": "99.999"}),
        ("35.000.000", 35_000_000, "income-high", {"amount": "35.000.000"}),
    ],
)
def test_an_odd_sum_is_asked_about(typed: str, value: int, code: str, details: dict[str, str]) -> None:
    with pytest.raises(Doubtful) as doubt:
        parse_income(typed, TODAY)
    assert (doubt.value.value, doubt.value.code, doubt.value.details) == (value, code, details)


@pytest.mark.parametrize("rupiah", [LOW, LOW + 1, HIGH - 1, HIGH])
def test_both_bounds_of_the_usual_are_taken_unasked(rupiah: int) -> None:
    assert parse_income(str(rupiah), TODAY) == rupiah


@given(st.integers(LOW, HIGH))
def test_every_sum_is_read_back_from_each_form(rupiah: int) -> None:
    forms = [
        str(rupiah),
        shown(rupiah),
        f"Rp {rupiah:,}",
        f"Rp{shown(rupiah)},00",
        f"{shown(rupiah)} per bulan",
    ]
    assert {parse_income(form, TODAY) for form in forms} == {rupiah}
