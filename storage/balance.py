"""Do cases, ledger and counters of places agree, and how many cases stand where?"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, insert, literal, or_, select, update

from registration.lifecycle import OPEN, State
from registration.quota import Way
from storage import cells, headcount
from storage.database import Unit
from storage.place_tables import PlaceCount, TakenPlace
from storage.queue import LISTED
from storage.tables import Case, History, UtcDateTime, table_of

_CASE = table_of(Case)
_PLACE = table_of(TakenPlace)
_COUNT = table_of(PlaceCount)
_STEP = table_of(History)
_HELD = _CASE.outerjoin(_PLACE, and_(_PLACE.c.case_id == _CASE.c.id, _PLACE.c.freed_at.is_(None)))


@dataclass(frozen=True, slots=True)
class Group:
    """So many cases of one sector, agency and state."""

    sector: str
    agency: str
    state: str
    count: int


async def align(unit: Unit, way: Way) -> int:
    """Give every approved case its place in the pool where it belongs; how many had none, or one elsewhere.

    For cases approved before there was a ledger, and for a file that divides the places anew. An approval stands, so
    this may fill a pool beyond its limit; until it is below again nobody else gets a place. A case that its worker
    changed after approval keeps its place where it is until it is decided again.
    """
    await unit.conn.execute(select(_COUNT).with_for_update())
    pool = _pool_of_case(way)
    elsewhere = select(_PLACE.c.id).join(_CASE, _CASE.c.id == _PLACE.c.case_id)
    elsewhere = elsewhere.where(_PLACE.c.freed_at.is_(None), _PLACE.c.pool != pool, _CASE.c.state == State.APPROVED)
    await unit.conn.execute(update(_PLACE).where(_PLACE.c.id.in_(elsewhere)).values(freed_at=unit.now))
    columns = (_CASE.c.id, _CASE.c.window, pool, literal(unit.now, UtcDateTime()))
    without = select(*columns).select_from(_HELD).where(_CASE.c.state == State.APPROVED, _PLACE.c.id.is_(None))
    given = await unit.conn.execute(insert(_PLACE).from_select(["case_id", "window", "pool", "taken_at"], without))
    if given.rowcount:
        await _count_anew(unit)
    return given.rowcount


async def _count_anew(unit: Unit) -> None:
    await unit.conn.execute(update(_COUNT).values(taken=0))
    rows = [{"window": window, "pool": pool, "taken": taken} for (window, pool), taken in (await _held(unit)).items()]
    await unit.upsert(PlaceCount, rows, conflict=["window", "pool"])


async def _held(unit: Unit) -> dict[tuple[str, str], int]:
    """How many places of each window and pool the ledger says are taken."""
    keys = (_PLACE.c.window, _PLACE.c.pool)
    held = select(*keys, func.count().label("number")).where(_PLACE.c.freed_at.is_(None)).group_by(*keys)
    return {(row.window, row.pool): row.number for row in await unit.conn.execute(held)}


def _pool_of_case(way: Way) -> ColumnElement[str]:
    if way is Way.POOL:
        return literal(str(Way.POOL))
    return literal(f"{way}:") + (_CASE.c.sector if way is Way.SECTOR else _CASE.c.agency)


async def differences(unit: Unit) -> list[str]:
    """Where the books do not agree, in numbers alone; an empty list is what must be."""
    counted = {(row.window, row.pool): row.taken for row in await unit.conn.execute(select(_COUNT))}
    found = list(_unequal(await _held(unit), counted))
    without = select(_CASE.c.id).select_from(_HELD).where(_CASE.c.state == State.APPROVED, _PLACE.c.id.is_(None))
    found += [f"case {number}: approved without a place" for number in (await unit.conn.execute(without)).scalars()]
    holders = _PLACE.join(_CASE, _CASE.c.id == _PLACE.c.case_id)
    kept = and_(_CASE.c.state.in_((*OPEN, State.SENT_BACK)), _amended())
    entitled = or_(_CASE.c.state == State.APPROVED, kept)
    too_many = select(_CASE.c.id).select_from(holders).where(_PLACE.c.freed_at.is_(None), ~entitled)
    found += [f"case {number}: a place and not approved" for number in (await unit.conn.execute(too_many)).scalars()]
    return found


def _amended() -> ColumnElement[bool]:
    """Has the worker changed the case after it was approved?"""
    return select(_STEP.c.id).where(_STEP.c.case_id == _CASE.c.id, _STEP.c.move == "amend").exists()


def _unequal(in_ledger: dict[tuple[str, str], int], counted: dict[tuple[str, str], int]) -> Iterator[str]:
    for key in sorted(in_ledger.keys() | counted.keys()):
        if in_ledger.get(key, 0) != counted.get(key, 0):
            yield f"{key[0]} {key[1]}: ledger {in_ledger.get(key, 0)}, counter {counted.get(key, 0)}"


async def groups(unit: Unit, window: str) -> list[Group]:
    """How many cases of a window stand where; read from what is counted already."""
    book = cells.cases(window)
    found: Counter[tuple[str, str, str]] = Counter()
    for cell, people in (await headcount.books(unit, book))[book].items():
        for each in cells.standings(cell):
            found[each.sector, each.agency, each.state] += people
    return [Group(*where, number) for where, number in found.items()]


async def waiting_somewhere(unit: Unit, windows: Collection[str]) -> set[tuple[str, str, str]]:
    """(window, sector, agency) of all who are on a waiting list of these windows."""
    return {(row.window, row.sector, row.agency) for row in await unit.conn.execute(listed(windows))}


def listed(windows: Collection[str]) -> Select[Any]:
    """How they are found: without the windows, an index that begins with them would be read whole."""
    columns = (_CASE.c.window, _CASE.c.sector, _CASE.c.agency)
    return select(*columns).where(_CASE.c.window.in_(windows), LISTED).distinct()
