"""Is a group reminded of late cases once a day at work, are its supervisors named, and does the worker hear once?"""

from datetime import timedelta
from pathlib import Path

from storage import officers
from tests.stories.staff.desk import asks, kept_case
from tests.stories.staff.test_board import look
from tests.support.town import STAFF, Town, town

WAITS = "masih menunggu."


async def texts(here: Town, start: str) -> list[str]:
    return [one.text for one in await here.chief.transcript(STAFF) if one.text.startswith(start)]


async def test_one_message_for_all_late_cases_once_a_day_and_in_working_hours(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        late = [await kept_case(here, siti, nik=f"64710557089{serial:05d}") for serial in range(1, 9)]
        here.app.clock._shift += timedelta(days=2)
        fresh = await kept_case(here, siti, nik="6471055708900009")
        await look(here)
        reminder = await here.chief.sees("8 pendaftaran menunggu lebih dari 24 jam:", chat=STAFF)
        lines = reminder.text.splitlines()
        assert lines[1] == f"{late[0].number} · 🎣 Nelayan · 2 hari"
        assert (lines[-1], len(lines)) == ("… dan 2 lagi. Semuanya ada di /antrian.", 8)
        assert (reminder.buttons, fresh.number in reminder.text) == ([case.number for case in late[:6]], False)
        await look(here)
        here.app.clock._shift += timedelta(hours=11)  # in the evening
        await look(here)
        await asks(here.officer, "/antrian", "Menunggu: 9")
        assert len(await texts(here, "⏰")) == 1
        here.app.clock._shift += timedelta(hours=13)
        await look(here)
        await here.chief.sees("9 pendaftaran menunggu", chat=STAFF)
        assert len(await texts(here, "⏰")) == 2


async def test_what_waits_longer_still_is_told_to_the_administrators_by_name(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        async with here.look() as unit:
            await officers.confirm(unit, STAFF, here.chief.id, "Ibu Ratna (contoh)", "supervisor")
            await officers.confirm(unit, STAFF, here.officer.id, "Pak Hasan (contoh)", "member")
        await kept_case(here, siti)
        here.app.clock._shift += timedelta(days=2)
        await kept_case(here, siti, nik="6471055708900002")
        here.app.clock._shift += timedelta(days=2)
        await look(here)
        told = await here.chief.sees("1 di antaranya lebih dari 72 jam.", chat=STAFF)
        assert told.text.endswith("Admin grup, mohon dibantu: Ibu Ratna (contoh)")
        named = [each["user"]["id"] for each in told.raw["entities"] if each["type"] == "text_mention"]
        assert named == [here.chief.id]


async def test_the_worker_hears_once_by_day_that_it_takes_longer_also_when_the_bot_was_down(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti, budi = await here.person("Siti (contoh)"), await here.person("Budi (contoh)")
        case = await kept_case(here, siti)
        other = await kept_case(here, budi, nik="6471051708900002")
        here.app.clock._shift += timedelta(days=3, hours=12)  # 21:00
        await look(here)
        await asks(here.officer, "/antrian", "Menunggu: 2")
        assert WAITS not in (await siti.last()).text
        here.app.clock._shift += timedelta(days=30, hours=12)
        await look(here)
        told = await siti.sees(f"Pendaftaran {case.number} masih menunggu.")
        assert "Anda tidak perlu mengirim ulang" in told.text
        assert told.buttons == ["🔎 Status saya"]
        await budi.sees(f"Pendaftaran {other.number} masih menunggu.")
        await look(here)
        await asks(here.officer, "/antrian", "Menunggu: 2")
        assert [sum(WAITS in one.text for one in await who.transcript()) for who in (siti, budi)] == [1, 1]


async def test_a_case_that_was_decided_meanwhile_is_told_of_to_nobody(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await kept_case(here, siti)
        await asks(here.officer, f"/kasus {case.number}", "Riwayat")
        await here.officer.press("✅ Setujui", chat=STAFF)
        await siti.sees("disetujui.")
        here.app.clock._shift += timedelta(days=4)
        await look(here)
        await asks(here.officer, "/antrian", "Tidak ada yang menunggu.")
        assert (await texts(here, "⏰"), WAITS in (await siti.last()).text) == ([], False)
