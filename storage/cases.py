"""How is a case kept, found, and changed by one person at a time?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, select, text, update
from sqlalchemy.exc import NoResultFound

from registration.finding import terms_of
from registration.lifecycle import OPEN
from storage import headcount, terms
from storage.database import Unit
from storage.history import Step as Step
from storage.history import changes as changes
from storage.history import history as history
from storage.history import write_history as write_history
from storage.tables import Case as CaseTable
from storage.tables import table_of

_TABLE = table_of(CaseTable)
# The NIK is this case's alone. As in its index: of "nik_live = 1" SQLite does not see that it is the same.
NIK_LIVE = text('"case".nik_live')


@dataclass(frozen=True, slots=True)
class Case:
    """One person's registration in one window.

    `review`: what an officer is putting together; `hints`: what a machine saw; `changed`: what the worker mended last;
    `hold_until`: before this day of the city it is put aside; `card_chat`: where its card stands, or soon will.
    `since`: when it came to those who have it now: to staff, back to its worker, to its end.
    """

    id: int
    number: str
    person_id: int
    draft_id: int
    window: str
    sector: str
    agency: str
    state: str
    revision: int
    answers: dict[str, Any]
    unique: bool
    rules_version: str
    officer_id: int | None
    claimed_at: datetime | None
    review: dict[str, Any]
    hints: dict[str, Any]
    changed: tuple[str, ...]
    sent_at: datetime
    decided_at: datetime | None
    hold_until: date | None = None
    queue_number: int | None = None
    card_chat: int | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class NewCase:
    """What sending a form hands in."""

    number: str
    person_id: int
    draft_id: int
    window: str
    sector: str
    agency: str
    state: str
    answers: Mapping[str, Any]
    rules_version: str


async def create(unit: Unit, new: NewCase) -> Case:
    """Store a case. Where a live case of the same NIK and window exists, this one is stored as possibly double."""
    nik_index = unit.ring.index(str(new.answers["nik"]), "nik")
    row = {
        "number": new.number,
        "person_id": new.person_id,
        "draft_id": new.draft_id,
        "window": new.window,
        "sector": new.sector,
        "agency": new.agency,
        "state": new.state,
        "revision": 0,
        "answers_sealed": unit.seal(new.answers, f"case:{new.number}"),
        "nik_index": nik_index,
        "phone_index": unit.ring.index(str(new.answers.get("phone", "")), "phone"),
        "nik_live": True,
        "rules_version": new.rules_version,
        "review_sealed": b"",
        "hints_sealed": b"",
        "changed": "",
        "sent_at": unit.now,
        "since": unit.now,
        "updated_at": unit.now,
    }
    inserted = await _insert_unless_taken(unit, row)
    if inserted is None:
        inserted = await _insert_unless_taken(unit, {**row, "nik_live": False})
    if inserted is None:
        raise NoResultFound
    await terms.write(unit, inserted.id, terms_of(new.answers))
    headcount.changed(unit, new.person_id)
    return _case(unit, inserted)


async def _insert_unless_taken(unit: Unit, row: dict[str, Any]) -> Row[Any] | None:
    statement = unit.insert_or_skip(CaseTable).values(row).returning(_TABLE)
    inserted: Row[Any] | None = (await unit.conn.execute(statement)).first()
    return inserted


async def change(
    unit: Unit, case: Case, *, state: str | None = None, next_revision: bool = True, **values: Any
) -> Case | None:
    """Change a case if it still is what the caller saw (state, revision); None when it no longer is.

    A new revision makes every button shown before worthless; without one (`next_revision=False`) they stay good, for
    changes that alter nothing an officer decides upon: who has the case, which boxes are ticked. Whatever moves a case
    ends its hold.
    """
    answers = values.pop("answers", None)
    if answers is not None:
        values["answers_sealed"] = unit.seal(answers, f"case:{case.number}")
    if state is not None:
        values.setdefault("hold_until", None)
        if state != case.state and not {state, case.state} <= OPEN:
            values["since"] = unit.now
    for name in ("review", "hints"):
        if name in values:
            value = values.pop(name)
            values[f"{name}_sealed"] = unit.seal(value, f"case:{case.number}") if value else b""
    statement = (
        update(_TABLE)
        .where(_TABLE.c.id == case.id, _TABLE.c.state == case.state, _TABLE.c.revision == case.revision)
        .values(
            state=state or case.state,
            revision=case.revision + int(next_revision),
            updated_at=unit.now,
            **values,
        )
        .returning(_TABLE)
    )
    row = (await unit.conn.execute(statement)).first()
    if row is None:
        return None
    if answers is not None:
        await terms.write(unit, case.id, terms_of(answers))
    if answers is not None or (row.state, row.sector, row.agency) != (case.state, case.sector, case.agency):
        headcount.changed(unit, case.person_id)
    return _case(unit, row)


async def mend_nik(unit: Unit, case: Case, nik: str) -> bool:
    """Give a case its corrected NIK; False when another live case has it, so that this one is possibly double."""
    nik_index = unit.ring.index(nik, "nik")
    free = (await unit.conn.execute(with_nik(nik_index, case))).first() is None
    await unit.conn.execute(update(_TABLE).where(_TABLE.c.id == case.id).values(nik_index=nik_index, nik_live=free))
    return free


def with_nik(nik_index: bytes, but: Case) -> Select[tuple[int]]:
    """How the other live case of this window with this NIK is found."""
    here = (_TABLE.c.nik_index == nik_index, _TABLE.c.window == but.window, NIK_LIVE)
    return select(_TABLE.c.id).where(*here, _TABLE.c.id != but.id)


async def get(unit: Unit, case_id: int) -> Case | None:
    """The case of this id."""
    row = (await unit.conn.execute(select(_TABLE).where(_TABLE.c.id == case_id))).first()
    return _case(unit, row) if row else None


async def by_ids(unit: Unit, case_ids: Sequence[int]) -> list[Case]:
    """The cases of these ids, in this order."""
    rows = await unit.conn.execute(select(_TABLE).where(_TABLE.c.id.in_(case_ids)))
    found = {row.id: _case(unit, row) for row in rows}
    return [found[case_id] for case_id in case_ids if case_id in found]


async def by_number(unit: Unit, number: str) -> Case | None:
    """The case of this number."""
    row = (await unit.conn.execute(select(_TABLE).where(_TABLE.c.number == number))).first()
    return _case(unit, row) if row else None


async def of_person(unit: Unit, person_id: int) -> list[Case]:
    """All cases sent from one person's chat, newest first."""
    rows = await unit.conn.execute(select(_TABLE).where(_TABLE.c.person_id == person_id).order_by(_TABLE.c.id.desc()))
    return [_case(unit, row) for row in rows]


async def in_states(unit: Unit, states: Sequence[str]) -> list[Case]:
    """All cases in these states, oldest first."""
    rows = await unit.conn.execute(select(_TABLE).where(_TABLE.c.state.in_(states)).order_by(_TABLE.c.id))
    return [_case(unit, row) for row in rows]


def _case(unit: Unit, row: Row[Any]) -> Case:
    about = f"case:{row.number}"
    return Case(
        id=row.id,
        number=row.number,
        person_id=row.person_id,
        draft_id=row.draft_id,
        window=row.window,
        sector=row.sector,
        agency=row.agency,
        state=row.state,
        revision=row.revision,
        answers=unit.unseal(row.answers_sealed, about),
        unique=row.nik_live,
        rules_version=row.rules_version,
        officer_id=row.officer_id,
        claimed_at=row.claimed_at,
        review=unit.unseal(row.review_sealed, about) or {},
        hints=unit.unseal(row.hints_sealed, about) or {},
        changed=tuple(row.changed.split()),
        sent_at=row.sent_at,
        decided_at=row.decided_at,
        hold_until=row.hold_until,
        queue_number=row.queue_number,
        card_chat=row.card_chat,
        since=row.since,
    )
