"""Where do our verdicts on a NIK differ from those of the best library for it (lokal-id), and why?

Its rules are ours but for what is explained here: it gives one verdict, true or false, where we ask the person, since
cards with an odd NIK have been issued. All NIK are invented.
"""

from datetime import date

import pytest
from lokal import parse_nik as lokal_nik

from registration.errors import Doubtful, Invalid
from registration.nik import nik_facts, parse_nik

TODAY = date(2025, 11, 10)
# typed, ours ("ok", "ask", "no"), whether lokal-id takes it
ALIKE = [
    ("6471051203900001", "ok", True),
    ("6471055203900001", "ok", True),  # a woman
    ("6471 0512 0390 0001", "ok", True),
    ("647105.120390.0001", "ok", True),
    ("647105-120390-0001", "ok", True),
    ("6471052902000001", "ok", True),  # 29 February 2000
    ("6473051203900001", "ok", True),  # Tarakan before it left the province: an old code stays valid
    ("6404011203900001", "ok", True),  # Bulungan, the same
    ("6471991203900001", "ok", True),  # a kecamatan that is on no list
    ("6471051203260001", "ok", True),  # above today's year: 1926
    ("6471053102900001", "ask", False),  # 31 February: it rejects, we ask and let the person insist
    ("6471057002900001", "ask", False),  # 30 February, a woman
    ("6471052902990001", "ask", False),  # 29 February 1999
    ("6471051213900001", "ask", False),  # month 13
    ("6471050003900001", "ask", False),  # day 0
    ("6471053203900001", "ask", False),  # day 32
    ("6471057203900001", "ask", False),  # day 72
    ("6471051203900000", "ask", False),  # serial 0000
    ("647105120390001", "no", False),
    ("64710512039000011", "no", False),
    ("647105120390000l", "no", False),
    ("64710512O3900001", "no", False),
    ("647105120390000²", "no", False),  # superscript
    ("６４７１０５１２０３９００００１", "no", False),  # full-width
    ("٦٤٧١٠٥١٢٠٣٩٠٠٠٠١", "no", False),
    ("0000000000000000", "no", False),
    ("3333333333333333", "no", False),  # it sees day 33; we say that all digits are one
    ("", "no", False),
]
# typed, ours, lokal-id's, why
DIFFERENT = [
    ("6471051111250001", "ask", True, "born tomorrow: it has no check for the future"),
    (
        "1111111111111111",
        "no",
        True,
        "one digit sixteen times is 11 November 2011 in Aceh to it; nobody has such a NIK",
    ),
    ("NIK: 6471051203900001", "ok", False, "a label that was copied with the number does no harm"),
    ("6471/0512/0390/0001", "ok", False, "nor do other signs between the groups"),
    ("6471\u200b051203900001", "ok", False, "nor an invisible space out of another app"),
    ("9971051203900001", "ok", False, "no such province: only Dukcapil knows the codes of all times, staff see ⚠️"),
    ("6400001203900001", "ok", False, "regency and kecamatan 00: the same"),
]


def ours(typed: str) -> str:
    try:
        parse_nik(typed, TODAY)
    except Invalid:
        return "no"
    except Doubtful:
        return "ask"
    return "ok"


@pytest.mark.parametrize(("typed", "verdict", "theirs"), ALIKE)
def test_what_they_take_we_take_and_what_they_refuse_we_refuse_or_ask_about(
    typed: str, verdict: str, theirs: bool
) -> None:
    assert (ours(typed), lokal_nik(typed, reference_date=TODAY).valid) == (verdict, theirs)
    assert (verdict == "ok") is theirs


@pytest.mark.parametrize(("typed", "verdict", "theirs", "why"), DIFFERENT)
def test_each_difference_has_its_reason(typed: str, verdict: str, theirs: bool, why: str) -> None:
    assert (ours(typed), lokal_nik(typed, reference_date=TODAY).valid) == (verdict, theirs), why


@pytest.mark.parametrize("typed", [typed for typed, verdict, _ in ALIKE if verdict == "ok"])
def test_both_read_the_same_birth_date_and_sex(typed: str) -> None:
    facts, info = nik_facts(parse_nik(typed, TODAY), TODAY), lokal_nik(typed, reference_date=TODAY)
    assert facts.birth_date is not None
    assert (facts.birth_date.isoformat(), facts.sex) == (info.birth_date, info.gender)
