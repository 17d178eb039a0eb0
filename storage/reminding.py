"""Which reminders have not left yet, and who wants none any more?"""

from datetime import timedelta

from sqlalchemy import ColumnElement, and_, delete, func, select, update

from storage import batches, headcount
from storage.database import Unit
from storage.outbox import Lane
from storage.reminder_tables import Reminder, ReminderWish
from storage.tables import Outbox, table_of
from storage.tables import Person as PersonTable

_OUTBOX = table_of(Outbox)
_REMINDER = table_of(Reminder)
_PERSON = table_of(PersonTable)


async def wish(unit: Unit, person_id: int, *, wanted: bool) -> None:
    """From now on somebody wants to be reminded, or not; each wish is kept, and what has not left does not leave."""
    values = {"person_id": person_id, "wanted": wanted, "at": unit.now}
    await unit.conn.execute(table_of(ReminderWish).insert().values(values))
    mine = _PERSON.c.id == person_id
    changed = update(_PERSON).where(mine).values(reminders="on" if wanted else "off", reminders_at=unit.now)
    telegram_id = (await unit.conn.execute(changed.returning(_PERSON.c.telegram_id))).scalar_one()
    headcount.changed(unit, person_id)
    if not wanted:
        await _drop(unit, _OUTBOX.c.chat_id == telegram_id, "the person wants no reminders")
        await batches.leave_out(unit, telegram_id)


async def wishes(unit: Unit, person_id: int) -> list[bool]:
    """What somebody said of reminders, in order."""
    table = table_of(ReminderWish)
    rows = select(table.c.wanted).where(table.c.person_id == person_id).order_by(table.c.id)
    return list((await unit.conn.execute(rows)).scalars())


async def take_back(unit: Unit, older: timedelta) -> None:
    """What was written so long ago and has not left is taken back: if it is still true later it is written again."""
    keys = await _drop(unit, _OUTBOX.c.created_at <= unit.now - older, "it did not leave in time")
    await unit.conn.execute(delete(_REMINDER).where(_REMINDER.c.outbox_key.in_(keys)))


async def waiting(unit: Unit, most: int) -> int:
    """How many reminders have not left yet; nobody counts beyond `most`."""
    some = select(_OUTBOX.c.id).where(_waiting()).limit(most).subquery()
    return int((await unit.conn.execute(select(func.count()).select_from(some))).scalar_one())


def _waiting() -> ColumnElement[bool]:
    lane = and_(_OUTBOX.c.kind == "call", _OUTBOX.c.lane == int(Lane.BROADCAST))
    return and_(_OUTBOX.c.state == "due", lane, _OUTBOX.c.key.like("reminder-%"))


async def _drop(unit: Unit, which: ColumnElement[bool], why: str) -> list[str]:
    over = {"state": "dropped", "body_sealed": b"", "error": why, "done_at": unit.now}
    dropped = update(_OUTBOX).where(_waiting(), which).values(over).returning(_OUTBOX.c.key)
    return list((await unit.conn.execute(dropped)).scalars())
