"""Is one broadcast one, whoever asks for it how often, and is its audience counted and listed rightly?"""

import asyncio
from typing import Any

import pytest

from registration.audiences import Audience, NoSuchAudience, read_audience
from registration.broadcasting import State
from storage import audiences, batches, broadcasts, cases, drafts, outbox, people, reminding
from storage.broadcasts import Broadcast, Content
from storage.cases import NewCase
from storage.database import Unit
from storage.outbox import Lane
from tests.support.databases import NOW, Store

WINDOW = "w2025"
SOUTH, EAST = "64.71.05", "64.71.01"


async def person(unit: Unit, number: int, source: str = "") -> int:
    who, _ = await people.meet(unit, 1000 + number)
    await people.came_from(unit, who.telegram_id, source)
    return who.id


async def case(unit: Unit, person_id: int, state: str, sector: str = "ojol", kecamatan: str = SOUTH) -> None:
    answers: dict[str, Any] = {"nik": f"64710517089{person_id:05d}", "name": "Siti", "kecamatan": kecamatan}
    new = NewCase(f"BPN-{person_id}", person_id, 1, WINDOW, sector, "dp3", state, answers, "v1")
    await cases.create(unit, new)


async def town(store: Store) -> None:
    """1: came by a link for fishers; 2: fills a form; 3 to 6 have cases; 7 has blocked the bot; 8 wants none of it."""
    async with store.unit() as unit:
        await person(unit, 1, "nelayan")
        await drafts.open_new(unit, await person(unit, 2), {}, rules_version="v1")
        await case(unit, await person(unit, 3), "waiting")
        await case(unit, await person(unit, 4), "claimed", "nelayan", EAST)
        await case(unit, await person(unit, 5), "sent_back", "nelayan")
        await case(unit, await person(unit, 6), "approved")
        await person(unit, 7)
        await people.mark_unreachable(unit, 1007)
        await reminding.wish(unit, await person(unit, 8), wanted=False)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", [1, 2, 3, 4, 5, 6]),
        ("stands=not_registered", [1, 2]),
        ("stands=unfinished", [2]),
        ("stands=waiting", [3, 4]),
        ("stands=sent_back", [5]),
        ("stands=approved", [6]),
        ("sector=nelayan", [1, 4, 5]),
        ("sector=nelayan stands=not_registered", [1]),
        ("sector=ojol stands=not_registered", []),
        (f"kecamatan={SOUTH}", [3, 5, 6]),
        (f"sector=nelayan stands=waiting kecamatan={EAST}", [4]),
        (f"stands=unfinished kecamatan={EAST}", []),
    ],
)
async def test_each_part_of_an_audience_narrows_it(store: Store, written: str, expected: list[int]) -> None:
    await town(store)
    audience = read_audience(written)
    assert audience.written == written
    async with store.look() as unit:
        found = await audiences.following(unit, audience, WINDOW, 0, 100)
        assert [telegram_id - 1000 for _, telegram_id in found] == expected
        assert await audiences.count(unit, audience, WINDOW) == len(expected)
        assert await audiences.following(unit, audience, WINDOW, found[-1][0] if found else 0, 9) == []
        assert await audiences.following(unit, audience, WINDOW, 0, 1) == found[:1]


async def test_cases_of_another_window_do_not_count(store: Store) -> None:
    await town(store)
    async with store.look() as unit:
        counts = [await audiences.count(unit, read_audience(f"stands={x}"), "w2026") for x in ("waiting", "approved")]
        assert [*counts, await audiences.count(unit, read_audience("stands=not_registered"), "w2026")] == [0, 0, 6]


@pytest.mark.parametrize("written", ["sector=pilot", "stands=", "colour=red", "stands=waiting kecamatan=Jakarta"])
def test_an_audience_that_does_not_exist_is_refused(written: str) -> None:
    if written == "stands=":
        assert read_audience(written) == Audience()
        return
    with pytest.raises(NoSuchAudience):
        read_audience(written)


async def new(store: Store) -> Broadcast:
    async with store.unit() as unit:
        return await broadcasts.create(unit, "group:-1:7", chat_id=-1, author_id=5)


async def test_one_key_is_one_broadcast_and_its_words_are_sealed(store: Store) -> None:
    first = await new(store)
    content = Content("Halo 👋", ({"type": "bold", "offset": 0, "length": 4},), "foto1")
    async with store.unit() as unit:
        changed = await broadcasts.change(unit, first, content=content, audience="stands=waiting")
    assert await new(store) == changed
    async with store.look() as unit:
        kept = await broadcasts.get(unit, first.id)
        raw = (await unit.conn.exec_driver_sql("SELECT content_sealed FROM broadcast")).scalar_one()
    assert kept is not None
    assert (kept.content, kept.audience, kept.state, kept.revision) == (
        content, Audience(stands="waiting"), State.WRITING, 1,
    )  # fmt: skip
    assert b"Halo" not in bytes(raw)


async def test_of_two_supervisors_at_once_one_changes_it(store: Store) -> None:
    seen = await new(store)

    async def confirm(number: int) -> Broadcast | None:
        async with (store.mine, store.other)[number % 2].unit(NOW) as unit:
            return await broadcasts.change(unit, seen, state=State.RUNNING, confirmed_by=number)

    done = [each for each in await asyncio.gather(*map(confirm, range(6))) if each is not None]
    assert len(done) == 1
    async with store.look() as unit:
        assert await broadcasts.get(unit, seen.id) == done[0]
        assert await broadcasts.watched(unit) == [seen.id]


async def test_a_person_who_presses_twice_is_counted_once(store: Store) -> None:
    seen = await new(store)
    async with store.unit() as unit:
        for act in ("register", "stop"):
            await broadcasts.press(unit, seen.id, 1, act)
        await broadcasts.press(unit, seen.id, 2, "register")
    async with store.look() as unit:
        assert await broadcasts.presses(unit, seen.id) == 2


async def left(unit: Unit, batch: int, *chats: int) -> None:
    for chat in chats:
        outbox.call(unit, "sendMessage", {}, chat_id=chat, lane=Lane.BROADCAST, key=f"b:{batch}:{chat}", batch=batch)
    await outbox.write_batches(unit)


async def test_who_halts_one_in_the_very_transaction_that_left_copies_halts_these_too(store: Store) -> None:
    async with store.unit() as unit:
        await left(unit, 1, 1001, 1002)
        await batches.pause(unit, 1)
    async with store.look() as unit:
        assert await batches.counts(unit, 1) == {"paused": 2}
    async with store.unit() as unit:
        await left(unit, 1, 1002, 1003)
    async with store.look() as unit:
        assert await batches.counts(unit, 1) == {"paused": 2, "due": 1}


async def test_whoever_wants_none_any_more_gets_no_copy_that_still_waits(store: Store) -> None:
    async with store.unit() as unit:
        await left(unit, 1, 1001, 1002)
        await left(unit, 2, 1001)
        await left(unit, -1, 1001)
        await batches.pause(unit, 2)
    async with store.unit() as unit:
        who, _ = await people.meet(unit, 1001)
        await reminding.wish(unit, who.id, wanted=False)
    async with store.look() as unit:
        found = [await batches.counts(unit, batch) for batch in (1, 2, -1)]
    assert found == [{"dropped": 1, "due": 1}, {"dropped": 1}, {"due": 1}]


async def test_a_group_with_a_new_id_keeps_its_broadcasts(store: Store) -> None:
    seen = await new(store)
    async with store.unit() as unit:
        await broadcasts.follow(unit, -1, -1002)
    async with store.look() as unit:
        moved = await broadcasts.get(unit, seen.id)
    assert moved is not None
    assert (moved.chat_id, moved.revision) == (-1002, seen.revision)
