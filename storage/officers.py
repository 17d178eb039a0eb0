"""Who may decide in a staff group, and when did Telegram last confirm it?"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select

from registration.errors import Invalid
from registration.text import clean_line
from storage.database import Unit
from storage.tables import Officer as OfficerTable
from storage.tables import table_of

_TABLE = table_of(OfficerTable)
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Officer:
    """A member of a staff group. `role`: "member" or "supervisor" (administrators of the group)."""

    chat_id: int
    telegram_id: int
    name: str
    role: str
    checked_at: datetime


async def confirm(unit: Unit, chat_id: int, telegram_id: int, name: str, role: str) -> None:
    """Telegram says: this person is in this group now. Of the name only what is harmless on a card is kept."""
    name = _harmless(name)
    row = {
        "chat_id": chat_id,
        "telegram_id": telegram_id,
        "name_sealed": unit.seal(name, _about(chat_id, telegram_id)),
        "role": role,
        "checked_at": unit.now,
    }
    await unit.upsert(OfficerTable, [row], conflict=["chat_id", "telegram_id"])


async def wrote(unit: Unit, chat_id: int, telegram_id: int, name: str) -> None:
    """This person has written in the group, so they are in it now. Of their rank it says nothing: that stays as known,
    and as old, for a supervisor."""
    known = await find(unit, chat_id, telegram_id)
    if known is None or known.role == "member":
        await confirm(unit, chat_id, telegram_id, name, "member")


async def remove(unit: Unit, chat_id: int, telegram_id: int) -> None:
    """Telegram says: this person is not in this group any more."""
    await unit.conn.execute(delete(_TABLE).where(_TABLE.c.chat_id == chat_id, _TABLE.c.telegram_id == telegram_id))


async def find(unit: Unit, chat_id: int, telegram_id: int) -> Officer | None:
    """What is known of this person in this group."""
    statement = select(_TABLE).where(_TABLE.c.chat_id == chat_id, _TABLE.c.telegram_id == telegram_id)
    row = (await unit.conn.execute(statement)).first()
    return None if row is None else _officer(unit, row)


async def of_chat(unit: Unit, chat_id: int) -> list[Officer]:
    """Everybody whom Telegram has confirmed in this group and who has not left it since."""
    rows = await unit.conn.execute(select(_TABLE).where(_TABLE.c.chat_id == chat_id).order_by(_TABLE.c.telegram_id))
    return [_officer(unit, row) for row in rows]


def _officer(unit: Unit, row: Row[Any]) -> Officer:
    name = unit.unseal(row.name_sealed, _about(row.chat_id, row.telegram_id))
    return Officer(row.chat_id, row.telegram_id, name, row.role, row.checked_at)


async def known_anywhere(unit: Unit) -> set[int]:
    """The Telegram ids of the officers of all groups."""
    return set((await unit.conn.execute(select(_TABLE.c.telegram_id))).scalars())


def _harmless(name: str) -> str:
    """One line without invisible signs; Telegram lets people write anything into their name."""
    try:
        return clean_line(name[:_LONGEST_NAME], _LONGEST_NAME) or "–"
    except Invalid:  # composed letters may come apart into more
        return "–"


def _about(chat_id: int, telegram_id: int) -> str:
    return f"officer:{chat_id}:{telegram_id}"


async def any_name(unit: Unit, telegram_id: int) -> str | None:
    """The name of a person in any staff group."""
    row = (await unit.conn.execute(select(_TABLE).where(_TABLE.c.telegram_id == telegram_id))).first()
    return unit.unseal(row.name_sealed, _about(row.chat_id, telegram_id)) if row else None
