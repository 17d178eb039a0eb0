"""Does one command put the card of a case up again, alone, with all that happened below it?"""

from datetime import timedelta
from pathlib import Path

from registration import case_number
from simulator.seen import Seen
from storage import cases
from tests.stories.staff.desk import asks, kept_case
from tests.stories.staff.office import card_of, sent_case
from tests.stories.staff.test_seen_documents import record
from tests.support.town import STAFF, Town, town


async def cards(here: Town) -> list[Seen]:
    """Every card that stands in the group."""
    return [one for one in await here.chief.transcript(STAFF) if one.file_id]


async def test_the_old_card_goes_and_the_new_one_decides_with_the_history_below(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        old = await card_of(here, case)
        await here.officer.press("✋ Ambil", chat=STAFF)
        await asks(here.chief, f"/catatan {case.number} telepon istrinya dulu", "Pekerja tidak membacanya")
        typed = case.number.removeprefix("BPN").replace("-", "")
        told = await asks(here.officer, f"/kasus {typed}", f"Riwayat {case.number}")
        (new,) = await cards(here)
        assert new.id > old.id
        assert told.raw["reply_to_message"]["message_id"] == new.id
        lines = [line.partition(" – ")[2] for line in told.text.splitlines()[1:]]
        assert lines == [
            "Pekerja mengirim pendaftaran",
            "Pak Hasan (contoh) mengambil kartu",
            "Ibu Ratna (contoh) mencatat; 📝 telepon istrinya dulu",
        ]
        assert "📝 1 catatan" in new.text
        assert await here.officer.press("✅ Setujui", new) == "Disetujui. Pekerja diberi tahu."
        await siti.sees("disetujui.")
        assert [one for one in await siti.transcript() if "istrinya" in one.text] == []


async def test_a_decided_case_shows_its_card_without_buttons_and_its_reasons(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        for label in ("❌ Tolak", "⬜ Umur di luar batas", "❌ Tolak sekarang"):
            await here.officer.press(label, chat=STAFF)
        await asks(here.chief, f"/catatan {case.number} diberi tahu lewat telepon", "Dicatat")
        told = await asks(here.chief, f"/kasus {case.number}", "Riwayat")
        assert "Pak Hasan (contoh) menolak; alasan: Umur di luar batas" in told.text
        (card,) = await cards(here)
        assert (card.buttons, "❌ Ditolak oleh Pak Hasan (contoh)" in card.text) == ([], True)


async def test_the_history_tells_who_looked_at_the_documents_and_a_card_asked_for_is_on_record(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await here.officer.start()
        await card_of(here, case)
        await here.officer.press("🔍 Lihat dokumen", chat=STAFF)
        await here.officer.sees(case.number)
        told = await asks(here.officer, f"/kasus {case.number}", "Riwayat")
        assert told.text.splitlines()[-1].partition(" – ")[2] == "Pak Hasan (contoh) melihat dokumen (1 halaman)"
        assert [(kind, why) for kind, _, why, _ in await record(here, case)] == [
            ("card", "new"),
            ("pages", "review"),
            ("card", "asked"),
        ]


async def test_a_case_passed_on_and_put_on_the_waiting_list_is_told_in_words(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await kept_case(here, siti)
        notes = {"pass_on": {"from": "dishub", "to": case.agency}, "waitlist": {}, "promote": {}, "insurer_refuse": {}}
        async with here.look() as unit:
            for move, note in notes.items():
                actor, who = ("time", None) if move == "promote" else ("officer", 7)
                states = (case.state, case.state)
                await cases.write_history(unit, case.id, move, states, actor=actor, actor_id=who, note=note)
        told = await asks(here.officer, f"/kasus {case.number}", "Riwayat")
        assert [line.partition(" – ")[2] for line in told.text.splitlines()[2:]] == [
            f"petugas mengalihkan; ke {here.app.programme.agencies[case.agency].short}",
            "petugas menyetujui, masuk daftar tunggu",
            "Otomatis: dapat tempat, jadi disetujui",
            "petugas mencatat penolakan BPJS Ketenagakerjaan",
        ]


async def test_a_card_too_old_to_be_deleted_loses_its_buttons_and_says_where_the_new_one_is(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        old = await card_of(here, case)
        await here.sim.fault(
            "deleteMessage", code=400, description="Bad Request: message can't be deleted for everyone"
        )
        await asks(here.officer, "/kasus", "Riwayat", reply_to=old.id)
        first, second = await cards(here)
        assert (first.id, first.text, first.buttons) == (old.id, "Kartu ini sudah dipasang lagi di bawah.", [])
        assert "✅ Setujui" in second.buttons


async def test_a_number_that_is_wrong_unknown_or_another_agencys_is_told_kindly(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await kept_case(here, siti)
        wrong = case.number[:-1] + str((int(case.number[-1]) + 1) % 10)
        await asks(here.officer, f"/kasus {wrong}", "Ada angka yang keliru")
        await asks(here.officer, "/kasus", "lalu 9 angka")
        await asks(here.officer, f"/kasus {case_number.make(2025, 999_999, 'BPN')}", "belum ada di pendaftaran")
        agency = here.app.programme.agencies[case.agency]
        here.app.programme.agencies[case.agency] = agency.model_copy(update={"staff_chat": -1001000000002})
        await asks(here.officer, f"/kasus {case.number}", "ada di dinas lain")
        await asks(here.officer, f"/catatan {case.number} halo", "ada di dinas lain")
        await asks(here.officer, "/cari Siti", "Belum ketemu.")
        await asks(here.officer, f"/cari {case.number}", "Belum ketemu.")
        await asks(here.officer, "/antrian", "Tidak ada yang menunggu.")


async def test_a_long_history_fits_into_one_message_and_says_what_it_leaves_out(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await kept_case(here, siti)
        async with here.look() as unit:
            for number in range(40):
                unit.now += timedelta(minutes=1)
                note = {"text": f"catatan {number} " + "x" * 280}
                states = (case.state, case.state)
                await cases.write_history(unit, case.id, "note", states, actor="officer", actor_id=7, note=note)
        told = await asks(here.officer, f"/kasus {case.number}", "Riwayat")
        lines = told.text.splitlines()
        assert (len(told.text) <= 4096, "catatan 39 " in lines[-1]) == (True, True)
        assert lines[1] == f"… {41 - (len(lines) - 2)} langkah sebelumnya tidak muat"


async def test_a_worker_who_missed_the_decision_hears_it_although_an_officer_noted_something_since(
    tmp_path: Path,
) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        await here.sim.fault(
            "sendMessage", chat_id=siti.id, code=403, description="Forbidden: bot was blocked by the user"
        )
        await here.officer.press("✅ Setujui", chat=STAFF)
        await siti.block()
        await here.officer.sees("⚠️ Pekerja sedang tidak bisa dihubungi", chat=STAFF)
        await asks(here.officer, f"/catatan {case.number} nomornya mati", "Dicatat")
        await siti.unblock()
        await siti.sees("disetujui.")
