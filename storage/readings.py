"""Who was shown the documents of a case, or took its data away in a list, when and why?

Kept beside the history, whose last row is the last move of a case. No personal data but the officer's Telegram id.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select

from storage.database import Unit
from storage.page_tables import DocumentReading
from storage.tables import table_of

_TABLE = table_of(DocumentReading)
Kind = Literal["card", "pages", "unsent", "list", "list_unsent"]
OPERATOR = 0  # who works on the command line has no Telegram id


@dataclass(frozen=True, slots=True)
class Reading:
    """Readable documents left for a group ("card") or an officer ("pages"), or never reached the officer ("unsent").

    Or its data went into a list for a supervisor or the operator ("list"), which never reached them ("list_unsent").
    """

    at: datetime
    kind: str
    reader_id: int
    why: str
    pages: int


async def write(unit: Unit, case_id: int, kind: Kind, reader_id: int, *, why: str, pages: int) -> None:
    """Add one row, in the transaction that lets the documents go."""
    row = {"case_id": case_id, "at": unit.now, "kind": kind, "reader_id": reader_id, "why": why, "pages": pages}
    await unit.conn.execute(_TABLE.insert().values(row))


async def write_lists(unit: Unit, case_ids: Sequence[int], kind: Kind, reader_id: int, *, why: str) -> None:
    """One row for each case of a list, in the transaction that lets it go."""
    same = {"at": unit.now, "kind": kind, "reader_id": reader_id, "why": why, "pages": 0}
    if case_ids:
        await unit.conn.execute(_TABLE.insert(), [{"case_id": case_id, **same} for case_id in case_ids])


async def of_case(unit: Unit, case_id: int) -> list[Reading]:
    """Every reading of a case's documents, in order."""
    rows = await unit.conn.execute(select(_TABLE).where(_TABLE.c.case_id == case_id).order_by(_TABLE.c.id))
    return [Reading(row.at, row.kind, row.reader_id, row.why, row.pages) for row in rows]
