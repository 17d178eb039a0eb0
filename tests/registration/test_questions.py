"""Is the table of questions sound: keys once, choices with options, buttons that fit into what a button may carry?"""

from pathlib import Path

import pytest

from handlers.callbacks import Form
from registration.programme import load_programme
from registration.questions import BY_KEY, QUESTIONS, Kind, Question
from registration.sectors import SECTORS

PROGRAMME = load_programme(Path(__file__).parents[2] / "programmes" / "balikpapan.toml")
each = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.key)
BIGGEST_DRAFT = 2**53


def test_every_key_stands_once_and_every_key_of_a_sector_is_a_question() -> None:
    assert len(BY_KEY) == len(QUESTIONS)
    assert [key for sector in SECTORS for key in sector.questions if key not in BY_KEY] == []


@each
def test_a_question_has_what_its_kind_needs(question: Question) -> None:
    options = question.options({"kecamatan": "64.71.05"}, PROGRAMME)
    if question.kind in {Kind.CHOICE, Kind.CHECK}:
        assert (question.parse, len(options) > 0) == (None, True)
    elif question.kind is Kind.PAGES:
        assert (question.parse, options, 1 <= question.most_pages <= 3) == (None, (), True)
    else:
        assert question.parse is not None
    assert len({option.value for option in options}) == len(options)


@each
def test_every_button_of_a_question_fits_into_64_bytes(question: Question) -> None:
    values = [option.value for option in question.options({"kecamatan": "64.71.05"}, PROGRAMME)]
    for value in ["", *values]:
        data = Form(act="answer", draft=BIGGEST_DRAFT, question=question.key, value=value).pack()
        assert len(data.encode()) <= 64
