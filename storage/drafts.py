"""Where is a half-filled form kept, so that it outlives restarts, weeks and quick double taps?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from storage import headcount, homes
from storage.database import Unit
from storage.tables import Draft as DraftTable
from storage.tables import table_of

_TABLE = table_of(DraftTable)
DRAFT_COLUMNS = (
    _TABLE.c.id,
    _TABLE.c.person_id,
    _TABLE.c.case_id,
    _TABLE.c.version,
    _TABLE.c.answers_sealed,
    _TABLE.c.asking,
    _TABLE.c.only,
    _TABLE.c.updated_at,
)
_SAVE = (
    update(_TABLE)
    .where(
        _TABLE.c.id == bindparam("draft_id"),
        _TABLE.c.version == bindparam("seen"),
        _TABLE.c.state == "open",
    )
    .values(
        version=bindparam("seen") + 1,
        answers_sealed=bindparam("sealed"),
        asking=bindparam("ask"),
        updated_at=bindparam("now"),
    )
)


class Overtaken(Exception):
    """Another process changed the same row first; the update is handled again from the start."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A form being filled. `only` names the answers asked for again when staff sent the case `case_id` back."""

    id: int
    person_id: int
    case_id: int | None
    version: int
    answers: dict[str, Any]
    asking: str | None
    only: tuple[str, ...]
    updated_at: datetime

    @property
    def amends(self) -> bool:
        """Does it change a case that was approved? All answers may be changed then, not only marked ones."""
        return self.case_id is not None and not self.only


async def open_new(
    unit: Unit,
    person_id: int,
    answers: Mapping[str, Any],
    *,
    rules_version: str,
    case_id: int | None = None,
    only: Sequence[str] = (),
) -> Draft:
    """Begin a form: an empty one, or one that mends the answers `only` of a case."""
    statement = insert(_TABLE).values(
        person_id=person_id,
        case_id=case_id,
        state="open",
        version=0,
        answers_sealed=b"",
        only=" ".join(only),
        rules_version=rules_version,
        created_at=unit.now,
        updated_at=unit.now,
    )
    draft_id = (await unit.conn.execute(statement.returning(_TABLE.c.id))).scalar_one()
    headcount.changed(unit, person_id)
    draft = Draft(draft_id, person_id, case_id, 0, {}, None, tuple(only), unit.now)
    return await save(unit, draft, answers, asking=None)


async def save(unit: Unit, draft: Draft, answers: Mapping[str, Any], *, asking: str | None) -> Draft:
    """Store the answers as the next version. Raises `Overtaken` when `draft` is no longer the newest."""
    sealed = unit.seal(answers, f"draft:{draft.id}")
    values = {"draft_id": draft.id, "seen": draft.version, "sealed": sealed, "ask": asking, "now": unit.now}
    if (await unit.conn.execute(_SAVE, values)).rowcount != 1:
        raise Overtaken
    if homes.told(answers) != homes.told(draft.answers):
        headcount.changed(unit, draft.person_id)
    return Draft(
        draft.id,
        draft.person_id,
        draft.case_id,
        draft.version + 1,
        dict(answers),
        asking,
        draft.only,
        unit.now,
    )


async def close(unit: Unit, draft: Draft, state: str) -> None:
    """End a form: "sent" or "deleted". The answers go; a sent case has its own copy."""
    closed = (
        update(_TABLE)
        .where(_TABLE.c.id == draft.id, _TABLE.c.state == "open")
        .values(state=state, answers_sealed=b"", updated_at=unit.now)
    )
    if (await unit.conn.execute(closed)).rowcount != 1:
        raise Overtaken
    headcount.changed(unit, draft.person_id)


async def get_open(unit: Unit, draft_id: int) -> Draft | None:
    """The form of this id while it is open."""
    statement = select(*DRAFT_COLUMNS).where(_TABLE.c.id == draft_id, _TABLE.c.state == "open")
    row = (await unit.conn.execute(statement)).first()
    return draft_of(unit, row) if row else None


async def mending(unit: Unit, case_id: int) -> Draft | None:
    """The open form that mends this case, if staff sent it back."""
    statement = select(*DRAFT_COLUMNS).where(_TABLE.c.case_id == case_id, _TABLE.c.state == "open")
    row = (await unit.conn.execute(statement)).first()
    return draft_of(unit, row) if row else None


async def open_of(unit: Unit, person_id: int) -> list[Draft]:
    """All open forms of a person, newest first: their own, others', and the ones sent back."""
    statement = (
        select(*DRAFT_COLUMNS)
        .where(_TABLE.c.person_id == person_id, _TABLE.c.state == "open")
        .order_by(_TABLE.c.id.desc())
    )
    return [draft_of(unit, row) for row in await unit.conn.execute(statement)]


def draft_of(unit: Unit, row: Any, prefix: str = "") -> Draft:
    """A draft from a row whose columns carry `prefix`."""
    values = row._mapping  # noqa: SLF001 - SQLAlchemy's documented name for the row as a mapping
    draft_id = values[prefix + "id"]
    return Draft(
        id=draft_id,
        person_id=values[prefix + "person_id"],
        case_id=values[prefix + "case_id"],
        version=values[prefix + "version"],
        answers=unit.unseal(values[prefix + "answers_sealed"], f"draft:{draft_id}") or {},
        asking=values[prefix + "asking"],
        only=tuple(values[prefix + "only"].split()),
        updated_at=values[prefix + "updated_at"],
    )
