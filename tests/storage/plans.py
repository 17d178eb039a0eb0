"""How does a test see by which index the database reads?"""

from typing import Any

from sqlalchemy import CompoundSelect, Select, text

from storage.database import Unit


async def plan_of(unit: Unit, statement: Select[Any] | CompoundSelect[Any]) -> str:
    """How the database would read this, in its own words."""
    is_sqlite = unit.conn.dialect.name == "sqlite"
    if not is_sqlite:  # of an empty table it would rather read all
        await unit.conn.execute(text("SET LOCAL enable_seqscan = off"))
        await unit.conn.execute(text("SET LOCAL enable_bitmapscan = off"))
    compiled = statement.compile(unit.conn.sync_connection, compile_kwargs={"literal_binds": True})
    explain = "EXPLAIN QUERY PLAN" if is_sqlite else "EXPLAIN"
    return " ".join(str(tuple(row)) for row in await unit.conn.exec_driver_sql(f"{explain} {compiled}"))
