"""Alerts, officers, consents: is each told once, sealed, and read as last said?"""

from sqlalchemy import select

from storage import alerts, consents, officers
from storage.officers import Officer
from storage.tables import Officer as OfficerTable
from storage.tables import table_of
from tests.support.databases import Store, later


async def test_an_alert_is_told_once_until_it_is_settled_and_then_again(store: Store) -> None:
    async with store.unit() as unit:
        assert await alerts.raise_alert(unit, "group_lost", "-1001")
        assert await alerts.raise_alert(unit, "group_lost", "-1002")
    async with store.look(1) as unit:
        assert not await alerts.raise_alert(unit, "group_lost", "-1001")
        assert await alerts.open_alerts(unit) == [("group_lost", "-1001", later(0)), ("group_lost", "-1002", later(0))]
    async with store.unit(2) as unit:
        await alerts.settle(unit, "group_lost", "-1001")
        await alerts.settle(unit, "group_lost", "-9")
        assert await alerts.raise_alert(unit, "group_lost", "-1001")
    async with store.look() as unit:
        assert await alerts.open_alerts(unit) == [("group_lost", "-1002", later(0)), ("group_lost", "-1001", later(2))]


async def test_an_officer_is_who_telegram_last_said_in_this_group_and_no_other(store: Store) -> None:
    async with store.unit() as unit:
        await officers.confirm(unit, -1001, 5, "Pak Hasan (contoh)", "member")
    async with store.unit(1) as unit:
        await officers.confirm(unit, -1001, 5, "Hasan (contoh)", "supervisor")
    async with store.look() as unit:
        assert await officers.find(unit, -1001, 5) == Officer(-1001, 5, "Hasan (contoh)", "supervisor", later(1))
        assert await officers.find(unit, -1002, 5) is None
        assert await officers.any_name(unit, 5) == "Hasan (contoh)"
        sealed = (await unit.conn.execute(select(table_of(OfficerTable).c.name_sealed))).scalar_one()
        assert b"Hasan" not in sealed
        await officers.remove(unit, -1001, 5)
        assert await officers.find(unit, -1001, 5) is None
        assert await officers.any_name(unit, 5) is None


async def test_consent_is_what_a_person_said_last_to_this_version_of_the_text(store: Store) -> None:
    async with store.unit() as unit:
        assert not await consents.has_agreed(unit, 1, "v1")
        await consents.keep(unit, 1, "v1", chat_id=7, agreed=False)
        assert not await consents.has_agreed(unit, 1, "v1")
        await consents.keep(unit, 1, "v1", chat_id=7, agreed=True)
    async with store.look() as unit:
        assert await consents.has_agreed(unit, 1, "v1")
        assert not await consents.has_agreed(unit, 1, "v2")
        assert not await consents.has_agreed(unit, 2, "v1")
        rows = await unit.conn.exec_driver_sql("SELECT text_version, chat_id, agreed FROM consent ORDER BY id")
        assert [tuple(row) for row in rows] == [("v1", 7, False), ("v1", 7, True)]
