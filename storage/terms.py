"""How is a sealed case found again? By keyed hashes of its NIK, phone and name, written beside it."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, delete, exists, func, select

from registration.finding import Part, Term, terms_of
from registration.names import FOLDING
from storage import marks
from storage.database import Unit
from storage.keys import SealBroken
from storage.search_tables import CaseTerm
from storage.tables import Case as CaseTable
from storage.tables import table_of

_TERM = table_of(CaseTerm)
_CASE = table_of(CaseTable)
# Of the 32 bytes of a hash: two different terms of a million cases do not meet by chance, and a row is half as long.
_BYTES = 16
_MANY = 500  # cases with one term, from which on it does not matter how many exactly
# Up to which case the terms are those of the present rules.
_WRITTEN = f"terms of folding {FOLDING} up to case"


async def write(unit: Unit, case_id: int, terms: Collection[Term]) -> None:
    """Let a case be found by these terms, and by no others."""
    await unit.conn.execute(delete(_TERM).where(_TERM.c.case_id == case_id))
    if terms:
        await unit.conn.execute(_TERM.insert(), rows_of(unit, case_id, terms))


def rows_of(unit: Unit, case_id: int, terms: Collection[Term]) -> list[dict[str, Any]]:
    """The rows that say so."""
    return [{"term": index_of(unit, term), "case_id": case_id} for term in terms]


def has(unit: Unit, case_id: ColumnElement[int], term: Term) -> ColumnElement[bool]:
    """Has the case this term? For the WHERE of a statement over cases."""
    return exists().where(_TERM.c.case_id == case_id, _TERM.c.term == index_of(unit, term))


async def among(unit: Unit, case_ids: Collection[int], which: Collection[Term]) -> dict[int, bytes]:
    """Of each of these cases the hash of the one among these terms that it has."""
    wanted = [index_of(unit, term) for term in which]
    found = select(_TERM.c.case_id, _TERM.c.term).where(_TERM.c.case_id.in_(case_ids), _TERM.c.term.in_(wanted))
    return {row.case_id: row.term for row in await unit.conn.execute(found)}


async def case_ids(unit: Unit, parts: tuple[Part, ...], agencies: Collection[str], most: int) -> list[int]:
    """The newest cases of these agencies that have all the parts, at most `most`."""
    first, *others = await _rarest_first(unit, parts)
    also = [_TERM.alias(f"part_{number}") for number in range(len(others))]
    statement = (
        select(_TERM.c.case_id)
        .join(_CASE, _CASE.c.id == _TERM.c.case_id)
        .where(_TERM.c.term.in_([index_of(unit, term) for term in first.terms]), _CASE.c.agency.in_(agencies))
        .distinct()
        .order_by(_TERM.c.case_id.desc())
        .limit(most)
    )
    for part, table in zip(others, also, strict=True):
        wanted = [index_of(unit, term) for term in part.terms]
        statement = statement.where(
            exists().where(table.c.term.in_(wanted), table.c.case_id == _TERM.c.case_id).correlate(_TERM)
        )
    return list((await unit.conn.execute(statement)).scalars())


async def with_any(unit: Unit, any_of: Collection[Term], most: int) -> list[int]:
    """The newest cases that have at least one of these terms, newest first."""
    statement = (
        select(_TERM.c.case_id)
        .where(_TERM.c.term.in_([index_of(unit, term) for term in any_of]))
        .distinct()
        .order_by(_TERM.c.case_id.desc())
        .limit(most)
    )
    return list((await unit.conn.execute(statement)).scalars())


async def _rarest_first(unit: Unit, parts: tuple[Part, ...]) -> list[Part]:
    """Who looks for "Muhammad Zulkifli" should not go through every Muhammad."""
    counts = {}
    for part in parts if len(parts) > 1 else ():
        having = select(_TERM.c.case_id).where(_TERM.c.term.in_([index_of(unit, term) for term in part.terms]))
        some = having.limit(_MANY).subquery()
        counts[part] = (await unit.conn.execute(select(func.count()).select_from(some))).scalar_one()
    return sorted(parts, key=lambda part: counts.get(part, 0))


async def catch_up(unit: Unit, most: int) -> int:
    """Write the terms of the next `most` cases that were sent before there were terms, or by older rules; how many.

    Locked until the commit, so that a worker who mends an answer meanwhile has the last word.
    """
    done = await marks.number(unit, _WRITTEN) or 0
    waiting = select(_CASE.c.id, _CASE.c.number, _CASE.c.answers_sealed).where(_CASE.c.id > done)
    rows = (await unit.conn.execute(waiting.order_by(_CASE.c.id).limit(most).with_for_update())).all()
    for row in rows:
        try:
            answers = unit.unseal(row.answers_sealed, f"case:{row.number}") or {}
        except SealBroken:
            continue  # nobody can read it, so nobody can look for it; the others must not wait for that
        await write(unit, row.id, terms_of(answers))
    if rows:
        await marks.set_number(unit, _WRITTEN, rows[-1].id)
    return len(rows)


def index_of(unit: Unit, term: Term) -> bytes:
    """The keyed hash of a term."""
    return unit.ring.index(term.text, f"case term {term.by}")[:_BYTES]
