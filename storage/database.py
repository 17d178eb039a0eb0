"""How does one piece of work become one transaction, on SQLite and on PostgreSQL?"""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlmodel import SQLModel

from storage.keys import KeyRing
from storage.sqlite import sqlite_engine
from storage.tables import Outbox, table_of

Insert = sqlite.Insert | postgresql.Insert

_STOPPING = ("57P", "08")  # PostgreSQL, appendix A: operator intervention, connection exception


@dataclass(slots=True)
class Unit:
    """One transaction: its connection, its time, and the outbox rows that leave with its commit.

    `closing`: what is done once at the very end, for all ids that were gathered: locks that it takes are the last.
    """

    conn: AsyncConnection
    ring: KeyRing
    now: datetime
    leaving: list[dict[str, Any]] = field(default_factory=list)
    closing: dict[Callable[["Unit", set[int]], Awaitable[object]], set[int]] = field(default_factory=dict)
    rings_inbox: bool = False
    rings_outbox: bool = False

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
        await self.conn.execute(_skipping(self.conn.dialect.name, model, tuple(conflict)), rows)

    def insert_or_skip(self, model: type[SQLModel]) -> Insert:
        """An INSERT that does nothing where any unique index stands against it."""
        return _insert(self.conn.dialect.name, model).on_conflict_do_nothing()

    async def upsert(self, model: type[SQLModel], rows: Sequence[dict[str, Any]], *, conflict: Sequence[str]) -> None:
        """Insert rows, or replace the other columns where the `conflict` columns are taken."""
        statement = _replacing(self.conn.dialect.name, model, tuple(conflict), tuple(rows[0]))
        await self.conn.execute(statement, rows)


class Database:
    """The one database. SQLite has one writer, so writers queue here and not in SQLite's busy loop.

    After a commit that left something, the bells of those ring who see to it: `outbox_bells` for calls to make,
    `job_bells` for slow work, `inbox_bells` for events to handle.
    """

    def __init__(self, url: str, ring: KeyRing) -> None:
        self.url = make_url(url)
        self.ring = ring
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite and self.url.database:
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        self.engine: AsyncEngine = sqlite_engine(self.url) if self.is_sqlite else create_async_engine(self.url)
        self.outbox_bells: list[asyncio.Event] = []
        self.job_bells: list[asyncio.Event] = []
        self.inbox_bells: list[asyncio.Event] = []
        self._writer = asyncio.Lock() if self.is_sqlite else nullcontext()

    @asynccontextmanager
    async def unit(self, now: datetime) -> AsyncIterator[Unit]:
        """One transaction: commits at the end, rolls back when anything is raised."""
        async with self._writer, self.engine.begin() as conn:
            unit = Unit(conn, self.ring, now)
            yield unit
            if unit.leaving:
                await unit.insert_new(Outbox, unit.leaving, conflict=["key"])
            for close, ids in unit.closing.items():
                await close(unit, ids)
        kinds = {row["kind"] for row in unit.leaving}
        _ring(self.outbox_bells if "call" in kinds or unit.rings_outbox else [])
        _ring(self.job_bells if "job" in kinds else [])
        _ring(self.inbox_bells if unit.rings_inbox else [])

    async def close(self) -> None:
        """Give all connections back."""
        await self.engine.dispose()


def is_away(problem: BaseException) -> bool:
    """Is the database not there, or busy, rather than the work wrong? Then the same work is right a moment later.

    A PostgreSQL that stops or starts (SQLSTATE 57P…) is a bare `DBAPIError`: its driver has no kind of its own for it.
    """
    if isinstance(problem, DBAPIError) and str(getattr(problem.orig, "sqlstate", "")).startswith(_STOPPING):
        return True
    return isinstance(problem, OperationalError | InterfaceError | OSError)


def _ring(bells: list[asyncio.Event]) -> None:
    for bell in bells:
        bell.set()


# The few statements of the hot path are put together once: SQLAlchemy takes longer for that than SQLite to run them.
@cache
def _skipping(dialect: str, model: type[SQLModel], conflict: tuple[str, ...]) -> Insert:
    return _insert(dialect, model).on_conflict_do_nothing(index_elements=conflict)


@cache
def _replacing(dialect: str, model: type[SQLModel], conflict: tuple[str, ...], columns: tuple[str, ...]) -> Insert:
    statement = _insert(dialect, model)
    fresh = {name: statement.excluded[name] for name in columns if name not in conflict}
    return statement.on_conflict_do_update(index_elements=conflict, set_=fresh)


def _insert(dialect: str, model: type[SQLModel]) -> Insert:
    return sqlite.insert(table_of(model)) if dialect == "sqlite" else postgresql.insert(table_of(model))
