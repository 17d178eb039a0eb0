"""What has happened and is not handled yet, and how does each thing get handled exactly once?"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, select, update

from storage.database import Unit
from storage.keys import SealBroken
from storage.tables import Inbox, table_of

_TABLE = table_of(Inbox)
_TAKE = select(_TABLE).where(_TABLE.c.state == "new").order_by(_TABLE.c.id).limit(bindparam("most"))
_DONE = update(_TABLE).where(_TABLE.c.id.in_(bindparam("ids", expanding=True))).values(state="done", body_sealed=b"")
MOST_TRIES = 3


@dataclass(frozen=True, slots=True)
class Event:
    """One inbox row: `kind` is "update" (a Telegram update) or the name of a job whose result it is.

    `body` is None where it could not be opened.
    """

    id: int
    kind: str
    body: Any
    attempts: int
    error: str


async def put_updates(unit: Unit, updates: Sequence[Mapping[str, Any]]) -> None:
    """Keep raw updates in their order of arrival. One that is known already (by `update_id`) is left out."""
    await _put(unit, "update", [(f"u:{update['update_id']}", update) for update in updates])


async def put_odd(unit: Unit, updates: Sequence[Mapping[str, Any]]) -> None:
    """Keep updates of a form that nobody knows, as they came. Nothing handles them, so they are parked for a person."""
    bodies = [(hashlib.sha256(json.dumps(update, sort_keys=True).encode()).hexdigest(), update) for update in updates]
    await _put(unit, "odd_update", [(f"o:{digest}", update) for digest, update in bodies])


async def put_result(unit: Unit, job_key: str, kind: str, body: Mapping[str, Any]) -> None:
    """Keep the result of a job, so that it is handled like an update. A second result of one job is left out."""
    await _put(unit, kind, [(f"j:{job_key}", body)])


async def _put(unit: Unit, kind: str, bodies: Sequence[tuple[str, Mapping[str, Any]]]) -> None:
    rows = [
        {
            "key": key,
            "kind": kind,
            "body_sealed": unit.ring.seal(json.dumps(body).encode(), f"inbox:{key}"),
            "state": "new",
            "attempts": 0,
            "error": "",
            "received_at": unit.now,
        }
        for key, body in bodies
    ]
    if rows:
        await unit.insert_new(Inbox, rows, conflict=["key"])
        unit.rings_inbox = True


async def take(unit: Unit, most: int) -> list[Event]:
    """The oldest unhandled events, at most `most`."""
    return [_event(unit, row) for row in await unit.conn.execute(_TAKE, {"most": most})]


async def done(unit: Unit, ids: Sequence[int]) -> None:
    """These are handled; their bodies are blanked."""
    if ids:
        await unit.conn.execute(_DONE, {"ids": list(ids)})


async def begin_try(unit: Unit, event_id: int) -> None:
    """Count a try before it begins, so that a crash of the process counts too."""
    await unit.conn.execute(update(_TABLE).where(_TABLE.c.id == event_id).values(attempts=_TABLE.c.attempts + 1))


async def park(unit: Unit, event_id: int, error: str) -> None:
    """Keep an event that cannot be handled, with its error, out of the others' way."""
    await unit.conn.execute(update(_TABLE).where(_TABLE.c.id == event_id).values(state="parked", error=error))


async def parked(unit: Unit) -> list[Event]:
    """All parked events, oldest first."""
    rows = await unit.conn.execute(select(_TABLE).where(_TABLE.c.state == "parked").order_by(_TABLE.c.id))
    return [_event(unit, row) for row in rows]


async def retry(unit: Unit, ids: Sequence[int] | None) -> int:
    """Put parked events (all, or these) back in line; how many there were."""
    statement = update(_TABLE).where(_TABLE.c.state == "parked").values(state="new", attempts=0, error="")
    if ids is not None:
        statement = statement.where(_TABLE.c.id.in_(ids))
    unit.rings_inbox = True
    return (await unit.conn.execute(statement)).rowcount


async def waiting(unit: Unit) -> int:
    """How many events are not handled yet."""
    statement = select(func.count()).select_from(_TABLE).where(_TABLE.c.state == "new")
    return int((await unit.conn.execute(statement)).scalar_one())


def _event(unit: Unit, row: Any) -> Event:
    try:
        body = json.loads(unit.ring.open(row.body_sealed, f"inbox:{row.key}"))
    except SealBroken:
        body = None  # one row that cannot be read must not stand in the way of the others
    return Event(row.id, row.kind, body, row.attempts, row.error)
