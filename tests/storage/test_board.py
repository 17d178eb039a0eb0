"""Which cases have a card in a group, and who comes next, the oldest first?"""

from registration.lifecycle import State
from storage import board, cases
from storage.waiting import Line
from tests.storage.plans import plan_of
from tests.storage.test_waiting import AGENCIES, TODAY, TOMORROW, change, sent
from tests.support.databases import Store

HERE, THERE = -1001, -1002


async def look(store: Store, chat_id: int, line: Line) -> tuple[int, list[str]]:
    """How many have a card in a group, and who has none, the oldest first."""
    async with store.look() as unit:
        without = await board.without_card(unit, line, chat_id, 9)
        return await board.carded(unit, line, chat_id), [case.number.removeprefix("BPN-") for case in without]


async def test_a_card_stands_in_one_group_and_only_open_cases_of_its_agencies_count(store: Store) -> None:
    found = await sent(store, 6)
    both, one = Line(AGENCIES, TODAY), Line(("dp3",), TODAY)
    async with store.unit() as unit:
        for case in found[:3]:
            await board.put(unit, case.id, HERE)
        await board.put(unit, found[3].id, THERE)
    assert await look(store, HERE, both) == (3, ["4", "5", "6"])
    assert await look(store, HERE, one) == (2, ["5"])
    assert await look(store, THERE, both) == (1, ["1", "2", "3", "5", "6"])
    await change(store, found[0], state=State.SENT_BACK)
    await change(store, found[1], state=State.CLAIMED)
    await change(store, found[2], state=State.WAITING, hold_until=TOMORROW)
    assert await look(store, HERE, both) == (1, ["4", "5", "6"])
    assert await look(store, HERE, Line(AGENCIES, TOMORROW)) == (2, ["4", "5", "6"])


async def test_cards_follow_a_group_to_its_new_id_and_can_be_taken_away(store: Store) -> None:
    found = await sent(store, 2)
    async with store.unit() as unit:
        for case in found:
            await board.put(unit, case.id, HERE)
        await board.follow(unit, HERE, THERE)
        await board.put(unit, found[0].id, None)
    assert await look(store, THERE, Line(AGENCIES, TODAY)) == (1, ["1"])
    async with store.look() as unit:
        stored = [await cases.get(unit, case.id) for case in found]
    assert [case and case.card_chat for case in stored] == [None, THERE]


async def test_who_has_no_card_is_read_in_order_from_an_index(store: Store) -> None:
    async with store.look() as unit:
        plan = await plan_of(unit, board.of_agency(Line(AGENCIES, TODAY), "dp3", HERE, 10))
    assert ("case_open" in plan, "TEMP B-TREE" in plan, "Sort" in plan) == (True, False, False)
