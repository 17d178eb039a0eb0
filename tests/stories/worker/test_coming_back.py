"""Does a worker who leaves in the middle go on where they stopped?"""

from datetime import timedelta
from pathlib import Path

from tests.support.town import OPEN_DAY, running, sample, settings_for, staffed_simulator
from tests.support.worker import Filling


async def test_a_form_goes_on_after_a_restart_and_a_week(tmp_path: Path) -> None:
    async with staffed_simulator() as (sim, _officer, _chief):
        budi = await sim.add_user("Budi (contoh)", phone="6281234567890")
        filling = Filling(budi)
        async with running(settings_for(sim, tmp_path)):
            await budi.start()
            await filling.up_to("plate")
        await budi.send("KT 1234 AB")  # while the bot is away
        async with running(settings_for(sim, tmp_path, clock_start=OPEN_DAY + timedelta(days=7))):
            await filling.asked("letter")
            await budi.send("/daftar")
            await budi.press("▶️ Lanjutkan")
            await filling.asked("letter")
            await budi.photo(sample("letter_gojek.jpg"))
            await budi.sees("1 foto diterima", timeout=20)
        async with running(settings_for(sim, tmp_path, clock_start=OPEN_DAY + timedelta(days=8))):
            await budi.send("/start")
            await budi.press("▶️ Lanjutkan")
            await budi.sees("1 foto diterima")
            await budi.press("✅ Selesai, sudah semua")
            summary = await budi.sees("Periksa dulu, ya.")
            assert "Nomor polisi: KT 1234 AB" in summary.text
            await budi.press("✅ Kirim pendaftaran")
            await budi.sees("Pendaftaran terkirim.")
        assert await sim.problems() == []
