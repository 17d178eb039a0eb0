"""Do ordered troubles and Telegram's limits strike as they should?"""

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError

from simulator.client import Simulator
from simulator.user import SimUser


async def test_a_lost_answer_leaves_the_message_sent(bot: Bot, budi: SimUser, sim: Simulator) -> None:
    await sim.fault("sendMessage", code=0, when="after")
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(budi.id, "sampai")
    assert (await budi.last()).text == "sampai"
    assert (await sim.calls("sendMessage"))[0]["answer"] == {"lost": True}


async def test_a_connection_closed_before_sends_nothing(bot: Bot, budi: SimUser, sim: Simulator) -> None:
    await sim.fault("sendMessage", code=0, when="before")
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(budi.id, "hilang")
    assert [one.text for one in await budi.transcript()] == ["/start"]


async def test_a_fault_strikes_its_chat_only_and_so_often(bot: Bot, budi: SimUser, sim: Simulator) -> None:
    sari = await sim.add_user("Sari (contoh)")
    await sari.start()
    await sim.fault("sendMessage", chat_id=budi.id, code=502, times=2)
    await bot.send_message(sari.id, "halo")
    for _ in range(2):
        with pytest.raises(TelegramServerError, match="Bad Gateway"):
            await bot.send_message(budi.id, "halo")
    await bot.send_message(budi.id, "halo")


async def test_a_delay_only_delays(bot: Bot, budi: SimUser, sim: Simulator) -> None:
    await sim.fault("sendMessage", delay=0.1)
    before = asyncio.get_running_loop().time()
    await bot.send_message(budi.id, "pelan")
    assert asyncio.get_running_loop().time() - before >= 0.1


async def test_with_limits_the_fourth_message_at_once_is_too_many(bot: Bot, budi: SimUser, sim: Simulator) -> None:
    await sim.settings(limits=True)
    for number in range(3):
        await bot.send_message(budi.id, f"pesan {number}")
    with pytest.raises(TelegramRetryAfter) as waits:
        await bot.send_message(budi.id, "pesan 3")
    assert waits.value.retry_after == 3
    await sim.settings(limits=False)
    await bot.send_message(budi.id, "pesan 3")
