"""What does every test of the simulator start with: a fresh simulator and the two real libraries?"""

import io
from collections.abc import AsyncIterator, Callable

import pytest
import telegram
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from PIL import Image

from simulator.client import Simulator
from simulator.running import simulated
from simulator.user import SimUser

Picture = Callable[..., bytes]


@pytest.fixture
async def sim() -> AsyncIterator[Simulator]:
    async with simulated() as one:
        yield one


@pytest.fixture
async def bot(sim: Simulator) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sim.base_url))
    async with Bot(sim.token, session=session) as one:
        yield one


@pytest.fixture
async def ptb(sim: Simulator) -> AsyncIterator[telegram.Bot]:
    base = sim.base_url
    async with telegram.Bot(sim.token, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot") as one:
        yield one


@pytest.fixture
async def budi(sim: Simulator) -> SimUser:
    user = await sim.add_user("Budi (contoh)")
    await user.start()
    return user


@pytest.fixture
async def group(sim: Simulator, budi: SimUser) -> int:
    number = await sim.add_group("Verifikasi (contoh)")
    await sim.set_member(number, budi.id, "creator")
    await sim.add_bot(number, by=budi.id)
    return number


@pytest.fixture
def picture() -> Picture:
    def make(width: int = 1600, height: int = 1000, kind: str = "JPEG") -> bytes:
        written = io.BytesIO()
        Image.new("RGB", (width, height), (30, 90, 160)).save(written, kind)
        return written.getvalue()

    return make
