"""Does what is to be sent leave with its commit, in the right order, once, and keep no body afterwards?"""

import asyncio
from contextlib import suppress
from datetime import timedelta

from sqlalchemy import select

from storage import outbox
from storage.database import Unit
from storage.outbox import Errand, Lane
from storage.tables import Outbox, table_of
from tests.support.databases import Store, later

TABLE = table_of(Outbox)


def say(unit: Unit, text: str, chat: int | None = 7, lane: Lane = Lane.ANSWER, key: str | None = None) -> None:
    outbox.call(unit, "sendMessage", {"text": text}, chat_id=chat, lane=lane, key=key)


def words(errands: list[Errand]) -> list[str]:
    return [errand.body["params"]["text"] for errand in errands]


async def stored(unit: Unit) -> list[tuple[str, str, bool, int]]:
    """(state, error, body is blank, attempts) of every row, oldest first."""
    rows = await unit.conn.execute(select(TABLE).order_by(TABLE.c.id))
    return [(row.state, row.error, row.body_sealed == b"", row.attempts) for row in rows]


async def test_the_row_carries_everything_that_the_call_needs(store: Store) -> None:
    async with store.unit() as unit:
        outbox.call(
            unit, "sendPhoto", {"caption": "Kartu"}, chat_id=-1001, lane=Lane.NOTICE,
            slot="card:1", extra={"vault": "ab"}, key="k",
        )  # fmt: skip
    async with store.look() as unit:
        (errand,) = await outbox.due(unit, "call", 10)
    body = {"params": {"caption": "Kartu"}, "vault": "ab"}
    assert errand == Errand(errand.id, "k", "sendPhoto", 2, -1001, "card:1", body, 0)


async def test_answers_go_before_notices_and_these_before_broadcasts_and_each_in_its_order(store: Store) -> None:
    async with store.unit() as unit:
        say(unit, "siaran", lane=Lane.BROADCAST)
        say(unit, "kabar", lane=Lane.NOTICE)
        say(unit, "jawaban 1")
        say(unit, "jawaban 2")
        outbox.job(unit, "draw_card", {"case": 1})
    async with store.look() as unit:
        assert words(await outbox.due(unit, "call", 10)) == ["jawaban 1", "jawaban 2", "kabar", "siaran"]
        assert words(await outbox.due(unit, "call", 1)) == ["jawaban 1"]
        assert [(errand.name, errand.body) for errand in await outbox.due(unit, "job", 10)] == [
            ("draw_card", {"case": 1})
        ]


async def test_what_is_under_way_and_what_is_for_a_held_chat_is_not_given(store: Store) -> None:
    async with store.unit() as unit:
        say(unit, "a", chat=1)
        say(unit, "b", chat=2)
        say(unit, "c", chat=3)
        say(unit, "tanpa chat", chat=None)
    async with store.look() as unit:
        first = (await outbox.due(unit, "call", 1))[0]
        assert words(await outbox.due(unit, "call", 10, busy=[first.id])) == ["b", "c", "tanpa chat"]
        assert words(await outbox.due(unit, "call", 10, held=[2, 3])) == ["a", "tanpa chat"]
        assert words(await outbox.due(unit, "call", 10, busy=[first.id], held=[2])) == ["c", "tanpa chat"]


async def test_what_is_settled_keeps_its_end_and_no_body(store: Store) -> None:
    async with store.unit() as unit:
        say(unit, "a")
        say(unit, "b")
    async with store.unit() as unit:
        first, second = await outbox.due(unit, "call", 10)
        await outbox.settle(unit, [first.id], "sent")
        await outbox.settle(unit, [second.id], "failed", "x" * 500)
        await outbox.settle(unit, [], "sent")
    async with store.look() as unit:
        assert await outbox.due(unit, "call", 10) == []
        assert await stored(unit) == [("sent", "", True, 0), ("failed", "x" * 300, True, 0)]


async def test_a_postponed_row_comes_due_at_its_time_and_counts_the_try(store: Store) -> None:
    async with store.unit() as unit:
        say(unit, "a")
    async with store.unit() as unit:
        (errand,) = await outbox.due(unit, "call", 10)
        await outbox.postpone(unit, errand.id, later(5), "Timed out")
    async with store.look(4) as unit:
        assert await outbox.due(unit, "call", 10) == []
        assert await outbox.next_due(unit, "call") == later(5)
        assert await outbox.next_due(unit, "job") is None
    async with store.look(5) as unit:
        (again,) = await outbox.due(unit, "call", 10)
        assert (again.id, again.attempts) == (errand.id, 1)


async def test_what_waits_for_a_moved_group_goes_to_the_new_one(store: Store) -> None:
    async with store.unit() as unit:
        say(unit, "kartu", chat=-5)
        say(unit, "lain", chat=-6)
    async with store.unit() as unit:
        await outbox.redirect(unit, -5, -1005)
    async with store.look() as unit:
        assert [errand.chat_id for errand in await outbox.due(unit, "call", 10)] == [-1005, -6]


async def test_what_waits_for_a_lost_chat_is_dropped_and_what_was_sent_stays_sent(store: Store) -> None:
    async with store.unit() as unit:
        say(unit, "a")
        say(unit, "b")
        say(unit, "c", chat=8)
    async with store.unit() as unit:
        await outbox.settle(unit, [(await outbox.due(unit, "call", 1))[0].id], "sent")
        await outbox.drop_for(unit, 7, "blocked")
    async with store.look() as unit:
        assert await stored(unit) == [("sent", "", True, 0), ("dropped", "blocked", True, 0), ("due", "", False, 0)]


async def test_one_key_is_sent_once_in_one_transaction_and_in_two(store: Store) -> None:
    async with store.unit() as unit:
        say(unit, "pertama", key="notice:1")
        say(unit, "kedua", key="notice:1")
        say(unit, "lain", key="notice:2")
    async with store.unit() as unit:
        say(unit, "ketiga", key="notice:1")
    async with store.look() as unit:
        assert words(await outbox.due(unit, "call", 10)) == ["pertama", "lain"]


async def test_what_was_to_be_sent_in_a_failed_transaction_is_not_sent_and_no_bell_rings(store: Store) -> None:
    bell = asyncio.Event()
    store.mine.outbox_bells.append(bell)
    with suppress(LookupError):
        async with store.unit() as unit:
            say(unit, "a")
            raise LookupError
    async with store.look() as unit:
        assert await outbox.due(unit, "call", 10) == []
    assert not bell.is_set()
    async with store.unit() as unit:
        say(unit, "b")
    assert bell.is_set()


async def test_pictures_that_wait_for_a_message_are_dropped_and_named_and_other_rows_stay(store: Store) -> None:
    async with store.unit() as unit:
        for slot, name, vault in (
            ("card:1", "editMessageMedia", "a"),
            ("card:1", "editMessageCaption", "b"),
            ("card:2", "editMessageMedia", "c"),
        ):
            outbox.call(unit, name, {}, chat_id=-1001, slot=slot, extra={"vault": vault})
    async with store.unit() as unit:
        assert await outbox.drop_pictures(unit, "card:1") == ["a"]
        assert await outbox.drop_pictures(unit, "card:1") == []
    async with store.look() as unit:
        assert [errand.body["vault"] for errand in await outbox.due(unit, "call", 10)] == ["b", "c"]
        assert (await stored(unit))[0] == ("dropped", "overtaken", True, 0)


async def test_a_call_for_later_comes_due_then(store: Store) -> None:
    async with store.unit() as unit:
        outbox.call(unit, "deleteMessage", {}, chat_id=7, after=timedelta(minutes=10))
    async with store.look(9) as unit:
        assert await outbox.due(unit, "call", 10) == []
        assert await outbox.next_due(unit, "call") == later(10)
    async with store.look(10) as unit:
        assert [errand.name for errand in await outbox.due(unit, "call", 10)] == ["deleteMessage"]
