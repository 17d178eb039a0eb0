"""Does a broadcast reach everybody once, as it was written, and does only a supervisor send one?"""

from pathlib import Path

from simulator.user import SimUser
from tests.stories.staff.crowd import BOLD, WORDS, counts, crowd, got, now, second_chief, stands, type_number, written
from tests.stories.staff.office import sent_case
from tests.stories.staff.test_who_may_press import forged
from tests.support.town import ROOT, STAFF, Town, sample, town


def rules_with(folder: Path, second_above: int) -> Path:
    """The shipped rules with another number above which a second supervisor agrees."""
    rules = (ROOT / "programmes" / "balikpapan.toml").read_text(encoding="utf-8")
    file = folder / "rules.toml"
    file.write_text(rules.replace("second_above = 500", f"second_above = {second_above}"), encoding="utf-8")
    return file


async def test_thirty_people_get_it_once_as_it_was_written_and_the_group_sees_the_end(
    tmp_path: Path, database_url: str
) -> None:
    async with town(tmp_path, database_url=database_url) as here:
        people = await crowd(here, 30)
        await people[7].block()
        ready = await written(here, entities=BOLD)
        assert "Penerima sekarang: 29 orang, kira-kira 1 menit." in ready.text
        sample_ = await here.chief.sees(WORDS, chat=STAFF, ever=True)
        assert (
            await here.chief.press("📝 Daftar", sample_)
            == "Ini contoh. Di chat penerima, tombol ini membuka langkah berikutnya."
        )
        await type_number(here, "28")
        await here.chief.sees("Angkanya belum cocok", chat=STAFF)
        assert await counts(here) == {}
        asked = await here.chief.sees("balas pesan ini dengan angkanya", chat=STAFF, ever=True)
        await here.chief.send("29", chat=STAFF, reply_to=asked.id)
        done = await stands(here, "✅ Selesai")
        assert "▓▓▓▓▓▓▓▓▓▓▓▓ 100%\n✅ 29 dari 29 sampai" in done.text
        assert await got(people) == [1] * 7 + [0] + [1] * 22
        copy = await people[0].sees(WORDS, ever=True)
        assert copy.styled("bold") == ["Siapkan KTP"]
        report = await here.chief.wait_for(lambda one: "photo" in one.raw, chat=STAFF, timeout=20, ever=True)
        assert report.text == "📊 Siaran 1"
        await here.chief.send("29", chat=STAFF, reply_to=asked.id)
        await here.chief.sees("sudah tidak menunggu balasan", chat=STAFF)
        assert sum(await got(people)) == 29


async def test_its_buttons_lead_on_and_are_counted_once_a_person(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        ani, budi = await crowd(here, 2)
        await written(here)
        await here.chief.press("🔘 Tombol", chat=STAFF)
        await here.chief.press("🔎 Status saya", chat=STAFF)
        await stands(here, "Tombol: 🔎 Status saya")
        await type_number(here, "2")
        done = await stands(here, "✅ Selesai")
        copy = await ani.sees(WORDS, ever=True)
        for _ in range(2):
            await ani.press("🔎 Status saya", copy)
        await ani.sees("Belum ada pendaftaran")
        theirs = await budi.sees(WORDS, ever=True)
        await forged(budi, "h:made_up:1", theirs)
        await budi.press("🔕 Berhenti diingatkan", theirs)
        await written(here, "Sekali lagi.")
        await stands(here, "Penerima sekarang: 1 orang")
        await here.chief.press("📊 Laporan", done)
        async with here.look() as unit:
            rows = (await unit.conn.exec_driver_sql("SELECT act FROM broadcast_press ORDER BY act")).scalars().all()
        assert rows == ["remind_stop", "status"]


async def test_a_picture_goes_with_the_words_and_a_trial_goes_to_the_supervisor_alone(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        (ani,) = await crowd(here, 1)
        await here.chief.send("/siaran", chat=STAFF)
        asked = await here.chief.sees("Siaran baru.", chat=STAFF)
        picture = sample("ktp00_l0.jpg")
        await here.chief.document(picture, "poster.jpg", chat=STAFF, reply_to=asked.id)
        await here.chief.sees("Yang bisa dikirim", chat=STAFF)
        await here.chief.album([picture, sample("ktp00_l0.jpg")], chat=STAFF, reply_to=asked.id)
        await here.chief.sees("Satu gambar saja", chat=STAFF)
        await here.chief.photo(picture, "Ini posternya", chat=STAFF, reply_to=asked.id)
        await here.chief.sees("belum dikirim", chat=STAFF)
        refused = await here.chief.press("🧪 Coba kirim ke saya", chat=STAFF)
        assert refused == "Buka dulu chat pribadi Anda dengan bot ini dan tekan MULAI, lalu coba lagi."
        await here.chief.start()
        assert await here.chief.press("🧪 Coba kirim ke saya", chat=STAFF) == (
            "Terkirim. Lihat di chat pribadi Anda dengan bot ini."
        )
        tried = await here.chief.sees("Ini posternya")
        assert ("photo" in tried.raw, tried.buttons[0]) == (True, "📝 Daftar")
        await stands(here, "Uji coba: ✅ sudah")
        assert await got([ani], "Ini posternya") == [0]
        await type_number(here, "2")
        await stands(here, "✅ Selesai")
        assert "photo" in (await ani.sees("Ini posternya", ever=True)).raw


async def test_only_the_chosen_get_it(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        ani, budi, wati = await crowd(here, 3)
        await sent_case(here, ani, sector="ojol", kecamatan="64.71.05")
        await sent_case(here, budi, nik="6471055708900002", sector="ojol", kecamatan="64.71.01")
        await written(here)
        for part, value, shown in (
            ("👥 Kelompok", "🛵 Ojek online", "🛵 Ojek online"),
            ("📌 Keadaan", "Sedang diperiksa", "🛵 Ojek online · Sedang diperiksa"),
            ("📍 Kecamatan", "Balikpapan Selatan", "🛵 Ojek online · Sedang diperiksa · Balikpapan Selatan"),
        ):
            await here.chief.press(part, chat=STAFF)
            await here.chief.press(value, chat=STAFF)
            await stands(here, f"Untuk: {shown}")
        await type_number(here, "1")
        await stands(here, "✅ Selesai")
        assert await got([ani, budi, wati]) == [1, 0, 0]


async def test_above_a_number_another_supervisor_agrees_and_twice_is_once(tmp_path: Path) -> None:
    async with town(tmp_path, programme_file=rules_with(tmp_path, 2)) as here:
        people = await crowd(here, 3)
        other = await second_chief(here)
        await written(here)
        await type_number(here, "3")
        waiting = await stands(here, "admin lain yang menyetujui")
        first = "Anda yang memastikan angkanya. Yang menyetujui harus admin lain."
        assert await here.chief.press("✅ Setuju, kirim", waiting) == first
        data = waiting.data("✅ Setuju, kirim")
        assert await other.press("✅ Setuju, kirim", waiting) is None
        changed = "Keadaannya baru saja berubah. Lihat pesan siarannya, lalu tekan lagi bila masih perlu."
        assert await forged(other, data, waiting) == changed
        await stands(here, "✅ Selesai")
        kept = await now(here)
        assert (kept.confirmed_by, kept.second_by) == (here.chief.id, other.id)
        assert await got(people) == [1, 1, 1]


async def test_officers_and_strangers_send_nothing(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        (ani,) = await crowd(here, 1)
        await here.officer.send("/siaran", chat=STAFF)
        await here.officer.sees("hanya bisa dilakukan admin grup", chat=STAFF)
        ready = await written(here)
        only = "Ini hanya bisa dilakukan admin grup. Minta tolong admin grup ini, ya."
        for label in ("✅ Kirim …", "🧪 Coba kirim ke saya", "🗑️ Buang"):
            assert await here.officer.press(label, ready) == only
        await here.chief.press("✅ Kirim …", ready)
        asked = await here.chief.sees("balas pesan ini dengan angkanya", chat=STAFF)
        await here.officer.send("1", chat=STAFF, reply_to=asked.id)
        await here.officer.sees("hanya bisa dilakukan admin grup", chat=STAFF)
        await _from_outside(here, ani, ready.data("✅ Kirim …"))
        assert ((await now(here)).state, await counts(here), await got([ani])) == ("confirming", {}, [0])


async def _from_outside(here: Town, ani: SimUser, data: str) -> None:
    """A worker forges the button in the private chat, and a former supervisor presses after losing the rank."""
    gone = "Tombol ini tidak berlaku lagi. Mulai yang baru dengan /siaran."
    assert await forged(ani, data, await ani.last()) == gone
    foreign = await here.sim.add_group("Jual beli (contoh)")
    await here.sim.set_member(foreign, ani.id, "creator")
    await here.sim.add_bot(foreign, by=ani.id)
    assert await forged(ani, data, await ani.sees("kode dari operator", chat=foreign, timeout=20, ever=True)) == gone
