"""How is the database of a city filled: a thousand cases a transaction, all tables?"""

import random
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, text
from sqlmodel import SQLModel

from bench.desk import rows
from bench.desk.city import City
from registration.lifecycle import State
from registration.quota import Way
from storage.database import Database, Unit
from storage.deadline_tables import CaseNotice
from storage.headcount_tables import DecisionCount
from storage.page_tables import DocumentReading, Fingerprint, LookAlike, StoredFile
from storage.place_tables import PlaceCount, TakenPlace
from storage.search_tables import CaseTerm, NotDouble
from storage.tables import Case, Consent, Counter, Draft, History, Inbox, Judgement, Outbox, Person, Slot, table_of

_STEP = 1000
_WITH_IDS: tuple[type[SQLModel], ...] = (
    Person, Consent, Draft, StoredFile, Case, History, DocumentReading, TakenPlace, Outbox, Inbox,
)  # fmt: skip
_TABLES = (*_WITH_IDS, DecisionCount, CaseTerm, Judgement, Fingerprint, Slot, CaseNotice, LookAlike, NotDouble)


async def fill(db: Database, city: City) -> None:
    """All tables, a thousand cases a transaction."""
    for start in range(1, city.count + 1, _STEP):
        numbers = range(start, min(start + _STEP, city.count + 1))
        async with db.unit(city.now) as unit:
            for model, found in _gathered(unit, city, numbers).items():
                await unit.conn.execute(insert(table_of(model)), found)
    async with db.unit(city.now) as unit:
        await _count(unit, city)
    if not db.is_sqlite:
        await _settle_down(db, city.now)


def _gathered(unit: Unit, city: City, numbers: range) -> dict[type[SQLModel], list[dict[str, Any]]]:
    found: dict[type[SQLModel], list[dict[str, Any]]] = {}
    for number in numbers:
        dice = random.Random(number)
        for model, row in rows.of_case(unit, city, number, dice):
            found.setdefault(model, []).append(row)
    return {model: found[model] for model in _TABLES if model in found}


async def _count(unit: Unit, city: City) -> None:
    approved = sum(city.state(number) is State.APPROVED for number in range(1, city.count + 1))
    place = {"window": rows.WINDOW, "pool": str(Way.POOL), "taken": approved}
    await unit.conn.execute(insert(table_of(PlaceCount)), [place])
    last = [("case serial 2025", city.count), (f"queue {rows.WINDOW}", city.count), ("fingerprint", city.count)]
    await unit.conn.execute(insert(table_of(Counter)), [{"name": name, "value": value} for name, value in last])


async def _settle_down(db: Database, now: datetime) -> None:
    """What PostgreSQL does by itself within minutes: sequences beyond our ids, figures for its planner."""
    async with db.unit(now) as unit:
        for table in map(table_of, _WITH_IDS):
            newest = select(func.coalesce(func.max(table.c.id), 1)).scalar_subquery()
            await unit.conn.execute(select(func.setval(func.pg_get_serial_sequence(f'"{table.name}"', "id"), newest)))
    async with db.engine.connect() as conn:
        alone = await conn.execution_options(isolation_level="AUTOCOMMIT")
        await alone.execute(text("VACUUM ANALYZE"))
