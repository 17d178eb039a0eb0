"""Who goes first: answers before broadcasts, everybody beside one who taps a thousand times, new cards beside edits?"""

from collections.abc import Sequence

from delivery.budget import Budget, Limits
from delivery.choosing import BULK, Chooser
from storage import marks, outbox
from storage.outbox import Errand, Lane
from storage.tables import Outbox, table_of
from tests.delivery.watch import Watch
from tests.support.databases import Store

GROUP = -100
MANY = Limits(1000, 1000, 1000)


async def put(store: Store, chats: Sequence[int | None], lane: Lane = Lane.ANSWER, method: str = "sendMessage") -> None:
    async with store.unit() as unit:
        for chat in chats:
            outbox.call(unit, method, {"chat_id": chat, "text": "halo"}, chat_id=chat, lane=lane)


async def card(store: Store, method: str, number: int) -> None:
    async with store.unit() as unit:
        slot = f"card:{number}"
        outbox.call(unit, method, {}, chat_id=GROUP, lane=Lane.NOTICE, slot=slot, extra={"edit": slot})


async def chosen(store: Store, chooser: Chooser, going: Sequence[Errand] = ()) -> list[Errand]:
    async with store.unit() as unit:
        return [errand for errand, _ in (await chooser.choose(unit, going, [])).leaving]


async def emptied(store: Store, chooser: Chooser) -> list[str]:
    """What left, round by round, until nothing is due: the slot and the method."""
    left = []
    while found := await chosen(store, chooser):
        async with store.unit() as unit:
            for errand in found:
                left.append(f"{errand.slot} {errand.name}")
                if errand.name == "editMessageMedia":
                    await marks.fill_slots(unit, [(str(errand.slot), GROUP, errand.id)])
            await outbox.settle(unit, [errand.id for errand in found], "sent")
    return left


async def test_one_person_with_a_thousand_messages_holds_up_nobody(store: Store) -> None:
    await put(store, [7] * 300)
    await put(store, [8, 9])
    await put(store, [7] * 300)
    assert [errand.chat_id for errand in await chosen(store, Chooser(Budget(MANY, Watch())))] == [7, 8, 9]


async def test_a_thousand_spinners_leave_room_for_messages(store: Store) -> None:
    await put(store, [None] * 200, method="answerCallbackQuery")
    await put(store, [8])
    left = [errand.chat_id for errand in await chosen(store, Chooser(Budget(MANY, Watch())))]
    assert (left.count(None), left.count(8), len(left)) == (24, 1, 25)


async def test_answers_leave_before_notices_and_these_before_broadcasts_whenever_they_were_left(store: Store) -> None:
    for chat, lane in ((1, Lane.BROADCAST), (2, Lane.NOTICE), (3, Lane.ANSWER)):
        await put(store, [chat], lane)
    assert [errand.chat_id for errand in await chosen(store, Chooser(Budget(MANY, Watch())))] == [3, 2, 1]


async def test_of_a_broadcast_no_more_are_under_way_than_a_crash_may_leave_unknown(store: Store) -> None:
    await put(store, range(1, 100), Lane.BROADCAST)
    chooser, going = Chooser(Budget(Limits(100_000, 1000, 1000), Watch())), list[Errand]()
    while found := await chosen(store, chooser, going):
        going += found
    assert len(going) == BULK


async def test_a_broadcast_is_made_ready_a_moment_ahead_and_not_more(store: Store) -> None:
    await put(store, range(1, 100), Lane.BROADCAST)
    chooser = Chooser(Budget(Limits(per_second=30), Watch()))
    async with store.unit() as unit:
        first = await chooser.choose(unit, [], [])
    assert [round(after, 2) for _, after in first.leaving] == [0.0, 0.03, 0.05]
    assert 0 < min(first.waits) < 0.1


async def test_new_cards_and_edits_take_turns_and_the_oldest_case_comes_first(store: Store) -> None:
    async with store.unit() as unit:
        await marks.fill_slots(unit, [(f"card:{number}", GROUP, number) for number in range(1, 5)])
    for number in range(1, 5):
        await card(store, "editMessageCaption", number)
    for number in (12, 9, 10):
        await card(store, "editMessageMedia", number)
    assert await emptied(store, Chooser(Budget(MANY, Watch()))) == [
        "card:1 editMessageCaption",
        "card:9 editMessageMedia",
        "card:2 editMessageCaption",
        "card:10 editMessageMedia",
        "card:3 editMessageCaption",
        "card:12 editMessageMedia",
        "card:4 editMessageCaption",
    ]


async def test_cards_alone_go_up_by_the_age_of_their_cases(store: Store) -> None:
    for number in (12, 9, 10):
        await card(store, "editMessageMedia", number)
    left = await emptied(store, Chooser(Budget(MANY, Watch())))
    assert [each.split()[0] for each in left] == ["card:9", "card:10", "card:12"]


async def test_a_row_that_cannot_be_opened_is_given_up(store: Store) -> None:
    await put(store, [7, 8])
    table = table_of(Outbox)
    async with store.unit() as unit:
        await unit.conn.execute(table.update().where(table.c.chat_id == 7).values(body_sealed=b"x"))
    assert [errand.chat_id for errand in await chosen(store, Chooser(Budget(MANY, Watch())))] == [8]
    async with store.look() as unit:
        rows = await unit.conn.exec_driver_sql("SELECT state FROM outbox ORDER BY id")
        assert [row.state for row in rows] == ["failed", "due"]
