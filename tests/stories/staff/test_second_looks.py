"""Do notes, holds, the queue and the history agree with questions, objections and changes after approval?"""

from pathlib import Path

from handlers.staff import comparing
from tests.stories.staff.desk import asks
from tests.stories.staff.groups import FISHERY, bind, group
from tests.stories.staff.office import card_of, now, sent_case, services_of
from tests.stories.staff.test_doubles import ANI, COMPARE, press_compare
from tests.stories.staff.test_objections import WHY, objected
from tests.stories.staff.test_places_kept import amend
from tests.stories.staff.test_questions import asks as asks_staff
from tests.stories.staff.test_questions import stored
from tests.support.town import STAFF, town


async def test_a_note_on_an_approved_case_leaves_it_to_who_approved_when_it_is_changed(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        await here.officer.press("✅ Setujui", chat=STAFF)
        await siti.sees("disetujui.")
        await asks(here.chief, f"/catatan {case.number} sudah dicek di kelurahan", "Dicatat untuk")
        await amend(here, siti, case, "Jl. Baru Contoh No. 3")
        card = await here.chief.sees("🆕 Diubah pekerja setelah disetujui", chat=STAFF, ever=True)
        assert "setelah disetujui oleh Pak Hasan (contoh), 10-11-2025 09:00" in card.text
        assert "📝 1 catatan" in card.text
        await asks(here.chief, f"/tunda {case.number} 3-12-2025 menunggu surat RT", "ditunda sampai")
        held = await here.chief.sees("⏸ Ditunda sampai 3 Desember 2025", chat=STAFF, ever=True)
        assert (held.id, "🆕 Diperbaiki: Alamat" in held.text) == (card.id, True)
        told = await asks(here.chief, f"/kasus {case.number}", "Riwayat")
        assert "Pekerja mengubah data setelah disetujui; bagian: Alamat" in told.text


async def test_an_objection_waits_in_the_queue_and_stands_in_the_history_in_full(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await objected(here, siti, here.officer)
        line = f"{case.number} · 🙋 keberatan, untuk admin grup\n🎣 Nelayan · 1 menit"
        assert line in (await asks(here.officer, "/antrian", "Menunggu: 1")).text
        assert "🙋 keberatan, menunggu admin grup" in (await asks(here.officer, "/cari Siti", "Ketemu 1")).text
        await asks(here.officer, f"/tunda {case.number} besok", "tidak sedang menunggu petugas")
        told = await asks(here.officer, f"/kasus {case.number}", "Riwayat")
        assert f"Pekerja mengajukan keberatan; alasan: {WHY}" in told.text
        await here.chief.press("✅ Setujui", chat=STAFF)
        await siti.sees("disetujui.")
        assert "Tidak ada yang menunggu." in (await asks(here.officer, "/antrian", "Tidak ada")).text


async def test_who_was_away_hears_of_the_objection_although_a_note_was_written_since(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await objected(here, siti, here.officer)
        await siti.block()
        await here.chief.sees("tidak bisa dihubungi", chat=STAFF, ever=True)
        await here.chief.press("✅ Setujui", chat=STAFF)
        await asks(here.chief, f"/catatan {case.number} dicek lagi", "Dicatat untuk")
        await siti.unblock()
        told = await siti.sees("disetujui.")
        assert told.text.startswith("🙋 Keberatan Anda sudah diperiksa petugas lain.")
        assert (await now(here, case)).state == "approved"


async def test_a_question_is_in_the_history_and_a_command_below_it_is_no_answer(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        question = await asks_staff(here, siti)
        await asks(here.officer, "/catatan ia datang ke kantor", f"Dicatat untuk {case.number}", reply_to=question.id)
        await asks(here.officer, "/catatn ia marah", "tidak dikirim ke pekerja", reply_to=question.id)
        assert [one.answers for one in await stored(here)] == [()]
        await here.officer.send("Mulai Januari.", chat=STAFF, reply_to=question.id)
        heard = await siti.sees("Mulai Januari.")
        assert [word for word in ("kantor", "marah") if word in heard.text] == []
        told = await asks(here.chief, "/kasus", "Riwayat", reply_to=question.id)
        assert [line.partition(" – ")[2] for line in told.text.splitlines()[2:]] == [
            "Pekerja bertanya: “Kapan perlindungan <mulai>?”",
            "Pak Hasan (contoh) mencatat; 📝 ia datang ke kantor",
            "Pak Hasan (contoh) menjawab: “Mulai Januari.”",
        ]


async def test_what_workers_write_stands_in_the_topic_of_their_work_and_cannot_be_forwarded(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        await group(here, FISHERY, forum=True)
        await bind(here, FISHERY, "dp3", "DP3")
        case = await sent_case(here, siti)
        card = await card_of(here, case, FISHERY)
        question = await asks_staff(here, siti, chat=FISHERY)
        for label in ("❌ Tolak", "⬜ Pekerjaan tidak terbukti", "❌ Tolak sekarang"):
            await here.officer.press(label, chat=FISHERY)
        await siti.sees("belum bisa diterima")
        await siti.press(f"🙋 Ajukan keberatan {case.number}")
        await siti.send(WHY)
        objection = await here.officer.sees(f"Keberatan {case.number}", chat=FISHERY)
        below = await here.officer.sees("🙋 Keberatan pekerja:", chat=FISHERY, timeout=20)
        found = [(one.thread, one.raw.get("has_protected_content")) for one in (question, objection, below)]
        assert found == [(card.thread, True)] * 3
        await here.officer.send("Mulai Januari.", chat=FISHERY, reply_to=question.id)
        await siti.sees("Mulai Januari.")


async def test_the_card_of_an_objection_tells_of_a_double_and_compares_it(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await objected(here, siti, here.officer)
        ani = await here.person("Ani (contoh)")
        other = await sent_case(here, ani, **ANI)
        async with here.look() as unit:
            await comparing.tell_others(unit, services_of(here), other)
        words = f"⚠️ Mungkin ganda dengan {other.number}"
        card = await here.chief.sees(words, chat=STAFF, timeout=20, ever=True)
        assert ("🙋 Keberatan pekerja:" in card.text, card.buttons[-1]) == (True, COMPARE)
        await press_compare(here, here.chief, case)
        await here.chief.press(f"👥 Bukan ganda dengan {other.number}", chat=STAFF)
        await here.chief.wait_for(
            lambda one: one.id == card.id and "Mungkin ganda" not in one.text, chat=STAFF, timeout=20, ever=True
        )
        assert await here.chief.press("✅ Setujui", chat=STAFF) == "Disetujui. Pekerja diberi tahu."
