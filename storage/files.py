"""Which photos and pages belong to which answer, and where do they lie in the vault?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, and_, delete, func, select, update

from storage import fingerprints, page_numbers
from storage.database import Unit
from storage.page_tables import StoredFile
from storage.tables import table_of

_TABLE = table_of(StoredFile)


@dataclass(frozen=True, slots=True)
class File:
    """One page of a document. `state`: "checking", "kept" or "refused"."""

    id: int
    draft_id: int
    question: str
    unique_id: str
    page: int
    state: str
    vault_name: str
    forwarded: bool
    advice: tuple[str, ...]


async def expect(unit: Unit, draft_id: int, question: str, unique_id: str, *, forwarded: bool) -> int | None:
    """A photo begins its way; its row's id, or None when this very photo is being checked or kept already."""
    same = and_(_TABLE.c.draft_id == draft_id, _TABLE.c.question == question, _TABLE.c.unique_id == unique_id)
    row = (await unit.conn.execute(select(_TABLE.c.id, _TABLE.c.state).where(same))).first()
    if row is not None and row.state != "refused":
        return None
    if row is not None:
        await unit.conn.execute(update(_TABLE).where(_TABLE.c.id == row.id).values(state="checking"))
        return int(row.id)
    values = {
        "draft_id": draft_id,
        "question": question,
        "unique_id": unique_id,
        "page": 0,
        "state": "checking",
        "vault_name": "",
        "width": 0,
        "height": 0,
        "forwarded": forwarded,
        "created_at": unit.now,
    }
    return int((await unit.conn.execute(_TABLE.insert().values(values).returning(_TABLE.c.id))).scalar_one())


async def keep(unit: Unit, file_id: int, pages: Sequence[dict[str, Any]]) -> list[int]:
    """The photo is in the vault: one row a page (`name`, `width`, `height`, `advice`: codes); the ids in order."""
    first = (
        await unit.conn.execute(
            update(_TABLE).where(_TABLE.c.id == file_id).values(state="kept", **_columns(pages[0])).returning(_TABLE)
        )
    ).one()
    ids = [file_id]
    for number, page in enumerate(pages[1:], start=1):
        row = {
            "draft_id": first.draft_id,
            "question": first.question,
            "unique_id": first.unique_id,
            "page": number,
            "state": "kept",
            "forwarded": first.forwarded,
            "created_at": unit.now,
            **_columns(page),
        }
        added = await unit.conn.execute(_TABLE.insert().values(row).returning(_TABLE.c.id))
        ids.append(int(added.scalar_one()))
    return ids


async def replace(unit: Unit, file_id: int, page: Mapping[str, Any]) -> None:
    """The same page in another picture (`name`, `width`, `height`), turned upright; the caller sees to the old one."""
    values = {"vault_name": page["name"], "width": page["width"], "height": page["height"]}
    await unit.conn.execute(update(_TABLE).where(_TABLE.c.id == file_id).values(values))


def _columns(page: dict[str, Any]) -> dict[str, Any]:
    advice = " ".join(page.get("advice", []))
    return {"vault_name": page["name"], "width": page["width"], "height": page["height"], "advice": advice}


async def refuse(unit: Unit, file_id: int) -> None:
    """The photo could not be taken; it may be sent again."""
    await unit.conn.execute(update(_TABLE).where(_TABLE.c.id == file_id).values(state="refused"))


async def checking(unit: Unit, draft_id: int, question: str) -> int:
    """How many photos of this answer are being checked now."""
    statement = (
        select(func.count())
        .select_from(_TABLE)
        .where(_TABLE.c.draft_id == draft_id, _TABLE.c.question == question, _TABLE.c.state == "checking")
    )
    return int((await unit.conn.execute(statement)).scalar_one())


async def by_ids(unit: Unit, ids: Sequence[int]) -> list[File]:
    """The files of these ids, in that order; what is gone is left out."""
    rows = {row.id: _file(row) for row in await unit.conn.execute(select(_TABLE).where(_TABLE.c.id.in_(ids)))}
    return [rows[file_id] for file_id in ids if file_id in rows]


async def of_drafts(unit: Unit, draft_ids: Sequence[int]) -> list[File]:
    """Every file that came with these forms."""
    rows = await unit.conn.execute(select(_TABLE).where(_TABLE.c.draft_id.in_(draft_ids)).order_by(_TABLE.c.id))
    return [_file(row) for row in rows]


async def get(unit: Unit, file_id: int) -> File | None:
    """The file of this id."""
    found = await by_ids(unit, [file_id])
    return found[0] if found else None


async def forget(unit: Unit, ids: Sequence[int]) -> None:
    """Delete the rows, and what their pages were known again by; the caller sees to the vault."""
    if ids:
        await fingerprints.forget(unit, ids)
        await page_numbers.forget(unit, ids)
        await unit.conn.execute(delete(_TABLE).where(_TABLE.c.id.in_(ids)))


def file_ids(answers: Mapping[str, Any]) -> set[int]:
    """The files that answers point to."""
    lists = [value for value in answers.values() if isinstance(value, list)]
    return {number for value in lists for number in value if isinstance(number, int)}


def _file(row: Row[Any]) -> File:
    return File(
        row.id,
        row.draft_id,
        row.question,
        row.unique_id,
        row.page,
        row.state,
        row.vault_name,
        row.forwarded,
        tuple(row.advice.split()),
    )
