"""Which cases wait for an officer, the oldest first, a page at a time?

Pages are found by the id of a neighbour, never by counting rows off, so the last page costs what the first does.
Cases are numbered in the order in which they were sent.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, TextClause, func, or_, select, text

from storage import cases
from storage.cases import Case
from storage.database import Unit
from storage.tables import Case as CaseTable
from storage.tables import table_of

MOST_COUNTED = 5000
_CASE = table_of(CaseTable)
# Written as the indexes `case_open` and `case_held` are: only then are they used.
_OPEN = text("state IN ('waiting', 'claimed', 'objected')")
_HELD = text("hold_until IS NOT NULL")


@dataclass(frozen=True, slots=True)
class Line:
    """Who stands in the queue: what these agencies have to decide, or (`held`) what they put aside beyond `today`."""

    agencies: Collection[str]
    today: date
    held: bool = False


async def page(unit: Unit, line: Line, most: int, *, after: int = 0, before: int | None = None) -> list[Case]:
    """The `most` cases that follow case `after`, or else come directly before case `before`, the oldest first.

    Asked for agency by agency: each answer is read from the index in order, where all at once would have to be sorted.
    """
    found: list[int] = []
    for agency in line.agencies:
        found += (await unit.conn.execute(of_agency(line, agency, most, after=after, before=before))).scalars()
    found.sort(reverse=before is not None)
    return await cases.by_ids(unit, sorted(found[:most]))


def of_agency(line: Line, agency: str, most: int, *, after: int = 0, before: int | None = None) -> Select[Any]:
    """The part of a page that is one agency's: ids, the nearest first."""
    there = _CASE.c.id > after if before is None else _CASE.c.id < before
    order = _CASE.c.id if before is None else _CASE.c.id.desc()
    return select(_CASE.c.id).where(*standing(line, agency), there).order_by(order).limit(most)


async def count(unit: Unit, line: Line) -> int:
    """How many stand there in all; nobody counts further than to `MOST_COUNTED` + 1."""
    total = 0
    for agency in line.agencies:
        left = MOST_COUNTED + 1 - total
        some = select(_CASE.c.id).where(*standing(line, agency)).limit(left).subquery()
        total += (await unit.conn.execute(select(func.count()).select_from(some))).scalar_one()
    return total


def standing(line: Line, agency: str) -> list[ColumnElement[bool] | TextClause]:
    """Who of one agency stands in a line, as conditions."""
    hold = _CASE.c.hold_until
    if line.held:
        return [_HELD, hold > line.today, _CASE.c.agency == agency]
    return [_OPEN, or_(hold.is_(None), hold <= line.today), _CASE.c.agency == agency]
