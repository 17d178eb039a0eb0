"""Which officer has decided how many cases, and how?"""

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import case, delete, func, insert, select, text

from storage.database import Unit
from storage.headcount_tables import DecisionCount
from storage.tables import table_of

_TABLE = table_of(DecisionCount)
_MOVES = frozenset({"first_approve", "approve", "waitlist", "reject", "uphold", "send_back"})
# Written out as in the index that serves this, or the database does not see that it does.
_SINGLE = text("NOT folded")
Counts = dict[str, tuple[int, int]]


async def note(unit: Unit, move: str, actor: str, actor_id: int | None) -> None:
    """Something was done to a case; of what officers decide one more is counted."""
    if actor == "officer" and actor_id is not None and move in _MOVES:
        await unit.conn.execute(insert(_TABLE).values(officer_id=actor_id, move=move, at=unit.now))


async def by_officer(unit: Unit, since: datetime, lately: datetime) -> dict[int, Counts]:
    """For each officer (by Telegram's id) and move: how many since `since`, and how many of them since `lately`.

    Both must be beginnings of days as `fold` knows them.
    """
    recent = func.sum(case((_TABLE.c.at >= lately, _TABLE.c.number), else_=0))
    who = (_TABLE.c.officer_id, _TABLE.c.move)
    statement = select(*who, func.sum(_TABLE.c.number), recent).where(_TABLE.c.at >= since).group_by(*who)
    found: defaultdict[int, Counts] = defaultdict(dict)
    for officer, move, count, late in await unit.conn.execute(statement):
        found[officer][move] = (int(count), int(late))
    return dict(found)


async def fold(unit: Unit, beginning: Callable[[datetime], datetime], most: int) -> int:
    """Count together, day by day, the oldest decisions of days that are over, at most `most`; how many there were."""
    oldest = select(_TABLE.c.id).where(_SINGLE, _TABLE.c.at < beginning(unit.now)).order_by(_TABLE.c.at).limit(most)
    gone = (await unit.conn.execute(delete(_TABLE).where(_TABLE.c.id.in_(oldest)).returning(_TABLE))).all()
    days: Counter[tuple[int, str, datetime]] = Counter()
    for row in gone:
        days[row.officer_id, row.move, beginning(row.at)] += row.number
    if days:
        rows = [
            {"officer_id": officer, "move": move, "at": day, "number": number, "folded": True}
            for (officer, move, day), number in sorted(days.items())
        ]
        await unit.conn.execute(insert(_TABLE), rows)
    return len(gone)
