"""How are all cases that wait for a decision looked through, without holding them all or the writer up?"""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from registration.checking import Check
from registration.lifecycle import DECIDABLE, State
from storage.database import Database
from storage.judgements import read
from storage.tables import Case, Judgement, table_of

_CASE, _JUDGEMENT = table_of(Case), table_of(Judgement)
_BATCH = 500
_STATES = (*sorted(DECIDABLE), State.SENT_BACK)


@dataclass(frozen=True, slots=True)
class Undecided:
    """What the rules need of a case, and what they said when it was sent (None: before judgements were kept)."""

    window: str
    answers: dict[str, Any]
    sent_at: datetime
    judged: tuple[Check, ...] | None


async def undecided(db: Database, now: Callable[[], datetime]) -> AsyncIterator[Undecided]:
    """Every case without a decision, oldest first; each batch is read in a short transaction of its own."""
    last = 0
    while True:
        statement = (
            select(
                _CASE.c.id,
                _CASE.c.number,
                _CASE.c.window,
                _CASE.c.answers_sealed,
                _CASE.c.sent_at,
                _JUDGEMENT.c.found_sealed,
            )
            .outerjoin(_JUDGEMENT, _JUDGEMENT.c.case_id == _CASE.c.id)
            .where(_CASE.c.id > last, _CASE.c.state.in_(_STATES))
            .order_by(_CASE.c.id)
            .limit(_BATCH)
        )
        async with db.unit(now()) as unit:
            rows = (await unit.conn.execute(statement)).all()
        for row in rows:
            answers = unit.unseal(row.answers_sealed, f"case:{row.number}")
            judged = read(unit, row.id, row.found_sealed) if row.found_sealed else None
            yield Undecided(row.window, answers, row.sent_at, judged)
        if len(rows) < _BATCH:
            return
        last = rows[-1].id
