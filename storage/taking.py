"""Which calls may be made next: the oldest first, an answer before a notice or card, and both before a broadcast?"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, bindparam, exists, func, select, union_all

from storage.database import Unit
from storage.keys import KeyRing, SealBroken
from storage.outbox import Errand, Lane
from storage.tables import Outbox, Slot, table_of

_TABLE = table_of(Outbox)
_SLOT = table_of(Slot)
_COLUMNS = (
    _TABLE.c.id, _TABLE.c.key, _TABLE.c.name, _TABLE.c.lane, _TABLE.c.chat_id, _TABLE.c.slot, _TABLE.c.body_sealed,
    _TABLE.c.attempts, _TABLE.c.batch,
)  # fmt: skip
_DUE = and_(
    _TABLE.c.state == "due",
    _TABLE.c.kind == "call",
    _TABLE.c.due_at <= bindparam("now"),
    _TABLE.c.id.not_in(bindparam("busy", expanding=True)),
    func.coalesce(_TABLE.c.chat_id, 0).not_in(bindparam("held", expanding=True)),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that is due, its body still sealed: most that are looked at do not leave yet."""

    id: int
    key: str
    name: str
    lane: Lane
    chat_id: int | None
    slot: str | None
    sealed: bytes
    attempts: int
    batch: int | None

    def opened(self, ring: KeyRing) -> Errand | None:
        """The row with its body; None when it cannot be opened."""
        try:
            body = json.loads(ring.open(self.sealed, f"outbox:{self.key}"))
        except SealBroken:
            return None
        return Errand(self.id, self.key, self.name, self.lane, self.chat_id, self.slot, body, self.attempts, self.batch)


def _of_lanes(first: Lane, last: Lane, most: str) -> Select[Any]:
    lanes = _TABLE.c.lane.in_([int(lane) for lane in Lane if first <= lane <= last])
    return select(*_COLUMNS).where(_DUE, lanes).order_by(_TABLE.c.lane, _TABLE.c.id).limit(bindparam(most))


# A new card is one that stands nowhere yet. The oldest case has the lowest number.
_NEW_CARD = (
    select(*_COLUMNS)
    .where(
        _DUE,
        _TABLE.c.chat_id == bindparam("chat"),
        _TABLE.c.name == "editMessageMedia",
        ~exists().where(_SLOT.c.name == _TABLE.c.slot),
    )
    .order_by(func.length(_TABLE.c.slot), _TABLE.c.slot, _TABLE.c.id)
    .limit(1)
)
_BOTH = union_all(
    select(_of_lanes(Lane.ANSWER, Lane.NOTICE, "most").subquery()),
    select(_of_lanes(Lane.BROADCAST, Lane.BROADCAST, "bulk").subquery()),
)


async def candidates(unit: Unit, most: int, bulk: int, *, busy: Sequence[int], held: Sequence[int]) -> list[Candidate]:
    """At most `most` answers, notices and cards, and `bulk` broadcasts; not those `busy`, none to a chat in `held`."""
    values = {"now": unit.now, "busy": list(busy), "held": list(held), "most": most, "bulk": bulk}
    rows = [_candidate(row) for row in await unit.conn.execute(_BOTH, values)]
    return sorted(rows, key=lambda row: (row.lane, row.id))


async def new_card(unit: Unit, chat_id: int) -> Candidate | None:
    """The card of the oldest case that is to be put up in this group."""
    values = {"now": unit.now, "busy": [], "held": [], "chat": chat_id}
    row = (await unit.conn.execute(_NEW_CARD, values)).first()
    return None if row is None else _candidate(row)


def _candidate(row: Any) -> Candidate:
    return Candidate(row.id, row.key, row.name, Lane(row.lane), *row[4:])
