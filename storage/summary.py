"""What lies before a group this morning, and what did it decide yesterday, sector by sector?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, case, func, select, text

from registration.lifecycle import State
from storage.database import Unit
from storage.deadlines import STANDING
from storage.tables import Case, History, table_of

_CASE, _HISTORY = table_of(Case), table_of(History)
# Written out as in the index of history that serves this, or the database does not see that it does.
_BY_OFFICERS = text("actor = 'officer'")
# Written as the index `case_open` is: only then is it used.
_OPEN = text("state IN ('waiting', 'claimed', 'objected')")
_APPROVED, _REJECTED, _RETURNED = ("approve", "waitlist"), ("reject",), ("send_back",)


@dataclass(slots=True)
class Morning:
    """So many cases of one sector: waiting for staff, put aside, for workers, objected to; decided yesterday, how."""

    sector: str
    waiting: int = 0
    held: int = 0
    sent_back: int = 0
    objected: int = 0
    approved: int = 0
    rejected: int = 0
    returned: int = 0


async def morning(
    unit: Unit, agencies: Collection[str], today: date, yesterday: tuple[datetime, datetime]
) -> list[Morning]:
    """One for each sector of which there is anything. `yesterday`: its first moment and its end."""
    found: dict[str, Morning] = {}
    for sector, state, held, count in await unit.conn.execute(_standing(agencies, today)):
        row = found.setdefault(sector, Morning(sector))
        if state == State.SENT_BACK:
            row.sent_back += count
        elif held:
            row.held += count
        else:
            row.waiting += count
    for sector, count in await unit.conn.execute(_objected(agencies)):
        found.setdefault(sector, Morning(sector)).objected = count
    for sector, move, count in await unit.conn.execute(decided(agencies, yesterday)):
        row = found.setdefault(sector, Morning(sector))
        row.approved += count * (move in _APPROVED)
        row.rejected += count * (move in _REJECTED)
        row.returned += count * (move in _RETURNED)
    return [found[sector] for sector in sorted(found)]


def _standing(agencies: Collection[str], today: date) -> Select[Any]:
    held = case((_CASE.c.hold_until > today, 1), else_=0)
    ours = select(_CASE.c.sector, _CASE.c.state, held, func.count()).where(STANDING, _CASE.c.agency.in_(agencies))
    return ours.group_by(_CASE.c.sector, _CASE.c.state, held)


def _objected(agencies: Collection[str]) -> Select[Any]:
    """Objections have no time limit, so they are not among those that wait for any officer."""
    ours = select(_CASE.c.sector, func.count()).where(_OPEN, _CASE.c.agency.in_(agencies))
    return ours.where(_CASE.c.state == State.OBJECTED).group_by(_CASE.c.sector)


def decided(agencies: Collection[str], span: tuple[datetime, datetime]) -> Select[Any]:
    """How they are counted: each decision of an officer in that time."""
    moves = (*_APPROVED, *_REJECTED, *_RETURNED)
    in_time = (_BY_OFFICERS, _HISTORY.c.at >= span[0], _HISTORY.c.at < span[1], _HISTORY.c.move.in_(moves))
    joined = _HISTORY.join(_CASE, _CASE.c.id == _HISTORY.c.case_id)
    counted = select(_CASE.c.sector, _HISTORY.c.move, func.count()).select_from(joined)
    return counted.where(*in_time, _CASE.c.agency.in_(agencies)).group_by(_CASE.c.sector, _HISTORY.c.move)
