"""Is a pause of hours kept over a restart, and do the operator and the officers hear of it, once?"""

from datetime import timedelta

from delivery.budget import Budget, Limits
from delivery.outcome import Outcome, Verdict
from delivery.pauses import Pauses
from storage import alerts, inbox
from storage.outbox import Errand, Lane
from tests.delivery.watch import Watch
from tests.support.databases import Store, later

ROW = Errand(1, "k", "sendMessage", Lane.BROADCAST, 7, None, {}, 0)
SENT = Outcome(Verdict.SENT, (5,))


async def told(store: Store) -> list[tuple[str, dict[str, object]]]:
    async with store.look() as unit:
        return [(event.kind, event.body) for event in await inbox.take(unit, 10)]


async def alarms(store: Store) -> list[tuple[str, str]]:
    async with store.look() as unit:
        return [(code, about) for code, about, _ in await alerts.open_alerts(unit)]


async def test_a_long_pause_is_told_once_and_over_with_the_first_that_arrives_after_it(store: Store) -> None:
    pauses = Pauses(Budget(Limits(), Watch()))
    for minutes in (0, 1):
        pauses.note(ROW, 10_000)
        async with store.unit(minutes) as unit:
            await pauses.write(unit, [])
    until = (later(0) + timedelta(seconds=10_000)).isoformat()
    assert await told(store) == [("sending_paused", {"lane": 3, "until": until})]
    assert await alarms(store) == [("telegram_pause", "pause:3")]
    async with store.unit(200) as unit:
        await pauses.write(unit, [(ROW, SENT)])
    assert await alarms(store) == []


async def test_a_pause_of_seconds_is_nobodys_business(store: Store) -> None:
    pauses = Pauses(Budget(Limits(), Watch()))
    pauses.note(ROW, 30)
    async with store.unit() as unit:
        await pauses.write(unit, [])
    assert (await told(store), await alarms(store)) == ([], [])


async def test_after_a_restart_the_rest_of_the_pause_is_waited_for(store: Store) -> None:
    before = Pauses(Budget(Limits(), Watch()))
    before.note(ROW, 600)
    async with store.unit() as unit:
        await before.write(unit, [])
    budget = Budget(Limits(), Watch())
    after = Pauses(budget)
    async with store.unit(9) as unit:
        await after.recall(unit)
    assert [budget.wait("sendMessage", 8, lane) for lane in Lane] == [0.0, 0.0, 60.0]
    async with store.unit(11) as unit:
        await after.write(unit, [(ROW, SENT)])
    assert await alarms(store) == []


async def test_a_long_pause_of_one_group_is_the_operators_to_see_until_something_arrives_there(store: Store) -> None:
    card = Errand(2, "k", "sendPhoto", Lane.NOTICE, -100, None, {}, 0)
    pauses = Pauses(Budget(Limits(), Watch()))
    pauses.note(card, 10_000)
    async with store.unit() as unit:
        await pauses.write(unit, [])
    assert await alarms(store) == [("telegram_pause", "chat:-100")]
    after = Pauses(Budget(Limits(), Watch()))
    async with store.unit(200) as unit:
        await after.recall(unit)
        await after.write(unit, [(ROW, SENT)])
    assert await alarms(store) == [("telegram_pause", "chat:-100")]
    async with store.unit(201) as unit:
        await after.write(unit, [(card, SENT)])
    assert (await told(store), await alarms(store)) == ([], [])


async def test_a_long_pause_of_one_persons_chat_is_no_alert(store: Store) -> None:
    budget = Budget(Limits(), Watch())
    answer = Errand(3, "k", "sendMessage", Lane.ANSWER, 7, None, {}, 0)
    for _ in range(3):
        budget.spend(answer.name, answer.chat_id)
        budget.end(answer.name, answer.chat_id)
    pauses = Pauses(budget)
    pauses.note(answer, 10_000)
    async with store.unit() as unit:
        await pauses.write(unit, [])
    assert (await told(store), await alarms(store), list(budget.full_chats())) == ([], [], [7])
