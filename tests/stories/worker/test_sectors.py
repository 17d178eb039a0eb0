"""Do all six sectors register, for oneself and for somebody else, from one chat?"""

from pathlib import Path

import pytest

from registration.sectors import SECTORS
from storage import cases, people
from tests.support.town import STAFF, town
from tests.support.worker import BUDI, BY_SECTOR, COMMON, TEXTS, Filling

AGENCIES = {
    "ojol": "disnaker", "pangkalan": "dishub", "nelayan": "dp3", "petani": "dp3", "pedagang": "disnaker",
    "lainnya": "disnaker",
}  # fmt: skip


@pytest.mark.parametrize("sector", [sector.key for sector in SECTORS])
async def test_a_worker_of_each_sector_registers_and_staff_see_the_card(tmp_path: Path, sector: str) -> None:
    async with town(tmp_path) as here:
        number = await Filling(await here.person("Budi (contoh)")).register(sector)
        card = await here.officer.sees(number, chat=STAFF, timeout=20)
        assert TEXTS(f"sector-{sector}") in card.text
        async with here.look() as unit:
            case = await cases.by_number(unit, number)
        assert case is not None
        assert (case.sector, case.agency, case.unique) == (sector, AGENCIES[sector], True)


async def test_one_chat_registers_two_people_and_sees_both_in_the_status(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        head = await here.person("Ketua (contoh)")
        first = await Filling(head).register("nelayan")
        await head.press("👥 Daftarkan orang lain")
        wife = {"for_whom": "👥 Orang lain (suami, istri, teman)", "sector": TEXTS("sector-pedagang")}
        other = Filling(head, BUDI | wife | {"nik": "6471 0557 0890 0002", "name": "Sari Contoh", "sex": "Perempuan"})
        for key in (*COMMON, *BY_SECTOR["pedagang"]):
            await other.give(key)
        await head.press("✅ Kirim pendaftaran")
        receipt = await head.sees("Nama: Sari Contoh")
        second = next(word for word in receipt.text.split() if word.startswith("BPN-"))
        await head.send("/status")
        told = await head.sees("Kabar pendaftaran")
        assert [number in told.text for number in (first, second)] == [True, True]
        async with here.look() as unit:
            person, draft = await people.meet(unit, head.id)
            names = [case.answers["name"] for case in await cases.of_person(unit, person.id)]
        assert (names, draft) == (["Sari Contoh", "Budi Contoh"], None)
