"""Does a change after approval reopen the review, and only a real change?"""

from pathlib import Path

from simulator.user import SimUser
from storage.cases import Case
from tests.stories.staff.office import card_of, moves, now, sent_case
from tests.support.town import STAFF, Town, town


async def approved(here: Town, worker: SimUser) -> Case:
    case = await sent_case(here, worker)
    await card_of(here, case)
    await here.officer.press("✅ Setujui", chat=STAFF)
    await worker.sees("disetujui.")
    return case


async def begin(case: Case, worker: SimUser) -> None:
    await worker.send("/status")
    await worker.press(f"✏️ Ubah data {case.number}")
    await worker.sees("petugas memeriksa lagi dari awal")
    await worker.press("✏️ Ya, ubah data")
    await worker.sees("Selama belum dikirim, persetujuan tetap berlaku.")


async def test_what_is_changed_after_approval_is_reviewed_again(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await approved(here, siti)
        first = await card_of(here, case)
        await begin(case, siti)
        await siti.press("✏️ Ubah jawaban")
        await siti.press("Alamat")
        await siti.send(case.answers["address"])
        await siti.press("✅ Kirim pendaftaran")
        await siti.sees("Belum ada yang diubah")
        assert (await now(here, case)).state == "approved"
        await siti.press("✏️ Ubah jawaban")
        await siti.press("Alamat")
        await siti.send("Jl. Baru Contoh No. 3")
        await siti.press("✅ Kirim pendaftaran")
        await siti.sees("Perubahan terkirim.")
        card = await here.chief.sees("🆕 Diperbaiki: Alamat", chat=STAFF, timeout=20)
        assert card.id != first.id
        assert "Diubah pekerja setelah disetujui oleh Pak Hasan (contoh), 10-11-2025 09:00" in card.text
        assert card.buttons[0] == "✋ Ambil"
        after = await now(here, case)
        assert (after.state, after.changed, after.unique, after.decided_at) == ("waiting", ("address",), True, None)
        await siti.send("/status")
        status = await siti.sees("Kabar pendaftaran")
        assert "✏️ 10 November 2025: data diubah, diperiksa lagi" in status.text
        assert await here.chief.press("✅ Setujui", card) == "Disetujui. Pekerja diberi tahu."
        assert [(step[0], step[3]) for step in await moves(here, case)] == [
            ("approve", "officer"),
            ("amend", "worker"),
            ("approve", "officer"),
        ]


async def test_who_changes_their_mind_keeps_the_approval(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await approved(here, siti)
        await begin(case, siti)
        await siti.press("✏️ Ubah jawaban")
        await siti.press("Alamat")
        await siti.send("Jl. Baru Contoh No. 3")
        await siti.press("↩️ Tidak jadi diubah")
        await siti.sees("Kabar pendaftaran")
        await begin(case, siti)
        await siti.send("/batal")
        await siti.press("↩️ Tidak jadi diubah")
        await siti.sees("Kabar pendaftaran")
        after = await now(here, case)
        assert (after.state, after.answers) == ("approved", case.answers)
        await siti.send("Terima kasih")
        await siti.sees("Tekan salah satu tombol")
