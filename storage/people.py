"""Who writes to us, and which form are they filling?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, bindparam, select, update

from storage import headcount
from storage.database import Unit
from storage.drafts import DRAFT_COLUMNS, Draft, draft_of
from storage.tables import Draft as DraftTable
from storage.tables import Person as PersonTable
from storage.tables import table_of

_PERSON = table_of(PersonTable)
_DRAFT = table_of(DraftTable)
_PERSON_COLUMNS = (
    _PERSON.c.id,
    _PERSON.c.telegram_id,
    _PERSON.c.source,
    _PERSON.c.unreachable_at,
    _PERSON.c.awaiting_sealed,
    _PERSON.c.active_at,
    _PERSON.c.reminders,
)
_TO_A_MINUTE = timedelta(minutes=1)  # of everybody's last activity is known no more, so that it is seldom written
# One statement for the hot path: whoever answers is read together with the form being filled.
_WITH_DRAFT = (
    select(
        *(column.label(f"p_{column.name}") for column in _PERSON_COLUMNS),
        *(column.label(f"d_{column.name}") for column in DRAFT_COLUMNS),
    )
    .select_from(_PERSON.outerjoin(_DRAFT, (_DRAFT.c.id == _PERSON.c.draft_id) & (_DRAFT.c.state == "open")))
    .where(_PERSON.c.telegram_id == bindparam("telegram_id"))
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody known by a Telegram id. `awaiting`: what their next words are meant for, when that is no form.

    `reminders`: "on", "off", or "" where nothing was said of them.
    """

    id: int
    telegram_id: int
    source: str
    unreachable: bool
    awaiting: dict[str, Any] | None = None
    active_at: datetime | None = None
    reminders: str = ""


async def meet(unit: Unit, telegram_id: int) -> tuple[Person, Draft | None]:
    """The person (made now when new) and the form being filled, if any. Who writes is reachable again."""
    row = (await unit.conn.execute(_WITH_DRAFT, {"telegram_id": telegram_id})).first()
    if row is None:
        await unit.insert_new(
            PersonTable,
            [{"telegram_id": telegram_id, "source": "", "awaiting_sealed": b"", "created_at": unit.now}],
            conflict=["telegram_id"],
        )
        row = (await unit.conn.execute(_WITH_DRAFT, {"telegram_id": telegram_id})).one()
        headcount.changed(unit, row.p_id)
    person = _person(unit, row)
    if person.unreachable:
        await _set_counted(unit, telegram_id, unreachable_at=None)
    return person, draft_of(unit, row, "d_") if row.d_id is not None else None


async def by_id(unit: Unit, person_id: int) -> Person:
    """The person of this id."""
    columns = (column.label(f"p_{column.name}") for column in _PERSON_COLUMNS)
    return _person(unit, (await unit.conn.execute(select(*columns).where(_PERSON.c.id == person_id))).one())


async def is_reachable(unit: Unit, telegram_id: int) -> bool:
    """Has this person started the bot, and not blocked it since?"""
    found = select(_PERSON.c.id).where(_PERSON.c.telegram_id == telegram_id, _PERSON.c.unreachable_at.is_(None))
    return (await unit.conn.execute(found)).first() is not None


def may_be_written_to() -> ColumnElement[bool]:
    """For the WHERE of a statement over people: may they get what they did not ask for?"""
    return and_(_PERSON.c.unreachable_at.is_(None), _PERSON.c.reminders != "off")


async def is_here(unit: Unit, person: Person) -> None:
    """Somebody writes or presses now; written at most once a minute."""
    if person.active_at is None or unit.now - person.active_at >= _TO_A_MINUTE:
        await _set(unit, person.telegram_id, active_at=unit.now)


async def came_from(unit: Unit, telegram_id: int, source: str) -> None:
    """Remember the deep link that brought this person."""
    await _set_counted(unit, telegram_id, source=source)


async def fill(unit: Unit, person_id: int, draft_id: int | None) -> None:
    """This person now fills this form (none: no form)."""
    await unit.conn.execute(update(_PERSON).where(_PERSON.c.id == person_id).values(draft_id=draft_id))


async def await_words(unit: Unit, person: Person, awaiting: Mapping[str, Any] | None) -> Person:
    """The next words of this person are meant for this (None: for their form again); the person as it is now."""
    about = dict(awaiting) if awaiting is not None else None
    sealed = unit.seal(about, _about(person.telegram_id)) if about is not None else b""
    await _set(unit, person.telegram_id, awaiting_sealed=sealed)
    return replace(person, awaiting=about)


async def mark_unreachable(unit: Unit, telegram_id: int) -> None:
    """The person has blocked the bot or is gone. Not the same as having opted out."""
    await _set_counted(unit, telegram_id, unreachable_at=unit.now)


async def _set_counted(unit: Unit, telegram_id: int, **values: Any) -> None:
    """What is changed here is counted."""
    mine = update(_PERSON).where(_PERSON.c.telegram_id == telegram_id).values(**values).returning(_PERSON.c.id)
    for person_id in (await unit.conn.execute(mine)).scalars():
        headcount.changed(unit, person_id)


async def _set(unit: Unit, telegram_id: int, **values: Any) -> None:
    await unit.conn.execute(update(_PERSON).where(_PERSON.c.telegram_id == telegram_id).values(**values))


def _person(unit: Unit, row: Row[Any]) -> Person:
    unreachable = row.p_unreachable_at is not None
    awaiting = unit.unseal(row.p_awaiting_sealed, _about(row.p_telegram_id))
    return Person(row.p_id, row.p_telegram_id, row.p_source, unreachable, awaiting, row.p_active_at, row.p_reminders)


def _about(telegram_id: int) -> str:
    return f"person:{telegram_id}"
