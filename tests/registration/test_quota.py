"""Does the file say clearly how many places there are for whom, and is a file complete exactly when its papers are?"""

import pytest

from registration.programme import Programme, read_programme
from registration.quota import Pool, Way, is_complete, pool_named, pool_of, pools, way
from tests.registration.test_programme import SHIPPED, changed, problem_of

POOL = "pool = 7100"


def with_quota(line: str) -> Programme:
    return read_programme(SHIPPED.replace(POOL, line))


def test_one_pool_is_everybodys() -> None:
    programme = with_quota("pool = 2")
    assert (way(programme), pools(programme)) == (Way.POOL, (Pool("pool", 2),))
    assert pool_of(programme, "ojol", "disnaker") == pool_of(programme, "petani", "dp3") == Pool("pool", 2)
    assert (pools(programme)[0].member, pools(programme)[0].open(1), pools(programme)[0].open(3)) == ("", 1, 0)


def test_a_file_that_gives_no_number_has_one_pool_without_a_limit() -> None:
    programme = with_quota("")
    assert pools(programme) == (Pool("pool", None),)
    assert pools(programme)[0].open(1_000_000) is None


def test_places_by_sector_leave_those_that_are_not_named_without_a_limit() -> None:
    programme = with_quota("sectors = { ojol = 0, petani = 5 }")
    assert way(programme) is Way.SECTOR
    assert [(pool.key, pool.limit) for pool in pools(programme)] == [
        ("sector:ojol", 0),
        ("sector:pangkalan", None),
        ("sector:nelayan", None),
        ("sector:petani", 5),
        ("sector:pedagang", None),
        ("sector:lainnya", None),
    ]
    assert pool_of(programme, "petani", "disnaker") == Pool("sector:petani", 5)
    assert pool_of(programme, "petani", "disnaker").member == "petani"


def test_places_by_agency_follow_the_agency_of_the_case_and_not_of_its_sector() -> None:
    programme = with_quota("agencies = { disnaker = 7, dp3 = 1 }")
    assert way(programme) is Way.AGENCY
    assert pool_of(programme, "petani", "disnaker") == Pool("agency:disnaker", 7)
    assert pools(programme) == (Pool("agency:disnaker", 7), Pool("agency:dishub", None), Pool("agency:dp3", 1))


def test_a_pool_of_another_way_of_dividing_is_not_found() -> None:
    assert pool_named(with_quota("sectors = { ojol = 3 }"), "sector:ojol") == Pool("sector:ojol", 3)
    assert pool_named(with_quota("pool = 3"), "sector:ojol") is None


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("pool = 1\nsectors = { ojol = 5 }", "quota.pool"),
        ("pool = 1\nagencies = { dp3 = 5 }", "quota.pool"),
        ("sectors = { ojol = 5 }\nagencies = { dp3 = 5 }", "quota.sectors"),
        ("agencies = { dinsos = 5 }", "quota.agencies.dinsos"),
        ("sectors = { pilot = 5 }", "quota.sectors.pilot"),
        ("pool = -1", "quota.pool"),
    ],
)
def test_a_quota_that_cannot_be_meant_is_named(line: str, key: str) -> None:
    assert problem_of(changed(POOL, line)).key == key


@pytest.mark.parametrize(
    ("answers", "complete"),
    [
        ({"sector": "ojol", "letter": [1]}, True),
        ({"sector": "ojol", "letter": "later"}, False),
        ({"sector": "ojol"}, False),
        ({"sector": "nelayan", "fisher_document": "none"}, False),
        ({"sector": "nelayan", "fisher_document": [2, 3]}, True),
        ({"sector": "petani", "group_letter": "none"}, True),
        ({"sector": "pedagang"}, True),
    ],
)
def test_a_file_is_complete_when_every_wanted_paper_is_there(answers: dict[str, object], complete: bool) -> None:
    assert is_complete(answers, with_quota(POOL)) is complete
