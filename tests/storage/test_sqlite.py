"""Does the short cut for SQLite keep what a connection promises: order, undoing, and a loop that runs on?"""

import asyncio
import sqlite3
import threading
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

import pytest

from storage import marks
from storage.sqlite import NearConnection
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


class Told(sqlite3.Connection):
    """Tells in which thread it is closed."""

    closed_in: ClassVar[list[int]] = []

    def close(self) -> None:
        self.closed_in.append(threading.get_ident())
        super().close()


async def test_a_connection_is_not_closed_here_while_a_commit_that_was_cancelled_is_still_in_the_thread(
    tmp_path: Path,
) -> None:
    Told.closed_in.clear()
    started, go_on = threading.Event(), threading.Event()

    def traced(statement: str) -> None:
        if statement == "COMMIT":
            started.set()
            go_on.wait(10)

    arguments: dict[str, Any] = {"isolation_level": None, "check_same_thread": False, "factory": Told}
    connection = await NearConnection(partial(sqlite3.connect, tmp_path / "one.db", **arguments), 64)
    await connection.execute("BEGIN IMMEDIATE")
    await connection.execute("CREATE TABLE one (id)")
    await connection.set_trace_callback(traced)
    commit = asyncio.ensure_future(connection.commit())
    await asyncio.to_thread(started.wait, 10)
    commit.cancel()
    with suppress(asyncio.CancelledError):
        await commit
    threading.Timer(0.1, go_on.set).start()
    await connection.close()
    assert [thread == threading.get_ident() for thread in Told.closed_in] == [False]
    with closing(sqlite3.connect(tmp_path / "one.db")) as again:
        assert again.execute("SELECT count(*) FROM one").fetchone() == (0,)
