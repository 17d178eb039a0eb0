"""Which cases stand on the list that the city hands on?"""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select

from storage.database import Unit
from storage.tables import Case, table_of

_CASE = table_of(Case)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Cases in one state of one window, decided by these agencies (None: by any)."""

    window: str
    state: str
    agencies: Collection[str] | None = None


async def count(unit: Unit, chosen: Chosen, most: int) -> int:
    """How many they are, counted up to `most`; of the cases no more is read than an index has."""
    some = select(_CASE.c.window).where(*_fits(chosen)).limit(most).subquery()
    return int((await unit.conn.execute(select(func.count()).select_from(some))).scalar_one())


async def ids(unit: Unit, chosen: Chosen) -> list[int]:
    """Their ids, the case that was sent first in front."""
    return list((await unit.conn.execute(select(_CASE.c.id).where(*_fits(chosen)).order_by(_CASE.c.id))).scalars())


def _fits(chosen: Chosen) -> list[ColumnElement[bool]]:
    conditions = [_CASE.c.window == chosen.window, _CASE.c.state == chosen.state]
    if chosen.agencies is not None:
        conditions.append(_CASE.c.agency.in_(list(chosen.agencies)))
    return conditions
