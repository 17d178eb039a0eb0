"""How does everything that is stored get sealed with a new key, while the bot runs?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import LargeBinary, Table, cast, func, or_, select, update
from sqlalchemy.sql.elements import ColumnElement

from storage.broadcast_tables import Broadcast
from storage.database import Database, Unit
from storage.page_tables import Fingerprint
from storage.participant_tables import Participant
from storage.question_tables import Question, QuestionAnswer
from storage.search_tables import SearchLog
from storage.shelf import FileGone
from storage.tables import Case, Draft, History, Inbox, Judgement, Officer, Outbox, Person, table_of
from storage.vault import Vault

_BATCH = 100


@dataclass(frozen=True, slots=True)
class _Sealed:
    """A table with sealed columns, and what each row's seal is bound to."""

    table: Table
    columns: tuple[str, ...]
    about: Callable[[Any], str]


_SEALED = (
    _Sealed(table_of(Inbox), ("body_sealed",), lambda row: f"inbox:{row.key}"),
    _Sealed(table_of(Outbox), ("body_sealed",), lambda row: f"outbox:{row.key}"),
    _Sealed(table_of(Draft), ("answers_sealed",), lambda row: f"draft:{row.id}"),
    _Sealed(table_of(Case), ("answers_sealed", "review_sealed", "hints_sealed"), lambda row: f"case:{row.number}"),
    _Sealed(table_of(Fingerprint), ("bits_sealed",), lambda row: f"fingerprint:{row.id}"),
    _Sealed(table_of(History), ("note_sealed",), lambda row: f"history:{row.case_id}"),
    _Sealed(table_of(Broadcast), ("content_sealed",), lambda row: f"broadcast:{row.key}"),
    _Sealed(table_of(Person), ("awaiting_sealed",), lambda row: f"person:{row.telegram_id}"),
    _Sealed(table_of(Participant), ("data_sealed",), lambda row: f"participant:{row.nik_index.hex()}"),
    _Sealed(table_of(Question), ("text_sealed",), lambda row: f"question:{row.person_id}"),
    _Sealed(table_of(QuestionAnswer), ("text_sealed",), lambda row: f"answer:{row.question_id}"),
    _Sealed(table_of(Judgement), ("found_sealed",), lambda row: f"judgement:{row.case_id}"),
    _Sealed(table_of(Officer), ("name_sealed",), lambda row: f"officer:{row.chat_id}:{row.telegram_id}"),
    _Sealed(table_of(SearchLog), ("words_sealed",), lambda row: f"search:{row.chat_id}:{row.telegram_id}"),
)


async def reseal_rows(db: Database, now: Callable[[], datetime]) -> int:
    """Seal every row anew that an older key sealed; how many. Small transactions: broken off, it goes on next time."""
    count = 0
    for kind in _SEALED:
        while True:
            async with db.unit(now()) as unit:
                done = await _reseal_batch(unit, kind)
            count += done
            if done < _BATCH:
                break
    return count


async def _reseal_batch(unit: Unit, kind: _Sealed) -> int:
    stale = or_(*(_is_stale(unit, kind.table.c[name]) for name in kind.columns))
    rows = (await unit.conn.execute(select(kind.table).where(stale).limit(_BATCH))).all()
    for row in rows:
        values = row._mapping  # noqa: SLF001 - SQLAlchemy's documented name for the row as a mapping
        fresh = {name: _anew(unit, values[name], kind.about(row)) for name in kind.columns if values[name]}
        same = [kind.table.c[name] == values[name] for name in kind.columns]
        key = [column == values[column.name] for column in kind.table.primary_key]
        await unit.conn.execute(update(kind.table).where(*key, *same).values(fresh))
    return len(rows)


def _is_stale(unit: Unit, column: ColumnElement[bytes]) -> ColumnElement[bool]:
    """Its first byte, the id of the key, is not the active one; blanked bodies have none."""
    active = cast(bytes((unit.ring.active_id,)), LargeBinary)
    return (func.length(column) > 0) & (func.substr(column, 1, 1) != active)


def _anew(unit: Unit, sealed: bytes, about: str) -> bytes:
    return unit.ring.seal(unit.ring.open(sealed, about), about)


async def reseal_files(vault: Vault) -> int:
    """Seal every file of the vault anew that an older key sealed; how many."""
    count = 0
    for name in [name async for name in vault.names()]:
        try:
            count += await vault.reseal(name)
        except FileGone:
            continue  # forgotten meanwhile
    return count
