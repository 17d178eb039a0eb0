"""Can a broadcast be paused, resumed, cancelled and taken back, and does none of it leave twice?"""

from sqlalchemy import select

from storage import batches, once, outbox
from storage.outbox import Lane
from storage.purging import purge
from storage.tables import Outbox, table_of
from tests.support.databases import Store, later

TABLE = table_of(Outbox)
MONTH = 30 * 24 * 60  # minutes


async def leave(store: Store, people: int, batch: int | None = 1) -> None:
    """Copies for persons 1, 2, ..."""
    async with store.unit() as unit:
        for chat in range(1, people + 1):
            key = f"siaran:{batch}:{chat}"
            params = {"chat_id": chat, "text": "Halo"}
            outbox.call(unit, "sendMessage", params, chat_id=chat, lane=Lane.BROADCAST, key=key, batch=batch)


async def states(store: Store) -> list[tuple[str, str, bool]]:
    """(state, error, body is blank) of every row, oldest first."""
    async with store.look() as unit:
        rows = await unit.conn.execute(select(TABLE).order_by(TABLE.c.id))
        return [(row.state, row.error, row.body_sealed == b"") for row in rows]


async def ids(store: Store) -> list[int]:
    async with store.look() as unit:
        return list((await unit.conn.execute(select(TABLE.c.id).order_by(TABLE.c.id))).scalars())


async def due(store: Store, minutes: float = 0) -> list[int | None]:
    async with store.look(minutes) as unit:
        return [errand.chat_id for errand in await outbox.due(unit, "call", 10)]


async def test_a_paused_broadcast_waits_and_goes_on_where_it_was(store: Store) -> None:
    await leave(store, 3)
    await leave(store, 1, batch=2)
    first = (await ids(store))[0]
    async with store.unit() as unit:
        await once.leave(unit, [first])
        await once.arrived(unit, [(first, 77)])
    async with store.unit() as unit:
        assert await batches.pause(unit, 1) == 2
    assert await due(store) == [1]
    async with store.look() as unit:
        assert await batches.counts(unit, 1) == {"sent": 1, "paused": 2}
        assert await batches.counts(unit, 2) == {"due": 1}
    async with store.unit() as unit:
        assert await batches.resume(unit, 1) == 2
    assert await due(store) == [2, 3, 1]


async def test_a_cancelled_broadcast_sends_nothing_more_and_keeps_no_body(store: Store) -> None:
    await leave(store, 3)
    async with store.unit() as unit:
        await batches.pause(unit, 1)
    async with store.unit() as unit:
        assert await batches.cancel(unit, 1) == 3
        assert await batches.resume(unit, 1) == 0
    assert await states(store) == [("dropped", "cancelled", True)] * 3


async def test_what_is_under_way_when_its_broadcast_is_stopped_obeys_when_it_comes_back(store: Store) -> None:
    for batch in (1, 2, 3):
        await leave(store, 1, batch=batch)
    rows = await ids(store)
    async with store.unit() as unit:
        assert await once.leave(unit, rows) == set(rows)
        assert (await batches.pause(unit, 1), await batches.cancel(unit, 2)) == (0, 0)
        assert (await batches.pause(unit, 3), await batches.resume(unit, 3)) == (0, 0)
    async with store.unit() as unit:
        for row in rows:
            await once.put_back(unit, row, None, "429", tried=False)
    assert await states(store) == [("paused", "429", False), ("dropped", "429", True), ("due", "429", False)]


async def test_a_row_leaves_once(store: Store) -> None:
    await leave(store, 2)
    first, second = await ids(store)
    async with store.unit() as unit:
        assert await once.leave(unit, [first, second]) == {first, second}
        assert await once.leave(unit, [first, second]) == set()
        assert await once.leave(unit, []) == set()
    assert await due(store) == []


async def test_what_was_leaving_when_the_bot_died_is_unknown_for_ever(store: Store) -> None:
    await leave(store, 2)
    first, _second = await ids(store)
    async with store.unit() as unit:
        await once.leave(unit, [first])
    async with store.unit() as unit:
        assert await once.end_interrupted(unit) == 1
        await batches.resume(unit, 1)
    assert await states(store) == [("unknown", "the bot stopped meanwhile", True), ("due", "", False)]


async def test_what_surely_did_not_arrive_waits_again_from_its_time_on(store: Store) -> None:
    await leave(store, 1)
    (row,) = await ids(store)
    async with store.unit() as unit:
        await once.leave(unit, [row])
    async with store.unit() as unit:
        await once.put_back(unit, row, later(5), "Bad Gateway")
    assert await due(store, 4) == []
    async with store.look(5) as unit:
        (errand,) = await outbox.due(unit, "call", 10)
        assert (errand.attempts, errand.batch, errand.body["params"]["text"]) == (1, 1, "Halo")


async def test_who_got_a_copy_is_told_in_pages_with_the_message(store: Store) -> None:
    await leave(store, 5)
    rows = await ids(store)
    async with store.unit() as unit:
        await once.leave(unit, rows)
        await once.arrived(unit, [(row, 100 + row) for row in rows[:4]])
        await outbox.settle(unit, rows[4:], "unreachable", "blocked")
    async with store.look() as unit:
        first = await batches.copies(unit, 1, ["sent"], most=3)
        rest = await batches.copies(unit, 1, ["sent", "unreachable"], after=first[-1].row, most=3)
    assert [(copy.chat_id, copy.message_id) for copy in first] == [
        (1, 100 + rows[0]),
        (2, 100 + rows[1]),
        (3, 100 + rows[2]),
    ]
    assert [(copy.chat_id, copy.state, copy.message_id) for copy in rest] == [
        (4, "sent", 100 + rows[3]),
        (5, "unreachable", None),
    ]
    assert rest[0].at == later(0)


async def test_who_blocks_the_bot_is_unreachable_for_a_broadcast_also_while_it_is_paused(store: Store) -> None:
    await leave(store, 2)
    await leave(store, 2, batch=2)
    async with store.unit() as unit:
        await batches.pause(unit, 2)
        await outbox.drop_for(unit, 1, "blocked")
    async with store.look() as unit:
        assert await batches.counts(unit, 1) == {"unreachable": 1, "due": 1}
        assert await batches.counts(unit, 2) == {"unreachable": 1, "paused": 1}


async def test_a_broadcast_is_forgotten_as_a_whole_a_month_after_its_last_copy(store: Store) -> None:
    await leave(store, 2)
    first, second = await ids(store)
    async with store.unit() as unit:
        await once.leave(unit, [first])
        await once.arrived(unit, [(first, 7)])
    async with store.unit(MONTH + 1) as unit:
        assert await purge(unit, 500) == 0
        await outbox.settle(unit, [second], "unknown")
    async with store.unit(2 * MONTH + 1) as unit:
        assert await purge(unit, 500) == 0
    async with store.unit(2 * MONTH + 2) as unit:
        assert await purge(unit, 500) == 2


async def test_a_resumed_broadcast_wakes_who_sends_it(store: Store) -> None:
    async with store.unit() as unit:
        await batches.resume(unit, 1)
        assert unit.rings_outbox
