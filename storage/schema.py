"""Are the tables up to date? Asked without loading Alembic, which costs memory, unless there is something to do."""

from importlib import import_module

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

NEWEST = "0001"


async def bring_up_to_date(connection: AsyncConnection) -> bool:
    """Run the migrations that are missing; whether there were any."""
    if await connection.run_sync(_revision) == NEWEST:
        return False
    await connection.run_sync(import_module("storage.migrations").upgrade)
    return True


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
