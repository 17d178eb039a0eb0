"""Which pages of which cases look like the same photo, and which did an officer say are not?"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_, select, update

from storage import fingerprints
from storage.database import Unit
from storage.page_tables import Fingerprint
from storage.page_tables import LookAlike as LookAlikeTable
from storage.tables import table_of

_TABLE = table_of(LookAlikeTable)
_PRINT = table_of(Fingerprint)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two fingerprints and the share of their bits that differ; 0 also for pages that say the same numbers."""

    print_id: int
    other_id: int
    difference: float


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A page of a case looks like one of another case: to which question, and which case."""

    question: str
    case_id: int


async def note(unit: Unit, pairs: Sequence[Pair]) -> set[int]:
    """Keep pairs of which both pages are still there; the cases they belong to. A known pair stays as it is."""
    known = await fingerprints.by_ids(unit, [number for pair in pairs for number in (pair.print_id, pair.other_id)])
    real = [pair for pair in pairs if pair.print_id in known and pair.other_id in known]
    rows = [
        {
            "print_id": max(pair.print_id, pair.other_id),
            "other_id": min(pair.print_id, pair.other_id),
            "difference": pair.difference,
            "found_at": unit.now,
        }
        for pair in real
    ]
    if rows:
        await unit.insert_new(LookAlikeTable, rows, conflict=["print_id", "other_id"])
    return {known[number].case_id for pair in real for number in (pair.print_id, pair.other_id)}


async def of_case(unit: Unit, case_id: int) -> list[LookAlike]:
    """What looks like the pages of a case and was not dismissed: each question and case once, the first found first."""
    rows = await unit.conn.execute(
        select(_TABLE)
        .where(or_(*_touching(case_id)), _TABLE.c.dismissed_at.is_(None))
        .order_by(_TABLE.c.found_at, _TABLE.c.print_id)
    )
    numbers = [number for row in rows for number in (row.other_id, row.print_id)]
    known = await fingerprints.by_ids(unit, numbers)
    others = (known[number] for number in numbers if known[number].case_id != case_id)
    return list(dict.fromkeys(LookAlike(other.question, other.case_id) for other in others))


async def dismiss(unit: Unit, case_id: int, other_case_id: int, officer_id: int) -> None:
    """An officer looked at both: these two cases are no doubles, whichever of their pages look alike."""
    one, other = _touching(case_id), _touching(other_case_id)
    both = or_(and_(one[0], other[1]), and_(one[1], other[0]))
    await unit.conn.execute(
        update(_TABLE)
        .where(both, _TABLE.c.dismissed_at.is_(None))
        .values(dismissed_at=unit.now, dismissed_by=officer_id)
    )


def _touching(case_id: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """The later fingerprint of a pair is this case's; the earlier is."""
    own = select(_PRINT.c.id).where(_PRINT.c.case_id == case_id)
    return _TABLE.c.print_id.in_(own), _TABLE.c.other_id.in_(own)
