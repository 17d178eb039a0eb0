"""How is a broadcast kept, and changed by one supervisor at a time?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select, update

from registration.audiences import Audience, read_audience
from registration.broadcasting import State
from storage.broadcast_tables import Broadcast as BroadcastTable
from storage.broadcast_tables import BroadcastPress
from storage.database import Unit
from storage.tables import Case, Outbox, Person, table_of

_TABLE = table_of(BroadcastTable)
_PRESS = table_of(BroadcastPress)
_OUTBOX = table_of(Outbox)
_PERSON = table_of(Person)
_CASE = table_of(Case)
WORDS_SLOT, NUMBER_SLOT = "broadcast_words", "broadcast_number"


@dataclass(frozen=True, slots=True)
class Content:
    """What is said: a text with Telegram's entities, and the `file_id` of a picture, if there is one."""

    text: str = ""
    entities: tuple[dict[str, Any], ...] = ()
    photo: str = ""


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One message to many (see `storage.broadcast_tables`)."""

    id: int
    key: str
    chat_id: int | None
    thread: int | None
    author_id: int | None
    state: State
    revision: int
    content: Content
    audience: Audience
    button: str
    window: str
    at: datetime | None
    counted: int
    confirmed_by: int | None
    second_by: int | None
    tried_at: datetime | None
    last_person: int
    filled_at: datetime | None
    recalled_row: int
    recalled_at: datetime | None
    shown_at: datetime | None
    shown: str
    started_at: datetime | None
    ended_at: datetime | None

    @property
    def slot(self) -> str:
        """The message of the group that shows it."""
        return f"broadcast:{self.id}"

    @property
    def words_slot(self) -> str:
        """The message of the group whose reply is the words."""
        return f"{WORDS_SLOT}:{self.id}"

    @property
    def number_slot(self) -> str:
        """The message of the group whose reply is the number of people."""
        return f"{NUMBER_SLOT}:{self.id}"


async def create(
    unit: Unit,
    key: str,
    *,
    chat_id: int | None,
    thread: int | None = None,
    author_id: int | None = None,
    state: State = State.WRITING,
    content: Content | None = None,
    **values: Any,
) -> Broadcast:
    """A new broadcast, or the one that has this key already."""
    row = {
        "key": key,
        "chat_id": chat_id,
        "thread": thread,
        "author_id": author_id,
        "state": state,
        "revision": 0,
        "content_sealed": _sealed(unit, key, content or Content()),
        "audience": "",
        "button": "register",
        "window": "",
        "counted": 0,
        "last_person": 0,
        "recalled_row": 0,
        "shown": "",
        "created_at": unit.now,
        "updated_at": unit.now,
        **values,
    }
    await unit.insert_new(BroadcastTable, [row], conflict=["key"])
    return _broadcast(unit, (await unit.conn.execute(select(_TABLE).where(_TABLE.c.key == key))).one())


async def get(unit: Unit, broadcast_id: int) -> Broadcast | None:
    """The broadcast of this id."""
    row = (await unit.conn.execute(select(_TABLE).where(_TABLE.c.id == broadcast_id))).first()
    return _broadcast(unit, row) if row else None


async def by_key(unit: Unit, key: str) -> Broadcast | None:
    """The broadcast of this key."""
    row = (await unit.conn.execute(select(_TABLE).where(_TABLE.c.key == key))).first()
    return _broadcast(unit, row) if row else None


async def change(
    unit: Unit, broadcast: Broadcast, *, state: State | None = None, content: Content | None = None, **values: Any
) -> Broadcast | None:
    """Change it if it still is what the caller saw; None when it no longer is. Every older button is worthless then."""
    if content is not None:
        values["content_sealed"] = _sealed(unit, broadcast.key, content)
    statement = (
        update(_TABLE)
        .where(_TABLE.c.id == broadcast.id, _TABLE.c.state == broadcast.state, _TABLE.c.revision == broadcast.revision)
        .values(state=state or broadcast.state, revision=broadcast.revision + 1, updated_at=unit.now, **values)
        .returning(_TABLE)
    )
    row = (await unit.conn.execute(statement)).first()
    return _broadcast(unit, row) if row else None


async def note(unit: Unit, broadcast: Broadcast, **values: Any) -> None:
    """Write down how far it is; buttons stay good."""
    await unit.conn.execute(update(_TABLE).where(_TABLE.c.id == broadcast.id).values(updated_at=unit.now, **values))


async def follow(unit: Unit, old_chat: int, new_chat: int) -> None:
    """A group got a new id."""
    await unit.conn.execute(update(_TABLE).where(_TABLE.c.chat_id == old_chat).values(chat_id=new_chat))


async def of_group(unit: Unit, chat_id: int, states: Collection[State]) -> list[Broadcast]:
    """Those of a group in some states, oldest first."""
    theirs = select(_TABLE).where(_TABLE.c.chat_id == chat_id, _TABLE.c.state.in_(states)).order_by(_TABLE.c.id)
    return [_broadcast(unit, row) for row in await unit.conn.execute(theirs)]


async def watched(unit: Unit) -> list[int]:
    """Those that the clock looks after: what is to begin by now, what is being sent or taken back."""
    moves = _TABLE.c.state.in_((State.RUNNING, State.RECALLING))
    begins = (_TABLE.c.state == State.SCHEDULED) & (_TABLE.c.at <= unit.now)
    return list((await unit.conn.execute(select(_TABLE.c.id).where(moves | begins).order_by(_TABLE.c.id))).scalars())


def copy_key(broadcast_id: int, person_id: int) -> str:
    """The key in the outbox of one person's copy: unique, so nobody gets a broadcast twice."""
    return f"b:{broadcast_id}:{person_id}"


async def was_for(unit: Unit, broadcast_id: int, person_id: int) -> bool:
    """Has this person a copy of it?"""
    found = select(_OUTBOX.c.id).where(_OUTBOX.c.key == copy_key(broadcast_id, person_id))
    return (await unit.conn.execute(found)).first() is not None


async def untried(unit: Unit, batch: int) -> int:
    """How many rows of a batch nobody has tried to send yet; what Telegram refused for now may take days."""
    waiting = (_OUTBOX.c.batch == batch, _OUTBOX.c.state.in_(("due", "leaving")), _OUTBOX.c.attempts == 0)
    return int((await unit.conn.execute(select(func.count()).select_from(_OUTBOX).where(*waiting))).scalar_one())


async def ended_since(unit: Unit, broadcast_id: int, moment: datetime) -> int:
    """How many copies came to an end since then."""
    ended = (_OUTBOX.c.batch == broadcast_id, _OUTBOX.c.done_at >= moment)
    return int((await unit.conn.execute(select(func.count()).select_from(_OUTBOX).where(*ended))).scalar_one())


async def press(unit: Unit, broadcast_id: int, person_id: int, act: str) -> None:
    """Somebody pressed a button of it; the first press counts."""
    row = {"broadcast_id": broadcast_id, "person_id": person_id, "act": act, "at": unit.now}
    await unit.insert_new(BroadcastPress, [row], conflict=["broadcast_id", "person_id"])


async def presses(unit: Unit, broadcast_id: int) -> int:
    """How many people pressed a button of it."""
    statement = select(func.count()).select_from(_PRESS).where(_PRESS.c.broadcast_id == broadcast_id)
    return int((await unit.conn.execute(statement)).scalar_one())


async def unknown_numbers(unit: Unit, broadcast_id: int, most: int) -> list[str]:
    """Case numbers of people of whom nobody knows whether they got it; who has no case has no number."""
    statement = (
        select(_CASE.c.number)
        .join(_PERSON, _PERSON.c.id == _CASE.c.person_id)
        .join(_OUTBOX, _OUTBOX.c.chat_id == _PERSON.c.telegram_id)
        .where(_OUTBOX.c.batch == broadcast_id, _OUTBOX.c.state == "unknown")
        .order_by(_CASE.c.id)
    )
    return list((await unit.conn.execute(statement.limit(most))).scalars())


def _sealed(unit: Unit, key: str, content: Content) -> bytes:
    entities: Sequence[dict[str, Any]] = content.entities
    return unit.seal({"text": content.text, "entities": list(entities), "photo": content.photo}, f"broadcast:{key}")


def _broadcast(unit: Unit, row: Row[Any]) -> Broadcast:
    content = unit.unseal(row.content_sealed, f"broadcast:{row.key}")
    return Broadcast(
        id=row.id,
        key=row.key,
        chat_id=row.chat_id,
        thread=row.thread,
        author_id=row.author_id,
        state=State(row.state),
        revision=row.revision,
        content=Content(content["text"], tuple(content["entities"]), content["photo"]),
        audience=read_audience(row.audience),
        button=row.button,
        window=row.window,
        at=row.at,
        counted=row.counted,
        confirmed_by=row.confirmed_by,
        second_by=row.second_by,
        tried_at=row.tried_at,
        last_person=row.last_person,
        filled_at=row.filled_at,
        recalled_row=row.recalled_row,
        recalled_at=row.recalled_at,
        shown_at=row.shown_at,
        shown=row.shown,
        started_at=row.started_at,
        ended_at=row.ended_at,
    )
