"""Does each group hear every morning where it stands, once, in the morning only, and nothing when there is nothing?"""

from datetime import datetime, timedelta
from pathlib import Path

from simulator.seen import Seen
from tests.stories.staff.desk import asks, kept_case
from tests.stories.staff.groups import FISHERY, bind, group
from tests.stories.staff.test_board import look
from tests.stories.staff.test_objections import objected
from tests.support.town import STAFF, Town, running, settings_for, staffed_simulator, town


async def summaries(here: Town, day: str, chat: int = STAFF) -> list[Seen]:
    return [one for one in await here.chief.transcript(chat) if f"Ringkasan {day}" in one.text]


async def test_the_summary_comes_at_eight_in_the_city_with_a_picture_and_once(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        first = await kept_case(here, siti)
        second = await kept_case(here, siti, nik="6471055708900002")
        other = await kept_case(here, siti, nik="6471055708900003", sector="pedagang")
        await group(here, FISHERY)
        await bind(here, FISHERY, "dishub", "Dishub")
        await asks(here.officer, f"/kasus {other.number}", "Riwayat")
        await here.officer.press("✅ Setujui", chat=STAFF)
        await asks(here.officer, f"/tunda {first.number} 20-11-2025", "ditunda sampai")
        here.app.clock._shift += timedelta(hours=22, minutes=55)  # 07:55
        await look(here)
        await asks(here.officer, "/antrian", "Menunggu: 1")
        assert await summaries(here, "11 November") == []
        here.app.clock._shift += timedelta(minutes=5)
        for _ in range(2):
            await look(here)
        told = await here.chief.sees("Ringkasan 11 November 2025", chat=STAFF, timeout=20)
        assert told.text.splitlines()[1:] == [
            f"⏳ Menunggu petugas: 1. Yang paling lama 23 jam: {second.number}",
            "⏸ Ditunda: 1",
            "✏️ Menunggu perbaikan dari pekerja: 0",
            "Kemarin: ✅ 1 disetujui, ❌ 0 ditolak, 🔁 0 diminta diperbaiki",
        ]
        assert "photo" in told.raw
        here.app.clock._shift += timedelta(hours=2)
        await look(here)
        await asks(here.officer, "/antrian", "Menunggu: 1")
        assert [len(await summaries(here, "11 November", chat)) for chat in (STAFF, FISHERY)] == [1, 0]


async def test_objections_stand_in_a_line_of_their_own(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        await objected(here, siti, here.officer)
        here.app.clock._shift += timedelta(hours=23)
        await look(here)
        told = await here.chief.sees("Ringkasan 11 November 2025", chat=STAFF, timeout=20)
        assert told.text.splitlines()[1:] == [
            "👍 Tidak ada yang menunggu petugas.",
            "🙋 Keberatan, untuk admin grup: 1",
            "✏️ Menunggu perbaikan dari pekerja: 0",
            "Kemarin: ✅ 0 disetujui, ❌ 1 ditolak, 🔁 0 diminta diperbaiki",
        ]


async def test_a_bot_that_comes_up_late_in_the_morning_sends_it_and_at_noon_no_more(tmp_path: Path) -> None:
    async with staffed_simulator() as (sim, officer, chief):
        counts: list[int] = []
        for start in (datetime(2025, 11, 10, 13), datetime(2025, 11, 11, 12), datetime(2025, 11, 12, 11, 50)):  # noqa: DTZ001
            settings = settings_for(sim, tmp_path, clock_start=start)
            async with running(settings) as app:
                here = Town(sim, settings, officer, chief, app)
                if not counts:
                    await kept_case(here, await here.person("Siti (contoh)"))
                await look(here)
                await asks(officer, "/antrian", "Menunggu: 1")
                if start.hour == 11:
                    await chief.sees("Ringkasan 12 November 2025", chat=STAFF, timeout=20)
                counts.append(len(await summaries(here, "")))
        assert counts == [0, 0, 1]
