"""Is each thing that happened kept once, taken in order, and handled or parked?"""

import asyncio

from storage import inbox
from storage.database import Unit
from storage.keys import KeyRing
from tests.support.databases import NOW, Store, connected


async def put(unit: Unit, *numbers: int) -> None:
    await inbox.put_updates(unit, [{"update_id": number} for number in numbers])


def numbers(events: list[inbox.Event]) -> list[int]:
    return [event.body["update_id"] for event in events]


async def test_updates_are_taken_in_their_order_of_arrival_whatever_their_numbers(store: Store) -> None:
    async with store.unit() as unit:
        await put(unit, 30, 10)
    async with store.unit() as unit:
        await put(unit, 20)
    async with store.look() as unit:
        assert numbers(await inbox.take(unit, 10)) == [30, 10, 20]
        assert numbers(await inbox.take(unit, 2)) == [30, 10]
        assert await inbox.waiting(unit) == 3


async def test_an_update_that_comes_again_is_left_out_also_when_it_was_handled_long_ago(store: Store) -> None:
    async with store.unit() as unit:
        await put(unit, 1, 2)
        await inbox.done(unit, [event.id for event in await inbox.take(unit, 1)])
    async with store.unit() as unit:
        await put(unit, 1, 2, 3)
    async with store.look() as unit:
        assert numbers(await inbox.take(unit, 10)) == [2, 3]


async def test_a_second_result_of_one_job_is_left_out(store: Store) -> None:
    async with store.unit() as unit:
        await inbox.put_result(unit, "k1", "fetch_photo", {"first": True})
        await inbox.put_result(unit, "k1", "fetch_photo", {"first": False})
    async with store.look() as unit:
        assert [(event.kind, event.body) for event in await inbox.take(unit, 10)] == [("fetch_photo", {"first": True})]


async def test_what_is_done_is_not_taken_again_and_keeps_no_body(store: Store) -> None:
    async with store.unit() as unit:
        await put(unit, 1, 2)
        first = (await inbox.take(unit, 1))[0]
        await inbox.done(unit, [first.id])
        await inbox.done(unit, [])
    async with store.look() as unit:
        assert numbers(await inbox.take(unit, 10)) == [2]
        rows = await unit.conn.exec_driver_sql("SELECT body_sealed FROM inbox WHERE state = 'done'")
        assert [bytes(body) for (body,) in rows] == [b""]


async def test_a_parked_event_stands_aside_with_its_error_and_comes_back_with_new_tries(store: Store) -> None:
    async with store.unit() as unit:
        await put(unit, 1, 2)
        event = (await inbox.take(unit, 1))[0]
        await inbox.begin_try(unit, event.id)
        await inbox.begin_try(unit, event.id)
        await inbox.park(unit, event.id, "ValueError at form.py:7")
    async with store.look() as unit:
        assert numbers(await inbox.take(unit, 10)) == [2]
        (parked,) = await inbox.parked(unit)
        assert (parked.id, parked.attempts, parked.error) == (event.id, 2, "ValueError at form.py:7")
        assert parked.body == {"update_id": 1}
        assert await inbox.retry(unit, [event.id + 1000]) == 0
        assert await inbox.retry(unit, None) == 1
    async with store.unit() as unit:
        again = (await inbox.take(unit, 1))[0]
        assert (again.id, again.attempts, again.error) == (event.id, 0, "")


async def test_a_row_whose_key_is_gone_is_given_without_a_body_and_does_not_hide_the_others(store: Store) -> None:
    async with store.unit() as unit:
        await put(unit, 1)
    async with connected(store.mine.url.render_as_string(hide_password=False)) as stranger:
        stranger.ring = KeyRing({1: bytes(32)})
        async with stranger.unit(NOW) as unit:
            await put(unit, 2)
    async with store.look() as unit:
        assert [event.body for event in await inbox.take(unit, 10)] == [{"update_id": 1}, None]


async def test_only_a_commit_that_left_something_rings_the_bell(store: Store) -> None:
    bell = asyncio.Event()
    store.mine.inbox_bells.append(bell)
    async with store.unit() as unit:
        await inbox.put_updates(unit, [])
    assert not bell.is_set()
    async with store.unit() as unit:
        await put(unit, 1)
        assert not bell.is_set()
    assert bell.is_set()
