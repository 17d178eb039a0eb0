"""Is a case that its worker does not answer ended by day after two notices, and never without them?"""

import asyncio
from datetime import timedelta
from pathlib import Path

from registration.lifecycle import State
from simulator.user import SimUser
from storage import balance, cases, drafts, expiry
from storage.cases import Case
from tests.stories.staff.desk import asks
from tests.stories.staff.office import card_of, moves, now, sent_case
from tests.stories.staff.test_board import look
from tests.support.town import STAFF, Town, town

FIRST, SECOND, CLOSED = "masih menunggu perbaikan dari Anda", "Kesempatan terakhir untuk", "ditutup."


async def sent_back(here: Town, worker: SimUser) -> Case:
    """A case that an officer has sent back on 10 November at 09:00."""
    case = await sent_case(here, worker)
    await card_of(here, case)
    for label in ("🔁 Minta perbaikan", "⬜ Nama", "➡️ Lanjut ke alasan", "⬜ Data beda dengan KTP"):
        await here.officer.press(label, chat=STAFF)
    await here.officer.press("🔁 Kirim ke pekerja", chat=STAFF)
    await worker.sees("perlu diperbaiki sedikit")
    return case


async def pass_days(here: Town, days: int = 0, hours: int = 0) -> None:
    """Time passes; what is due then is done, and what has arrived is noted."""
    here.app.clock._shift += timedelta(days=days, hours=hours)
    await look(here)
    await asks(here.officer, "/petugas", "Pak Hasan")


async def noted(here: Town, case: Case, count: int) -> None:
    """Look until so many notices were seen to have arrived, as the next look a few minutes later does."""
    async with asyncio.timeout(20):
        while True:
            await look(here)
            async with here.look() as unit:
                if [len(each.wait.told) for each in await expiry.waiting(unit, unit.now, case_id=case.id)] == [count]:
                    return


async def told(worker: SimUser, *parts: str) -> list[int]:
    """How often the worker has heard each of these."""
    texts = [one.text for one in await worker.transcript() if not one.mine]
    return [sum(part in text for text in texts) for part in parts]


async def test_a_worker_is_told_twice_by_day_and_then_the_case_is_over_and_the_nik_free(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_back(here, siti)
        await pass_days(here, days=22)
        assert await told(siti, FIRST) == [0]
        await pass_days(here, hours=20)  # 3 December, 05:00
        assert await told(siti, FIRST) == [0]
        await pass_days(here, hours=4)
        first = await siti.sees(FIRST)
        assert ("sampai 10 Desember 2025" in first.text, first.buttons) == (True, [f"✏️ Perbaiki {case.number}"])
        await noted(here, case, 1)
        await pass_days(here, days=5)
        assert await told(siti, FIRST, SECOND) == [1, 0]
        await pass_days(here, days=1)
        assert "sampai 10 Desember 2025" in (await siti.sees(SECOND)).text
        await noted(here, case, 2)
        await siti.press(f"✏️ Perbaiki {case.number}", first)
        await pass_days(here, days=1)
        assert (await now(here, case)).state == State.SENT_BACK
        await pass_days(here, hours=20)  # 11 December, 05:00
        assert (await now(here, case)).state == State.SENT_BACK
        await pass_days(here, hours=2)
        closed = await siti.sees(f"Pendaftaran {case.number} ditutup.")
        assert "Anda boleh mendaftar lagi" in closed.text
        over = await now(here, case)
        assert (over.state, over.unique) == (State.EXPIRED, False)
        assert [(move, actor) for move, _, _, actor, _ in (await moves(here, case))[2:]] == [
            ("warn", "time"), ("warn", "time"), ("expire", "time"),
        ]  # fmt: skip
        await here.chief.sees("Ditutup otomatis 11-12-2025", chat=STAFF, ever=True)
        async with here.look() as unit:
            assert (await drafts.mending(unit, case.id), await balance.differences(unit)) == (None, [])
            again = await cases.of_person(unit, case.person_id)
        assert len(again) == 1
        await siti.send("/status")
        status = await siti.sees("Kabar pendaftaran")
        assert "⌛ 11 Desember 2025: ditutup" in status.text
        assert (await sent_case(here, siti)).unique
        assert await told(siti, FIRST, SECOND, CLOSED) == [1, 1, 1]


async def test_after_weeks_without_a_bot_nobody_is_out_of_time_before_both_notices_have_come(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_back(here, siti)
        await pass_days(here, days=50)  # 30 December
        first = await siti.sees(FIRST)
        assert "sampai 6 Januari 2026" in first.text
        await noted(here, case, 1)
        await pass_days(here, days=5)
        assert await told(siti, FIRST, SECOND) == [1, 0]
        await pass_days(here, days=20)  # 24 January: a day late again
        assert "sampai 25 Januari 2026" in (await siti.sees(SECOND)).text
        await noted(here, case, 2)
        assert (await now(here, case)).state == State.SENT_BACK
        await pass_days(here, days=2)
        await siti.sees(CLOSED)
        assert await told(siti, FIRST, SECOND, CLOSED) == [1, 1, 1]


async def test_who_cannot_be_reached_is_told_on_return_and_loses_nothing_before(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_back(here, siti)
        await siti.block()
        await here.chief.sees("Pekerja sedang tidak bisa dihubungi", chat=STAFF, ever=True)
        for _ in range(3):
            await pass_days(here, days=40)
        assert (await now(here, case)).state == State.SENT_BACK
        await siti.unblock()
        await siti.start()
        await pass_days(here, days=1)
        await siti.sees(FIRST)
        await siti.press(f"✏️ Perbaiki {case.number}")
        await siti.send("Siti Contoh Baru")
        await siti.press("✅ Kirim pendaftaran")
        await siti.sees("Perbaikan terkirim.")
        await pass_days(here, days=60)
        assert (await now(here, case)).state == State.WAITING
