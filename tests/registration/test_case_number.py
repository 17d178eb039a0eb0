"""Does a case number find every slip of a finger?"""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registration.case_number import LAST_SERIAL, make, parse, split
from registration.errors import Invalid

YEARS = st.integers(2000, 2099)
SERIALS = st.integers(1, LAST_SERIAL)


def wrong_digits(number: str) -> Iterator[str]:
    """Every number that differs from `number` in one digit."""
    for place, char in enumerate(number):
        if char.isdigit():
            for digit in "0123456789".replace(char, ""):
                yield number[:place] + digit + number[place + 1 :]


def swaps(number: str) -> Iterator[str]:
    """Every number with two different neighbour digits changed about, dashes aside."""
    places = [place for place, char in enumerate(number) if char.isdigit()]
    for first, second in pairwise(places):
        if number[first] != number[second]:
            changed = list(number)
            changed[first], changed[second] = changed[second], changed[first]
            yield "".join(changed)


def verdict(text: str) -> str:
    try:
        return parse(text, "BPN")
    except Invalid as refused:
        return refused.code


def test_the_example_of_the_texts_is_a_true_number() -> None:
    assert make(2025, 42, "BPN") == "BPN-25-000042-6"


@given(YEARS, SERIALS)
def test_a_number_is_read_back(year: int, serial: int) -> None:
    number = make(year, serial, "BPN")
    assert verdict(number) == number


@given(YEARS, SERIALS)
def test_every_single_wrong_digit_is_found(year: int, serial: int) -> None:
    assert {verdict(wrong) for wrong in wrong_digits(make(year, serial, "BPN"))} == {"case-number-check"}


@given(YEARS, SERIALS)
def test_every_swap_of_neighbours_is_found(year: int, serial: int) -> None:
    assert {verdict(wrong) for wrong in swaps(make(year, serial, "BPN"))} <= {"case-number-check"}


def test_case_spaces_dashes_and_prefix_may_be_missing() -> None:
    number = make(2025, 1234, "BPN")
    bare = number.replace("-", "")
    typed = [
        number.lower(),
        bare,
        bare.lower(),
        number.replace("-", " "),
        bare[3:],
        f" {number}.",
        number.replace("-", "–"),
    ]
    assert [verdict(text) for text in typed] == [number] * len(typed)


@pytest.mark.parametrize("typed", ["", "BPN", "BPN-25-42", "PPU-25-000042-6", "BPN-25-0000042-7", "halo", "٢٥٠٠٠٠٤٢٧"])
def test_what_is_no_case_number_is_told_apart_from_a_slip(typed: str) -> None:
    assert verdict(typed) == "case-number-form"


@pytest.mark.parametrize("serial", [0, -1, LAST_SERIAL + 1])
def test_a_serial_that_does_not_fit_is_an_error_of_ours(serial: int) -> None:
    with pytest.raises(ValueError, match="serial"):
        make(2025, serial, "BPN")


@given(st.text(alphabet=st.characters(), max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        number = parse(text, "BPN")
    except Invalid:
        return
    assert parse(number, "BPN") == number


def test_a_number_at_the_head_of_a_text_is_split_off_however_it_is_written() -> None:
    number = make(2025, 42, "BPN")
    digits = number.removeprefix("BPN").replace("-", "")
    for typed in (number, number.lower(), digits, f"BPN {digits}", f"BPN-25 000042 {digits[-1]}"):
        assert split(f" {typed}  3-12-2025 menunggu surat ", "BPN") == (number, "3-12-2025 menunggu surat")
    assert split(number, "BPN") == (number, "")


@pytest.mark.parametrize(
    "text", ["", "menunggu surat", "31-12-2025", "BPN-25-00042-6 besok", "BPN-25-000042-61", "3 hari"]
)
def test_a_text_without_a_number_at_its_head_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="case-number-form"):
        split(text, "BPN")


def test_a_number_with_a_wrong_digit_is_refused_with_words_after_it_too() -> None:
    number = make(2025, 42, "BPN")
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    with pytest.raises(Invalid, match="case-number-check"):
        split(f"{wrong} besok", "BPN")
