"""How many people stand where, kept up with every change so that nobody has to count them?"""

import json
from collections import Counter
from collections.abc import Collection

from sqlalchemy import delete, func, insert, select

from storage.cells import Cell, cells_of, read, written
from storage.database import Unit
from storage.headcount_tables import Counted, Tally
from storage.tables import Person as PersonTable
from storage.tables import table_of

_COUNTED = table_of(Counted)
_TALLY = table_of(Tally)
_PERSON = table_of(PersonTable)
_FEW = 200  # rows that may be summed by whoever reads


def changed(unit: Unit, person_id: int) -> None:
    """Something of this person is new that is counted; they are counted again before the commit."""
    unit.closing.setdefault(recount, set()).add(person_id)


async def recount(unit: Unit, ids: Collection[int]) -> int:
    """Count these people as they stand now; how many had been counted elsewhere.

    Locks them in order of their ids. Whoever changes one of them too waits, and then sees what was committed here.
    """
    order = sorted(ids)
    before = await _locked(unit, order)
    now = await cells_of(unit, order)
    moved = [each for each in order if now[each] != before[each]]
    if moved:
        rows = [{"person_id": each, "cells": written(now[each])} for each in moved]
        await unit.upsert(Counted, rows, conflict=["person_id"])
        change = Counter(cell for each in moved for cell in now[each])
        change.subtract(cell for each in moved for cell in before[each])
        await _add(unit, change)
    return sum(1 for each in moved if before[each])


async def _locked(unit: Unit, ids: list[int]) -> dict[int, list[Cell]]:
    mine = select(_COUNTED.c.person_id, _COUNTED.c.cells).where(_COUNTED.c.person_id.in_(ids))
    mine = mine.order_by(_COUNTED.c.person_id).with_for_update()
    found = {row.person_id: read(row.cells) for row in await unit.conn.execute(mine)}
    if len(found) < len(ids):
        new = [{"person_id": each, "cells": ""} for each in ids if each not in found]
        await unit.insert_new(Counted, new, conflict=["person_id"])
        found = {row.person_id: read(row.cells) for row in await unit.conn.execute(mine)}
    return found


async def _add(unit: Unit, change: Counter[Cell]) -> None:
    rows = [
        {"book": book, "cell": json.dumps(cell), "change": number}
        for (book, *cell), number in sorted(change.items())
        if number
    ]
    if rows:
        await unit.conn.execute(insert(_TALLY), rows)


async def books(unit: Unit, *names: str) -> dict[str, Counter[Cell]]:
    """How many people are in each cell of these books, with all that this transaction changed."""
    if waiting := unit.closing.pop(recount, None):
        await recount(unit, waiting)
    summed = select(_TALLY.c.book, _TALLY.c.cell, func.sum(_TALLY.c.change)).where(_TALLY.c.book.in_(names))
    found: dict[str, Counter[Cell]] = {name: Counter() for name in names}
    for book, cell, number in await unit.conn.execute(summed.group_by(_TALLY.c.book, _TALLY.c.cell)):
        if number:
            found[book][tuple(json.loads(cell))] = int(number)
    return found


async def fold(unit: Unit) -> None:
    """Make one row of all rows of a cell, once there are many more rows than cells."""
    sizes = select(func.count()).select_from(_TALLY).group_by(_TALLY.c.book, _TALLY.c.cell)
    rows = list((await unit.conn.execute(sizes)).scalars())
    if sum(rows) - len(rows) <= _FEW:
        return
    gone = await unit.conn.execute(delete(_TALLY).returning(_TALLY.c.book, _TALLY.c.cell, _TALLY.c.change))
    change: Counter[Cell] = Counter()
    for book, cell, number in gone:
        change[(book, *json.loads(cell))] += number
    await _add(unit, change)


async def step(unit: Unit, after: int, most: int) -> tuple[int, int]:
    """Recount the next people above `after`, at most `most`: the last of them (0: none left), how many were wrong."""
    people = select(_PERSON.c.id).where(_PERSON.c.id > after).order_by(_PERSON.c.id).limit(most)
    ids = list((await unit.conn.execute(people)).scalars())
    if not ids:
        return 0, 0
    return ids[-1], await recount(unit, ids)
