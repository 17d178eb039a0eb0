"""Does the clock have the lists moved where places are free, and nowhere else, and does it tell of books gone wrong?"""

from sqlalchemy import text

from bot.waiting import WaitingLists
from registration.programme import read_programme
from registration.quota import Pool
from storage import alerts, inbox
from tests.registration.test_programme import SHIPPED
from tests.storage.books import WINDOW, approve, sent
from tests.support.databases import Store, later


async def checked(store: Store, quota: str, minutes: float = 0) -> list[dict[str, str]]:
    """What the events say that one check leaves; they are done then."""
    programme = read_programme(SHIPPED.replace("pool = 7100", quota))
    await WaitingLists(store.mine, programme, lambda: later(minutes)).check()
    async with store.look() as unit:
        events = await inbox.take(unit, 100)
        await inbox.done(unit, [event.id for event in events])
    return [event.body for event in events if event.kind == "place_free"]


async def test_an_event_is_left_for_each_list_that_has_room(store: Store) -> None:
    async with store.unit() as unit:
        rider, farmer = await sent(unit, 1), await sent(unit, 2, "petani", "dp3")
    assert await checked(store, "pool = 5") == []
    for case in (rider, farmer):
        await approve(store.mine, case, Pool("pool", 0))
    assert await checked(store, "pool = 0") == []
    assert await checked(store, "pool = 1", 1) == [{"window": WINDOW, "pool": "pool"}]
    assert await checked(store, "", 2) == [{"window": WINDOW, "pool": "pool"}]
    assert await checked(store, "sectors = { ojol = 0, petani = 1 }", 3) == [
        {"window": WINDOW, "pool": "sector:petani"}
    ]
    assert await checked(store, "agencies = { disnaker = 1 , dp3 = 0 }", 4) == [
        {"window": WINDOW, "pool": "agency:disnaker"}
    ]


async def test_books_that_do_not_agree_are_an_alert_until_they_do(store: Store) -> None:
    async with store.unit() as unit:
        case = await sent(unit, 1)
    await approve(store.mine, case, Pool("pool", 1))
    found = []
    for statement in ("UPDATE place_count SET taken = 2", "UPDATE place_count SET taken = 1"):
        async with store.unit() as unit:
            await unit.conn.execute(text(statement))
        await WaitingLists(store.mine, read_programme(SHIPPED), lambda: later(0)).audit()
        async with store.look() as unit:
            found.append([code for code, _, _ in await alerts.open_alerts(unit)])
    assert found == [["places_differ"], []]
