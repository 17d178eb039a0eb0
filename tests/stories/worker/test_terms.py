"""Does a worker learn by five taps on the phone whether the programme is for them, and what to do next?"""

from datetime import datetime
from pathlib import Path

from storage import cases, drafts, people
from tests.support.town import town
from tests.support.worker import TEXTS, Filling

LIKELY = (
    "Ya",
    "01-05-2025 atau sebelumnya",
    "01-01-1961 sampai 10-11-2008",
    "Paling banyak Rp3.701.508",
    "Belum punya",
)


async def test_a_likely_worker_goes_from_the_menu_to_the_form(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        await budi.press("☑️ Cek syarat dulu")
        for label in LIKELY:
            await budi.press(label)
        result = await budi.sees("Kemungkinan besar memenuhi syarat.")
        assert "Perlindungan baru mulai setelah daftar kota ditetapkan" in result.text
        async with here.look() as unit:
            person, draft = await people.meet(unit, budi.id)
            assert (draft, await drafts.open_of(unit, person.id), await cases.of_person(unit, person.id)) == (
                None,
                [],
                [],
            )
        filling = Filling(budi)
        await filling.agree()


async def test_a_new_card_and_a_birthday_to_come_are_for_an_officer_to_see(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        await budi.send("/syarat")
        for label in ("Ya", "Sesudah 01-05-2025", "11-11-1960 sampai 31-12-1960", *LIKELY[3:]):
            await budi.press(label)
        result = await budi.sees("Mungkin bisa. Ada yang perlu dilihat petugas.")
        assert "Daftar sebelum hari itu, selagi umur masih 64 tahun." in result.text
        assert "Siapkan KK atau surat pindah" in result.text


async def test_a_driver_for_whom_it_is_not_hears_of_paying_alone_and_its_price(tmp_path: Path) -> None:
    async with town(tmp_path, clock_start=datetime(2026, 2, 4, 9, 0)) as here:  # noqa: DTZ001 - local time, as CLOCK_START takes it
        budi = await here.sim.add_user("Budi (contoh)")
        await budi.start("ojol")
        await budi.send("/syarat")
        for label in ("Ya", LIKELY[1], "05-02-1961 sampai 04-02-2009"):
            await budi.press(label)
        await budi.press("Lebih dari Rp3.701.508")
        await budi.press("Belum punya")
        result = await budi.sees("Kelihatannya program ini belum cocok.")
        values = {"price": "Rp16.800", "less": "Rp8.400", "base": "Rp1.000.000"}
        days = {"starts": "1 Januari 2026", "until": "31 Maret 2027"}
        assert TEXTS("else-transport", **values, **days) in result.text
        assert "telepon 175" in result.text
        await budi.press("📝 Daftar")
        await budi.sees("Sebelum mulai, baca ini dulu")
