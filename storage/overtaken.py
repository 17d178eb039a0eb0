"""What is still to be said in a message, so that nobody says it twice, or too late?"""

from sqlalchemy import select

from storage import outbox
from storage.database import Unit
from storage.tables import Outbox, table_of

_TABLE = table_of(Outbox)
_EDIT = "editMessageText"


async def drop_edits(unit: Unit, slot: str) -> None:
    """End what would still turn this message into an older text, as the newest follows."""
    unit.leaving[:] = [row for row in unit.leaving if (row["slot"], row["name"]) != (slot, _EDIT)]
    waiting = select(_TABLE.c.id).where(_TABLE.c.slot == slot, _TABLE.c.state == "due", _TABLE.c.name == _EDIT)
    await outbox.settle(unit, (await unit.conn.execute(waiting)).scalars().all(), "dropped", "overtaken")


async def is_on_its_way(unit: Unit, slot: str) -> bool:
    """Is something still to be sent that will stand for this slot?"""
    waiting = select(_TABLE.c.id).where(_TABLE.c.slot == slot, _TABLE.c.state == "due")
    return (await unit.conn.execute(waiting.limit(1))).first() is not None
