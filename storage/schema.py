"""Are the tables up to date? Asked without loading Alembic, which costs memory, unless there is something to do."""

from importlib import import_module

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

NEWEST = "0019"


class MadeByNewer(Exception):
    """A newer version of Lindung has changed these tables; this one must not touch them."""


async def is_up_to_date(connection: AsyncConnection) -> bool:
    """Do the tables fit this version of Lindung? For those who only look, and change nothing."""
    return await connection.run_sync(_revision) == NEWEST


async def bring_up_to_date(connection: AsyncConnection) -> bool:
    """Run the migrations that are missing; whether there were any. Raises `MadeByNewer`."""
    present = await connection.run_sync(_revision)
    if present == NEWEST:
        return False
    if present is not None and present > NEWEST:
        raise MadeByNewer
    await connection.run_sync(import_module("storage.migrations").upgrade)
    return True


def _revision(connection: Connection) -> str | None:
    """The number of the last migration ("0001", "0002", ...)."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
