"""How does a case take a place, and give it back, so that there is never one too many?

The ledger has one row for each place taken; a counter beside it is raised by one UPDATE that asks for room itself, so
that of two processes only one can take the last place, on SQLite and on PostgreSQL (READ COMMITTED looks again at a row
that it had to wait for).
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select, update

from registration.quota import Pool
from storage.database import Unit
from storage.place_tables import PlaceCount, TakenPlace
from storage.tables import table_of

_PLACE = table_of(TakenPlace)
_COUNT = table_of(PlaceCount)


@dataclass(frozen=True, slots=True)
class Freed:
    """Where a place has come free."""

    window: str
    pool: str


async def lock(unit: Unit, window: str, pool: Pool) -> None:
    """Until this transaction ends nobody else takes from this pool or moves its waiting list."""
    await unit.insert_new(PlaceCount, [{"window": window, "pool": pool.key, "taken": 0}], conflict=["window", "pool"])
    await unit.conn.execute(_count_of(window, pool).with_for_update())


async def take(unit: Unit, case_id: int, window: str, pool: Pool, by: int | None) -> bool:
    """Take a place for a case; False when none is left. The caller holds the lock."""
    room = [] if pool.limit is None else [_COUNT.c.taken < pool.limit]
    raised = update(_COUNT).where(_COUNT.c.window == window, _COUNT.c.pool == pool.key, *room)
    if (await unit.conn.execute(raised.values(taken=_COUNT.c.taken + 1))).rowcount != 1:
        return False
    row = {"case_id": case_id, "window": window, "pool": pool.key, "taken_at": unit.now, "taken_by": by}
    await unit.conn.execute(_PLACE.insert().values(row))
    return True


async def give_back(unit: Unit, case_id: int, by: int | None) -> Freed | None:
    """Give back the place of a case; None when it has none."""
    ended = (
        update(_PLACE)
        .where(_PLACE.c.case_id == case_id, _PLACE.c.freed_at.is_(None))
        .values(freed_at=unit.now, freed_by=by)
        .returning(_PLACE.c.window, _PLACE.c.pool)
    )
    row = (await unit.conn.execute(ended)).first()
    if row is None:
        return None
    lowered = update(_COUNT).where(_COUNT.c.window == row.window, _COUNT.c.pool == row.pool)
    await unit.conn.execute(lowered.values(taken=_COUNT.c.taken - 1))
    return Freed(row.window, row.pool)


async def held(unit: Unit, case_id: int) -> str | None:
    """The key of the pool in which a case has its place; None when it has none."""
    found = select(_PLACE.c.pool).where(_PLACE.c.case_id == case_id, _PLACE.c.freed_at.is_(None))
    return (await unit.conn.execute(found)).scalar_one_or_none()


async def taken(unit: Unit, window: str, pool: Pool) -> int:
    """How many places of a pool are taken."""
    return int((await unit.conn.execute(_count_of(window, pool))).scalar_one_or_none() or 0)


def _count_of(window: str, pool: Pool) -> Select[Any]:
    return select(_COUNT.c.taken).where(_COUNT.c.window == window, _COUNT.c.pool == pool.key)
