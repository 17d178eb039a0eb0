"""Which rows have served their time, and which files does anything still point to?"""

from datetime import timedelta

from sqlalchemy import ColumnElement, Table, and_, delete, func, literal, select

from storage.database import Unit
from storage.page_tables import StoredFile
from storage.shelf import NAME
from storage.tables import Inbox, Outbox, table_of

_INBOX = table_of(Inbox)
_OUTBOX = table_of(Outbox)
_FILE = table_of(StoredFile)
# Telegram gives an update again for a day at most; until then its row says that it is known.
_HANDLED = timedelta(days=3)
# Long enough to answer "what did the bot tell me last week": when, and whether it arrived. The words are gone at once.
_SENT = timedelta(days=30)


async def purge(unit: Unit, most: int) -> int:
    """Delete the oldest rows that are over, at most `most` of each kind; how many there were.

    What waits, is parked, failed or is unknown stays, and so do outbox rows with a key of one's own (`sorry:17`):
    they say that something was sent once and is not to be sent again. A broadcast goes as a whole, a month after it.
    """
    handled = and_(_INBOX.c.state == "done", _INBOX.c.received_at < unit.now - _HANDLED)
    over = and_(
        _OUTBOX.c.state.in_(("sent", "dropped")),
        _OUTBOX.c.done_at < unit.now - _SENT,
        _OUTBOX.c.key.not_like("%:%"),
        _OUTBOX.c.batch.is_(None),
    )
    of_a_batch = _OUTBOX.c.batch.in_(await _batches_over(unit))
    return sum(
        [await _delete(unit, *each, most) for each in ((_INBOX, handled), (_OUTBOX, over), (_OUTBOX, of_a_batch))]
    )


async def _batches_over(unit: Unit) -> list[int]:
    """Until then somebody may want to know who got it, or take it back."""
    last = func.max(func.coalesce(_OUTBOX.c.done_at, literal(unit.now, _OUTBOX.c.done_at.type)))
    ended = select(_OUTBOX.c.batch).where(_OUTBOX.c.batch.is_not(None)).group_by(_OUTBOX.c.batch)
    return list((await unit.conn.execute(ended.having(last < unit.now - _SENT))).scalars())


async def _delete(unit: Unit, table: Table, which: ColumnElement[bool], most: int) -> int:
    oldest = select(table.c.id).where(which).order_by(table.c.id).limit(most)
    return (await unit.conn.execute(delete(table).where(table.c.id.in_(oldest)))).rowcount


async def vault_names(unit: Unit) -> set[str]:
    """Every name of a vault file that a row points to: pages of documents, and what rows still to be done speak of.

    Raises `SealBroken` where such a row cannot be read: then nobody knows what it points to.
    """
    names = set((await unit.conn.execute(select(_FILE.c.vault_name))).scalars())
    for table, about in ((_INBOX, "inbox"), (_OUTBOX, "outbox")):
        rows = select(table.c.key, table.c.body_sealed).where(table.c.body_sealed != b"")
        for row in await unit.conn.execute(rows):
            names.update(NAME.findall(unit.ring.open(row.body_sealed, f"{about}:{row.key}").decode()))
    return names
