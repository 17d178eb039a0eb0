"""Are the drawn cards the same for the same seed, and does their truth fit?"""

from datetime import date

import pytest

from bench.specimens.cards import GRADES, specimen
from bench.specimens.people import TODAY
from registration.nik import nik_facts


@pytest.mark.parametrize("grade", ["worn", "mixed"])
def test_the_same_seed_draws_the_same_card(grade: str) -> None:
    assert specimen(grade, 7) == specimen(grade, 7)
    assert specimen(grade, 7).jpeg != specimen(grade, 8).jpeg


def test_almost_every_nik_has_the_birth_date_of_its_card() -> None:
    truths = [specimen("small", seed).truth for seed in range(12)]
    claimed = [nik_facts(truth["nik"], TODAY) for truth in truths]
    same = [
        facts.birth_date == date.fromisoformat(truth["birth_date"])
        for facts, truth in zip(claimed, truths, strict=True)
    ]
    assert sum(same) >= 10
    assert [facts.sex for facts in claimed] == [truth["sex"] for truth in truths]


def test_every_grade_draws_a_photo() -> None:
    assert [specimen(grade, 0).jpeg[:3] for grade in GRADES] == [b"\xff\xd8\xff"] * len(GRADES)
