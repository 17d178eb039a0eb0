"""How is SQLite spoken to: safely, with one writer, and without a change of thread for every small statement?"""

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import aiosqlite
from sqlalchemy import URL, Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

# Why each: WAL lets readers read while one writes; FULL keeps an acknowledged answer through a power cut; secure_delete
# overwrites what is purged; trusted_schema=OFF refuses what a tampered file could ask for.
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=10000",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "foreign_keys=ON",
)
_Result = TypeVar("_Result")


class NearConnection(aiosqlite.Connection):
    """aiosqlite with fewer hops: what may wait goes to the thread, what cannot is done here and now.

    BEGIN IMMEDIATE waits for other writers and COMMIT waits for the disk. Between the two we own the database and a
    statement waits for nobody, while its four ways to a thread and back cost 0.3 ms (docs/performance.md). Whatever
    ends a transaction or the connection goes to the thread, and so does all else while the thread is still at what a
    cancelled caller left there: two threads in one connection, one of them closing it, bring the process down.
    """

    def __init__(self, connector: Callable[[], sqlite3.Connection], iter_chunk_size: int) -> None:
        super().__init__(connector, iter_chunk_size)
        self._in_thread: deque[None] = deque()  # what was handed over and is not over; its ends are atomic

    async def _execute(self, fn: Callable[..., _Result], *args: Any, **more: Any) -> _Result:
        connection = self._connection
        is_ours = connection is not None and connection.in_transaction and not self._in_thread
        if connection is not None and is_ours and fn not in (connection.commit, connection.rollback, connection.close):
            return fn(*args, **more)
        self._in_thread.append(None)
        over = partial(self._in_thread_only, fn, *args, **more)
        result: _Result = await super()._execute(over)  # type: ignore[no-untyped-call]  # aiosqlite's
        return result

    def _in_thread_only(self, fn: Callable[..., _Result], *args: Any, **more: Any) -> _Result:
        try:
            return fn(*args, **more)
        finally:
            self._in_thread.popleft()


def sqlite_engine(url: URL) -> AsyncEngine:
    """An engine on a SQLite file whose every transaction may write."""
    arguments: dict[str, Any] = {"check_same_thread": False}
    connector = partial(sqlite3.connect, url.database or ":memory:", **arguments)

    async def connect() -> NearConnection:
        connection = NearConnection(connector, iter_chunk_size=64)
        connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does: a lost connection must not hold up the exit
        try:
            return await connection  # type: ignore[return-value]  # aiosqlite names its base class
        except sqlite3.Error:
            # aiosqlite lets the thread end by itself; it would then speak to a loop that is closed.
            await asyncio.to_thread(connection._thread.join)  # noqa: SLF001
            raise

    engine = create_async_engine(url, async_creator=connect)
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin_immediate)
    return engine


def _prepare(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    # A deferred transaction that reads and then writes fails at once when another wrote in between.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
