"""Two supervisors at once, answers to the wrong question, second thoughts: is it still one broadcast, as meant?"""

import asyncio
from pathlib import Path

from registration.broadcasting import State
from tests.stories.staff.crowd import counts, crowd, got, now, second_chief, stands, type_number, written
from tests.stories.staff.test_broadcast import rules_with
from tests.stories.staff.test_who_may_press import later
from tests.support.town import STAFF, town


async def test_two_supervisors_confirm_in_the_same_moment_and_it_goes_out_once(
    tmp_path: Path, database_url: str
) -> None:
    async with town(tmp_path, database_url=database_url) as here:
        people = await crowd(here, 5)
        other = await second_chief(here)
        ready = await written(here)
        await asyncio.gather(here.chief.press("✅ Kirim …", ready), other.press("✅ Kirim …", ready))
        asked = await here.chief.sees("balas pesan ini dengan angkanya", chat=STAFF, ever=True)
        await asyncio.gather(*(who.send("5", chat=STAFF, reply_to=asked.id) for who in (here.chief, other, other)))
        await stands(here, "✅ Selesai")
        assert (await got(people), await counts(here)) == ([1] * 5, {"sent": 5})


async def test_two_agree_in_the_same_moment_and_it_goes_out_once(tmp_path: Path) -> None:
    async with town(tmp_path, programme_file=rules_with(tmp_path, 0)) as here:
        people = await crowd(here, 3)
        second = await second_chief(here)
        third = await here.sim.add_user("Bu Lastri (contoh)")
        await here.sim.set_member(STAFF, third.id, "administrator")
        await written(here)
        await type_number(here, "3")
        waiting = await stands(here, "admin lain yang menyetujui")
        await asyncio.gather(*(who.press("✅ Setuju, kirim", waiting) for who in (second, third, second)))
        await stands(here, "✅ Selesai")
        assert await got(people) == [1, 1, 1]


async def test_a_number_for_a_question_that_was_withdrawn_is_neither_a_yes_nor_the_words(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        (ani,) = await crowd(here, 1)
        await written(here)
        await here.chief.press("✅ Kirim …", chat=STAFF)
        asked = await here.chief.sees("balas pesan ini dengan angkanya", chat=STAFF)
        await here.chief.press("↩️ Atur lagi", chat=STAFF)
        await here.chief.send("1", chat=STAFF, reply_to=asked.id)
        await here.chief.sees("sudah tidak menunggu balasan", chat=STAFF)
        assert (await now(here)).state is State.WRITING
        await here.chief.press("🗑️ Buang", chat=STAFF)
        thrown = await stands(here, "Tidak jadi dikirim")
        assert (thrown.buttons, await got([ani])) == ([], [0])


async def test_nobody_fits_and_a_time_that_is_over(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        await crowd(here, 1)
        await written(here)
        await here.chief.press("📌 Keadaan", chat=STAFF)
        await here.chief.press("Disetujui", chat=STAFF)
        await stands(here, "Penerima sekarang: 0 orang")
        nobody = "Belum ada yang cocok dengan pilihan ini. Pilih kelompok atau keadaan lain."
        assert await here.chief.press("✅ Kirim …", chat=STAFF) == nobody
        await here.chief.press("🕓 Waktu", chat=STAFF)
        choices = await stands(here, "Dikirim kapan?")
        later(here, hours=8)
        assert await here.chief.press("Hari ini 16:00", choices) == "Waktu itu sudah lewat. Pilih yang lain."


async def test_the_words_can_be_written_anew_and_the_newest_message_counts(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        people = await crowd(here, 2)
        first = await written(here, "Kata pertama.")
        await here.chief.press("✏️ Ganti isi", first)
        asked = await here.chief.sees("Siaran baru.", chat=STAFF)
        await here.chief.send("Kata kedua.", chat=STAFF, reply_to=asked.id)
        second = await here.chief.sees("belum dikirim", chat=STAFF)
        assert second.id != first.id
        await type_number(here, "2")
        await stands(here, "✅ Selesai")
        assert (await got(people, "Kata pertama."), await got(people, "Kata kedua.")) == ([0, 0], [1, 1])
