"""How far is a broadcast, and how is it paused, resumed, cancelled and taken back? A batch is its rows in the outbox.

A row of a batch is due, paused or leaving, and ends as sent, unreachable (blocked, gone), failed (refused), unknown
(the answer was lost: never sent again) or dropped (cancelled).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update

from storage.database import Unit
from storage.once import CANCELLED, PAUSED
from storage.tables import Outbox, table_of

_TABLE = table_of(Outbox)


@dataclass(frozen=True, slots=True)
class Copy:
    """One person's copy. `message_id`: the message that it became, where it is known; `at`: when it ended."""

    row: int
    chat_id: int
    state: str
    message_id: int | None
    at: datetime | None


async def pause(unit: Unit, batch: int) -> int:
    """Send none of it until `resume`; how many wait. What is under way at this moment still arrives."""
    await _mean(unit, batch, PAUSED)
    return await _move(unit, batch, ("due",), state="paused")


async def resume(unit: Unit, batch: int) -> int:
    """Go on where it was; how many are due again. Wakes the courier."""
    await _mean(unit, batch, "")
    unit.rings_outbox = True
    return await _move(unit, batch, ("paused",), state="due")


async def cancel(unit: Unit, batch: int) -> int:
    """Send none of the rest; how many that were. What is under way at this moment still arrives."""
    await _mean(unit, batch, CANCELLED)
    end = {"state": "dropped", "error": "cancelled", "body_sealed": b"", "done_at": unit.now}
    return await _move(unit, batch, ("due", "paused"), **end)


async def leave_out(unit: Unit, chat_id: int) -> None:
    """Somebody wants no broadcasts: no copy that waits is sent to them. What takes one back (below zero) still is."""
    theirs = (_TABLE.c.batch > 0, _TABLE.c.chat_id == chat_id, _TABLE.c.state.in_(("due", "paused")))
    end = {"state": "dropped", "error": "the person wants none", "body_sealed": b"", "done_at": unit.now}
    await unit.conn.execute(update(_TABLE).where(*theirs).values(**end))


async def counts(unit: Unit, batch: int) -> dict[str, int]:
    """How many copies are in which state; states that none is in are left out."""
    found = select(_TABLE.c.state, func.count()).where(_TABLE.c.batch == batch).group_by(_TABLE.c.state)
    return {state: int(number) for state, number in await unit.conn.execute(found)}


async def copies(unit: Unit, batch: int, states: Sequence[str], *, after: int = 0, most: int = 500) -> list[Copy]:
    """The copies in these states, oldest first, a page at a time: `after` is the row that ended the page before."""
    columns = (_TABLE.c.id, _TABLE.c.chat_id, _TABLE.c.state, _TABLE.c.message_id, _TABLE.c.done_at)
    page = (
        select(*columns)
        .where(_TABLE.c.batch == batch, _TABLE.c.state.in_(states), _TABLE.c.id > after)
        .order_by(_TABLE.c.id)
        .limit(most)
    )
    return [Copy(*row) for row in await unit.conn.execute(page)]


async def _mean(unit: Unit, batch: int, meant: str) -> None:
    """Those under way are left alone; this is for those that come back undelivered."""
    under_way = (_TABLE.c.batch == batch, _TABLE.c.state == "leaving")
    await unit.conn.execute(update(_TABLE).where(*under_way).values(error=meant))


async def _move(unit: Unit, batch: int, states: Sequence[str], **values: Any) -> int:
    moved = update(_TABLE).where(_TABLE.c.batch == batch, _TABLE.c.state.in_(states)).values(**values)
    return (await unit.conn.execute(moved)).rowcount
