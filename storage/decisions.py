"""Which officer has decided how many cases, and how?"""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import case, func, select, text

from storage.database import Unit
from storage.tables import History, table_of

_HISTORY = table_of(History)
# Written out as in the index of history that serves this, or the database does not see that it does.
_DECIDED = text(
    "actor = 'officer' AND move IN ('first_approve', 'approve', 'waitlist', 'reject', 'uphold', 'send_back')"
)
Counts = dict[str, tuple[int, int]]


async def by_officer(unit: Unit, since: datetime, lately: datetime) -> dict[int, Counts]:
    """For each officer (by Telegram's id) and move: how many since `since`, and how many of them since `lately`."""
    recent = func.sum(case((_HISTORY.c.at >= lately, 1), else_=0))
    statement = (
        select(_HISTORY.c.actor_id, _HISTORY.c.move, func.count(), recent)
        .where(_DECIDED, _HISTORY.c.at >= since)
        .group_by(_HISTORY.c.actor_id, _HISTORY.c.move)
    )
    found: defaultdict[int, Counts] = defaultdict(dict)
    for officer, move, count, late in await unit.conn.execute(statement):
        found[officer][move] = (int(count), int(late))
    return dict(found)
