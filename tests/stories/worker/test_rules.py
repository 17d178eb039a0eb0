"""What does a worker live through whose answer ends the registration, and one whose card is new?"""

from pathlib import Path

from tests.support.town import ROOT, STAFF, running, sample, settings_for, staffed_simulator, town
from tests.support.worker import Filling

FILE = ROOT / "programmes" / "balikpapan.toml"


def other_rules(folder: Path, *changes: tuple[str, str]) -> Path:
    """The shipped programme with other rules."""
    text = FILE.read_text(encoding="utf-8")
    for old, new in changes:
        text = text.replace(old, new, 1)
    path = folder / "program.toml"
    path.write_text(text, encoding="utf-8")
    return path


async def test_a_stop_is_told_at_once_and_a_corrected_answer_reaches_the_receipt(tmp_path: Path) -> None:
    strict = other_rules(tmp_path, ("stops = []", 'stops = ["area"]'))
    async with town(tmp_path, programme_file=strict) as here:
        budi = await here.person("Budi (contoh)")
        filling = Filling(budi)
        await filling.up_to("kecamatan", "ojol")
        await budi.press("KTP bukan Balikpapan")
        stop = await budi.sees("Maaf, pendaftaran ini belum bisa diteruskan.")
        assert "Kota atau kabupaten di KTP mungkin punya program seperti ini." in stop.text
        await budi.press("🏢 Ajukan ke kantor")
        await budi.sees("Datang langsung: Gedung Disnaker Kota Balikpapan, lantai 4.")
        await budi.press("▶️ Lanjutkan")
        await budi.press("✏️ Ubah Kecamatan")
        for key in ("kecamatan", "kelurahan", "issued_on", "phone", "income", "income_statement", "covered"):
            await filling.give(key)
        for key in ("aplikator", "plate", "letter"):
            await filling.give(key)
        await budi.press("✅ Kirim pendaftaran")
        await budi.sees("Pendaftaran terkirim.")


async def test_a_new_card_is_asked_about_and_the_officer_sees_answer_and_paper(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        filling = Filling(budi)
        filling.answers |= {"issued_on": "1-9-2025", "sector": "🧰 Pekerja lainnya"}
        await filling.up_to("issued_on", "lainnya")
        await filling.give("issued_on")
        await budi.sees("Sejak kapan tinggal di Balikpapan?")
        await budi.send("Januari 2019")
        await budi.sees("Foto KK atau surat pindah")
        await budi.photo(sample("letter_gojek.jpg"))
        await budi.sees("1 foto diterima", timeout=20)
        await budi.press("✅ Selesai, sudah semua")
        for key in ("phone", "income", "income_statement", "covered", "job"):
            await filling.give(key)
        await budi.sees("Yang akan dilihat petugas:")
        await budi.press("✅ Kirim pendaftaran")
        await budi.sees("Pendaftaran terkirim.")
        card = await here.officer.sees(
            "KTP baru, 01-09-2025: tinggal sejak 01-2019, ada KK/surat", chat=STAFF, timeout=20
        )
        assert "Tinggal di sini sejak: 01-2019" in card.text


async def test_a_card_keeps_the_judgement_it_was_sent_under_when_the_rules_change(tmp_path: Path) -> None:
    stricter = other_rules(
        tmp_path, ('version = "2025-11"\nname', 'version = "2025-12"\nname'), ("2025 = 3_701_508", "2025 = 2_000_000")
    )
    async with staffed_simulator() as (sim, officer, _chief):
        budi = await sim.add_user("Budi (contoh)", phone="6281234567890")
        async with running(settings_for(sim, tmp_path)):
            await budi.start()
            number = await Filling(budi).register("lainnya")
            before = await officer.sees(number, chat=STAFF, timeout=20)
        async with running(settings_for(sim, tmp_path, programme_file=stricter)):
            await officer.press("✋ Ambil", chat=STAFF)
            after = await officer.sees("Dinilai dengan aturan 2025-11", chat=STAFF, timeout=20, ever=True)
        checked = [
            [line for line in card.text.splitlines() if "pemeriksaan otomatis" in line] for card in (before, after)
        ]
        assert checked == [["✅ 8 pemeriksaan otomatis cocok"]] * 2
        assert ("Dinilai dengan aturan" in before.text, "di atas UMK" in after.text) == (False, False)
        assert await sim.problems() == []
