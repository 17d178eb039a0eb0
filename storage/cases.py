"""How is a case kept, found, and changed by one person at a time?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.exc import NoResultFound

from storage.database import Unit
from storage.tables import Case as CaseTable
from storage.tables import History as HistoryTable
from storage.tables import table_of

_TABLE = table_of(CaseTable)
_HISTORY = table_of(HistoryTable)


@dataclass(frozen=True, slots=True)
class Case:
    """One person's registration in one window.

    `review`: what an officer is putting together; `hints`: what a machine saw; `changed`: what the worker mended last.
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
    queue_number: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One row of a case's history."""

    at: datetime
    actor: str
    actor_id: int | None
    move: str
    from_state: str
    to_state: str
    note: dict[str, Any]


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
        "updated_at": unit.now,
    }
    inserted = await _insert_unless_taken(unit, row)
    if inserted is None:
        inserted = await _insert_unless_taken(unit, {**row, "nik_live": False})
    if inserted is None:
        raise NoResultFound
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
    changes that alter nothing an officer decides upon: who has the case, which boxes are ticked.
    """
    if "answers" in values:
        values["answers_sealed"] = unit.seal(values.pop("answers"), f"case:{case.number}")
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
    return _case(unit, row) if row else None


async def mend_nik(unit: Unit, case: Case, nik: str) -> bool:
    """Give a case its corrected NIK; False when another live case has it, so that this one is possibly double."""
    nik_index = unit.ring.index(nik, "nik")
    taken = select(_TABLE.c.id).where(
        _TABLE.c.nik_index == nik_index,
        _TABLE.c.window == case.window,
        _TABLE.c.nik_live,
        _TABLE.c.id != case.id,
    )
    free = (await unit.conn.execute(taken)).first() is None
    await unit.conn.execute(update(_TABLE).where(_TABLE.c.id == case.id).values(nik_index=nik_index, nik_live=free))
    return free


async def write_history(
    unit: Unit,
    case_id: int,
    move: str,
    states: tuple[str, str],
    *,
    actor: str,
    actor_id: int | None,
    note: Mapping[str, Any] | None = None,
) -> None:
    """Add one row of history; `note` (reasons, what was marked, a free text) is sealed."""
    sealed = unit.seal(note, f"history:{case_id}") if note else b""
    await unit.conn.execute(
        _HISTORY.insert().values(
            case_id=case_id,
            at=unit.now,
            actor=actor,
            actor_id=actor_id,
            move=move,
            from_state=states[0],
            to_state=states[1],
            note_sealed=sealed,
        )
    )


async def history(unit: Unit, case_id: int) -> list[Step]:
    """All that happened to a case, in order."""
    rows = await unit.conn.execute(select(_HISTORY).where(_HISTORY.c.case_id == case_id).order_by(_HISTORY.c.id))
    return [
        Step(
            row.at,
            row.actor,
            row.actor_id,
            row.move,
            row.from_state,
            row.to_state,
            unit.unseal(row.note_sealed, f"history:{case_id}") or {},
        )
        for row in rows
    ]


async def get(unit: Unit, case_id: int) -> Case | None:
    """The case of this id."""
    row = (await unit.conn.execute(select(_TABLE).where(_TABLE.c.id == case_id))).first()
    return _case(unit, row) if row else None


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
        queue_number=row.queue_number,
    )
