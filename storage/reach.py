"""Whom can the bot write to, whom not, and where did they come from?"""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import func, select, text

from storage.database import Unit
from storage.keys import SealBroken
from storage.people import LOST
from storage.tables import Case as CaseTable
from storage.tables import Draft as DraftTable
from storage.tables import Person as PersonTable
from storage.tables import table_of

_PERSON = table_of(PersonTable)
_CASE = table_of(CaseTable)
_DRAFT = table_of(DraftTable)
_CHUNK = 400  # ids a statement


@dataclass(frozen=True, slots=True)
class Lost:
    """Somebody who cannot be written to, or wants no reminders; the code of their kelurahan, "" where none is known."""

    unreachable: bool
    kelurahan: str


async def totals(unit: Unit) -> tuple[int, int]:
    """How many people ever pressed Start, and how many of them asked to be reminded."""
    everybody = select(func.count()).select_from(_PERSON)
    asked_for = everybody.where(_PERSON.c.reminders == text("'on'"))
    known, asked = [(await unit.conn.execute(each)).scalar_one() for each in (everybody, asked_for)]
    return int(known), int(asked)


async def sources(unit: Unit) -> Counter[str]:
    """How many people came over each deep link; "" for those who came over none."""
    counted = select(_PERSON.c.source, func.count()).group_by(_PERSON.c.source)
    return Counter({row[0]: row[1] for row in await unit.conn.execute(counted)})


async def lost(unit: Unit, most: int) -> list[Lost]:
    """Those who are not reached, the newest first, at most so many: where they live must be unsealed one by one."""
    columns = (_PERSON.c.id, _PERSON.c.unreachable_at)
    rows = (await unit.conn.execute(select(*columns).where(LOST).order_by(_PERSON.c.id.desc()).limit(most))).all()
    ids = [row.id for row in rows]
    homes: dict[int, str] = {}
    for start in range(0, len(ids), _CHUNK):
        homes |= await _homes(unit, ids[start : start + _CHUNK])
    return [Lost(row.unreachable_at is not None, homes.get(row.id, "")) for row in rows]


async def _homes(unit: Unit, ids: list[int]) -> dict[int, str]:
    """The kelurahan of the form that is open, and before that of the newest case."""
    forms = select(_DRAFT.c.person_id, _DRAFT.c.id, _DRAFT.c.answers_sealed).where(
        _DRAFT.c.person_id.in_(ids), _DRAFT.c.state == "open"
    )
    cases = select(_CASE.c.person_id, _CASE.c.number, _CASE.c.answers_sealed).where(_CASE.c.person_id.in_(ids))
    found: dict[int, str] = {}
    for table, statement in (("draft", forms.order_by(_DRAFT.c.id)), ("case", cases.order_by(_CASE.c.id))):
        for person_id, name, sealed in await unit.conn.execute(statement):
            home = _kelurahan(unit, sealed, f"{table}:{name}")
            if home:
                found[person_id] = home
    return found


def _kelurahan(unit: Unit, sealed: bytes, about: str) -> str:
    try:
        answers = unit.unseal(sealed, about) or {}
    except SealBroken:
        return ""
    return str(answers.get("kelurahan") or answers.get("kecamatan") or "")
