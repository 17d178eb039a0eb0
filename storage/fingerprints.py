"""By which bits is each page of each case known again?

The bits show where print is on a page, so they are sealed like the page itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, or_, select

from storage import marks
from storage.database import Unit
from storage.keys import SealBroken
from storage.page_tables import Fingerprint as FingerprintTable
from storage.page_tables import LookAlike, StoredFile
from storage.tables import table_of

_TABLE = table_of(FingerprintTable)
_FILE = table_of(StoredFile)
_LOOK_ALIKE = table_of(LookAlike)
_WITH_QUESTION = select(_TABLE.c.id, _TABLE.c.case_id, _FILE.c.question).join(_FILE, _FILE.c.id == _TABLE.c.file_id)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Whose page a fingerprint is: the case, and the answer the page belongs to."""

    id: int
    case_id: int
    question: str


async def add(unit: Unit, file_id: int, case_id: int, bits: bytes) -> None:
    """Keep the bits of a page; a page that has some keeps those.

    The id comes from a counter: SQLite would give that of a deleted row again, and on PostgreSQL the counter's lock
    lets ids become visible in their order. So who has seen an id has seen all below it (`after`).
    """
    number = await marks.count_up(unit, "fingerprint")
    row = {
        "id": number,
        "file_id": file_id,
        "case_id": case_id,
        "bits_sealed": unit.ring.seal(bits, f"fingerprint:{number}"),
    }
    await unit.insert_new(FingerprintTable, [row], conflict=["file_id"])


async def with_some(unit: Unit, file_ids: Sequence[int]) -> set[int]:
    """Those of these files that have a fingerprint."""
    rows = await unit.conn.execute(select(_TABLE.c.file_id).where(_TABLE.c.file_id.in_(file_ids)))
    return set(rows.scalars())


async def of_case(unit: Unit, case_id: int) -> list[tuple[Fingerprint, bytes]]:
    """The fingerprints of a case's pages, with their bits."""
    rows = await unit.conn.execute(
        _WITH_QUESTION.add_columns(_TABLE.c.bits_sealed).where(_TABLE.c.case_id == case_id).order_by(_TABLE.c.id)
    )
    return [
        (Fingerprint(row.id, row.case_id, row.question), bits)
        for row in rows
        if (bits := _bits(unit, row.id, row.bits_sealed)) is not None
    ]


async def after(unit: Unit, last: int, most: int) -> list[tuple[int, bytes | None]]:
    """(id, bits) of the next fingerprints after the id `last`, in the order they came; None for a row that is broken:
    it must not stand in the way of all others."""
    columns = (_TABLE.c.id, _TABLE.c.bits_sealed)
    rows = await unit.conn.execute(select(*columns).where(_TABLE.c.id > last).order_by(_TABLE.c.id).limit(most))
    return [(row.id, _bits(unit, row.id, row.bits_sealed)) for row in rows]


def _bits(unit: Unit, number: int, sealed: bytes) -> bytes | None:
    try:
        return unit.ring.open(sealed, f"fingerprint:{number}")
    except SealBroken:
        return None


async def by_ids(unit: Unit, ids: Sequence[int]) -> dict[int, Fingerprint]:
    """The fingerprints of these ids that are still there."""
    rows = await unit.conn.execute(_WITH_QUESTION.where(_TABLE.c.id.in_(ids)))
    return {row.id: Fingerprint(row.id, row.case_id, row.question) for row in rows}


async def forget(unit: Unit, file_ids: Sequence[int]) -> None:
    """Delete the fingerprints of these files, and what was found by them."""
    gone = await unit.conn.execute(delete(_TABLE).where(_TABLE.c.file_id.in_(file_ids)).returning(_TABLE.c.id))
    ids = list(gone.scalars())
    if ids:
        either = or_(_LOOK_ALIKE.c.print_id.in_(ids), _LOOK_ALIKE.c.other_id.in_(ids))
        await unit.conn.execute(delete(_LOOK_ALIKE).where(either))
