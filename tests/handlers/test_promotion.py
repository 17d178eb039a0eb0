"""Who gets a free place when two processes hand it out at once, and what if nobody may have it?"""

import asyncio

from handlers.context import Services
from handlers.promotion import on_place_free
from registration.lifecycle import State
from registration.programme import read_programme
from registration.quota import Pool
from storage import balance, cases, inbox, outbox, people
from storage.database import Database, Unit
from storage.inbox import Event
from tests.handlers.phone import STAFF, TEXTS
from tests.registration.test_programme import SHIPPED
from tests.storage.books import WINDOW, approve, sent
from tests.stories.staff.office import SITI
from tests.support.databases import NOW, Store

BODY = {"window": WINDOW, "pool": "pool"}


def services(pool: str) -> Services:
    return Services(read_programme(SHIPPED.replace("pool = 7100", pool)), TEXTS, "", STAFF)


async def waitlisted(store: Store, count: int) -> list[int]:
    """So many approved cases on the list; their ids."""
    async with store.unit() as unit:
        for number in range(1, count + 1):
            await people.meet(unit, 1000 + number)
        found = [await sent(unit, number) for number in range(1, count + 1)]
        for case in found:
            await cases.change(unit, case, answers=SITI | dict(case.answers), next_revision=False)
    for case in found:
        await approve(store.mine, case, Pool("pool", 0))
    return [case.id for case in found]


async def free(db: Database, with_rules: Services, body: dict[str, str] = BODY) -> None:
    """The event, handled in a transaction of its own."""
    async with db.unit(NOW) as unit:
        await on_place_free(unit, with_rules, body)


async def states(store: Store) -> list[str]:
    async with store.look() as unit:
        found = [case.state for case in await cases.in_states(unit, list(State))]
        assert await balance.differences(unit) == []
    return found


async def waiting_events(unit: Unit) -> list[Event]:
    return [event for event in await inbox.take(unit, 100) if event.kind == "place_free"]


async def test_two_processes_hand_out_three_places_to_the_first_three_with_one_notice_each(store: Store) -> None:
    await waitlisted(store, 6)
    three = services("pool = 3")
    await asyncio.gather(*(free((store.mine, store.other)[n % 2], three) for n in range(8)))
    assert await states(store) == ["approved"] * 3 + ["waitlisted"] * 3
    async with store.look() as unit:
        told = [each.chat_id for each in await outbox.due(unit, "call", 100) if each.name == "sendMessage"]
    assert sorted(chat for chat in told if chat is not None) == [1001, 1002, 1003]


async def test_one_event_promotes_one_and_leaves_the_next_event_while_there_is_room(store: Store) -> None:
    await waitlisted(store, 3)
    two = services("pool = 2")
    for expected in (["approved", "waitlisted", "waitlisted"], ["approved", "approved", "waitlisted"]):
        await free(store.mine, two)
        assert await states(store) == expected
    async with store.look() as unit:
        assert len(await waiting_events(unit)) == 1


async def test_an_event_of_a_pool_that_the_file_no_longer_has_promotes_nobody(store: Store) -> None:
    await waitlisted(store, 1)
    await free(store.mine, services("sectors = { ojol = 5 }"))
    await free(store.mine, services("pool = 5"), {"window": WINDOW, "pool": "sector:ojol"})
    assert await states(store) == ["waitlisted"]
