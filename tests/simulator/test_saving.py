"""Does the world survive a restart of the program?"""

from collections.abc import Callable
from pathlib import Path

import telegram

from simulator.client import Simulator
from simulator.running import simulated, spawned
from simulator.worlds import DEMO_TOKEN, Options

Picture = Callable[..., bytes]


async def test_chats_files_updates_and_counters_are_there_again(tmp_path: Path, picture: Picture) -> None:
    async with simulated(Options(state=tmp_path, clock_start="2026-03-02T08:00:00+08:00")) as sim:
        budi = await sim.add_user("Budi (contoh)", id=77)
        await budi.start()
        photo = await budi.photo(picture(), "KTP")
        data, before = await sim.download(photo.file_id), await budi.transcript()
    async with simulated(Options(state=tmp_path)) as sim:
        budi = sim.user(77)
        assert await budi.transcript() == before
        assert await sim.download(photo.file_id) == data
        assert await sim.waiting_updates() == 2
        assert (await sim.now())[:13] == "2026-03-02T00"
        assert (await budi.send("lagi")).id == 3
        assert [one["update_id"] for one in (await sim.read("updates"))["history"]] == [
            100000001,
            100000002,
            100000003,
        ]


async def test_as_a_program_it_says_when_it_is_ready_and_saves_when_told_to_stop(tmp_path: Path) -> None:
    words = ("--demo", "--state", str(tmp_path))
    async with spawned(*words) as address, Simulator(address) as sim:
        people = (await sim.read("overview"))["people"]
        assert [one["first_name"] for one in people][:2] == ["Budi (ojol, contoh)", "Sari (nelayan, contoh)"]
        await sim.user(people[0]["id"]).start()
        async with telegram.Bot(DEMO_TOKEN, base_url=f"{address}/bot") as bot:
            await bot.send_message(people[0]["id"], "Selamat datang")
    async with spawned(*words) as address, Simulator(address) as sim:
        assert [one.text for one in await sim.user(people[0]["id"]).transcript()] == [
            "/start",
            "Selamat datang",
        ]
