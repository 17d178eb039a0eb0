"""Which rows exist, and what keeps them true?

Personal data stands in `*_sealed` columns (`storage.keys`), with a keyed index where it is searched. Times are UTC.
"""

from datetime import date, datetime

from sqlalchemy import Index, LargeBinary
from sqlmodel import Field, SQLModel

from storage.columns import UtcDateTime, table_of
from storage.columns import big as _big
from storage.columns import identity as _id
from storage.columns import index_of_some as _index_of_some
from storage.columns import sealed as _sealed
from storage.columns import when as _when

__all__ = ["UtcDateTime", "table_of"]


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
    """Something to be done outside the database: a call of Telegram (`call`) or slow work (`job`).

    `batch`: the broadcast it belongs to; then `message_id` is kept when it was sent, so that it can be taken back.
    """

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
    batch: int | None = _big(default=None)
    message_id: int | None = _big(default=None)
    __table_args__ = (
        _index_of_some("outbox_due", "kind", "lane", "id", rows="state = 'due'"),
        _index_of_some("outbox_batch", "batch", "state", rows="batch IS NOT NULL"),
    )


class Slot(SQLModel, table=True):
    """Which message stands for something now: `card:17` is the message that shows case 17."""

    name: str = Field(primary_key=True)
    chat_id: int = _big()
    message_id: int = _big()
    __table_args__ = (Index("slot_message", "chat_id", "message_id"),)


class Person(SQLModel, table=True):
    """Somebody who wrote to the bot, known by the Telegram id alone.

    `reminders`: "on", "off", or "" where nothing was said of them, since `reminders_at`; `active_at`: when they last
    wrote or pressed, to a minute.
    """

    id: int | None = _id()
    telegram_id: int = _big(unique=True)
    source: str = ""
    draft_id: int | None = _big(default=None)
    awaiting_sealed: bytes = _sealed()
    unreachable_at: datetime | None = _when(default=None)
    created_at: datetime = _when()
    active_at: datetime | None = _when(default=None)
    reminders: str = Field(default="", sa_column_kwargs={"server_default": ""})
    reminders_at: datetime | None = _when(default=None)
    __table_args__ = (_index_of_some("person_asked", "id", rows="reminders = 'on'"),)


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
    __table_args__ = (_index_of_some("draft_open", "id", rows="state = 'open'"),)


class Consent(SQLModel, table=True):
    """Proof that a person agreed: which text, when, in which chat (UU 27/2022 art. 22 and 24)."""

    id: int | None = _id()
    person_id: int = _big(index=True)
    text_version: str
    chat_id: int = _big()
    agreed: bool
    at: datetime = _when()


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
    hold_until: date | None = None
    queue_number: int | None = None
    card_chat: int | None = _big(default=None)
    since: datetime | None = _when(default=None)
    __table_args__ = (
        _index_of_some("case_one_live_per_nik", "nik_index", "window", rows="nik_live", unique=True),
        _index_of_some(
            "case_standing", "agency", "id", rows="state IN ('waiting', 'claimed', 'sent_back', 'objected')"
        ),
        Index("case_queue", "window", "queue_number", unique=True),
        _index_of_some("case_waiting_list", "window", "queue_number", "id", rows="state = 'waitlisted'"),
        Index("case_counted", "window", "state", "sector", "agency", "person_id"),
        _index_of_some("case_open", "agency", "id", "hold_until", rows="state IN ('waiting', 'claimed', 'objected')"),
        _index_of_some("case_held", "agency", "id", rows="hold_until IS NOT NULL"),
        _index_of_some("case_carded", "card_chat", rows="state IN ('waiting', 'claimed', 'objected')"),
        _index_of_some("case_since", "since", rows="state IN ('waiting', 'claimed', 'sent_back', 'objected')"),
        _index_of_some("case_incomplete", "id", rows="queue_number IS NULL"),
        _index_of_some("case_approved", "window", "id", rows="state = 'approved'"),
    )


class Judgement(SQLModel, table=True):
    """What the rules said about a case when its form was sent, and which version of them."""

    case_id: int = _big(primary_key=True)
    rules_version: str
    found_sealed: bytes = _sealed()
    at: datetime = _when()


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
    __table_args__ = (_index_of_some("history_day", "at", rows="actor = 'officer'"),)


class Officer(SQLModel, table=True):
    """Who may decide in which staff group, as Telegram last told."""

    chat_id: int = _big(primary_key=True)
    telegram_id: int = _big(primary_key=True)
    name_sealed: bytes = _sealed()
    role: str
    checked_at: datetime = _when()


class AgencyGroup(SQLModel, table=True):
    """Which group decides for an agency, bound there by an administrator (None: one who is anonymous)."""

    agency: str = Field(primary_key=True)
    chat_id: int = _big()
    bound_by: int | None = _big(default=None)
    at: datetime = _when()


class Invite(SQLModel, table=True):
    """A code of the operator that lets one group be bound to these agencies. Of the code only an index is kept."""

    code_index: bytes = Field(primary_key=True, sa_type=LargeBinary)
    agencies: str
    expires_at: datetime = _when()
    chat_id: int | None = _big(default=None, index=True)


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
