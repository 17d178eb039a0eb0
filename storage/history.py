"""What happened to a case, when, and by whom?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from registration.lifecycle import REMARKS
from storage import decisions
from storage.database import Unit
from storage.tables import History as HistoryTable
from storage.tables import table_of

_HISTORY = table_of(HistoryTable)


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
    await decisions.note(unit, move, actor, actor_id)


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


async def changes(unit: Unit, case_id: int) -> list[Step]:
    """What changed the case, in order; what officers only noted is passed over."""
    return [step for step in await history(unit, case_id) if step.move not in REMARKS]
