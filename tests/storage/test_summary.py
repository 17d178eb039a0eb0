"""Is each case counted once where it lies, and each decision on the day of the city on which it was made?"""

from datetime import date, timedelta

from registration.lifecycle import Actor, State
from storage import cases, summary
from storage.cases import Case
from storage.summary import Morning
from tests.storage.books import sent
from tests.storage.plans import plan_of
from tests.support.databases import NOW, Store, later

TODAY = date(2025, 11, 10)
YESTERDAY = (NOW - timedelta(days=1), NOW)
BOTH = ("disnaker", "dp3")


async def decide(store: Store, case: Case, move: str, state: State, minutes: float) -> None:
    async with store.unit(minutes) as unit:
        assert await cases.change(unit, case, state=state) is not None
        states = (case.state, str(state))
        await cases.write_history(unit, case.id, move, states, actor=Actor.OFFICER, actor_id=5)


async def test_what_lies_before_each_sector_and_what_was_decided_yesterday(store: Store) -> None:
    async with store.unit(-2000) as unit:
        riders = [await sent(unit, number) for number in range(1, 7)]
        farmer = await sent(unit, 9, "petani", "dp3")
    await decide(store, riders[0], "approve", State.APPROVED, -1440)
    await decide(store, riders[1], "waitlist", State.WAITLISTED, -5)
    await decide(store, riders[2], "reject", State.REJECTED, -1441)
    await decide(store, riders[3], "send_back", State.SENT_BACK, -1)
    async with store.unit() as unit:
        assert await cases.change(unit, riders[4], state="waiting", hold_until=TODAY + timedelta(days=1)) is not None
    await decide(store, farmer, "reject", State.REJECTED, 0)
    async with store.look() as unit:
        found = await summary.morning(unit, BOTH, TODAY, YESTERDAY)
        tomorrow = await summary.morning(unit, BOTH, TODAY, (NOW, later(1440)))
        others = await summary.morning(unit, ("dp3",), TODAY, YESTERDAY)
    assert found == [Morning("ojol", waiting=1, held=1, sent_back=1, approved=2, returned=1)]
    assert tomorrow == [Morning("ojol", waiting=1, held=1, sent_back=1), Morning("petani", rejected=1)]
    assert others == []


async def test_the_decisions_of_a_day_are_read_from_an_index(store: Store) -> None:
    async with store.look() as unit:
        assert "history_day" in await plan_of(unit, summary.decided(BOTH, YESTERDAY))
