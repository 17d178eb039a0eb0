"""Which pages of other cases say the same telling numbers as those of this one?"""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Row, delete, func, select

from documents.reader.telling import ENOUGH
from storage.database import Unit
from storage.look_alikes import Pair
from storage.page_tables import Fingerprint, PageNumber, StoredFile
from storage.tables import table_of

_TABLE = table_of(PageNumber)
_PRINT = table_of(Fingerprint)
_FILE = table_of(StoredFile)
_BYTES = 16  # of the 32 of a hash: two numbers of a million pages do not meet by chance
_COMMON = 20  # pages that say one number: it is a company's, and tells nothing


async def write(unit: Unit, file_id: int, numbers: Mapping[str, int]) -> None:
    """Let a page be known again by these numbers, and by no others; of a number only a keyed hash is kept."""
    await forget(unit, [file_id])
    if numbers:
        rows = [
            {"term": unit.ring.index(number, "page number")[:_BYTES], "file_id": file_id, "weight": weight}
            for number, weight in numbers.items()
        ]
        await unit.conn.execute(_TABLE.insert(), rows)


async def forget(unit: Unit, file_ids: Collection[int]) -> None:
    """These pages are gone."""
    await unit.conn.execute(delete(_TABLE).where(_TABLE.c.file_id.in_(file_ids)))


async def shared_with(unit: Unit, case_id: int) -> list[Pair]:
    """Pages of other cases, sent to the same question, with which a page of this case shares enough numbers."""
    own = (
        select(_PRINT.c.id, _PRINT.c.file_id, _FILE.c.question)
        .join(_FILE, _FILE.c.id == _PRINT.c.file_id)
        .where(_PRINT.c.case_id == case_id)
        .order_by(_PRINT.c.id)
    )
    pages = (await unit.conn.execute(own)).all()
    return [Pair(page.id, other, 0.0) for page in pages for other in await _others(unit, case_id, page)]


async def _others(unit: Unit, case_id: int, page: Row[Any, Any, Any]) -> Collection[int]:
    said = select(_TABLE.c.term).where(_TABLE.c.file_id == page.file_id)
    telling = select(_TABLE.c.term).where(_TABLE.c.term.in_(said)).group_by(_TABLE.c.term)
    statement = (
        select(_PRINT.c.id)
        .select_from(_TABLE)
        .join(_PRINT, _PRINT.c.file_id == _TABLE.c.file_id)
        .join(_FILE, _FILE.c.id == _TABLE.c.file_id)
        .where(
            _TABLE.c.term.in_(telling.having(func.count() <= _COMMON)),
            _PRINT.c.case_id != case_id,
            _FILE.c.question == page.question,
        )
        .group_by(_PRINT.c.id)
        .having(func.sum(_TABLE.c.weight) >= ENOUGH)
        .order_by(_PRINT.c.id)
    )
    return list((await unit.conn.execute(statement)).scalars())
