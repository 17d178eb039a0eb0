"""Can an officer take, release, approve, reject and send back a case, with the worker told each time?"""

from pathlib import Path

from registration.questions import BY_KEY
from tests.stories.staff.office import card_of, moves, now, sent_case
from tests.support.town import STAFF, sample, town

FIRST = ["✋ Ambil", "✅ Setujui", "🔁 Minta perbaikan", "❌ Tolak", "🔍 Lihat dokumen", "📨 Alihkan"]
TAKEN = ["↩️ Lepas", "✅ Setujui", "🔁 Minta perbaikan", "❌ Tolak", "🔍 Lihat dokumen", "📨 Alihkan"]


async def test_an_officer_takes_a_case_gives_it_back_takes_it_again_and_approves_it(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        first = await card_of(here, case)
        assert first.buttons == FIRST
        assert await here.officer.press("✋ Ambil", chat=STAFF) == "Anda memeriksa kartu ini."
        taken = await here.officer.sees("Diperiksa Pak Hasan (contoh)", chat=STAFF)
        assert "Mulai 09:30 petugas lain boleh mengambil." in taken.text
        assert taken.buttons == TAKEN
        assert await here.officer.press("↩️ Lepas", chat=STAFF) == "Kartu ini bebas lagi."
        free = await here.officer.sees("⏳ Menunggu", chat=STAFF)
        assert (free.text, free.buttons) == (first.text, FIRST)
        assert await here.chief.press("✅ Setujui", chat=STAFF) == "Disetujui. Pekerja diberi tahu."
        decided = await here.chief.sees("Disetujui oleh Ibu Ratna (contoh), 10-11-2025 09:00", chat=STAFF)
        assert (decided.id, decided.buttons) == (first.id, ["🏥 Ditolak BPJS"])
        told = await siti.sees("disetujui.")
        assert "Perlindungan belum mulai." in told.text
        hasan, ratna = here.officer.id, here.chief.id
        assert await moves(here, case) == [
            ("claim", "waiting", "claimed", "officer", hasan),
            ("release", "claimed", "waiting", "officer", hasan),
            ("approve", "waiting", "approved", "officer", ratna),
        ]


async def test_a_rejection_needs_a_reason_prepared_or_in_own_words(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        officer = here.officer
        await officer.press("❌ Tolak", chat=STAFF)
        said = await officer.press("❌ Tolak sekarang", chat=STAFF)
        assert said == "Pilih dulu alasannya, atau tulis sendiri."
        await officer.press("⬜ Pendaftaran ganda", chat=STAFF)
        await officer.press("☑️ Pendaftaran ganda", chat=STAFF)
        await officer.press("⬜ Umur di luar batas", chat=STAFF)
        await officer.press("✍️ Tulis alasan sendiri", chat=STAFF)
        asked = await officer.sees("balas pesan ini", chat=STAFF)
        await officer.send("x" * 301, chat=STAFF, reply_to=asked.id)
        await officer.sees("terlalu panjang", chat=STAFF)
        await officer.sticker(chat=STAFF)
        await officer.send("Lahir tahun <1950>, lihat KTP", chat=STAFF, reply_to=asked.id)
        await officer.sees("Alasan sudah dicatat", chat=STAFF)
        await officer.sees("Alasan: Umur di luar batas; Lahir tahun <1950>, lihat KTP", chat=STAFF)
        assert await officer.press("❌ Tolak sekarang", chat=STAFF) == "Ditolak. Pekerja diberi tahu alasannya."
        told = await siti.sees("belum bisa diterima")
        assert "• Umurnya di luar batas program.\n• Pesan petugas: “Lahir tahun <1950>, lihat KTP”" in told.text
        card = await officer.sees("Ditolak oleh Pak Hasan (contoh)", chat=STAFF)
        assert "Alasan: Umur di luar batas; Lahir tahun <1950>, lihat KTP" in card.text
        await officer.send("Terlambat", chat=STAFF, reply_to=asked.id)
        assert (await now(here, case)).review["note"] == "Lahir tahun <1950>, lihat KTP"


async def test_what_is_sent_back_is_asked_again_and_nothing_else_and_stands_marked_on_the_same_card(
    tmp_path: Path,
) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        first = await card_of(here, case)
        officer = here.officer
        await officer.press("🔁 Minta perbaikan", chat=STAFF)
        said = await officer.press("➡️ Lanjut ke alasan", chat=STAFF)
        assert said == "Tandai dulu jawaban atau foto yang perlu diperbaiki."
        for label in ("⬜ Nama", "⬜ Alamat", "☑️ Alamat", "⬜ Foto KTP"):
            await officer.press(label, chat=STAFF)
        await officer.press("➡️ Lanjut ke alasan", chat=STAFF)
        await officer.press("⬜ Data beda dengan KTP", chat=STAFF)
        await officer.press("🔁 Kirim ke pekerja", chat=STAFF)
        told = await siti.sees("perlu diperbaiki sedikit")
        assert "Yang perlu diperbaiki:\n• Nama\n• Foto KTP\n" in told.text
        waits = await officer.sees("Minta perbaikan oleh Pak Hasan (contoh)", chat=STAFF)
        assert waits.buttons == []
        await siti.press(f"✏️ Perbaiki {case.number}")
        await siti.sees("Langkah 1 dari 2")
        await siti.photo(sample("ktp01_l1.jpg"))
        await siti.sees("Langkah 2 dari 2", timeout=20)
        await siti.send("Siti Contoh Baru")
        await siti.sees("Sudah diperbaiki.")
        await siti.press("✅ Kirim pendaftaran")
        mended = await officer.sees("🆕 Diperbaiki: Foto KTP, Nama", chat=STAFF, timeout=20)
        assert mended.id == first.id
        assert "✏️ Nama: Siti Contoh Baru\nLahir: Balikpapan, 17-08-1990, Perempuan" in mended.text
        assert "✏️ Alamat" not in mended.text
        assert mended.buttons == FIRST
        assert mended.file_id != first.file_id
        after = await now(here, case)
        new = {"name": "Siti Contoh Baru", "ktp_photo": after.answers["ktp_photo"], "insisted": []}
        assert after.answers == case.answers | new
        assert [key for key in after.changed if key in BY_KEY] == ["ktp_photo", "name"]
