"""Does a notice count from when it has arrived, for the present wait alone, and are the right cases looked at?"""

from registration.deadlines import Wait
from registration.lifecycle import State
from storage import expiry, marks
from storage.cases import Case
from storage.expiry import Waiting
from tests.storage.books import sent
from tests.storage.test_deadlines import move
from tests.support.databases import NOW, Store, later


async def sent_back(store: Store, number: int) -> Case:
    async with store.unit() as unit:
        case = await sent(unit, number)
    return await move(store, case, number, State.SENT_BACK)


async def waiting(store: Store, minutes: float) -> list[Waiting]:
    async with store.look() as unit:
        return await expiry.waiting(unit, later(minutes))


async def test_cases_are_found_that_were_sent_back_before_a_moment_the_oldest_first(store: Store) -> None:
    first, second = await sent_back(store, 1), await sent_back(store, 2)
    open_case = await sent_back(store, 3)
    await move(store, open_case, 4, State.WAITING)
    assert await waiting(store, 1) == []
    assert await waiting(store, 2) == [Waiting(first.id, Wait(later(1)), None)]
    assert [each.case_id for each in await waiting(store, 9)] == [first.id, second.id]
    async with store.look() as unit:
        assert [each.case_id for each in await expiry.waiting(unit, later(9), case_id=second.id)] == [second.id]


async def test_a_notice_counts_from_when_it_was_seen_to_have_arrived(store: Store) -> None:
    case = await sent_back(store, 1)
    async with store.unit(10) as unit:
        await expiry.leave(unit, case, 0)
        await expiry.note_arrivals(unit)
    assert await waiting(store, 9) == [Waiting(case.id, Wait(later(1)), later(10))]
    async with store.unit(20) as unit:
        await marks.fill_slots(unit, [(expiry.slot_of(case, 0), 1001, 7)])
        await expiry.note_arrivals(unit)
    async with store.unit(30) as unit:
        await expiry.note_arrivals(unit)
        await expiry.leave(unit, case, 1)
    assert await waiting(store, 9) == [Waiting(case.id, Wait(later(1), (later(20),)), later(30))]
    async with store.unit(40) as unit:
        await marks.fill_slots(unit, [(expiry.slot_of(case, 1), 1001, 8)])
        await expiry.note_arrivals(unit)
    assert await waiting(store, 9) == [Waiting(case.id, Wait(later(1), (later(20), later(40))), None)]


async def test_what_was_told_of_an_earlier_wait_does_not_count_for_the_next(store: Store) -> None:
    case = await sent_back(store, 1)
    async with store.unit(10) as unit:
        await expiry.leave(unit, case, 0)
        await marks.fill_slots(unit, [(expiry.slot_of(case, 0), 1001, 7)])
        await expiry.note_arrivals(unit)
    case = await move(store, case, 20, State.WAITING)
    case = await move(store, case, 30, State.SENT_BACK)
    assert await waiting(store, 60) == [Waiting(case.id, Wait(later(30)), None)]
    async with store.unit(40) as unit:
        await expiry.leave(unit, case, 0)
        await expiry.note_arrivals(unit)
    assert await waiting(store, 60) == [Waiting(case.id, Wait(later(30)), later(40))]
    assert case.since == later(30) != NOW
