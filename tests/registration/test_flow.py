"""Does the path follow the answers, and nothing but the answers that are on it?"""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registration import flow
from registration.programme import load_programme
from registration.questions import BY_KEY, NEW_CARD, QUESTIONS, READ
from registration.sectors import SECTORS

PROGRAMME = load_programme(Path(__file__).parents[2] / "programmes" / "balikpapan.toml")
COMMON = [
    "for_whom", "sector", "ktp_photo", "nik", "name", "birth_place", "birth_date", "sex", "address", "rt_rw",
    "kecamatan", "kelurahan", "issued_on", "phone", "income", "income_statement", "covered",
]  # fmt: skip
ALL: dict[str, Any] = {question.key: "contoh" for question in QUESTIONS} | {
    "for_whom": "self", "kecamatan": "64.71.05", "kelurahan": "64.71.05.1012", "sex": "L", "income_statement": "yes",
    "covered": "no", "aplikator": "gojek", "fishing_work": "crew", "farm_work": "crops",
}  # fmt: skip


def keys(answers: dict[str, Any]) -> list[str]:
    return [question.key for question in flow.path(answers, PROGRAMME)]


def asked(answers: dict[str, Any], asking: str | None = None) -> str | None:
    question = flow.current(answers, PROGRAMME, asking)
    return question.key if question else None


@pytest.mark.parametrize(
    ("sector", "own"),
    [
        ("ojol", ["aplikator", "plate", "letter"]),
        ("pangkalan", ["stand", "plate"]),
        ("nelayan", ["fishing_work", "fisher_document"]),
        ("petani", ["farm_work", "group_letter"]),
        ("pedagang", ["trade"]),
        ("lainnya", ["job"]),
    ],
)
def test_each_sector_is_asked_the_common_questions_and_its_own(sector: str, own: list[str]) -> None:
    answers = ALL | {"sector": sector}
    assert keys(answers) == COMMON + own
    assert asked(answers) is None
    assert list(flow.final_answers(answers, PROGRAMME)) == COMMON + own


def test_who_is_asked_what_is_known_for_every_question() -> None:
    beside = {NEW_CARD: True, READ: {"file": 1, "fields": {"sex": "L"}}, "ktp_photo": [1], "aplikator": "other"}
    everybody = [keys(ALL | beside | {"sector": sector.key}) for sector in SECTORS]
    assert {key for path in everybody for key in path} == set(BY_KEY)


def test_an_answer_that_left_the_path_steers_nothing() -> None:
    moved = ALL | {"sector": "pedagang", "aplikator": "other"}
    assert keys(moved) == [*COMMON, "trade"]
    outside = moved | {"kecamatan": "outside"}
    assert "kelurahan" not in keys(outside)


def test_a_choice_that_does_not_belong_to_the_answers_before_it_is_open_again() -> None:
    moved = ALL | {"sector": "lainnya", "kecamatan": "64.71.01"}
    assert (asked(moved), asked(moved | {"kecamatan": "64.71.05"})) == ("kelurahan", None)


@pytest.mark.parametrize(
    ("asking", "shown"),
    [("name", "name"), ("aplikator", "nik"), ("nowhere", "nik"), (None, "nik")],
)
def test_the_first_open_question_is_shown_unless_another_on_the_path_is_asked_for(
    asking: str | None, shown: str
) -> None:
    answers = {key: value for key, value in ALL.items() if key != "nik"} | {"sector": "lainnya"}
    assert asked(answers, asking) == shown


def test_before_the_first_is_nothing_and_while_mending_only_the_marked_questions_count() -> None:
    answers = ALL | {"sector": "lainnya"}
    before = flow.previous(answers, PROGRAMME, "for_whom")
    last = flow.previous(answers, PROGRAMME, None)
    marked = flow.previous(answers, PROGRAMME, "job", only=["nik", "job"])
    assert (before, last and last.key, marked and marked.key) == (None, "job", "nik")
    assert flow.progress(answers, PROGRAMME, BY_KEY["job"], only=["nik", "job"]) == (2, 2)
    assert flow.progress(answers, PROGRAMME, BY_KEY["nik"]) == (4, 18)


@given(st.dictionaries(st.sampled_from(sorted(ALL)), st.sampled_from([*ALL.values(), "ojol", "nelayan", "other", "x"])))
def test_whatever_is_stored_one_question_after_the_other_leads_to_the_summary(stored: dict[str, Any]) -> None:
    answers = dict(stored)
    for _ in range(2 * len(QUESTIONS)):
        question = flow.current(answers, PROGRAMME, None)
        if question is None:
            break
        options = question.options(answers, PROGRAMME)
        answers[question.key] = options[0].value if options else "contoh"
    assert asked(answers) is None
    assert set(flow.final_answers(answers, PROGRAMME)) <= set(BY_KEY)
