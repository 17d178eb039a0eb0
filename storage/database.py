"""How does one piece of work become one transaction, on SQLite and on PostgreSQL?"""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import SQLModel

from storage.keys import KeyRing
from storage.tables import Outbox, table_of

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


@dataclass(slots=True)
class Unit:
    """One transaction: its connection, its time, and the outbox rows that leave with its commit."""

    conn: AsyncConnection
    ring: KeyRing
    now: datetime
    leaving: list[dict[str, Any]] = field(default_factory=list)
    rings_inbox: bool = False

    def seal(self, value: Any, about: str) -> bytes:
        """JSON of `value`, encrypted and bound to the row named by `about`."""
        return self.ring.seal(json.dumps(value, ensure_ascii=False).encode(), about)

    def unseal(self, sealed: bytes, about: str) -> Any:
        """What `seal` took in; None for bytes that were blanked on purpose. Raises `SealBroken`."""
        return json.loads(self.ring.open(sealed, about)) if sealed else None

    async def insert_new(
        self, model: type[SQLModel], rows: Sequence[dict[str, Any]], *, conflict: Sequence[str]
    ) -> None:
        """Insert rows; those whose `conflict` columns are taken already are left out silently."""
        await self.conn.execute(self._insert(model).on_conflict_do_nothing(index_elements=list(conflict)), rows)

    def insert_or_skip(self, model: type[SQLModel]) -> sqlite.Insert | postgresql.Insert:
        """An INSERT that does nothing where any unique index stands against it."""
        return self._insert(model).on_conflict_do_nothing()

    async def upsert(self, model: type[SQLModel], rows: Sequence[dict[str, Any]], *, conflict: Sequence[str]) -> None:
        """Insert rows, or replace the other columns where the `conflict` columns are taken."""
        statement = self._insert(model)
        fresh = {name: statement.excluded[name] for name in rows[0] if name not in conflict}
        await self.conn.execute(statement.on_conflict_do_update(index_elements=list(conflict), set_=fresh), rows)

    def _insert(self, model: type[SQLModel]) -> sqlite.Insert | postgresql.Insert:
        table = table_of(model)
        is_sqlite = self.conn.dialect.name == "sqlite"
        return sqlite.insert(table) if is_sqlite else postgresql.insert(table)


class Database:
    """The one database. SQLite has one writer, so writers queue here and not in SQLite's busy loop.

    `outbox_bells` and `inbox_bells` ring after a commit that left something to send or do, or to handle.
    """

    def __init__(self, url: str, ring: KeyRing) -> None:
        self.url = make_url(url)
        self.ring = ring
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite and self.url.database:
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        self.engine: AsyncEngine = create_async_engine(self.url)
        self.outbox_bells: list[asyncio.Event] = []
        self.inbox_bells: list[asyncio.Event] = []
        self._writer = asyncio.Lock() if self.is_sqlite else nullcontext()
        if self.is_sqlite:
            event.listen(self.engine.sync_engine, "connect", _prepare_sqlite)
            event.listen(self.engine.sync_engine, "begin", _begin_immediate)

    @asynccontextmanager
    async def unit(self, now: datetime) -> AsyncIterator[Unit]:
        """One transaction: commits at the end, rolls back when anything is raised."""
        async with self._writer, self.engine.begin() as conn:
            unit = Unit(conn, self.ring, now)
            yield unit
            if unit.leaving:
                await unit.insert_new(Outbox, unit.leaving, conflict=["key"])
        _ring(self.outbox_bells if unit.leaving else [])
        _ring(self.inbox_bells if unit.rings_inbox else [])

    async def close(self) -> None:
        """Give all connections back."""
        await self.engine.dispose()


def _ring(bells: list[asyncio.Event]) -> None:
    for bell in bells:
        bell.set()


def _prepare_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    # A deferred transaction that reads and then writes fails at once when another wrote in between.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
