"""Is the list of old participants kept once, linked to the right chats, and reminded of what is theirs?"""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import insert, select, text

from bot.reminding import Reminding
from handlers.context import Services
from locales import Texts
from registration.lifecycle import State
from registration.participants import Listed
from registration.reminders import occasions
from storage import cases, participants, people, reminders, reminding
from storage.cases import NewCase
from storage.participant_tables import Participant
from storage.participants import Kept
from storage.tables import table_of
from tests.registration.test_reminders import PROGRAMME, at
from tests.storage.plans import plan_of
from tests.support.databases import NOW, Store, later

SERVICES = Services(PROGRAMME, Texts(), "LindungContohBot")
DAMAI, MANGGAR = "64.71.05.1012", "64.71.01.1001"
TABLE = table_of(Participant)


def listed(number: int, kelurahan: str = DAMAI, ends: date | None = None) -> Listed:
    """An invented old participant."""
    return Listed("Siti Contoh", f"647105570890{number:04d}", f"+62812345{number:05d}", kelurahan, ends)


async def keep(store: Store, *rows: Listed, minutes: float = 0) -> Kept:
    async with store.unit(minutes) as unit:
        return await participants.keep(unit, rows)


async def linked(store: Store) -> list[int | None]:
    """Whose chat each of the list has, in order."""
    async with store.look() as unit:
        return list((await unit.conn.execute(select(TABLE.c.person_id).order_by(TABLE.c.id))).scalars())


async def met(store: Store, *telegram_ids: int, now: datetime = NOW) -> list[int]:
    async with store.mine.unit(now) as unit:
        return [(await people.meet(unit, telegram_id))[0].id for telegram_id in telegram_ids]


async def send(store: Store, person_id: int, number: int, state: State, minutes: float) -> None:
    answers = {"nik": listed(number).nik, "name": "Siti Contoh"}
    async with store.unit(minutes) as unit:
        new = NewCase(f"BPN-{number}", person_id, 0, "w2025", "ojol", "disnaker", state, answers, "v1")
        await cases.create(unit, new)


async def test_the_same_list_again_changes_nothing_and_a_changed_row_is_changed(store: Store) -> None:
    rows = [listed(number) for number in range(1, 6)]
    assert await keep(store, *rows) == Kept(new=5)
    assert await keep(store, *rows, minutes=1) == Kept(same=5)
    moved = replace(rows[0], kelurahan=MANGGAR, phone="")
    ended = replace(rows[1], cover_ends=date(2025, 12, 31))
    assert await keep(store, moved, ended, *rows[2:], listed(6), minutes=2) == Kept(1, 2, 3)
    assert await keep(store, moved, ended, minutes=3) == Kept(same=2)
    async with store.look() as unit:
        assert await participants.without_chat(unit) == Counter({DAMAI: 5, MANGGAR: 1})
        seen = (await unit.conn.execute(select(TABLE.c.listed_at).order_by(TABLE.c.id))).scalars().all()
        assert seen == [later(2)] * 2 + [NOW] * 3 + [later(2)]


async def test_the_list_is_sealed_and_forgotten_whole(store: Store) -> None:
    await keep(store, listed(1), listed(2))
    async with store.look() as unit:
        row = (await unit.conn.execute(select(TABLE).order_by(TABLE.c.id))).first()
        assert row is not None
        person = {"name": "Siti Contoh", "nik": listed(1).nik, "phone": listed(1).phone}
        assert unit.unseal(row.data_sealed, f"participant:{row.nik_index.hex()}") == person
    async with store.unit() as unit:
        assert await participants.forget_all(unit) == 2
    assert await linked(store) == []


async def test_a_nik_links_who_has_no_chat_and_a_proven_number_whoever_is_listed_with_it(store: Store) -> None:
    await keep(store, listed(1), listed(2), replace(listed(3), phone=listed(1).phone))
    siti, stranger = await met(store, 1, 2)
    async with store.unit() as unit:
        await participants.link_nik(unit, stranger, listed(1).nik)
        await participants.link_nik(unit, siti, listed(1).nik)
        await participants.link_nik(unit, siti, "6471055708909999")
    assert await linked(store) == [stranger, None, None]
    async with store.unit(1) as unit:
        for _ in range(2):
            await participants.link_phone(unit, siti, "62 812-3450 0001")
    assert await linked(store) == [siti, None, siti]
    async with store.unit(2) as unit:
        await participants.link_phone(unit, siti, listed(1).phone)
        moments = (await unit.conn.execute(select(TABLE.c.linked_at).order_by(TABLE.c.id))).scalars().all()
    assert moments == [later(1), None, later(1)]
    assert await keep(store, replace(listed(1), name="Siti Contoh Baru"), minutes=3) == Kept(changed=1)
    assert await linked(store) == [siti, None, siti]


async def test_who_has_sent_a_form_before_the_list_came_is_linked_by_it(store: Store) -> None:
    (siti,) = await met(store, 1)
    await send(store, siti, 1, State.WAITING, 0)
    await keep(store, listed(1), listed(2))
    assert await linked(store) == [siti, None]


async def test_who_has_no_chat_is_counted_from_an_index(store: Store) -> None:
    async with store.look() as unit:
        statement = select(TABLE.c.kelurahan).where(TABLE.c.person_id.is_(None)).group_by(TABLE.c.kelurahan)
        assert "participant_unlinked" in await plan_of(unit, statement)
        statement = select(TABLE.c.id).where(TABLE.c.phone_index == b"\x01")
        assert "participant_phone" in await plan_of(unit, statement)


async def look(store: Store, now: datetime) -> list[tuple[int, str, str]]:
    """Everybody is reminded; (person, name, occasion) of this day."""
    assert await Reminding(store.mine, SERVICES, lambda: now).look()
    found = text("SELECT person_id, name, occasion FROM reminder WHERE day = :day ORDER BY person_id")
    async with store.other.unit(now) as unit:
        rows = await unit.conn.execute(found.bindparams(day=str(now.date()) if store.mine.is_sqlite else now.date()))
        await unit.conn.execute(text("UPDATE outbox SET state = 'sent'"))
        return [(row.person_id, row.name, row.occasion) for row in rows]


async def test_linked_participants_hear_of_the_opening_unless_they_want_nothing(store: Store) -> None:
    begun = at("2025-09-20T09:00")
    linked_ones = await met(store, *range(1, 8), now=begun)
    await met(store, 9, now=begun)  # somebody who is on no list and asked for nothing
    async with store.mine.unit(begun) as unit:
        await participants.keep(unit, [listed(number) for number in (*linked_ones, 8)])
        await participants.keep(unit, [listed(99)])
        for number in linked_ones:
            await participants.link_nik(unit, number, listed(number).nik)
        await participants.link_nik(unit, 1, listed(99).nik)  # a second one in one chat hears it once
        await reminding.wish(unit, 1, wanted=True)
        await reminding.wish(unit, 2, wanted=False)
        await people.mark_unreachable(unit, 3)
    await send(store, 4, 4, State.WAITING, -60_000)
    morning = at("2025-10-25T08:00")
    expected = [(number, "opening", "w2025:7") for number in (1, 5, 6, 7)]
    assert await look(store, morning) == expected
    assert await look(store, morning + timedelta(hours=1)) == expected
    opened = [(number, "open", "w2025:0") for number in (1, 5, 6, 7)]
    assert await look(store, at("2025-11-01T08:00")) == opened


async def test_steps_go_through_wishes_and_the_list_together_and_miss_nobody(store: Store) -> None:
    begun = at("2025-09-20T09:00")
    everybody = await met(store, *range(1, 31), now=begun)
    async with store.mine.unit(begun) as unit:
        for number in everybody[::2]:
            await reminding.wish(unit, number, wanted=True)
        rows = [
            {
                "nik_index": bytes([number]), "data_sealed": b"", "kelurahan": DAMAI, "listed_at": begun,
                "person_id": everybody[number % 10 + 10], "linked_at": begun,
            }
            for number in range(100)
        ]  # fmt: skip
        await unit.conn.execute(insert(TABLE), rows)
        occasion = next(one for one in occasions(PROGRAMME, at("2025-10-25T08:00")) if one.reminder.name == "opening")
        found: list[int] = []
        while ids := await reminders.step(unit, occasion, found[-1] if found else 0, 3):
            found += ids
    assert found == sorted({*everybody[::2], *everybody[10:20]})


async def test_the_end_of_cover_on_the_list_is_told_unless_a_form_has_come_since(store: Store) -> None:
    begun = at("2025-11-01T09:00")
    ids = await met(store, 1, 2, 3, now=begun)
    ends = date(2025, 12, 20)
    async with store.mine.unit(begun) as unit:
        await participants.keep(unit, [listed(1, ends=ends), listed(2), listed(3, ends=ends)])
        for number in ids:
            await participants.link_nik(unit, number, listed(number).nik)
    await send(store, 3, 3, State.APPROVED, 0)
    covered = [row for row in await look(store, at("2025-11-20T08:00")) if row[1] == "covered"]
    assert covered == [(1, "covered", f"1.{ends}:30")]
    assert [row for row in await look(store, at("2025-11-21T08:00")) if row[1] == "covered"] == []
    again = at("2025-12-01T09:00")  # a newer list is the newer word
    async with store.mine.unit(again) as unit:
        await participants.keep(unit, [listed(3, MANGGAR, ends)])
    found = [row for row in await look(store, at("2025-12-13T08:00")) if row[1] == "covered"]
    assert found == [(1, "covered", f"1.{ends}:7"), (3, "covered", f"3.{ends}:7")]
