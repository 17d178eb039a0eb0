"""How does a message leave at most once? It is marked before the call; what a crash left marked is unknown."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, bindparam, case, literal, update

from storage.database import Unit
from storage.tables import Outbox, table_of

_TABLE = table_of(Outbox)
# What somebody decided about a row while it was under way stands in `error` until its end is written.
PAUSED, CANCELLED = "paused meanwhile", "cancelled meanwhile"
_LEAVE = (
    update(_TABLE)
    .where(_TABLE.c.id.in_(bindparam("ids", expanding=True)), _TABLE.c.state == "due")
    .values(state="leaving", error="")
    .returning(_TABLE.c.id)
)
_SENT = (
    update(_TABLE)
    .where(_TABLE.c.id == bindparam("row"))
    .values(
        state="sent", body_sealed=b"", error="", done_at=bindparam("now"), message_id=bindparam("message")
    )
)  # fmt: skip


async def leave(unit: Unit, ids: Sequence[int]) -> set[int]:
    """These are about to be sent: the ones that still may. They must not be sent before this is committed."""
    return set((await unit.conn.execute(_LEAVE, {"ids": list(ids)})).scalars()) if ids else set()


async def arrived(unit: Unit, messages: Sequence[tuple[int, int | None]]) -> None:
    """(row, message): these were sent and became these messages."""
    rows = [{"row": row, "message": message, "now": unit.now} for row, message in messages]
    if rows:
        await unit.conn.execute(_SENT, rows)


async def put_back(unit: Unit, row: int, until: datetime | None = None, error: str = "", *, tried: bool = True) -> None:
    """This one surely was not delivered: it waits again, unless its batch was stopped meanwhile."""
    meant = _TABLE.c.error
    cancelled = meant == CANCELLED
    await unit.conn.execute(
        update(_TABLE)
        .where(_TABLE.c.id == row, _TABLE.c.state == "leaving")
        .values(
            state=case((cancelled, "dropped"), (meant == PAUSED, "paused"), else_="due"),
            body_sealed=case((cancelled, literal(b"", _TABLE.c.body_sealed.type)), else_=_TABLE.c.body_sealed),
            done_at=case((cancelled, literal(unit.now, _TABLE.c.done_at.type)), else_=None),
            due_at=literal(until, _TABLE.c.due_at.type) if until else _TABLE.c.due_at,
            attempts=_TABLE.c.attempts + int(tried),
            error=error[:300],
        )
    )


async def end_interrupted(unit: Unit) -> int:
    """Whoever was sending is gone: whether these were delivered nobody knows, so they are never sent again."""
    left = and_(_TABLE.c.kind == "call", _TABLE.c.state == "leaving")
    unknown = {"state": "unknown", "body_sealed": b"", "done_at": unit.now, "error": "the bot stopped meanwhile"}
    return (await unit.conn.execute(update(_TABLE).where(left).values(**unknown))).rowcount
