"""Who is next: which number has a complete file in the queue, and who stands where on the waiting list?

The rule: whose file was complete first is served first (the queue number), of equals the older case.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, text, true, update

from registration.lifecycle import OPEN, State
from registration.quota import Pool, Way
from storage import cases, marks
from storage.cases import Case
from storage.database import Unit
from storage.drafts import Overtaken
from storage.tables import Case as CaseTable
from storage.tables import table_of

_CASE = table_of(CaseTable)
# Written as the index `case_waiting_list` is: only then is it used.
LISTED = text("state = 'waitlisted'")
_UNDER_REVIEW = (*sorted(OPEN), State.SENT_BACK)


async def give_number(unit: Unit, case: Case) -> Case:
    """The case with its queue number, given now if it has none; within a window no number is given twice."""
    if case.queue_number is not None:
        return case
    number = await marks.count_up(unit, f"queue {case.window}")
    without = update(_CASE).where(_CASE.c.id == case.id, _CASE.c.queue_number.is_(None))
    if (await unit.conn.execute(without.values(queue_number=number))).rowcount != 1:
        raise Overtaken
    return replace(case, queue_number=number)


async def give_missing_numbers(unit: Unit, is_complete: Callable[[Mapping[str, Any]], bool]) -> int:
    """Give one to every case under review whose file is complete, oldest first; how many had none.

    For cases sent before there were numbers, and for a file of rules that wants fewer papers than before.
    """
    without = select(_CASE.c.id).where(_CASE.c.state.in_(_UNDER_REVIEW), _CASE.c.queue_number.is_(None))
    count = 0
    for case_id in (await unit.conn.execute(without.order_by(_CASE.c.id))).scalars().all():
        case = await cases.get(unit, case_id)
        if case is not None and is_complete(case.answers):
            await give_number(unit, case)
            count += 1
    return count


async def is_anybody_before(unit: Unit, case: Case, pool: Pool) -> bool:
    """Does somebody on the waiting list of this pool come before this case?"""
    return (await unit.conn.execute(ahead(case, pool).limit(1))).first() is not None


async def waiting_number(unit: Unit, case: Case, pool: Pool) -> int:
    """The place of a case on the waiting list of its pool, beginning with 1."""
    counted = select(func.count()).select_from(ahead(case, pool).subquery())
    return int((await unit.conn.execute(counted)).scalar_one()) + 1


def ahead(case: Case, pool: Pool) -> Select[Any]:
    """Who stands on the waiting list before this case."""
    return select(_CASE.c.id).where(_listed(case.window, pool), _before(case))


async def next_waiting(unit: Unit, window: str, pool: Pool) -> int | None:
    """The case whose turn it is when a place of this pool is free."""
    first = select(_CASE.c.id).where(_listed(window, pool)).order_by(_CASE.c.queue_number, _CASE.c.id).limit(1)
    return (await unit.conn.execute(first)).scalar_one_or_none()


def _listed(window: str, pool: Pool) -> ColumnElement[bool]:
    return and_(_CASE.c.window == window, LISTED, in_pool(pool))


def _before(case: Case) -> ColumnElement[bool]:
    earlier = _CASE.c.queue_number < case.queue_number
    return or_(earlier, and_(_CASE.c.queue_number == case.queue_number, _CASE.c.id < case.id))


def in_pool(pool: Pool) -> ColumnElement[bool]:
    """Does the place of a case lie in this pool?"""
    kind = pool.key.partition(":")[0]
    if kind == Way.POOL:
        return true()
    return (_CASE.c.sector if kind == Way.SECTOR else _CASE.c.agency) == pool.member
