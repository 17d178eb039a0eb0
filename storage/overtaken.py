"""What is still to be said in a message, so that nobody says it twice, or too late?"""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import func, select

from storage import outbox
from storage.database import Unit
from storage.outbox import Errand
from storage.tables import Outbox, table_of
from storage.taking import Candidate

_TABLE = table_of(Outbox)
_EDIT = "editMessageText"
_CAPTION = "editMessageCaption"
Row = TypeVar("Row", Errand, Candidate)


async def drop_edits(unit: Unit, slot: str) -> None:
    """End what would still turn this message into an older text, as the newest follows."""
    unit.leaving[:] = [row for row in unit.leaving if (row["slot"], row["name"]) != (slot, _EDIT)]
    waiting = select(_TABLE.c.id).where(_TABLE.c.slot == slot, _TABLE.c.state == "due", _TABLE.c.name == _EDIT)
    await outbox.settle(unit, (await unit.conn.execute(waiting)).scalars().all(), "dropped", "overtaken")


async def drop_elsewhere(unit: Unit, slot: str, chat_id: int | None) -> None:
    """End what would still stand for this slot in another chat than this one."""
    waiting = select(_TABLE.c.id).where(_TABLE.c.slot == slot, _TABLE.c.state == "due")
    if chat_id is not None:
        waiting = waiting.where(_TABLE.c.chat_id != chat_id)
    await outbox.settle(unit, (await unit.conn.execute(waiting)).scalars().all(), "dropped", "overtaken")


async def is_on_its_way(unit: Unit, slot: str) -> bool:
    """Is something still to be sent that will stand for this slot?"""
    waiting = select(_TABLE.c.id).where(_TABLE.c.slot == slot, _TABLE.c.state == "due")
    return (await unit.conn.execute(waiting.limit(1))).first() is not None


async def without_overtaken(unit: Unit, errands: Sequence[Row]) -> list[Row]:
    """These errands without the new captions that a later caption or picture of the same message makes needless.

    A group takes 20 messages a minute: a card that changed five times meanwhile is changed once, to what it is now.
    """
    captions = [errand for errand in errands if errand.name == _CAPTION and errand.slot is not None]
    if not captions:
        return list(errands)
    newest = (
        select(_TABLE.c.slot, func.max(_TABLE.c.id).label("id"))
        .where(
            _TABLE.c.state == "due",
            _TABLE.c.slot.in_({errand.slot for errand in captions}),
            _TABLE.c.name.in_((_CAPTION, "editMessageMedia")),
        )
        .group_by(_TABLE.c.slot)
    )
    last = {row.slot: row.id for row in await unit.conn.execute(newest)}
    overtaken = {errand.id for errand in captions if errand.id < last[errand.slot]}
    await outbox.settle(unit, sorted(overtaken), "dropped", "overtaken")
    return [errand for errand in errands if errand.id not in overtaken]
