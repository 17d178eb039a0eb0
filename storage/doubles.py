"""Which cases may be a second registration of the same person, and of which did an officer say that they are not?"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import CompoundSelect, select, union_all

from registration.doubles import compared, telling_terms
from storage import cases, terms
from storage.cases import Case
from storage.database import Unit
from storage.search_tables import NotDouble
from storage.tables import table_of

_TABLE = table_of(NotDouble)
_MOST = 50  # more cannot be looked at anyway


async def candidates(unit: Unit, case: Case) -> list[Case]:
    """Other cases with the NIK, the phone, or the birth date and a word of the name; the newest, newest first."""
    found = await terms.with_any(unit, telling_terms(case.answers), _MOST + 1)
    return await cases.by_ids(unit, [number for number in found if number != case.id])


async def dismiss(unit: Unit, case: Case, other: Case, officer_id: int) -> None:
    """An officer compared both: not one person, as long as what was compared stays the same."""
    first, second = _ordered(case, other)
    row = {"first_id": first.id, "second_id": second.id, "data": _data(unit, case, other)}
    row |= {"officer_id": officer_id, "at": unit.now}
    await unit.upsert(NotDouble, [row], conflict=["first_id", "second_id"])


async def without_dismissed(unit: Unit, case: Case, others: Sequence[Case]) -> list[Case]:
    """Those of the others of which nobody has said so yet."""
    rows = await unit.conn.execute(dismissed(case.id))
    said = {(row.first_id, row.second_id): row.data for row in rows}
    return [
        other
        for other in others
        if said.get((min(case.id, other.id), max(case.id, other.id))) != _data(unit, case, other)
    ]


def dismissed(case_id: int) -> CompoundSelect[Any]:
    """All pairs that this case is one of, each side from its own index."""
    return union_all(*(select(_TABLE).where(side == case_id) for side in (_TABLE.c.first_id, _TABLE.c.second_id)))


def _ordered(case: Case, other: Case) -> tuple[Case, Case]:
    return (case, other) if case.id < other.id else (other, case)


def _data(unit: Unit, case: Case, other: Case) -> bytes:
    first, second = _ordered(case, other)
    return unit.ring.index(compared(first.answers) + compared(second.answers), "not double")
