"""Does every parser take what people type, refuse the rest kindly, and never break?"""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registration import answers
from registration.errors import Doubtful, Invalid

TODAY = date(2025, 11, 10)
Parser = Callable[[str, date], str | int]
PARSERS: tuple[Parser, ...] = (
    answers.parse_name,
    answers.parse_place,
    answers.parse_birth_date,
    answers.parse_issued_on,
    answers.parse_address,
    answers.parse_rt_rw,
    answers.parse_phone,
    answers.parse_income,
    answers.parse_plate,
    answers.tick,
    lambda text, _today: answers.free_text(text, 2, 40),
)
# Random text is seldom close to an answer: these pieces are, in any order.
PIECES = st.lists(
    st.sampled_from(
        ["rt", "rw", "9", "007", "/", "-", " ", ".", ",", "juta", "ribu", "rp", "antara", "hari", "setengah",
         "satu", "puluh", "belas", "seratus", "3,5", "1990", "17", "agustus", "tgl", "kt", "AB", "+62",
         "0812", "’", "\u0301", "\u202e", "\u2013", "５", "²", "½", "٣", "\ud800", "(", "se", "100.000",
         "0", "ya", "Ǆ", "ﬁ"]
    ),
    max_size=9,
).map("".join)  # fmt: skip
ANY_TEXT = st.text(alphabet=st.characters(), max_size=120) | PIECES


def verdict(parse: Parser, text: str) -> str | int:
    """The value, else "invalid: code", else "doubtful: code"."""
    try:
        return parse(text, TODAY)
    except Invalid as refused:
        return f"invalid: {refused.code}"
    except Doubtful as doubt:
        return f"doubtful: {doubt.code} {doubt.value}"


@pytest.mark.parametrize("parse", PARSERS)
@given(text=ANY_TEXT)
def test_no_text_breaks_a_parser_and_its_own_value_is_taken_unchanged(parse: Parser, text: str) -> None:
    try:
        value = parse(text, TODAY)
    except (Invalid, Doubtful):
        return
    assert value is True or parse(str(value), TODAY) == value


def test_a_refusal_never_repeats_what_was_typed() -> None:
    problems = (Invalid("text-long", length=3), Doubtful("6471051203900000", "nik-serial", nik="6471"))
    assert [str(problem) for problem in problems] == ["text-long", "nik-serial"]


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("Siti Contoh", "Siti Contoh"),
        ("  SITI   CONTOH\n", "SITI CONTOH"),
        ("Contoh", "Contoh"),
        ("Nur'aini", "Nur'aini"),
        ("Nur’aini", "Nur'aini"),
        ("H. Contoh bin-Rekaan, S.Pd.", "H. Contoh bin-Rekaan, S.Pd."),
        ("José", "José"),
        ("Li", "Li"),
        ("S1ti", "invalid: name-digits"),
        ("6471051203900001", "invalid: name-digits"),
        ("Siti²", "invalid: name-digits"),
        ("<b>Siti</b>", "invalid: name-signs"),
        ("Siti 😀", "invalid: name-signs"),
        ("Siti; DROP", "invalid: name-signs"),
        ("=Siti", "invalid: name-signs"),
        ("S", "invalid: name-short"),
        ("", "invalid: name-short"),
        ("...", "invalid: name-short"),
        ("Siti" * 30, "invalid: text-long"),
    ],
)
def test_names(typed: str, taken: str) -> None:
    assert verdict(answers.parse_name, typed) == taken


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("Balikpapan", "Balikpapan"),
        ("Kab. Paser", "Kab. Paser"),
        ("Makassar (Ujung Pandang)", "Makassar (Ujung Pandang)"),
        ("17-8-1990", "invalid: place-form"),
        ("B", "invalid: place-form"),
        ("", "invalid: place-form"),
    ],
)
def test_places(typed: str, taken: str) -> None:
    assert verdict(answers.parse_place, typed) == taken


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("Jl. Contoh Indah No. 12", "Jl. Contoh Indah No. 12"),
        ("Gg. Contoh\nRT 9", "Gg. Contoh RT 9"),
        ("Jl 5", "invalid: address-short"),
        ("12345678", "invalid: address-short"),
        ("", "invalid: address-short"),
        ("Jl. " + "a" * 200, "invalid: text-long"),
    ],
)
def test_addresses(typed: str, taken: str) -> None:
    assert verdict(answers.parse_address, typed) == taken


@pytest.mark.parametrize(
    "typed",
    [
        "9/7", "009/007", "09 / 07", "RT 9 RW 7", "rt9rw7", "rt.09 rw.07", "RT: 9, RW: 7", "RT 009/RW 007",
        "9-7", "9 7", "RT9/7", "009007", "９/７",
    ],
)  # fmt: skip
def test_rt_and_rw_are_read_in_all_their_forms(typed: str) -> None:
    assert verdict(answers.parse_rt_rw, typed) == "009/007"


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("9/0", "009/000"),
        ("9/-", "009/000"),
        ("RT 9", "invalid: rt-rw-only-rt"),
        ("9", "invalid: rt-rw-only-rt"),
        ("rt 9 rw", "invalid: rt-rw-only-rt"),
        ("RW 7", "invalid: rt-rw-form"),
        ("0/7", "invalid: rt-rw-form"),
        ("9/7/1", "invalid: rt-rw-form"),
        ("1000/7", "invalid: rt-rw-form"),
        ("٩/٧", "invalid: rt-rw-form"),
        ("", "invalid: rt-rw-form"),
    ],
)
def test_rt_without_rw_and_other_numbers(typed: str, taken: str) -> None:
    assert verdict(answers.parse_rt_rw, typed) == taken


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("081200000000", "+6281200000000"),
        ("0812 0000 0000", "+6281200000000"),
        ("0812-0000-0000", "+6281200000000"),
        ("6281200000000", "+6281200000000"),
        ("+62 812-0000-0000", "+6281200000000"),
        ("+62 (0)812 0000 0000", "+6281200000000"),
        ("81200000000", "+6281200000000"),
        ("0812000000", "+62812000000"),
        ("0812000000000", "+62812000000000"),
        ("081200000", "invalid: phone-length"),
        ("08120000000000", "invalid: phone-length"),
        ("0542123456", "invalid: phone-form"),
        ("0801234567", "invalid: phone-form"),
        ("+8123456789", "invalid: phone-form"),
        ("+601200000000", "invalid: phone-form"),
        ("6471051203900001", "invalid: phone-form"),
        ("nanti", "invalid: phone-letters"),
        ("0812x", "invalid: phone-letters"),
        ("", "invalid: phone-letters"),
        ("٠٨١٢٠٠٠٠٠٠٠٠", "invalid: phone-letters"),
    ],
)
def test_phone_numbers(typed: str, taken: str) -> None:
    assert verdict(answers.parse_phone, typed) == taken


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("KT 1234 AB", "KT 1234 AB"),
        ("kt1234ab", "KT 1234 AB"),
        ("kt-1234-ab", "KT 1234 AB"),
        ("B 1 A", "B 1 A"),
        ("KT 1234", "KT 1234"),
        ("KT 12345 AB", "doubtful: plate-unusual KT 12345 AB"),
        ("1234", "doubtful: plate-unusual 1234"),
        ("KT 0123 A", "doubtful: plate-unusual KT 0123 A"),
        ("belum ada", "invalid: plate-form"),
        ("KT 1234 AB <", "invalid: plate-form"),
        ("", "invalid: plate-form"),
    ],
)
def test_plates(typed: str, taken: str) -> None:
    assert verdict(answers.parse_plate, typed) == taken


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("jual bakso", "jual bakso"),
        ("x", "invalid: text-short"),
        ("12", "invalid: text-short"),
        ("a" * 41, "invalid: text-long"),
    ],
)
def test_free_text(typed: str, taken: str) -> None:
    assert verdict(lambda text, _today: answers.free_text(text, 2, 40), typed) == taken


@pytest.mark.parametrize(
    ("typed", "taken"), [("Ya", True), ("setuju!", True), ("tidak", "invalid: tick"), ("", "invalid: tick")]
)
def test_a_tick_is_given_by_a_yes_alone(typed: str, taken: str | bool) -> None:
    assert verdict(answers.tick, typed) == taken
