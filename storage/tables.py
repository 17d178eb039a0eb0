"""Which rows exist, and what keeps them true?

Personal data stands in columns named `*_sealed` (AES-256-GCM, see `storage.keys`); what must be found again has a
keyed index beside it (`nik_index`, `phone_index`). Times are UTC.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Index, Integer, LargeBinary, Table, TypeDecorator, text
from sqlmodel import Field, SQLModel

BIG_ID = BigInteger().with_variant(Integer, "sqlite")


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC: SQLite forgets the zone, so it is taken off going in and put back coming out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


def table_of(model: type[SQLModel]) -> Table:
    """The Core table behind a model: the hot path speaks Core, the ORM costs twice as much (docs/performance.md)."""
    table: Table = model.__table__  # type: ignore[attr-defined]  # SQLModel sets it on table classes, untyped
    return table


def _index_of_some(name: str, *columns: str, rows: str, unique: bool = False) -> Index:
    """An index over the rows of which the SQL condition `rows` is true, on both databases."""
    return Index(name, *columns, unique=unique, sqlite_where=text(rows), postgresql_where=text(rows))


def _id() -> Any:
    return Field(default=None, primary_key=True, sa_type=BIG_ID)


def _big(**more: Any) -> Any:
    return Field(sa_type=BigInteger, **more)


def _when(**more: Any) -> Any:
    return Field(sa_type=UtcDateTime, **more)


def _sealed() -> Any:
    return Field(default=b"", sa_type=LargeBinary)


class Inbox(SQLModel, table=True):
    """Something that happened and waits to be handled: an update of Telegram (`u:…`) or the result of a job (`j:…`)."""

    id: int | None = _id()
    key: str = Field(unique=True)
    kind: str
    body_sealed: bytes = _sealed()
    state: str = "new"
    attempts: int = 0
    error: str = ""
    received_at: datetime = _when()
    __table_args__ = (_index_of_some("inbox_new", "id", rows="state = 'new'"),)


class Outbox(SQLModel, table=True):
    """Something to be done outside the database: a call of Telegram (`call`) or slow work (`job`)."""

    id: int | None = _id()
    key: str = Field(unique=True)
    kind: str
    name: str
    lane: int
    chat_id: int | None = _big(default=None)
    slot: str | None = None
    body_sealed: bytes = _sealed()
    state: str = "due"
    attempts: int = 0
    error: str = ""
    due_at: datetime = _when()
    created_at: datetime = _when()
    done_at: datetime | None = _when(default=None)
    __table_args__ = (_index_of_some("outbox_due", "kind", "lane", "id", rows="state = 'due'"),)


class Slot(SQLModel, table=True):
    """Which message stands for something now: `card:17` is the message that shows case 17."""

    name: str = Field(primary_key=True)
    chat_id: int = _big()
    message_id: int = _big()
    __table_args__ = (Index("slot_message", "chat_id", "message_id"),)


class Person(SQLModel, table=True):
    """Somebody who wrote to the bot, known by the Telegram id alone."""

    id: int | None = _id()
    telegram_id: int = _big(unique=True)
    source: str = ""
    draft_id: int | None = _big(default=None)
    awaiting_sealed: bytes = _sealed()
    unreachable_at: datetime | None = _when(default=None)
    created_at: datetime = _when()


class Draft(SQLModel, table=True):
    """A form being filled: the only state of a worker's conversation."""

    id: int | None = _id()
    person_id: int = _big(index=True)
    case_id: int | None = _big(default=None)
    state: str = "open"
    version: int = 0
    answers_sealed: bytes = _sealed()
    asking: str | None = None
    only: str = ""
    rules_version: str
    created_at: datetime = _when()
    updated_at: datetime = _when()


class Consent(SQLModel, table=True):
    """Proof that a person agreed: which text, when, in which chat (UU 27/2022 art. 22 and 24)."""

    id: int | None = _id()
    person_id: int = _big(index=True)
    text_version: str
    chat_id: int = _big()
    agreed: bool
    at: datetime = _when()


class StoredFile(SQLModel, table=True):
    """One page of a document: where it lies in the vault and which answer it belongs to."""

    __tablename__ = "file"
    id: int | None = _id()
    draft_id: int = _big()
    question: str
    unique_id: str
    page: int = 0
    state: str
    vault_name: str = ""
    width: int = 0
    height: int = 0
    forwarded: bool = False
    advice: str = ""
    created_at: datetime = _when()
    __table_args__ = (Index("file_once", "draft_id", "question", "unique_id", "page", unique=True),)


class Case(SQLModel, table=True):
    """One person's registration in one window, from sending to the decision."""

    id: int | None = _id()
    number: str = Field(unique=True)
    person_id: int = _big(index=True)
    draft_id: int = _big()
    window: str
    sector: str
    agency: str
    state: str
    revision: int = 0
    answers_sealed: bytes = _sealed()
    nik_index: bytes = Field(sa_type=LargeBinary)
    phone_index: bytes = Field(default=b"", sa_type=LargeBinary)
    nik_live: bool = True
    rules_version: str
    officer_id: int | None = _big(default=None)
    claimed_at: datetime | None = _when(default=None)
    review_sealed: bytes = _sealed()
    hints_sealed: bytes = _sealed()
    changed: str = ""
    sent_at: datetime = _when()
    decided_at: datetime | None = _when(default=None)
    updated_at: datetime = _when()
    __table_args__ = (_index_of_some("case_one_live_per_nik", "nik_index", "window", rows="nik_live", unique=True),)


class History(SQLModel, table=True):
    """One change of a case: who, when, from, to, what. No personal data but the sealed note."""

    id: int | None = _id()
    case_id: int = _big(index=True)
    at: datetime = _when()
    actor: str
    actor_id: int | None = _big(default=None)
    move: str
    from_state: str
    to_state: str
    note_sealed: bytes = _sealed()


class Officer(SQLModel, table=True):
    """Who may decide in which staff group, as Telegram last told."""

    chat_id: int = _big(primary_key=True)
    telegram_id: int = _big(primary_key=True)
    name_sealed: bytes = _sealed()
    role: str
    checked_at: datetime = _when()


class ChatMove(SQLModel, table=True):
    """A group that became a supergroup: its old id and its new one."""

    old_id: int = _big(primary_key=True)
    new_id: int = _big()


class Alert(SQLModel, table=True):
    """Something that needs the operator's hand, told once until it is settled."""

    id: int | None = _id()
    code: str
    about: str
    at: datetime = _when()
    settled_at: datetime | None = _when(default=None)
    __table_args__ = (_index_of_some("alert_once", "code", "about", rows="settled_at IS NULL", unique=True),)


class Counter(SQLModel, table=True):
    """A named number: the polling offset, the serial of case numbers."""

    name: str = Field(primary_key=True)
    value: int = _big()
