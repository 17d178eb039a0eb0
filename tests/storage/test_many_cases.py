"""Does what cards and the clock ask stay in its indexes, so that it costs with 100,000 cases what it costs with 100?"""

from registration.quota import Pool
from storage import balance, cases, doubles, queue
from storage.cases import NewCase
from tests.storage.plans import plan_of
from tests.support.databases import Store

WINDOW = "w2025"
READS_ALL = ("SCAN", "Seq Scan")


def reads_all(plan: str) -> list[str]:
    return [word for word in READS_ALL if word in plan]


async def test_pairs_that_are_no_doubles_are_found_from_either_side(store: Store) -> None:
    async with store.look() as unit:
        plan = await plan_of(unit, doubles.dismissed(7))
    assert ("ix_not_double_second_id" in plan, reads_all(plan)) == (True, [])


async def test_which_lists_somebody_waits_on_is_read_from_those_who_wait(store: Store) -> None:
    async with store.look() as unit:
        plan = await plan_of(unit, balance.listed([WINDOW]))
    assert ("case_counted" in plan or "case_waiting_list" in plan, reads_all(plan)) == (True, [])


async def test_another_live_case_with_a_nik_is_found_by_the_nik(store: Store) -> None:
    async with store.unit() as unit:
        answers = {"nik": "6471055708900001", "name": "Siti"}
        case = await cases.create(unit, NewCase("BPN-1", 1, 1, WINDOW, "ojol", "dishub", "waiting", answers, "v1"))
    async with store.look() as unit:
        plan = await plan_of(unit, cases.with_nik(b"x", case))
    assert ("case_one_live_per_nik" in plan, reads_all(plan)) == (True, [])


async def test_who_stands_ahead_on_the_list_is_read_from_the_list_alone(store: Store) -> None:
    async with store.unit() as unit:
        answers = {"nik": "6471055708900001", "name": "Siti"}
        new = NewCase("BPN-1", 1, 1, WINDOW, "ojol", "dishub", "waiting", answers, "v1")
        case = await queue.give_number(unit, await cases.create(unit, new))
    async with store.look() as unit:
        plan = await plan_of(unit, queue.ahead(case, Pool("pool", 10)))
    assert ("case_waiting_list" in plan, reads_all(plan)) == (True, [])
