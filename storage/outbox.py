"""What is to be done outside the database, in which order, and what became of it?"""

import json
import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any

from sqlalchemy import and_, bindparam, case, func, select, update

from storage import alerts
from storage.database import Unit
from storage.keys import SealBroken
from storage.tables import Outbox, table_of

_TABLE = table_of(Outbox)
_COLUMNS = (
    _TABLE.c.id,
    _TABLE.c.key,
    _TABLE.c.name,
    _TABLE.c.lane,
    _TABLE.c.chat_id,
    _TABLE.c.slot,
    _TABLE.c.body_sealed,
    _TABLE.c.attempts,
    _TABLE.c.batch,
)
_DUE = (
    select(*_COLUMNS)
    .where(
        _TABLE.c.state == "due",
        _TABLE.c.kind == bindparam("kind"),
        _TABLE.c.due_at <= bindparam("now"),
        _TABLE.c.id.not_in(bindparam("busy", expanding=True)),
        _TABLE.c.name.not_in(bindparam("without", expanding=True)),
        func.coalesce(_TABLE.c.chat_id, 0).not_in(bindparam("held", expanding=True)),
    )
    .order_by(_TABLE.c.lane, _TABLE.c.id)
    .limit(bindparam("most"))
)
_SETTLE = (
    update(_TABLE)
    .where(_TABLE.c.id.in_(bindparam("ids", expanding=True)))
    .values(state=bindparam("state"), body_sealed=b"", done_at=bindparam("now"), error=bindparam("error"))
)
_BEYOND_REACH = {"blocked", "unreachable"}


class Lane(IntEnum):
    """Who goes first: an answer to a tap before a notice or a card, and both before a broadcast."""

    ANSWER = 1
    NOTICE = 2
    BROADCAST = 3


@dataclass(frozen=True, slots=True)
class Errand:
    """One outbox row with its body opened. `name` is a method of the Bot API or the name of a job."""

    id: int
    key: str
    name: str
    lane: int
    chat_id: int | None
    slot: str | None
    body: dict[str, Any]
    attempts: int
    batch: int | None = None


def call(
    unit: Unit,
    method: str,
    params: Mapping[str, Any],
    *,
    chat_id: int | None,
    lane: Lane = Lane.ANSWER,
    slot: str | None = None,
    extra: Mapping[str, Any] | None = None,
    key: str | None = None,
    after: timedelta = timedelta(0),
    batch: int | None = None,
) -> None:
    """Have the courier call a Bot API method once this transaction commits, or some time `after` that.

    `slot` names the message for later edits; `extra` tells the courier more (`vault`, `vaults`: files to attach,
    `file_name`: under which name a file that is no picture arrives,
    `edit`: a slot whose message is to be edited, `instead`: the call to make when that message is gone, `vanish`: after
    how many seconds what was sent is deleted, `unsent`: what to report, instead of trying again, when it was not sent
    (`kind`: as which result, pages if it is not there),
    `topic`: the topic of a forum to send it to). `batch`: the broadcast it belongs to (`storage.batches`).
    """
    body = {"params": dict(params), **(extra or {})}
    _leave(unit, "call", method, lane, body, chat_id=chat_id, slot=slot, key=key, after=after, batch=batch)


def job(unit: Unit, name: str, body: Mapping[str, Any], *, key: str | None = None) -> None:
    """Have slow work done once this transaction commits; its result comes back through the inbox."""
    _leave(unit, "job", name, Lane.ANSWER, dict(body), chat_id=None, slot=None, key=key)


def _leave(
    unit: Unit,
    kind: str,
    name: str,
    lane: Lane,
    body: Mapping[str, Any],
    *,
    chat_id: int | None,
    slot: str | None,
    key: str | None,
    after: timedelta = timedelta(0),
    batch: int | None = None,
) -> None:
    key = key or secrets.token_hex(8)
    unit.leaving.append(
        {
            "key": key,
            "kind": kind,
            "name": name,
            "lane": int(lane),
            "chat_id": chat_id,
            "slot": slot,
            "body_sealed": unit.ring.seal(json.dumps(body).encode(), f"outbox:{key}"),
            "state": "due",
            "attempts": 0,
            "error": "",
            "due_at": unit.now + after,
            "created_at": unit.now,
            "batch": batch,
        }
    )


async def write_batches(unit: Unit) -> None:
    """Write what was left for broadcasts now, not at the commit: who pauses one in this transaction must find it."""
    rows = [row for row in unit.leaving if row["batch"] is not None]
    if rows:
        unit.leaving = [row for row in unit.leaving if row["batch"] is None]
        await unit.insert_new(Outbox, rows, conflict=["key"])
        unit.rings_outbox = True


async def due(
    unit: Unit,
    kind: str,
    most: int,
    *,
    busy: Sequence[int] = (),
    held: Sequence[int] = (),
    without: Sequence[str] = (),
) -> list[Errand]:
    """What may be done now, first things first; not the rows `busy`, no call named in `without`, no chat in `held`."""
    lists = {"busy": list(busy), "held": list(held), "without": list(without)}
    values = {"kind": kind, "now": unit.now, "most": most, **lists}
    rows = list(await unit.conn.execute(_DUE, values))
    errands = [errand for row in rows if (errand := _errand(unit, row)) is not None]
    await give_up(unit, {row.id for row in rows} - {errand.id for errand in errands})
    return errands


async def give_up(unit: Unit, ids: Collection[int]) -> None:
    """Rows that cannot be opened must not stand in the way of the others; the operator hears of them."""
    await settle(unit, sorted(ids), "failed", "the row could not be opened")
    for errand_id in ids:
        await alerts.raise_alert(unit, "row_unreadable", f"outbox:{errand_id}")


async def drop_pictures(unit: Unit, slot: str) -> list[str]:
    """End what would still put a picture into this message, as another one follows; those pictures' vault names."""
    waiting = and_(_TABLE.c.slot == slot, _TABLE.c.state == "due", _TABLE.c.name == "editMessageMedia")
    rows = await unit.conn.execute(select(*_COLUMNS).where(waiting))
    errands = [errand for row in rows if (errand := _errand(unit, row)) is not None]
    await settle(unit, [errand.id for errand in errands], "dropped", "overtaken")
    return [errand.body["vault"] for errand in errands]


async def settle(unit: Unit, ids: Sequence[int], state: str, error: str = "") -> None:
    """These came to an end ("sent", "failed", "unknown", "dropped", "unreachable"); their bodies are blanked."""
    if ids:
        await unit.conn.execute(_SETTLE, {"ids": list(ids), "state": state, "now": unit.now, "error": error[:300]})


async def postpone(unit: Unit, errand_id: int, until: datetime, error: str) -> None:
    """Try again later."""
    await unit.conn.execute(
        update(_TABLE)
        .where(_TABLE.c.id == errand_id)
        .values(due_at=until, attempts=_TABLE.c.attempts + 1, error=error[:300])
    )


async def is_due(unit: Unit, errand_id: int) -> bool:
    """Is this still to be done? It may have been dropped while it was under way."""
    state = (await unit.conn.execute(select(_TABLE.c.state).where(_TABLE.c.id == errand_id))).scalar_one_or_none()
    return bool(state == "due")


async def next_due(unit: Unit, kind: str) -> datetime | None:
    """When the next postponed row comes due."""
    statement = select(func.min(_TABLE.c.due_at)).where(_TABLE.c.state == "due", _TABLE.c.kind == kind)
    found: datetime | None = (await unit.conn.execute(statement)).scalar_one_or_none()
    return found


async def drop_for(unit: Unit, chat_id: int, error: str, *, method: str | None = None) -> None:
    """Nothing more is to be sent to this chat: end what waits, all or one method; what is to vanish still does."""
    chosen = _TABLE.c.chat_id == chat_id
    if method is not None:
        chosen = and_(chosen, _TABLE.c.name == method)
    elif chat_id > 0:
        chosen = and_(chosen, _TABLE.c.name != "deleteMessage")
    missed = "unreachable" if error in _BEYOND_REACH else "dropped"
    end = case((_TABLE.c.batch.is_not(None), missed), else_="dropped")
    # Two statements, for each condition is an index of its own.
    for waiting in (_TABLE.c.state == "due", and_(_TABLE.c.batch.is_not(None), _TABLE.c.state == "paused")):
        ended = update(_TABLE).where(waiting, chosen)
        await unit.conn.execute(ended.values(state=end, body_sealed=b"", error=error, done_at=unit.now))


async def waits(unit: Unit, chat_id: int, method: str) -> bool:
    """Is this call to be made in this chat sooner or later?"""
    statement = select(_TABLE.c.id).where(
        _TABLE.c.state == "due", _TABLE.c.chat_id == chat_id, _TABLE.c.kind == "call", _TABLE.c.name == method
    )
    return (await unit.conn.execute(statement.limit(1))).first() is not None


async def slot_waits(unit: Unit, slot: str) -> bool:
    """Is a change of the message that stands for this slot still to be sent?"""
    found = select(_TABLE.c.id).where(_TABLE.c.state == "due", _TABLE.c.kind == "call", _TABLE.c.slot == slot)
    return (await unit.conn.execute(found.limit(1))).first() is not None


async def redirect(unit: Unit, old_chat: int, new_chat: int) -> None:
    """A group got a new id: what waits for the old one goes to the new one."""
    await unit.conn.execute(
        update(_TABLE).where(_TABLE.c.chat_id == old_chat, _TABLE.c.state == "due").values(chat_id=new_chat)
    )


def _errand(unit: Unit, row: Any) -> Errand | None:
    try:
        body = json.loads(unit.ring.open(row.body_sealed, f"outbox:{row.key}"))
    except SealBroken:
        return None
    return Errand(row.id, row.key, row.name, row.lane, row.chat_id, row.slot, body, row.attempts, row.batch)
