"""How does a test get a whole town: the simulated Telegram, the real bot, its database, workers and officers?"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import SecretStr

from bot.app import App, build
from bot.check import check_running
from bot.settings import Settings
from simulator.client import Simulator
from simulator.running import simulated
from simulator.user import SimUser
from simulator.worlds import Options
from storage.database import Unit
from storage.keys import make_key

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tests" / "samples"
OPEN_DAY = datetime(2025, 11, 10, 9, 0)  # noqa: DTZ001 - local time of the city, as CLOCK_START takes it
STAFF = -1001000000001


def sample(name: str) -> bytes:
    """A synthetic photo or letter."""
    return (SAMPLES / name).read_bytes()


@dataclass(slots=True)
class Town:
    """The world of one story. `app` is the running bot; `officer` and `chief` sit in the staff group."""

    sim: Simulator
    settings: Settings
    officer: SimUser
    chief: SimUser
    app: App

    async def person(self, name: str, phone: str = "6281234567890") -> SimUser:
        """An invented worker who has pressed Start."""
        user = await self.sim.add_user(name, phone=phone)
        await user.start()
        return user

    @asynccontextmanager
    async def look(self) -> AsyncIterator[Unit]:
        """A session of one's own, to read back what was stored."""
        async with self.app.db.unit(self.app.clock.now()) as unit:
            yield unit


def settings_for(sim: Simulator, folder: Path, **changes: object) -> Settings:
    """The settings of a bot that lives in `folder` and talks to the simulator."""
    keys = folder / "keys"
    if not keys.exists():
        make_key(keys)
    values: dict[str, object] = {
        "bot_token": SecretStr(sim.token),
        "telegram_api_url": sim.base_url,
        "database_url": f"sqlite+aiosqlite:///{folder / 'lindung.db'}",
        "data_dir": folder,
        "data_keys_file": keys,
        "programme_file": ROOT / "programmes" / "balikpapan.toml",
        "staff_chat_id": STAFF,
        "clock_start": OPEN_DAY,
        "read_seconds": 0,  # stories about reading switch it on: it takes half a gigabyte and two seconds to come up
        "send_per_second": 1000,
        "send_chat_burst": 1000,
        "send_group_per_minute": 100_000,
    }
    return Settings.model_validate(values | changes)


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[App]:
    """The real bot, run in this loop until the end of the block."""
    async with build(settings) as app:
        me = (await check_running(app)).me
        task = asyncio.ensure_future(app.run(me))
        try:
            yield app
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


@asynccontextmanager
async def staffed_simulator() -> AsyncIterator[tuple[Simulator, SimUser, SimUser]]:
    """A simulated Telegram with a staff group, an officer in it, and its owner."""
    async with simulated(Options()) as sim:
        chief = await sim.add_user("Ibu Ratna (contoh)")
        officer = await sim.add_user("Pak Hasan (contoh)")
        await sim.add_group("Verifikasi (contoh)", id=STAFF)
        await sim.set_member(STAFF, chief.id, "creator")
        await sim.set_member(STAFF, officer.id)
        await sim.add_bot(STAFF, by=chief.id)
        yield sim, officer, chief


@asynccontextmanager
async def town(folder: Path, **changes: object) -> AsyncIterator[Town]:
    """Everything, running. At the end nothing may have been wrong on the wire."""
    async with staffed_simulator() as (sim, officer, chief):
        settings = settings_for(sim, folder, **changes)
        async with running(settings) as app:
            yield Town(sim, settings, officer, chief, app)
        assert await sim.problems() == []
