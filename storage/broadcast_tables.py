"""Which rows keep a broadcast: what staff want to say to whom, how far it is, and who pressed its buttons?

Who gets it is not listed here: the rows of the outbox with the key `b:<broadcast>:<person>` are the list.
"""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.columns import big, identity, sealed, when


class Broadcast(SQLModel, table=True):
    """One message to many. `key` makes it one however often it is asked for; `chat_id`: the group it was written in.

    `last_person`: everybody up to this id has a row in the outbox; `filled_at`: all of them have. In the same way all
    rows of the outbox up to `recalled_row` have one that deletes the message, and at `recalled_at` all had.
    `shown`: a digest of what its message in the group said at `shown_at`.
    """

    id: int | None = identity()
    key: str = Field(unique=True)
    chat_id: int | None = big(default=None)
    thread: int | None = big(default=None)
    author_id: int | None = big(default=None)
    state: str = Field(index=True)
    revision: int = 0
    content_sealed: bytes = sealed()
    audience: str = ""
    button: str = "register"
    window: str = ""
    at: datetime | None = when(default=None)
    counted: int = 0
    confirmed_by: int | None = big(default=None)
    second_by: int | None = big(default=None)
    tried_at: datetime | None = when(default=None)
    last_person: int = big(default=0)
    filled_at: datetime | None = when(default=None)
    recalled_row: int = big(default=0)
    recalled_at: datetime | None = when(default=None)
    shown_at: datetime | None = when(default=None)
    shown: str = ""
    started_at: datetime | None = when(default=None)
    ended_at: datetime | None = when(default=None)
    created_at: datetime = when()
    updated_at: datetime = when()


class BroadcastPress(SQLModel, table=True):
    """Somebody who got a broadcast pressed one of its buttons; counted once, whatever was pressed how often."""

    __tablename__ = "broadcast_press"
    broadcast_id: int = big(primary_key=True)
    person_id: int = big(primary_key=True)
    act: str
    at: datetime = when()
