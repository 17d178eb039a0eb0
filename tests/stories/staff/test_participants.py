"""Are old participants counted until they come, linked when they come, and reminded from then on?"""

from datetime import datetime
from pathlib import Path

from bot.participants_command import bring_in
from tests.stories.staff.desk import asks
from tests.support.leaks import OFFICE_LIST
from tests.support.town import ROOT, Town, town
from tests.support.worker import Filling

NEXT = """
[[windows]]
key = "w2026"
opens = 2026-11-01T08:00:00
closes = 2026-12-31T23:59:59
day_known = true
reference_date = 2026-11-01
cover_starts = 2027-01-01
"""
LIST = """name,nik,phone,kelurahan,cover_ends
Budi Contoh,6471051708900001,081234567890,Damai Bahagia,
Siti Contoh,6471055708900002,081234567891,Damai Bahagia,
Ani Contoh,6471055708900003,081234567892,Manggar,
"""
ALONE = "📋 Peserta lama yang belum terhubung dengan bot"
WHERE_TO_GO = (
    "Belum ada formulir atau nomor HP dari mereka, jadi bot belum tahu chat mereka. "
    "Poster di kelurahan ini paling berguna:"
)


async def told(here: Town) -> list[str]:
    """What /belum says of old participants."""
    lines = (await asks(here.chief, "/belum", ALONE)).text.splitlines()
    begin = next(number for number, line in enumerate(lines) if line.startswith(ALONE))
    return lines[begin : begin + 4]


async def test_counted_by_kelurahan_linked_by_a_form_and_reminded_of_the_next_opening(tmp_path: Path) -> None:
    programme, listed = tmp_path / "programme.toml", tmp_path / OFFICE_LIST
    shipped = (ROOT / "programmes" / "balikpapan.toml").read_text(encoding="utf-8")
    programme.write_text(shipped.replace("\n[agencies.disnaker]", f"{NEXT}\n[agencies.disnaker]"), encoding="utf-8")
    listed.write_text(LIST, encoding="utf-8")
    async with town(tmp_path, programme_file=programme) as here:
        await bring_in(here.app, listed)
        assert await told(here) == [f"{ALONE}: 3", WHERE_TO_GO, "Damai Bahagia: 2", "Manggar: 1"]
        budi = await here.person("Budi (contoh)", phone="6289999999999")
        filling = Filling(budi)
        await filling.up_to("summary")
        await budi.press("✅ Kirim pendaftaran")
        await budi.sees("Pendaftaran terkirim.")
        assert await told(here) == [f"{ALONE}: 2", WHERE_TO_GO, "Manggar: 1", "Damai Bahagia: 1"]
        clock = here.app.clock
        week_before = datetime(2026, 10, 25, 8, 0, tzinfo=clock.zone)
        clock._shift += week_before - clock.now()
        await budi.sees("Pendaftaran dibuka 7 hari lagi.", timeout=20)
