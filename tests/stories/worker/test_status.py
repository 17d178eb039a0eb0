"""What does a worker learn of a case, and what can still be done about it?"""

import re
from pathlib import Path

from registration import case_number
from storage import cases
from tests.support.town import STAFF, sample, town
from tests.support.worker import Filling


async def test_a_number_is_checked_and_another_chats_case_is_never_told(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        budi, sari = await here.person("Budi (contoh)"), await here.person("Sari (contoh)")
        number = await Filling(budi).register("lainnya")
        wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
        await budi.send(f"/status {wrong}")
        await budi.sees("Ada angka yang keliru")
        await budi.send("/status bpn")
        await budi.sees("Nomor pendaftaran ada BPN, lalu 9 angka.")
        await budi.send(f"/status {number.replace('-', '').lower()}")
        assert "Menunggu diperiksa Dinas Ketenagakerjaan" in (await budi.sees(number)).text
        await sari.send(f"/status {number}")
        hers = await sari.sees("tidak ada di HP ini")
        unknown = case_number.make(2025, 99, "BPN")
        await sari.send(f"/status {unknown}")
        none = await sari.sees("tidak ada di HP ini")
        assert hers.text.replace(number, unknown) == none.text


async def test_a_second_case_of_one_nik_is_sent_like_any_other_and_marked_for_staff_alone(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        budi, other = await here.person("Budi (contoh)"), await here.person("Orang lain (contoh)")
        first = await Filling(budi).register("lainnya")
        second = await Filling(other).register("lainnya")
        said = [
            [re.sub(r"antrean: \d", "antrean: N", one.text) for one in await user.transcript() if not one.mine]
            for user in (budi, other)
        ]
        assert [text.replace(first, "N") for text in said[0]] == [text.replace(second, "N") for text in said[1]]
        card = await here.officer.wait_for(lambda one: one.text.startswith(second), chat=STAFF, timeout=20, ever=True)
        assert "Kemungkinan ganda" in card.text
        async with here.look() as unit:
            found = [await cases.by_number(unit, number) for number in (first, second)]
        assert [case.unique for case in found if case] == [True, False]


async def test_a_case_is_withdrawn_only_after_a_second_question(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        number = await Filling(budi).register("lainnya")
        await here.officer.sees(number, chat=STAFF, timeout=20)  # a case withdrawn before never gets a card
        await budi.press("🔎 Status saya")
        await budi.press(f"✖️ Batalkan {number}")
        await budi.sees(f"Batalkan pendaftaran {number}?")
        await budi.press("🔎 Status saya")
        await budi.sees("Menunggu diperiksa")
        await budi.press(f"✖️ Batalkan {number}")
        await budi.press(f"✖️ Ya, batalkan {number}")
        await budi.sees("sudah dibatalkan")
        await here.officer.sees("Dibatalkan oleh pekerja", chat=STAFF, timeout=20, ever=True)
        await budi.send("/status")
        await budi.sees("Dibatalkan oleh Anda.")


async def test_a_letter_that_was_put_off_is_sent_after_the_form(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        filling = Filling(budi)
        filling.answers["letter"] = "⏳ Belum ada, saya kirim nanti"
        number = await filling.register("ojol")
        await here.officer.sees("Surat aplikator menyusul", chat=STAFF, timeout=20)
        await budi.press("🔎 Status saya")
        await budi.press(f"📎 Kirim surat untuk {number}")
        await budi.sees("Surat keterangan mitra")
        await budi.photo(sample("letter_grab.jpg"))
        await budi.sees("1 foto diterima", timeout=20)
        await budi.press("✅ Selesai, sudah semua")
        await budi.press("✅ Kirim pendaftaran")
        await budi.sees("Sudah kami terima.")
        card = await here.officer.sees("Diperbaiki: Surat aplikator", chat=STAFF, timeout=20)
        assert "menyusul" not in card.text
        async with here.look() as unit:
            case = await cases.by_number(unit, number)
            assert case is not None
            moves = [step.move for step in await cases.history(unit, case.id)]
        assert (case.state, moves) == ("waiting", ["send", "supplement"])
