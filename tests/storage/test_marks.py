"""Are slots, counters and moved chats remembered as last told?"""

import asyncio

from storage import marks
from storage.database import Database
from storage.marks import Place
from tests.support.databases import NOW, Store


async def test_a_slot_stands_for_the_message_told_last(store: Store) -> None:
    async with store.unit() as unit:
        await marks.fill_slots(unit, [("card:1", -1001, 5), ("card:2", -1001, 6), ("card:1", -1001, 7)])
        await marks.fill_slots(unit, [])
    async with store.unit() as unit:
        await marks.fill_slots(unit, [("card:2", -1001, 2**40)])
    async with store.look() as unit:
        assert await marks.place_of(unit, "card:1") == Place(-1001, 7)
        assert await marks.place_of(unit, "card:2") == Place(-1001, 2**40)
        assert await marks.slot_at(unit, -1001, 7) == "card:1"
        assert await marks.slot_at(unit, -1001, 5) is None
        assert await marks.place_of(unit, "card:3") is None


async def test_an_emptied_slot_and_an_emptied_chat_stand_for_nothing(store: Store) -> None:
    async with store.unit() as unit:
        await marks.fill_slots(unit, [("screen:1", 7, 1), ("card:2", -5, 2), ("card:1", -5, 1)])
        await marks.empty_slot(unit, "screen:1")
        assert await marks.empty_chat(unit, -5) == ["card:1", "card:2"]
    async with store.look() as unit:
        assert [await marks.place_of(unit, slot) for slot in ("screen:1", "card:1", "card:2")] == [None] * 3


async def test_a_counter_gives_no_number_twice_also_to_two_processes(store: Store) -> None:
    async def count(db: Database) -> int:
        async with db.unit(NOW) as unit:
            return await marks.count_up(unit, "case:w2025")

    numbers = await asyncio.gather(*(count(db) for db in (store.mine, store.other) * 6))
    assert sorted(numbers) == list(range(1, 13))


async def test_a_number_is_remembered_as_told_last(store: Store) -> None:
    async with store.unit() as unit:
        assert await marks.number(unit, "offset") is None
        await marks.set_number(unit, "offset", 2**40)
    async with store.unit() as unit:
        await marks.set_number(unit, "offset", 3)
    async with store.look() as unit:
        assert await marks.number(unit, "offset") == 3


async def test_a_group_that_moved_twice_is_found_from_each_of_its_old_ids(store: Store) -> None:
    async with store.unit() as unit:
        await marks.remember_move(unit, -1, -1001)
        await marks.remember_move(unit, -1, -1001)
        await marks.remember_move(unit, -1001, -1002)
    async with store.look() as unit:
        assert [await marks.moved(unit, chat) for chat in (-1, -1001, -1002, -7)] == [-1002, -1002, -1002, -7]
