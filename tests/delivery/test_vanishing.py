"""Does what was sent for a while vanish in time, all of it, whatever happens meanwhile?"""

from datetime import timedelta

from sqlalchemy import select

from delivery import ledger
from delivery.outcome import Outcome, Verdict, of_result
from storage import outbox, people
from storage.outbox import Errand
from storage.tables import Inbox, Outbox, table_of
from tests.support.databases import Store, later

ALBUM = {"params": {"chat_id": 7}, "vaults": ["a" * 32, "b" * 32], "vanish": 600, "unsent": {"case": 1}}


async def left(store: Store, body: dict[str, object], name: str = "sendMediaGroup") -> Errand:
    """A row that the courier has taken."""
    async with store.unit() as unit:
        extra = {key: value for key, value in body.items() if key != "params"}
        outbox.call(unit, name, {"chat_id": 7}, chat_id=7, extra=extra, key="k")
    async with store.look() as unit:
        (errand,) = await outbox.due(unit, "call", 10)
    return errand


async def test_each_message_of_an_album_is_deleted_ten_minutes_after_it_was_sent(store: Store) -> None:
    errand = await left(store, ALBUM)
    async with store.unit(5) as unit:
        parcels = await ledger.write(unit, [(errand, of_result([{"message_id": 41}, {"message_id": 42}]))])
    assert parcels == ["a" * 32, "b" * 32]
    async with store.look(14) as unit:
        assert await outbox.due(unit, "call", 10) == []
        assert await outbox.next_due(unit, "call") == later(15)
    async with store.look(15) as unit:
        rows = await outbox.due(unit, "call", 10)
        assert [(row.name, row.body["params"]) for row in rows] == [
            ("deleteMessage", {"chat_id": 7, "message_id": 41}),
            ("deleteMessage", {"chat_id": 7, "message_id": 42}),
        ]


async def test_what_was_not_sent_is_reported_and_not_tried_again_and_marks_nobody(store: Store) -> None:
    async with store.unit() as unit:
        await people.meet(unit, 7)
    for verdict, refused in ((Verdict.UNREACHABLE, True), (Verdict.UNKNOWN, False), (Verdict.FAILED, False)):
        errand = await left(store, ALBUM | {"params": {}})
        async with store.unit() as unit:
            assert await ledger.write(unit, [(errand, Outcome(verdict, words="x"))]) == ["a" * 32, "b" * 32]
        async with store.look() as unit:
            assert await people.is_reachable(unit, 7)
            row = (await unit.conn.execute(select(table_of(Inbox)))).one()
            body = unit.ring.open(row.body_sealed, f"inbox:{row.key}").decode()
            assert (row.kind, f'"refused": {str(refused).lower()}' in body) == ("pages_unsent", True)
            assert (await unit.conn.execute(select(table_of(Outbox).c.state))).scalars().all() == ["dropped"]
        async with store.unit() as unit:
            await unit.conn.execute(table_of(Inbox).delete())
            await unit.conn.execute(table_of(Outbox).delete())


async def test_a_deletion_outlives_a_block_and_is_tried_for_two_days(store: Store) -> None:
    errand = await left(store, {"params": {}}, "deleteMessage")
    blocked = Outcome(Verdict.UNREACHABLE, words="blocked")
    async with store.unit() as unit:
        await outbox.drop_for(unit, 7, "blocked")
        await ledger.write(unit, [(errand, blocked)])
    async with store.look(11) as unit:
        (again,) = await outbox.due(unit, "call", 10)
    assert again.attempts == 1
    assert timedelta(minutes=10) * ledger._MOST_DELETIONS == timedelta(hours=48)
