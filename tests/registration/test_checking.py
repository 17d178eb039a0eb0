"""Do staff see what they should look at, and nothing about what was not asked yet? All data are invented."""

from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from registration.checking import ABOUT, Check, checks, first_stop
from registration.eligibility import CheckCode
from registration.programme import Programme, load_programme, read_programme
from registration.questions import BY_KEY

FILE = Path(__file__).parents[2] / "programmes" / "balikpapan.toml"
PROGRAMME = load_programme(FILE)
WINDOW = PROGRAMME.windows[0]
TODAY = date(2025, 11, 10)
GOOD: dict[str, Any] = {
    "for_whom": "self",
    "sector": "ojol",
    "ktp_photo": [1],
    "nik": "6471051203900001",
    "name": "Contoh Rekaan",
    "birth_date": "1990-03-12",
    "sex": "L",
    "kecamatan": "64.71.05",
    "kelurahan": "64.71.05.1002",
    "issued_on": "2015-01-02",
    "income": 3_000_000,
    "income_statement": "yes",
    "covered": "no",
    "letter": [2, 3],
}


NEW_CARD: dict[str, str | int] = {"date": "02-05-2025", "months": 6, "since": "none", "proof": "none"}
NEW_HERE = {"issued_on": "2025-05-02", "lives_since": "2019-01", "residence_proof": [4]}


def found(programme: Programme = PROGRAMME, **answers: Any) -> dict[str, Check]:
    return {check.code: check for check in checks({**GOOD, **answers}, programme, WINDOW, TODAY)}


def test_a_good_case_is_all_in_order() -> None:
    assert [(check.code, check.severity) for check in checks(GOOD, PROGRAMME, WINDOW, TODAY)] == [
        ("area", "ok"),
        ("card-age", "ok"),
        ("age", "ok"),
        ("income", "ok"),
        ("covered", "ok"),
        ("nik-birth-date", "ok"),
        ("nik-sex", "ok"),
        ("nik-area", "ok"),
        ("letter", "ok"),
    ]


def test_an_empty_form_says_nothing() -> None:
    assert checks({}, PROGRAMME, WINDOW, TODAY) == ()


@pytest.mark.parametrize("missing", sorted(GOOD))
def test_any_answer_may_be_missing(missing: str) -> None:
    rest = {key: value for key, value in GOOD.items() if key != missing}
    assert {check.severity for check in checks(rest, PROGRAMME, WINDOW, TODAY)} == {"ok"}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"kecamatan": "64.71.05"}, Check("area", "ok", {"area": "Balikpapan Selatan"})),
        ({"kecamatan": "outside"}, Check("area", "look", {"area": ""})),
        ({"issued_on": "2025-05-01"}, Check("card-age", "ok", {"date": "01-05-2025", "months": 6})),
        ({"issued_on": "2025-05-02"}, Check("card-age", "look", NEW_CARD)),
        (NEW_HERE, Check("card-age", "look", {**NEW_CARD, "since": "01-2019", "proof": "there"})),
        ({"birth_date": "1960-11-11"}, Check("age", "ok", {"age": 64, "min": 17, "max": 64})),
        ({"birth_date": "1960-11-10"}, Check("age", "look", {"age": 65, "min": 17, "max": 64})),
        ({"birth_date": "2008-11-10"}, Check("age", "ok", {"age": 17, "min": 17, "max": 64})),
        ({"birth_date": "2008-11-11"}, Check("age", "look", {"age": 16, "min": 17, "max": 64})),
        ({"income": 3_701_508}, Check("income", "ok", {"income": "3.701.508", "limit": "3.701.508"})),
        ({"income": 3_701_509}, Check("income", "look", {"income": "3.701.509", "limit": "3.701.508"})),
        ({"covered": "yes"}, Check("covered", "look", {"answer": "yes"})),
        ({"covered": "unsure"}, Check("covered", "look", {"answer": "unsure"})),
        ({"birth_date": "1990-03-13"}, Check("nik-birth-date", "look", {"date": "12-03-1990"})),
        ({"nik": "6471053102900001"}, Check("nik-birth-date", "look", {"date": "none"})),
        ({"sex": "P"}, Check("nik-sex", "look", {"sex": "L"})),
        ({"nik": "6471055203900001"}, Check("nik-sex", "look", {"sex": "P"})),
        ({"nik": "6471053303900001"}, Check("nik-sex", "look", {"sex": "none"})),
        ({"nik": "6473051203900001"}, Check("nik-area", "look", {"area": "647305"})),
        ({"name": "Вudi Contoh"}, Check("name-script", "look")),
        ({"letter": "later"}, Check("letter", "look", {"state": "later"})),
        ({"letter": []}, Check("letter", "look", {"state": "none"})),
    ],
)
def test_each_rule_looks_at_its_own_answer(answers: dict[str, Any], expected: Check) -> None:
    assert found(**answers)[expected.code] == expected


def test_where_a_person_lives_is_the_address_and_not_the_nik() -> None:
    moved_here = found(nik="6473051203900001", kecamatan="64.71.01")
    assert (moved_here["area"].severity, moved_here["nik-area"].severity) == ("ok", "look")


@pytest.mark.parametrize(
    ("answers", "documents"),
    [
        ({"sector": "nelayan", "fisher_document": [1]}, {"fisher-document": "ok"}),
        ({"sector": "nelayan", "fisher_document": "none"}, {"fisher-document": "look"}),
        ({"sector": "petani", "group_letter": [1]}, {"group-letter": "ok"}),
        ({"sector": "petani", "group_letter": "none"}, {}),
        ({"sector": "pangkalan"}, {}),
        ({"sector": "pedagang", "fisher_document": "none"}, {}),
    ],
)
def test_papers_count_for_the_sector_that_wants_them(answers: dict[str, Any], documents: dict[str, str]) -> None:
    wanted = {"letter", "fisher-document", "group-letter"}
    assert {code: check.severity for code, check in found(**answers).items() if code in wanted} == documents


def stopping(*codes: str) -> Programme:
    stops = ", ".join(f'"{code}"' for code in codes)
    return read_programme(FILE.read_text(encoding="utf-8").replace("stops = []", f"stops = [{stops}]"))


def test_a_rule_stops_a_case_only_when_the_programme_says_so() -> None:
    strict = stopping("age")
    severities = found(strict, birth_date="1950-01-01", kecamatan="outside")
    assert (severities["age"].severity, severities["area"].severity) == ("stop", "look")
    assert found(strict)["age"].severity == "ok"


def test_who_does_not_know_of_any_cover_is_never_stopped() -> None:
    strict = stopping("covered")
    severities = [found(strict, covered=answer)["covered"].severity for answer in ("no", "yes", "unsure")]
    assert severities == ["ok", "stop", "look"]


def test_the_first_stop_is_known_as_soon_as_its_answers_are_there() -> None:
    strict = stopping("area", "nik-sex")
    nik = {"nik": "6471051203900001"}
    assert first_stop(nik, strict, WINDOW, TODAY) is None
    assert first_stop(nik | {"sex": "P"}, strict, WINDOW, TODAY) == Check("nik-sex", "stop", {"sex": "L"})
    assert first_stop({"kecamatan": "outside"}, strict, WINDOW, TODAY) == Check("area", "stop", {"area": ""})
    assert first_stop({"kecamatan": "outside"}, PROGRAMME, WINDOW, TODAY) is None


def test_every_check_says_which_questions_it_is_about() -> None:
    assert {code: [key for key in keys if key not in BY_KEY] for code, keys in ABOUT.items()} == {
        code: [] for code in get_args(CheckCode)
    }
