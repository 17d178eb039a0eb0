"""Does the main job work, end to end and on both databases: workers register, staff decide, each hears of it?"""

from pathlib import Path

from storage import cases
from tests.support.town import STAFF, sample, town
from tests.support.worker import Filling


async def test_an_ojol_registers_is_sent_back_mends_and_is_approved(tmp_path: Path, database_url: str) -> None:
    async with town(tmp_path, database_url=database_url) as here:
        budi = await here.person("Budi (contoh)")
        number = await Filling(budi).register("ojol")
        await here.officer.sees(number, chat=STAFF, timeout=20)
        await here.officer.press("🔁 Minta perbaikan", chat=STAFF)
        await here.officer.press("⬜ Foto KTP", chat=STAFF)
        await here.officer.press("➡️ Lanjut ke alasan", chat=STAFF)
        await here.officer.press("⬜ Foto tidak terbaca", chat=STAFF)
        said = await here.officer.press("🔁 Kirim ke pekerja", chat=STAFF)
        assert said == "Dikirim ke pekerja untuk diperbaiki."
        notice = await budi.sees("perlu diperbaiki sedikit")
        assert "• Foto KTP" in notice.text
        await budi.press(f"✏️ Perbaiki {number}")
        await budi.sees("Foto KTP")
        await budi.photo(sample("ktp01_l1.jpg"))
        await budi.sees("Sudah diperbaiki.", timeout=20)
        await budi.press("✅ Kirim pendaftaran")
        await budi.sees("Perbaikan terkirim.")
        card = await here.officer.sees("Diperbaiki: Foto KTP", chat=STAFF, timeout=20)
        assert "✅ Setujui" in card.buttons
        assert await here.officer.press("✅ Setujui", chat=STAFF) == "Disetujui. Pekerja diberi tahu."
        decided = await budi.sees("disetujui.")
        assert "belum mulai" in decided.text
        async with here.look() as unit:
            case = await cases.by_number(unit, number)
            assert case is not None
            moves = [step.move for step in await cases.history(unit, case.id)]
        assert case.state == "approved"
        assert moves == ["send", "claim", "send_back", "mend", "approve"]


async def test_a_fisher_registers_and_is_rejected_with_a_reason(tmp_path: Path, database_url: str) -> None:
    async with town(tmp_path, database_url=database_url) as here:
        sari = await here.person("Sari (contoh)")
        number = await Filling(sari).register("nelayan")
        await here.officer.sees(number, chat=STAFF, timeout=20)
        await here.officer.press("❌ Tolak", chat=STAFF)
        await here.officer.press("⬜ Sudah punya JKK/JKM", chat=STAFF)
        assert await here.officer.press("❌ Tolak sekarang", chat=STAFF) == "Ditolak. Pekerja diberi tahu alasannya."
        notice = await sari.sees("belum bisa diterima")
        assert "Sudah terdaftar di BPJS Ketenagakerjaan." in notice.text
        card = await here.chief.sees("Ditolak", chat=STAFF, ever=True)
        assert "Pak Hasan (contoh)" in card.text
        assert card.buttons == []
