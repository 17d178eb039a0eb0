"""Who waits too long since when, and is each wait told of once?"""

from datetime import date, timedelta

import pytest

from registration.lifecycle import State
from storage import cases, deadlines
from storage.cases import Case
from tests.storage.books import sent
from tests.storage.plans import plan_of
from tests.support.databases import NOW, Store, later

TODAY = date(2025, 11, 10)
BOTH = ("disnaker", "dp3")


async def move(store: Store, case: Case, minutes: float, state: State, **values: object) -> Case:
    async with store.unit(minutes) as unit:
        after = await cases.change(unit, case, state=state, **values)  # type: ignore[arg-type]  # any column
    assert after is not None
    return after


async def two(store: Store) -> tuple[Case, Case]:
    """A case from the start, and one of another agency ten minutes later."""
    async with store.unit() as unit:
        first = await sent(unit, 1)
    async with store.unit(10) as unit:
        return first, await sent(unit, 2, "petani", "dp3")


async def test_a_wait_begins_when_a_case_changes_hands_and_not_when_officers_take_or_put_it_aside(store: Store) -> None:
    case, _ = await two(store)
    since = []
    for minutes, state in ((20, "claimed"), (30, "waiting"), (40, "sent_back"), (50, "waiting"), (60, "approved")):
        case = await move(store, case, minutes, State(state))
        since.append(case.since)
    assert since == [NOW, NOW, later(40), later(50), later(60)]


async def test_late_is_who_waits_for_staff_since_before_a_moment_the_oldest_first(store: Store) -> None:
    first, second = await two(store)
    async with store.look() as unit:
        found = [await deadlines.late(unit, BOTH, TODAY, later(minutes), 5) for minutes in (-1, 0, 9, 10)]
        assert [[case.id for case in each.oldest] for each in found] == [
            [],
            [first.id],
            [first.id],
            [first.id, second.id],
        ]
        assert [each.count for each in found] == [0, 1, 1, 2]
        assert (await deadlines.late(unit, ("dp3",), TODAY, later(10), 5)).count == 1
        assert (await deadlines.late(unit, BOTH, TODAY, later(10), 1)).oldest == found[1].oldest
    await move(store, first, 11, State.WAITING, hold_until=TODAY + timedelta(days=1))
    await move(store, second, 11, State.SENT_BACK)
    async with store.look() as unit:
        days = [await deadlines.late(unit, BOTH, TODAY + timedelta(days=ahead), later(20)) for ahead in (0, 1)]
        assert [each.count for each in days] == [0, 1]


async def test_a_worker_is_told_once_of_a_wait_and_again_of_the_next(store: Store) -> None:
    first, second = await two(store)
    async with store.unit(20) as unit:
        assert await deadlines.untold(unit, later(10), 9) == [first.id, second.id]
        assert await deadlines.untold(unit, later(10), 1) == [first.id]
        assert await deadlines.tell_late(unit, first)
    async with store.look(21) as unit:
        assert not await deadlines.tell_late(unit, first)
        assert await deadlines.untold(unit, later(10), 9) == [second.id]
    first = await move(store, first, 30, State.SENT_BACK)
    first = await move(store, first, 40, State.WAITING)
    async with store.look(50) as unit:
        assert await deadlines.untold(unit, later(50), 9) == [second.id, first.id]
        assert await deadlines.tell_late(unit, first)


@pytest.mark.parametrize("most", [1, 200])
async def test_who_was_not_told_is_read_from_an_index(store: Store, most: int) -> None:
    async with store.look() as unit:
        plan = await plan_of(unit, deadlines.untold_statement(NOW, most))
    assert "case_since" in plan
