"""Which open cases have a card in their group, or one on its way there, and whose turn is it next?"""

from typing import Any

from sqlalchemy import Select, func, or_, select, update

from storage import cases
from storage.cases import Case
from storage.database import Unit
from storage.tables import Case as CaseTable
from storage.tables import table_of
from storage.waiting import Line, standing

_CASE = table_of(CaseTable)


async def put(unit: Unit, case_id: int, chat_id: int | None) -> None:
    """The card of this case stands in this group from now on, or soon will; None: nowhere."""
    await unit.conn.execute(update(_CASE).where(_CASE.c.id == case_id).values(card_chat=chat_id))


async def follow(unit: Unit, old_chat: int, new_chat: int) -> None:
    """A group got a new id."""
    await unit.conn.execute(update(_CASE).where(_CASE.c.card_chat == old_chat).values(card_chat=new_chat))


async def carded(unit: Unit, line: Line, chat_id: int) -> int:
    """How many cases of the line have their card in this group."""
    total = 0
    for agency in line.agencies:
        there = select(func.count()).select_from(_CASE).where(*standing(line, agency), _CASE.c.card_chat == chat_id)
        total += (await unit.conn.execute(there)).scalar_one()
    return total


async def without_card(unit: Unit, line: Line, chat_id: int, most: int) -> list[Case]:
    """The oldest `most` cases of the line that have no card in this group."""
    found: list[int] = []
    for agency in line.agencies:
        found += (await unit.conn.execute(of_agency(line, agency, chat_id, most))).scalars()
    return await cases.by_ids(unit, sorted(found)[:most])


def of_agency(line: Line, agency: str, chat_id: int, most: int) -> Select[Any]:
    """The part of them that is one agency's: ids, the oldest first."""
    elsewhere = or_(_CASE.c.card_chat.is_(None), _CASE.c.card_chat != chat_id)
    return select(_CASE.c.id).where(*standing(line, agency), elsewhere).order_by(_CASE.c.id).limit(most)
