"""Is nobody reminded twice, by two processes, after a crash or a pause, and nobody left out, on both databases?"""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, text, update

from bot import reminding as clock
from bot.reminding import Reminding
from handlers import reminding as words
from handlers.context import Services
from locales import Texts
from registration.programme import read_programme
from registration.reminders import occasions
from storage import drafts, outbox, people, reminders, reminding
from storage.database import Database
from storage.reminder_tables import Reminder
from storage.tables import Outbox, Person, table_of
from tests.registration.test_programme import SHIPPED
from tests.registration.test_reminders import at
from tests.support.databases import Store

PROGRAMME = read_programme(SHIPPED)
SERVICES = Services(PROGRAMME, Texts(), "LindungContohBot")
ASKED, H30 = at("2025-09-20T09:00"), at("2025-10-02T08:00")
REMINDER, OUTBOX, PERSON = table_of(Reminder), table_of(Outbox), table_of(Person)


async def crowd(store: Store, count: int) -> None:
    """So many people who asked to be reminded."""
    rows = [
        {"telegram_id": number, "source": "", "created_at": ASKED, "reminders": "on", "reminders_at": ASKED}
        for number in range(1, count + 1)
    ]
    async with store.mine.unit(ASKED) as unit:
        await unit.conn.execute(insert(PERSON), rows)


async def look(db: Database, now: datetime) -> bool:
    return await Reminding(db, SERVICES, lambda: now).look()


async def sent(store: Store) -> list[tuple[int, str]]:
    """(whom, occasion) of every reminder; each has its call in the outbox, and each call has one."""
    async with store.look() as unit:
        rows = (await unit.conn.execute(select(REMINDER).order_by(REMINDER.c.person_id, REMINDER.c.occasion))).all()
        calls = (await unit.conn.execute(select(OUTBOX.c.key).where(OUTBOX.c.state != "dropped"))).scalars().all()
        assert sorted(row.outbox_key for row in rows) == sorted(calls)
    return [(row.person_id, row.occasion) for row in rows]


async def settle(store: Store, state: str = "sent", most: int = 10_000) -> int:
    """The courier has seen to what waits."""
    async with store.mine.unit(H30 + timedelta(hours=1)) as unit:
        ids = [errand.id for errand in await outbox.due(unit, "call", most)]
        await outbox.settle(unit, ids, state)
    return len(ids)


async def set_person(store: Store, telegram_id: int, **values: Any) -> None:
    async with store.mine.unit(ASKED) as unit:
        await unit.conn.execute(update(PERSON).where(PERSON.c.telegram_id == telegram_id).values(values))


async def test_two_processes_at_once_remind_everybody_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "STEP", 20)
    await crowd(store, 110)
    await asyncio.gather(*(look(db, H30) for db in (store.mine, store.other, store.mine)))
    assert await sent(store) == [(number, "w2025:30") for number in range(1, 111)]
    await asyncio.gather(*(look(db, H30 + timedelta(days=1)) for db in (store.mine, store.other)))
    assert len(await sent(store)) == 110


async def test_at_most_one_a_day_stands_in_the_database_itself(store: Store) -> None:
    await crowd(store, 1)
    target = reminders.Target(1, 1, "w2025:30")
    other = reminders.Target(1, 1, "7.1:3")
    async with store.mine.unit(H30) as unit:
        claimed = await reminders.claim(unit, "opening", [target, target], H30.date())
        assert [each for each, _ in claimed] == [target]
        assert await reminders.claim(unit, "draft", [other], H30.date()) == []
        assert await reminders.claim(unit, "opening", [target], H30.date() + timedelta(days=1)) == []
        assert len(await reminders.claim(unit, "draft", [other], H30.date() + timedelta(days=1))) == 1
        assert [name for name, _, _ in await reminders.of_person(unit, 1)] == ["draft", "opening"]


async def test_who_may_not_be_told_now_is_left_out(store: Store) -> None:
    await crowd(store, 8)
    await set_person(store, 1, unreachable_at=ASKED)
    await set_person(store, 2, reminders="off")
    await set_person(store, 3, reminders="")
    await set_person(store, 4, active_at=H30 - timedelta(minutes=9, seconds=59))
    await set_person(store, 5, active_at=H30 - timedelta(minutes=10))
    await set_person(store, 6, reminders_at=H30 + timedelta(seconds=1))
    await look(store.mine, H30)
    assert [person for person, _ in await sent(store)] == [5, 7, 8]
    await look(store.mine, H30 + timedelta(minutes=1))
    assert [person for person, _ in await sent(store)] == [4, 5, 7, 8]


async def test_rows_are_made_shortly_before_they_leave_and_the_rest_as_room_comes(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "STEP", 10)
    monkeypatch.setattr(clock, "_MOST_WAITING", 15)
    await crowd(store, 45)
    one = Reminding(store.mine, SERVICES, lambda: H30)
    assert not await one.look()
    assert len(await sent(store)) == 20
    assert not await one.look()
    assert await settle(store, most=10) == 10
    assert not await one.look()
    assert len(await sent(store)) == 30
    while await settle(store):
        finished = await one.look()
    assert finished
    assert await sent(store) == [(number, "w2025:30") for number in range(1, 46)]


async def test_who_is_active_when_a_round_begins_hears_nothing_in_it_however_long_it_takes(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "STEP", 1)
    monkeypatch.setattr(clock, "_MOST_WAITING", 1)
    await crowd(store, 3)
    await set_person(store, 2, active_at=H30 - timedelta(minutes=9, seconds=50))
    now = H30
    one = Reminding(store.mine, SERVICES, lambda: now)
    assert not await one.look()
    now = H30 + timedelta(seconds=40)
    await settle(store)
    assert not await one.look()
    assert [person for person, _ in await sent(store)] == [1, 3]
    now = H30 + timedelta(seconds=60)
    await settle(store)
    for _ in range(5):
        await one.look()
        await settle(store)
    assert [person for person, _ in await sent(store)] == [1, 2, 3]


async def test_what_did_not_leave_in_time_is_taken_back_and_looked_at_again(store: Store) -> None:
    await crowd(store, 3)
    await look(store.mine, H30)
    assert await settle(store, most=1) == 1
    async with store.mine.unit(H30) as unit:
        await reminding.wish(unit, 2, wanted=False)
    await look(store.mine, H30 + timedelta(minutes=4))
    await look(store.mine, H30 + timedelta(minutes=5))
    async with store.look() as unit:
        rows = (await unit.conn.execute(select(OUTBOX.c.chat_id, OUTBOX.c.state).order_by(OUTBOX.c.id))).all()
    assert [tuple(row) for row in rows] == [(1, "sent"), (2, "dropped"), (3, "dropped"), (3, "due")]
    await look(store.mine, H30 + timedelta(hours=13))  # at night it is taken back and not made again
    async with store.look() as unit:
        rows = (await unit.conn.execute(select(OUTBOX.c.state).order_by(OUTBOX.c.id))).all()
        assert await reminding.waiting(unit, 10) == 0
    assert [row.state for row in rows] == ["sent", "dropped", "dropped", "dropped"]


async def test_nothing_is_begun_that_might_leave_at_night_and_what_waits_then_is_taken_back(store: Store) -> None:
    await crowd(store, 2)
    evening = at("2025-10-02T19:54:59")
    await set_person(store, 2, active_at=evening)
    await look(store.mine, evening)
    assert await sent(store) == [(1, "w2025:30")]
    await look(store.mine, at("2025-10-02T19:55"))
    assert await sent(store) == []
    await look(store.mine, at("2025-10-02T20:10"))
    await look(store.mine, at("2025-10-03T07:59"))
    assert await sent(store) == []
    await look(store.mine, at("2025-10-03T08:00"))
    assert await sent(store) == [(1, "w2025:30"), (2, "w2025:30")]


async def test_a_wish_is_kept_each_time_and_meant_for_one_person(store: Store) -> None:
    await crowd(store, 2)
    for wanted in (False, True, False):
        async with store.mine.unit(ASKED) as unit:
            await reminding.wish(unit, 1, wanted=wanted)
    async with store.look() as unit:
        assert [await reminding.wishes(unit, number) for number in (1, 2)] == [[False, True, False], []]
        assert [(await people.by_id(unit, number)).reminders for number in (1, 2)] == ["off", "on"]


async def test_the_last_activity_is_written_once_a_minute(store: Store) -> None:
    seen = []
    for minutes in (0, 0.9, 1, 1.5, 2.1):
        async with store.unit(minutes) as unit:
            person, _ = await people.meet(unit, 7)
            await people.is_here(unit, person)
        async with store.look() as unit:
            active = (await people.by_id(unit, person.id)).active_at
            assert active is not None
            seen.append(round((active - unit.now).total_seconds() / 60, 1))
    assert seen == [0, 0, 1, 1, 2.1]


async def test_a_form_that_was_answered_meanwhile_is_not_reminded_of(store: Store) -> None:
    async with store.mine.unit(ASKED) as unit:
        person, _ = await people.meet(unit, 7)
        draft = await drafts.open_new(unit, person.id, {"for_whom": "self"}, rules_version="v1")
    morning = ASKED + timedelta(days=1)
    draft_rule = next(each for each in occasions(PROGRAMME, morning) if each.reminder.name == "draft")
    async with store.look() as unit:
        ids = await reminders.step(unit, draft_rule, 0, 10)
        [target] = await reminders.targets(unit, draft_rule, ids, morning.date(), morning)
    async with store.mine.unit(morning) as unit:
        await drafts.save(unit, draft, {"for_whom": "other"}, asking=None)
    async with store.look() as unit:
        assert (target.draft, await reminders.targets(unit, draft_rule, ids, morning.date(), morning)) == (draft, [])


async def test_every_step_is_read_in_order_from_an_index(store: Store) -> None:
    asked = []
    async with store.look() as unit:
        is_sqlite = unit.conn.dialect.name == "sqlite"
        if not is_sqlite:  # of an empty table it would rather read all
            await unit.conn.execute(text("SET LOCAL enable_seqscan = off"))
            await unit.conn.execute(text("SET LOCAL enable_bitmapscan = off"))
            await unit.conn.execute(text("SET LOCAL enable_sort = off"))
        explain = "EXPLAIN QUERY PLAN" if is_sqlite else "EXPLAIN"
        steps = [reminders.in_order(whom, "w2025", 0, 100) for whom in reminders.IDS]
        for step in (*steps, reminders.linked_in_order(0, 100)):
            statement = step.compile(unit.conn.sync_connection, compile_kwargs={"literal_binds": True})
            rows = await unit.conn.exec_driver_sql(f"{explain} {statement}")
            asked.append(" ".join(str(tuple(row)) for row in rows))
    indexes = ["person_asked", "person_asked", "draft_open", "draft_open", "case_incomplete", "case_approved"]
    indexes += ["participant_covered", "participant_linked"]
    assert [index for index, plan in zip(indexes, asked, strict=True) if index not in plan] == []
    assert [word for word in ("TEMP B-TREE", "Sort") if word in " ".join(asked)] == []
