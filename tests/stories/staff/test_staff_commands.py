"""What do the commands of a staff group answer: who decided how many, and what can be said there?"""

from pathlib import Path

from simulator.user import SimUser
from tests.stories.staff.office import card_of, sent_case
from tests.stories.staff.test_who_may_press import later
from tests.support.town import STAFF, Town, town

OFFERED = [
    "antrian",
    "kasus",
    "cari",
    "catatan",
    "tunda",
    "buka",
    "kuota",
    "siaran",
    "petugas",
    "belum",
    "ekspor",
    "pasang",
    "lepas",
    "bantuan",
]


async def ask(who: SimUser, command: str, words: str) -> list[str]:
    await who.send(command, chat=STAFF)
    return (await who.sees(words, chat=STAFF)).text.splitlines()


async def decided(here: Town, who: SimUser, serial: int, *labels: str) -> None:
    worker = await here.person(f"Pekerja {serial} (contoh)")
    case = await sent_case(here, worker, nik=f"647105570890{serial:04d}")
    await card_of(here, case)
    for label in labels:
        await who.press(label, chat=STAFF)


async def test_petugas_tells_who_decided_how_many_in_this_window_and_this_week(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        nobody = ["Keputusan sejak 01-11-2025", "Belum ada keputusan dari anggota grup ini."]
        assert await ask(here.officer, "/petugas", "Keputusan sejak") == nobody
        await decided(here, here.officer, 1, "✅ Setujui")
        later(here, days=7)
        await decided(here, here.chief, 2, "✋ Ambil", "✅ Setujui")
        await decided(here, here.officer, 3, "❌ Tolak", "⬜ Sudah punya JKK/JKM", "❌ Tolak sekarang")
        told = await ask(here.officer, "/petugas", "Keputusan sejak")
        assert told[1:] == [
            "Pak Hasan (contoh): ✅ 1, ❌ 1, 🔁 0 (minggu ini 1)",
            "Ibu Ratna (contoh): ✅ 1, ❌ 0, 🔁 0 (minggu ini 1)",
        ]
        await here.officer.leave(STAFF)
        told = await ask(here.chief, "/petugas", "Keputusan sejak")
        assert told[1:] == [
            "Ibu Ratna (contoh): ✅ 1, ❌ 0, 🔁 0 (minggu ini 1)",
            "Petugas yang sudah keluar: ✅ 1, ❌ 1, 🔁 0 (minggu ini 1)",
        ]


async def test_bantuan_lists_the_commands_of_the_group_and_no_stranger_hears_them(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        lines = await ask(here.officer, "/bantuan", "Perintah di grup petugas")
        assert [line.split()[0] for line in lines if line.startswith("/")] == [f"/{name}" for name in OFFERED]
        stranger = await here.person("Orang Luar (contoh)")
        foreign = await here.sim.add_group("Jual beli (contoh)")
        await here.sim.set_member(foreign, stranger.id, "creator")
        await here.sim.add_bot(foreign, by=stranger.id)
        for command in ("/petugas", "/bantuan", "/lepas"):
            await stranger.send(command, chat=foreign)
        await stranger.send("/pasang", chat=foreign)
        await stranger.sees("perlu kode dari operator", chat=foreign)
        heard = [one for one in await stranger.transcript(foreign) if one.raw["from"]["is_bot"] and one.text]
        assert len(heard) == 1
