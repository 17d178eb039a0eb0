"""Does the short cut for SQLite keep what a connection promises: order, undoing, and a loop that runs on?"""

import asyncio

import pytest

from storage import marks
from tests.support.databases import NOW, Store


async def number(store: Store, name: str) -> int | None:
    async with store.look() as unit:
        return await marks.number(unit, name)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_who_is_cancelled_while_waiting_for_another_writer_leaves_nothing_open(store: Store) -> None:
    async def write(value: int) -> None:
        async with store.mine.unit(NOW) as unit:
            await marks.set_number(unit, "n", value)

    async with store.look() as unit:
        await marks.set_number(unit, "n", 1)
        waiting = asyncio.ensure_future(write(2))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asyncio.shield(waiting), 0.1)
        waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert await number(store, "n") == 1
    await write(3)
    assert await number(store, "n") == 3
