"""Do ordered troubles and Telegram's limits strike as they should?"""

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError

from simulator.client import Simulator
from simulator.connection import SimError
from simulator.limits import Limits
from simulator.user import SimUser
from simulator.wire import Refusal


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


async def test_who_does_not_wait_as_long_as_told_is_refused_again() -> None:
    now = [100.0]
    limits = Limits(lambda: now[0])
    limits.on = True
    for chat in range(30):
        limits.check("sendMessage", chat, 1)
    now[0] += 0.9
    with pytest.raises(Refusal):
        limits.check("sendMessage", 30, 1)
    now[0] += 0.5
    with pytest.raises(Refusal):
        limits.check("sendMessage", 30, 1)
    now[0] += 1
    limits.check("sendMessage", 30, 1)


async def test_paid_broadcasts_have_a_limit_of_their_own() -> None:
    limits = Limits(lambda: 100.0)
    limits.on = True
    for chat in range(1000):
        limits.check("sendMessage", chat, 1, paid=True)
    with pytest.raises(Refusal):
        limits.check("sendMessage", 1000, 1, paid=True)
    limits.check("sendMessage", 1000, 1)


async def test_a_crowd_may_be_written_to_and_the_bot_has_heard_nothing_of_it(bot: Bot, sim: Simulator) -> None:
    await sim.add_crowd(700, 3)
    for chat in (700, 701, 702):
        await bot.send_message(chat, "halo")
    assert await sim.waiting_updates() == 0
    with pytest.raises(SimError):
        await sim.add_crowd(702, 1)
