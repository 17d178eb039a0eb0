"""What needs the operator's hand, told once until it is settled?"""

from datetime import datetime

from sqlalchemy import select, update

from storage.database import Unit
from storage.tables import Alert, table_of

_TABLE = table_of(Alert)


async def raise_alert(unit: Unit, code: str, about: str) -> bool:
    """Note that something needs a hand; False when that is known. `about` holds ids, never personal data."""
    if await is_open(unit, code, about):
        return False
    await unit.conn.execute(_TABLE.insert().values(code=code, about=about, at=unit.now))
    return True


async def is_open(unit: Unit, code: str, about: str) -> bool:
    """Is this known, and not in order yet?"""
    known = select(_TABLE.c.id).where(_TABLE.c.code == code, _TABLE.c.about == about, _TABLE.c.settled_at.is_(None))
    return (await unit.conn.execute(known)).first() is not None


async def settle(unit: Unit, code: str, about: str) -> None:
    """The matter is in order again."""
    open_ones = (_TABLE.c.code == code, _TABLE.c.about == about, _TABLE.c.settled_at.is_(None))
    await unit.conn.execute(update(_TABLE).where(*open_ones).values(settled_at=unit.now))


async def open_alerts(unit: Unit) -> list[tuple[str, str, datetime]]:
    """(code, about, since when) of all that is not settled, oldest first."""
    statement = (
        select(_TABLE.c.code, _TABLE.c.about, _TABLE.c.at).where(_TABLE.c.settled_at.is_(None)).order_by(_TABLE.c.id)
    )
    return [(row.code, row.about, row.at) for row in await unit.conn.execute(statement)]
