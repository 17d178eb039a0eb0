"""Does the queue show who waits, the oldest first, page by page, and each case at a press?"""

from pathlib import Path

from simulator.seen import Seen
from tests.stories.staff.desk import asks, kept_case
from tests.support.town import STAFF, Town, town


async def fill(here: Town, count: int) -> list[str]:
    """Cases, the first sent `count` days ago and the last today; their numbers."""
    siti = await here.person("Siti (contoh)")
    return [
        (await kept_case(here, siti, days_ago=count - each, nik=f"64710557089{each:05d}")).number
        for each in range(1, count + 1)
    ]


def numbers(text: str) -> list[str]:
    return [word for word in text.split() if word.startswith("BPN-")]


async def turned(here: Town, page: Seen) -> Seen:
    """The same message once it shows something else."""
    return await here.officer.wait_for(
        lambda one: one.id == page.id and one.version > page.version, chat=STAFF, ever=True
    )


async def test_the_queue_is_read_page_by_page_in_place_and_a_number_shows_its_case(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        sent = await fill(here, 23)
        page = await asks(here.officer, "/antrian", "Menunggu: 23")
        assert numbers(page.text) == sent[:10]
        assert page.text.splitlines()[1:3] == [f"{sent[0]} · ⏳ menunggu", "🎣 Nelayan · 22 hari"]
        assert [label for label in page.buttons if not label.startswith("BPN")] == ["▶"]
        seen = []
        for label in ("▶", "▶", "◀", "◀"):
            assert await here.officer.press(label, page) is None
            page = await turned(here, page)
            seen.append(numbers(page.text))
        assert seen == [sent[10:20], sent[20:], sent[10:20], sent[:10]]
        said = await here.officer.press(sent[3], page)
        assert said == f"{sent[3]} dipasang di bawah sebentar lagi."
        card = await here.officer.sees("NIK: ", chat=STAFF, timeout=20)
        told = await here.officer.sees(f"Riwayat {sent[3]}", chat=STAFF, timeout=20)
        assert told.raw["reply_to_message"]["message_id"] == card.id


async def test_the_queue_tells_who_has_a_case_and_what_is_put_aside(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        sent = await fill(here, 3)
        await asks(here.officer, f"/kasus {sent[0]}", f"Riwayat {sent[0]}")
        assert await here.officer.press("✋ Ambil", chat=STAFF) == "Anda memeriksa kartu ini."
        await asks(here.officer, f"/tunda {sent[1]} besok", "ditunda sampai 11 November 2025")
        queue = await asks(here.officer, "/Antrian", "Menunggu: 2")
        assert queue.text.splitlines()[1:] == [
            f"{sent[0]} · ✋ Pak Hasan (contoh)",
            "🎣 Nelayan · 2 hari",
            f"{sent[2]} · ⏳ menunggu",
            "🎣 Nelayan · 1 menit",
        ]
        await here.officer.press("⏸ Ditunda (1)", queue)
        held = await here.officer.sees("Ditunda: 1", chat=STAFF)
        assert held.text.splitlines()[1:] == [f"{sent[1]} · ⏸ sampai 11 November 2025", "🎣 Nelayan · 1 hari"]
        await here.officer.press("⏳ Yang menunggu", held)
        await here.officer.sees("Menunggu: 2", chat=STAFF)


async def test_an_empty_queue_says_so_and_an_anonymous_administrator_may_look(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        await asks(here.officer, "/antrian", "Tidak ada yang menunggu.")
        await here.sim.set_member(STAFF, here.chief.id, "creator", anonymous=True)
        await here.chief.send("/antrian", chat=STAFF)
        await here.chief.sees("Tidak ada yang menunggu.", chat=STAFF)
        await here.chief.send("/cari Siti", chat=STAFF)
        await here.chief.sees("Tulis sebagai diri sendiri", chat=STAFF)


async def test_who_is_no_member_gets_nothing_by_a_made_up_press(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        await fill(here, 1)
        queue = await asks(here.officer, "/antrian", "Menunggu: 1")
        stranger = await here.person("Orang Luar (contoh)")
        answer = await stranger.press_data("d:open:1:", queue, forged=True)
        assert answer["text"] == "Hanya anggota grup petugas yang boleh menekan tombol ini."
        for data in ("d:explode:1:", "d:hold:1:x", "d:hold:1:999", "d:open:999:", "d:hold:999:1", "d:cari:1:Siti"):
            answer = await here.officer.press_data(data, queue, forged=True)
            assert answer["text"] == "Tombol ini tidak berlaku lagi. Mulai lagi dengan /antrian.", data
        for data in ("d:queue:999:free_after", "d:queue:0:held_before", "d:queue:1:"):
            assert (await here.officer.press_data(data, queue, forged=True))["answered"], data


async def test_a_command_waits_until_telegram_has_said_who_gives_it(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        (number,) = await fill(here, 1)
        await here.sim.fault("getChatMember", code=502, times=None)
        await asks(here.officer, "/antrian", "Coba kirim lagi sebentar lagi.")
        await here.sim.clear_faults()
        await asks(here.officer, f"/catatan {number} sudah ditelepon", "Dicatat untuk")
