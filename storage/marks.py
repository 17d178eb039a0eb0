"""Which small facts are remembered: message slots, counters, moved chats?"""

from dataclasses import dataclass

from sqlalchemy import delete, select, update

from storage.database import Unit
from storage.tables import ChatMove, Counter, Slot, table_of

_SLOT = table_of(Slot)
_COUNTER = table_of(Counter)
_MOVE = table_of(ChatMove)


@dataclass(frozen=True, slots=True)
class Place:
    """A message in a chat."""

    chat_id: int
    message_id: int


async def place_of(unit: Unit, slot: str) -> Place | None:
    """The message that stands for `slot` now."""
    row = (await unit.conn.execute(select(_SLOT.c.chat_id, _SLOT.c.message_id).where(_SLOT.c.name == slot))).first()
    return Place(row.chat_id, row.message_id) if row else None


async def slot_at(unit: Unit, chat_id: int, message_id: int) -> str | None:
    """Which slot this message stands for."""
    statement = select(_SLOT.c.name).where(_SLOT.c.chat_id == chat_id, _SLOT.c.message_id == message_id)
    return (await unit.conn.execute(statement)).scalars().first()


async def fill_slots(unit: Unit, rows: list[tuple[str, int, int]]) -> None:
    """(slot, chat, message): from now on these messages stand for these slots."""
    latest = {name: {"name": name, "chat_id": chat, "message_id": message} for name, chat, message in rows}
    if latest:
        await unit.upsert(Slot, list(latest.values()), conflict=["name"])


async def empty_slot(unit: Unit, slot: str) -> None:
    """No message stands for this slot any more."""
    await unit.conn.execute(delete(_SLOT).where(_SLOT.c.name == slot))


async def empty_chat(unit: Unit, chat_id: int) -> list[str]:
    """Forget every message of a chat (its ids died with it); the slots that were there."""
    gone = await unit.conn.execute(delete(_SLOT).where(_SLOT.c.chat_id == chat_id).returning(_SLOT.c.name))
    return sorted(gone.scalars())


async def count_up(unit: Unit, name: str) -> int:
    """The next number of a named counter, beginning with 1; never given twice."""
    await unit.insert_new(Counter, [{"name": name, "value": 0}], conflict=["name"])
    statement = update(_COUNTER).where(_COUNTER.c.name == name).values(value=_COUNTER.c.value + 1)
    return int((await unit.conn.execute(statement.returning(_COUNTER.c.value))).scalar_one())


async def set_number(unit: Unit, name: str, value: int) -> None:
    """Remember a number."""
    await unit.upsert(Counter, [{"name": name, "value": value}], conflict=["name"])


async def number(unit: Unit, name: str) -> int | None:
    """A remembered number."""
    return (await unit.conn.execute(select(_COUNTER.c.value).where(_COUNTER.c.name == name))).scalar_one_or_none()


async def remember_move(unit: Unit, old_chat: int, new_chat: int) -> None:
    """A group got a new id; earlier moves to the old id now lead to the new one too."""
    await unit.conn.execute(update(_MOVE).where(_MOVE.c.new_id == old_chat).values(new_id=new_chat))
    await unit.upsert(ChatMove, [{"old_id": old_chat, "new_id": new_chat}], conflict=["old_id"])


async def moved(unit: Unit, chat_id: int) -> int:
    """The present id of a chat that may have moved."""
    found = (await unit.conn.execute(select(_MOVE.c.new_id).where(_MOVE.c.old_id == chat_id))).scalar_one_or_none()
    return int(found) if found is not None else chat_id
