"""Which cases wait for their workers, since when, and which notices of the end have arrived?"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String, and_, cast, exists, select, update

from registration.deadlines import Wait
from registration.lifecycle import State
from storage import marks
from storage.cases import Case
from storage.database import Unit
from storage.deadline_tables import CaseNotice
from storage.deadlines import STANDING
from storage.tables import Case as CaseTable
from storage.tables import Slot, table_of

_CASE, _NOTICE, _SLOT = table_of(CaseTable), table_of(CaseNotice), table_of(Slot)
KINDS = ("expiry_1", "expiry_2")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case that waits for its worker. `left_at`: when a notice left of which nobody knows that it has arrived."""

    case_id: int
    wait: Wait
    left_at: datetime | None


async def note_arrivals(unit: Unit) -> None:
    """Notices that have arrived since the last look count from now: never earlier than they were read."""
    slot = _NOTICE.c.kind + ":" + cast(_NOTICE.c.case_id, String)
    arrived = and_(_NOTICE.c.told_at.is_(None), exists().where(_SLOT.c.name == slot))
    await unit.conn.execute(update(_NOTICE).where(arrived).values(told_at=unit.now))


async def waiting(unit: Unit, before: datetime, *, case_id: int | None = None) -> list[Waiting]:
    """Cases (or this one) that were sent back before a moment; what was told about an earlier wait does not count."""
    about = and_(_NOTICE.c.case_id == _CASE.c.id, _NOTICE.c.since == _CASE.c.since, _NOTICE.c.kind.in_(KINDS))
    columns = (_CASE.c.id, _CASE.c.since, _NOTICE.c.left_at, _NOTICE.c.told_at)
    statement = select(*columns).select_from(_CASE.outerjoin(_NOTICE, about))
    statement = statement.where(STANDING, _CASE.c.state == State.SENT_BACK, _CASE.c.since < before)
    if case_id is not None:
        statement = statement.where(_CASE.c.id == case_id)
    found: dict[int, Waiting] = {}
    for row in await unit.conn.execute(statement.order_by(_CASE.c.since, _CASE.c.id, _NOTICE.c.kind)):
        known = found.get(row.id, Waiting(row.id, Wait(row.since), None))
        told = known.wait.told if row.told_at is None else (*known.wait.told, row.told_at)
        left_at = row.left_at if row.left_at is not None and row.told_at is None else known.left_at
        found[row.id] = Waiting(row.id, Wait(row.since, told), left_at)
    return list(found.values())


def slot_of(case: Case, number: int) -> str:
    """What stands for a notice once it has arrived."""
    return f"{KINDS[number]}:{case.id}"


async def leave(unit: Unit, case: Case, number: int) -> None:
    """Write down that this notice leaves now."""
    await marks.empty_slot(unit, slot_of(case, number))
    row = {"case_id": case.id, "kind": KINDS[number], "since": case.since, "left_at": unit.now, "told_at": None}
    await unit.upsert(CaseNotice, [row], conflict=["case_id", "kind"])
