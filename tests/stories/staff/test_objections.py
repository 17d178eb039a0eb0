"""Is a rejection looked at once more by somebody else, once, when the worker objects?"""

from pathlib import Path

from simulator.user import SimUser
from storage import officers
from storage.cases import Case
from tests.stories.staff.office import card_of, moves, now, sent_case
from tests.stories.staff.test_who_may_press import later
from tests.support.town import STAFF, Town, town

WHY = "Saya nelayan sejak 2015, kartu saya masih berlaku"
OWN = "Anda yang menolak pendaftaran ini. Keberatannya diputuskan admin grup lain."
RANK = "Keberatan hanya boleh diputuskan admin grup. Minta admin grup menekannya."


async def rejected(here: Town, worker: SimUser, by: SimUser) -> Case:
    case = await sent_case(here, worker)
    await card_of(here, case)
    for label in ("❌ Tolak", "⬜ Pekerjaan tidak terbukti", "❌ Tolak sekarang"):
        await by.press(label, chat=STAFF)
    await worker.sees("belum bisa diterima")
    return await now(here, case)


async def objected(here: Town, worker: SimUser, by: SimUser) -> Case:
    case = await rejected(here, worker, by)
    await worker.press(f"🙋 Ajukan keberatan {case.number}")
    await worker.sees("mengapa menurut Anda keputusan itu keliru")
    await worker.send(WHY)
    await worker.sees("terkirim. Petugas lain")
    await here.officer.sees("🙋 Keberatan pekerja:", chat=STAFF, timeout=20)
    return await now(here, case)


async def test_a_supervisor_who_did_not_reject_approves_after_an_objection(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await rejected(here, siti, here.officer)
        notice = await siti.sees("belum bisa diterima")
        assert "keberatan satu kali, sampai 24 November 2025." in notice.text
        first = await card_of(here, case)
        await siti.press(f"🙋 Ajukan keberatan {case.number}")
        await siti.send("Salah")
        await siti.sees("paling sedikit 10 huruf")
        await siti.send(WHY)
        await siti.sees("terkirim. Petugas lain")
        card = await here.officer.sees("🙋 Keberatan pekerja:", chat=STAFF, timeout=20)
        assert card.id != first.id
        assert (
            f"🙋 Keberatan pekerja: “{WHY}”\n"
            "Sebelumnya: ditolak Pak Hasan (contoh), 10-11-2025 09:00. Alasan: Pekerjaan tidak terbukti\n"
            "Diputuskan admin grup, bukan petugas yang menolak." in card.text
        )
        assert card.buttons == ["✅ Setujui", "❌ Tetap ditolak", "🔁 Minta perbaikan", "🔍 Lihat dokumen"]
        assert [len(row) for row in card.rows] == [2, 2]
        assert first.id not in [one.id for one in await here.officer.transcript(STAFF)]
        assert await here.officer.press("✅ Setujui", card) == OWN
        other = await here.sim.add_user("Pak Joko (contoh)")
        await here.sim.set_member(STAFF, other.id)
        for label in ("✅ Setujui", "❌ Tetap ditolak", "🔁 Minta perbaikan"):
            assert await other.press(label, card) == RANK
        assert (await now(here, case)).state == "objected"
        assert await here.chief.press("✅ Setujui", card) == "Disetujui. Pekerja diberi tahu."
        told = await siti.sees("disetujui.")
        assert told.text.startswith("🙋 Keberatan Anda sudah diperiksa petugas lain.")
        assert [step[0] for step in await moves(here, case)] == ["claim", "reject", "object", "approve"]
        assert (await now(here, case)).unique
        await siti.send("/status")
        status = await siti.sees("Kabar pendaftaran")
        assert "🙋 10 November 2025: Anda mengajukan keberatan" in status.text


async def test_a_rejection_that_is_upheld_with_its_reason_is_final(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await objected(here, siti, here.officer)
        assert await here.chief.press("❌ Tetap ditolak", chat=STAFF) is None
        assert await here.chief.press("❌ Tetap ditolak, kirim", chat=STAFF) == (
            "Pilih dulu alasannya, atau tulis sendiri."
        )
        await here.chief.press("✍️ Tulis alasan sendiri", chat=STAFF)
        asked = await here.chief.sees("balas pesan ini", chat=STAFF)
        await here.chief.send("Kartu KUSUKA tidak terlampir", chat=STAFF, reply_to=asked.id)
        await here.chief.sees("Alasan: Kartu KUSUKA tidak terlampir", chat=STAFF, ever=True)
        assert await here.officer.press("❌ Tetap ditolak, kirim", chat=STAFF) == OWN
        said = await here.chief.press("❌ Tetap ditolak, kirim", chat=STAFF)
        assert said == "Tetap ditolak. Pekerja diberi tahu alasannya."
        told = await siti.sees("Keputusannya tetap")
        assert "Pesan petugas: “Kartu KUSUKA tidak terlampir”" in told.text
        assert "ini keputusan terakhir untuk nomor ini" in told.text
        assert told.buttons == ["🔎 Status saya"]
        card = await here.chief.sees("Tetap ditolak setelah keberatan, oleh Ibu Ratna (contoh)", chat=STAFF)
        assert card.buttons == []
        await siti.press(f"🙋 Ajukan keberatan {case.number}")
        await siti.sees("Keberatan hanya bisa satu kali.")
        await siti.send("/status")
        status = await siti.sees("Kabar pendaftaran")
        assert "keberatan sudah diperiksa, keputusan tetap" in status.text
        assert status.buttons == ["❓ Tanya petugas"]
        after = await now(here, case)
        assert (after.state, after.unique) == ("rejected", False)


async def test_an_objection_may_be_sent_back_for_mending_and_is_then_reviewed_by_all(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await objected(here, siti, here.officer)
        for label in ("🔁 Minta perbaikan", "⬜ Nama", "➡️ Lanjut ke alasan", "⬜ Data beda dengan KTP"):
            await here.chief.press(label, chat=STAFF)
        await here.chief.press("🔁 Kirim ke pekerja", chat=STAFF)
        await siti.press(f"✏️ Perbaiki {case.number}")
        await siti.send("Siti Contoh Baru")
        await siti.press("✅ Kirim pendaftaran")
        await here.officer.sees("🆕 Diperbaiki: Nama", chat=STAFF, timeout=20)
        for label in ("❌ Tolak", "⬜ Pekerjaan tidak terbukti", "❌ Tolak sekarang"):
            await here.officer.press(label, chat=STAFF)
        await siti.wait_for(lambda one: "belum bisa diterima" in one.text and one.buttons == ["🔎 Status saya"])


async def test_rank_is_asked_of_telegram_at_each_press_on_an_objection(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await objected(here, siti, here.chief)
        card = await here.officer.sees("🙋 Keberatan pekerja:", chat=STAFF, ever=True)
        assert await here.chief.press("✅ Setujui", card) == OWN
        async with here.look() as unit:  # what is known is fresh, and wrong
            await officers.confirm(unit, STAFF, here.officer.id, "Pak Hasan (contoh)", "supervisor")
        later(here, minutes=1)
        assert await here.officer.press("✅ Setujui", card) == RANK
        await here.sim.set_member(STAFF, here.officer.id, "administrator")
        assert await here.officer.press("✅ Setujui", card) == "Disetujui. Pekerja diberi tahu."
        assert (await now(here, case)).state == "approved"


async def test_an_objection_comes_in_time_or_not_at_all(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await rejected(here, siti, here.officer)
        later(here, minutes=14 * 24 * 60 + 1)
        await siti.press(f"🙋 Ajukan keberatan {case.number}")
        told = await siti.sees("sudah tidak bisa diajukan")
        assert told.buttons == ["❓ Tanya petugas", "📝 Daftar", "🔎 Status saya"]
        await siti.send(WHY)
        await siti.sees("Tekan salah satu tombol")
        assert (await now(here, case)).state == "rejected"


async def test_who_has_registered_again_meanwhile_is_a_possible_double_when_they_object(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await rejected(here, siti, here.officer)
        again = await sent_case(here, siti)
        assert again.unique
        await siti.press(f"🙋 Ajukan keberatan {case.number}")
        await siti.send(WHY)
        card = await here.officer.sees("🙋 Keberatan pekerja:", chat=STAFF, timeout=20)
        assert "Kemungkinan ganda" in card.text
        assert ((await now(here, case)).unique, (await now(here, again)).unique) == (False, True)
