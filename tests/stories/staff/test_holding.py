"""Can a case be put aside and noted on, is it back by itself, and may anybody take it up before?"""

from datetime import date, timedelta
from pathlib import Path

from registration.lifecycle import State
from tests.stories.staff.desk import asks, kept_case
from tests.stories.staff.office import card_of, moves, now, sent_case
from tests.support.town import STAFF, town


async def test_a_case_is_put_aside_with_a_day_and_a_reason_and_taken_up_again_before(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        await asks(here.officer, f"/tunda {case.number} 3-12-2025 menunggu surat RT", "ditunda sampai 3 Desember 2025")
        card = await here.chief.sees("⏸ Ditunda sampai 3 Desember 2025 oleh Pak Hasan (contoh)", chat=STAFF, ever=True)
        assert "Alasan menunda: menunggu surat RT" in card.text
        assert (await now(here, case)).hold_until == date(2025, 12, 3)
        assert await here.chief.press("✋ Ambil", chat=STAFF) == "Anda memeriksa kartu ini."
        after = await now(here, case)
        await siti.send("/status")
        status = await siti.sees("Kabar pendaftaran")
        assert ("menunggu surat RT" in status.text, "Ambil" in status.text) == (False, False)
        assert (after.hold_until, after.state, after.officer_id) == (None, State.CLAIMED, here.chief.id)
        assert await moves(here, case) == [
            ("hold", "waiting", "waiting", "officer", here.officer.id),
            ("claim", "waiting", "claimed", "officer", here.chief.id),
        ]
        await asks(here.officer, f"/tunda {case.number} besok", "sedang diperiksa Ibu Ratna")
        told = await asks(here.officer, f"/kasus {case.number}", "Riwayat")
        assert "Pak Hasan (contoh) menunda; sampai 03-12-2025; 📝 menunggu surat RT" in told.text


async def test_a_reply_to_the_card_asks_for_the_day_by_buttons_and_its_reason_is_noted(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        card = await card_of(here, case)
        asked = await asks(here.officer, "/tunda", f"Tunda {case.number} sampai kapan?", reply_to=card.id)
        assert asked.buttons == ["Besok", "3 hari", "7 hari"]
        assert await here.chief.press("3 hari", asked) == "Ditunda. Kartunya kembali ke antrean pada hari itu."
        done = await here.chief.sees("ditunda sampai 13 November 2025 oleh Ibu Ratna", chat=STAFF)
        await asks(here.chief, "/catatan menunggu surat", f"Dicatat untuk {case.number}", reply_to=done.id)
        await here.chief.sees("📝 1 catatan", chat=STAFF, ever=True)
        await asks(here.officer, "/antrian", "Tidak ada yang menunggu.")
        here.app.clock._shift += timedelta(days=3)
        await asks(here.officer, "/antrian", "Menunggu: 1")
        told = await asks(here.officer, "/kasus", "Riwayat", reply_to=card.id)
        fresh = await here.officer.wait_for(lambda one: bool(one.file_id), chat=STAFF, ever=True)
        assert ("⏳ Menunggu" in fresh.text, "Ditunda" in fresh.text, told.id > fresh.id) == (True, False, True)


async def test_whose_claim_has_lapsed_no_longer_keeps_others_from_putting_the_case_aside(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        await here.chief.press("✋ Ambil", chat=STAFF)
        here.app.clock._shift += timedelta(minutes=here.app.programme.review.claim_minutes, seconds=1)
        await asks(here.officer, f"/tunda {case.number} 2 hari", "ditunda sampai 12 November 2025")
        assert [move for move, *_ in await moves(here, case)] == ["claim", "lapse", "hold"]
        assert (await now(here, case)).officer_id is None


async def test_days_that_are_over_or_too_far_and_cases_that_do_not_wait_are_refused_kindly(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        for day, words in (
            ("9-11-2025", "Hari itu sudah lewat."),
            ("10-11-2025", "Hari itu sudah lewat."),
            ("10-1-2026", "Paling lama 60 hari"),
            ("minggu depan", "Tanggalnya belum terbaca."),
            (f"besok {'x' * 301}", "terlalu panjang"),
        ):
            await asks(here.officer, f"/tunda {case.number} {day}", words)
        assert (await now(here, case)).hold_until is None
        await here.officer.press("✅ Setujui", chat=STAFF)
        await asks(here.officer, f"/tunda {case.number} besok", "tidak sedang menunggu petugas")
        assert [move for move, *_ in await moves(here, case)] == ["approve"]


async def test_nobody_notes_on_or_puts_aside_their_own_case_and_a_note_has_words_and_an_end(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        await here.officer.start()
        case = await kept_case(here, here.officer)
        await asks(here.officer, f"/catatan {case.number} tolong setujui", "dari HP Anda sendiri")
        await asks(here.officer, f"/tunda {case.number} besok", "dari HP Anda sendiri")
        await asks(here.chief, f"/catatan {case.number}", "Tulis catatannya setelah perintah")
        await asks(here.chief, f"/catatan {case.number} {'x' * 301}", "Paling banyak 300 huruf")
        await asks(here.chief, "/catatan tanpa nomor", "lalu 9 angka")
        await asks(here.chief, f"/catatan {case.number} {'x' * 300}", "Dicatat")
        assert [move for move, *_ in await moves(here, case)] == ["note"]
