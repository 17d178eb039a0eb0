"""Which cases have waited too long for staff, and which workers have not heard of it yet?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, TextClause, and_, exists, func, or_, select, text

from registration.lifecycle import DECIDABLE, State
from storage import cases
from storage.cases import Case
from storage.database import Unit
from storage.deadline_tables import CaseNotice
from storage.tables import Case as CaseTable
from storage.tables import table_of

_CASE, _NOTICE = table_of(CaseTable), table_of(CaseNotice)
# Written as the index `case_since` is: only then is it used.
STANDING = text("state IN ('waiting', 'claimed', 'sent_back', 'objected')")
LATE = "late"


@dataclass(frozen=True, slots=True)
class Late:
    """How many cases wait since before a moment, and the oldest of them."""

    count: int
    oldest: list[Case]


async def late(
    unit: Unit,
    agencies: Collection[str],
    today: date,
    before: datetime,
    most: int = 0,
    states: Collection[State] = DECIDABLE,
) -> Late:
    """What waits for the officers of these agencies since before a moment; what is put aside does not count."""
    hold = _CASE.c.hold_until
    which = [*_open_since(before, states), _CASE.c.agency.in_(agencies), or_(hold.is_(None), hold <= today)]
    count = (await unit.conn.execute(select(func.count()).select_from(_CASE).where(*which))).scalar_one()
    first = select(_CASE.c.id).where(*which).order_by(_CASE.c.since, _CASE.c.id).limit(most)
    return Late(count, await cases.by_ids(unit, (await unit.conn.execute(first)).scalars().all()) if most else [])


async def untold(unit: Unit, before: datetime, most: int) -> list[int]:
    """Cases that wait for staff since before a moment and whose workers have not heard that it takes longer."""
    return list((await unit.conn.execute(untold_statement(before, most))).scalars())


def untold_statement(before: datetime, most: int) -> Select[Any]:
    """How they are found, the oldest wait first."""
    told = exists().where(_about(LATE))
    return select(_CASE.c.id).where(*_open_since(before, DECIDABLE), ~told).order_by(_CASE.c.since).limit(most)


def _open_since(before: datetime, states: Collection[State]) -> list[ColumnElement[bool] | TextClause]:
    return [STANDING, _CASE.c.state.in_(sorted(states)), _CASE.c.since <= before]


def _about(kind: str) -> ColumnElement[bool]:
    """The notice of a kind about the present wait of a case; of an earlier wait none counts."""
    return and_(_NOTICE.c.case_id == _CASE.c.id, _NOTICE.c.kind == kind, _NOTICE.c.since == _CASE.c.since)


async def tell_late(unit: Unit, case: Case) -> bool:
    """Write down that the worker is told of the present wait now; False: that was told before."""
    same = select(_NOTICE.c.since).where(_NOTICE.c.case_id == case.id, _NOTICE.c.kind == LATE)
    if (await unit.conn.execute(same)).scalar_one_or_none() == case.since:
        return False
    row = {"case_id": case.id, "kind": LATE, "since": case.since, "left_at": unit.now, "told_at": unit.now}
    await unit.upsert(CaseNotice, [row], conflict=["case_id", "kind"])
    return True
