"""Does an officer find a case by whatever they have of it, and is every search on record?"""

from pathlib import Path

from sqlalchemy import select

from storage.search_tables import SearchLog
from storage.tables import table_of
from tests.stories.staff.desk import asks, kept_case
from tests.support.town import STAFF, Town, town
from tests.support.worker import Filling

LOG = table_of(SearchLog)


async def logged(here: Town) -> list[tuple[int, int, str, str, int]]:
    async with here.look() as unit:
        return [
            (
                row.chat_id,
                row.telegram_id,
                row.kinds,
                unit.unseal(row.words_sealed, f"search:{STAFF}:{row.telegram_id}"),
                row.found,
            )
            for row in await unit.conn.execute(select(LOG).order_by(LOG.c.id))
        ]


async def test_a_sent_form_is_found_by_name_digits_and_number_and_opened_from_the_hit(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        number = await Filling(budi).register("lainnya")
        hit = await asks(here.officer, "/cari boedi tjontoh", "Ketemu 1")
        assert hit.text.splitlines()[2:] == [
            f"{number} · Budi Contoh",
            "NIK •••• •••• •••• 0001 · 🧰 Pekerja lainnya",
            "⏳ menunggu · dikirim 10-11-2025",
        ]
        assert "6471" not in hit.text
        for words in ("0001", "6471 0517 0890 0001", "0812 3456 7890", "567890", number, number.lower(), "budi 0001"):
            assert number in (await asks(here.officer, f"/cari {words}", "Ketemu 1")).text, words
        await here.officer.press(number, hit)
        await here.officer.sees(f"Riwayat {number}", chat=STAFF, timeout=20)


async def test_more_than_ten_hits_are_not_shown_and_more_words_narrow_them(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        sent = [
            (await kept_case(here, siti, nik=f"64710557089{each:05d}", name=f"Siti {chr(96 + each) * 2}ra")).number
            for each in range(1, 13)
        ]
        hits = await asks(here.officer, "/cari siti", "Persempit")
        assert [label for label in hits.buttons if label.startswith("BPN")] == sent[:1:-1]
        one = await asks(here.officer, "/cari siti 0003", "Ketemu 1")
        assert one.buttons == [sent[2]]


async def test_every_search_is_on_record_sealed_also_one_that_found_nothing(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await kept_case(here, siti)
        await asks(here.officer, "/cari Siti Contoh", "Ketemu 1")
        await asks(here.chief, "/cari 4321", "Belum ketemu.")
        await asks(here.officer, f"/cari {case.number}", "Ketemu 1")
        await asks(here.officer, "/cari", "Tulis apa yang dicari")
        await asks(here.officer, "/cari 12", "paling sedikit 4 angka")
        await asks(here.officer, f"/cari {case.number[:-1]}", "lalu 9 angka")
        await asks(here.officer, "/cari BPN 2500", "lalu 9 angka")
        assert await logged(here) == [
            (STAFF, here.officer.id, "name", "Siti Contoh", 1),
            (STAFF, here.chief.id, "nik_end phone_end", "4321", 0),
            (STAFF, here.officer.id, "number", case.number, 1),
        ]


async def test_nobody_searches_in_a_private_chat(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        await here.officer.start()
        siti = await here.person("Siti (contoh)")
        case = await kept_case(here, siti)
        for command in ("/cari Siti", f"/kasus {case.number}", "/antrian", f"/catatan {case.number} x"):
            await here.officer.send(command)
            said = await here.officer.wait_for(lambda one: not one.mine)
            assert case.number not in said.text
        assert await logged(here) == []
