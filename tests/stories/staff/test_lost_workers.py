"""Does a worker who blocked the bot still hear the decision, and do staff know that they do not yet?"""

from pathlib import Path

from tests.stories.staff.office import card_of, now, sent_case
from tests.support.town import STAFF, town


async def test_who_blocked_the_bot_before_the_decision_hears_it_with_its_reason_on_return(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        await siti.block()
        await here.chief.sees("⚠️ Pekerja sedang tidak bisa dihubungi", chat=STAFF)
        await here.officer.press("❌ Tolak", chat=STAFF)
        await here.officer.press("⬜ Sudah punya JKK/JKM", chat=STAFF)
        said = await here.officer.press("❌ Tolak sekarang", chat=STAFF)
        assert said == "Tersimpan. Pekerja sedang tidak bisa dihubungi, ia diberi tahu saat kembali."
        card = await here.officer.sees("Ditolak oleh Pak Hasan (contoh)", chat=STAFF)
        assert "⚠️ Pekerja sedang tidak bisa dihubungi" in card.text
        assert (await now(here, case)).state == "rejected"
        await siti.unblock()
        told = await siti.sees("belum bisa diterima")
        assert "• Sudah terdaftar di BPJS Ketenagakerjaan." in told.text
        card = await here.officer.wait_for(lambda one: "tidak bisa dihubungi" not in one.text, chat=STAFF)
        assert card.text.startswith(case.number)
        await siti.block()
        await siti.unblock()
        await siti.send("/status")
        await siti.sees("Kabar pendaftaran")
        assert len([one for one in await siti.transcript() if "belum bisa diterima." in one.text]) == 1


async def test_who_is_lost_between_the_decision_and_its_notice_hears_it_on_return(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        await here.sim.fault(
            "sendMessage", chat_id=siti.id, code=403, description="Forbidden: bot was blocked by the user"
        )
        assert await here.officer.press("✅ Setujui", chat=STAFF) == "Disetujui. Pekerja diberi tahu."
        await here.officer.sees("Disetujui oleh", chat=STAFF)
        await siti.block()
        await here.officer.sees("⚠️ Pekerja sedang tidak bisa dihubungi", chat=STAFF)
        await siti.unblock()
        await siti.sees("disetujui.")


async def test_who_was_sent_back_while_away_can_mend_on_return(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        await siti.block()
        for label in ("🔁 Minta perbaikan", "⬜ Nama", "➡️ Lanjut ke alasan", "⬜ Data beda dengan KTP"):
            await here.officer.press(label, chat=STAFF)
        await here.officer.press("🔁 Kirim ke pekerja", chat=STAFF)
        await siti.unblock()
        told = await siti.sees("perlu diperbaiki sedikit")
        assert "• Nama" in told.text
        await siti.press(f"✏️ Perbaiki {case.number}")
        await siti.send("Siti Contoh Baru")
        await siti.press("✅ Kirim pendaftaran")
        await here.officer.sees("🆕 Diperbaiki: Nama", chat=STAFF, timeout=20)


async def test_who_is_lost_without_telegram_telling_is_marked_on_the_card_and_hears_it_at_their_next_message(
    tmp_path: Path,
) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        blocked = "Forbidden: bot was blocked by the user"
        await here.sim.fault("sendMessage", chat_id=siti.id, code=403, description=blocked)
        assert await here.officer.press("✅ Setujui", chat=STAFF) == "Disetujui. Pekerja diberi tahu."
        await here.officer.sees("⚠️ Pekerja sedang tidak bisa dihubungi", chat=STAFF)
        await siti.send("/bantuan")
        await siti.sees("disetujui.")
        await here.officer.wait_for(lambda one: "tidak bisa dihubungi" not in one.text, chat=STAFF, ever=True)
