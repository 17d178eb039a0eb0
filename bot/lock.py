"""How is a second bot on the same data refused?"""

import asyncio
import fcntl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.wrong import Wrong, database_told, first_line
from storage.database import Database

_SEAT = 0x4C494E44554E47  # "LINDUNG": the number of the lock inside one PostgreSQL database


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the lock of a data folder. Raises `Wrong`. The kernel frees it when the process ends, however it ends."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / "lock").open("w")
    except OSError as problem:
        raise Wrong("folder", path=str(folder), reason=first_line(problem)) from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Wrong("taken") from None
        yield


@asynccontextmanager
async def only_one_on(db: Database, look_again: float = 5.0) -> AsyncIterator[None]:
    """Hold the lock of a PostgreSQL database, which bots on several machines may share. Raises `Wrong`.

    Every `look_again` seconds the lock is looked after; when the connection was lost and another bot was quicker to
    take its place, the work inside is cancelled.
    """
    if db.is_sqlite:
        yield
        return
    seat = _Seat(db)
    await seat.take()
    try:
        async with asyncio.TaskGroup() as group:
            keeper = group.create_task(seat.keep(look_again))
            yield
            keeper.cancel()
    except BaseExceptionGroup as problems:
        raise problems.exceptions[0] from None
    finally:
        await seat.leave()


class _Seat:
    """A connection that holds PostgreSQL's advisory lock; the lock ends with the connection."""

    def __init__(self, db: Database) -> None:
        self._engine = db.engine.execution_options(isolation_level="AUTOCOMMIT")
        self._address = db.url.render_as_string(hide_password=False)
        self._connection: AsyncConnection | None = None

    async def take(self) -> None:
        """Take the lock, or see that it is still ours: the connection that has it gets it again. Raises `Wrong`."""
        ours = False
        try:
            with database_told(self._address):
                self._connection = self._connection or await self._engine.connect()
                ours = bool(await self._connection.scalar(select(func.pg_try_advisory_lock(_SEAT))))
        finally:
            if not ours:
                await self.leave()
        if not ours:
            raise Wrong("taken")

    async def keep(self, look_again: float) -> None:
        """Look again and again. Raises `Wrong` when another bot sits here now."""
        while True:
            await asyncio.sleep(look_again)
            try:
                await self.take()
            except Wrong as problem:
                if problem.code == "taken":
                    raise  # any other: the database is away, for all bots alike

    async def leave(self) -> None:
        """End the connection: back in the pool it would go on holding the lock."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.invalidate()
            await connection.close()
