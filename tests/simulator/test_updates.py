"""Are updates delivered, confirmed, filtered and repeated as Telegram does?"""

import asyncio

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError
from aiohttp import web

from simulator.client import Simulator
from simulator.user import SimUser


async def texts(bot: Bot, offset: int = 0) -> list[str | None]:
    return [one.message.text for one in await bot.get_updates(offset=offset) if one.message]


async def test_updates_stay_until_they_are_confirmed(bot: Bot, budi: SimUser, sim: Simulator) -> None:
    await budi.send("satu")
    first = await bot.get_updates(limit=1)
    assert len(first) == 1
    assert await texts(bot) == ["/start", "satu"]
    assert await texts(bot, first[0].update_id + 1) == ["satu"]
    assert await texts(bot, -1) == ["satu"]
    assert await sim.waiting_updates() == 1


async def test_a_long_poll_wakes_when_something_happens(bot: Bot, budi: SimUser) -> None:
    async with asyncio.TaskGroup() as tasks:
        poll = tasks.create_task(bot.get_updates(offset=100000002, timeout=20))
        await budi.send("bangun")
    assert [one.message and one.message.text for one in poll.result()] == ["bangun"]


async def test_a_second_poller_ends_the_first(bot: Bot, sim: Simulator) -> None:
    async def first() -> None:
        with pytest.raises(TelegramConflictError, match="terminated by other getUpdates request"):
            await bot.get_updates(timeout=20)

    async with asyncio.TaskGroup() as tasks:
        waiting = tasks.create_task(first())
        while not waiting.done():  # the first may reach the server late; then the next one ends it
            assert await bot.get_updates(timeout=0) == []


async def test_chat_member_updates_must_be_asked_for(bot: Bot, budi: SimUser, group: int, sim: Simulator) -> None:
    sari = await sim.add_user("Sari (contoh)")
    await sari.join(group)
    assert [one.chat_member for one in await bot.get_updates(offset=-1)] == [None]
    await bot.get_updates(offset=-1, allowed_updates=["message", "chat_member"])
    await sari.leave(group)
    kinds = [(one.chat_member is not None, one.message is not None) for one in await bot.get_updates(offset=-2)]
    assert kinds == [(True, False), (False, True)]


async def test_blocking_is_told_as_my_chat_member(bot: Bot, budi: SimUser, sim: Simulator) -> None:
    await budi.block()
    await budi.unblock()
    changes = [one.my_chat_member for one in await bot.get_updates(offset=-2)]
    assert [one and one.new_chat_member.status for one in changes] == ["kicked", "member"]
    assert await sim.problems() == []


async def test_poison_and_repeated_updates_are_handed_over(bot: Bot, budi: SimUser, sim: Simulator) -> None:
    number = (await bot.get_updates())[0].update_id
    poison = await sim.inject({"message": {"bukan": "pesan"}})
    history = (await sim.read("updates"))["history"]
    assert history[-1] == {"update_id": poison, "message": {"bukan": "pesan"}}
    await bot.session.close()
    assert await texts_raw(sim, poison + 1) == []
    await sim.redeliver(number)
    assert await texts_raw(sim, poison + 1) == [number]
    assert await texts_raw(sim, poison + 1) == []


async def texts_raw(sim: Simulator, offset: int) -> list[int]:
    url = f"{sim.base_url}/bot{sim.token}/getUpdates"
    async with aiohttp.ClientSession() as http, http.get(url, params={"offset": offset}) as answer:
        return [one["update_id"] for one in (await answer.json())["result"]]


async def test_privacy_mode_hides_the_talk_of_a_group(bot: Bot, sim: Simulator, budi: SimUser) -> None:
    room = await sim.add_group("Obrolan (contoh)")
    await sim.set_member(room, budi.id, "creator")
    await sim.set_member(room, sim.bot_id, "member", by=budi.id)
    offset = (await bot.get_updates(offset=-1))[0].update_id + 1
    sent = await bot.send_message(room, "Halo semua")
    await budi.send("hanya antar kita", chat=room)
    await budi.send("/status", chat=room)
    await budi.send("/status@BotLain", chat=room)
    await budi.send("jawaban", chat=room, reply_to=sent.message_id)
    assert await texts(bot, offset) == ["/status", "jawaban"]
    await sim.set_member(room, sim.bot_id, "administrator", by=budi.id)
    await budi.send("sekarang terlihat", chat=room)
    assert (await texts(bot, -1)) == ["sekarang terlihat"]


async def test_an_anonymous_admin_writes_as_the_group_but_presses_as_a_person(
    bot: Bot, sim: Simulator, budi: SimUser, group: int
) -> None:
    await sim.set_member(group, budi.id, "creator", anonymous=True)
    await budi.send("tanpa nama", chat=group)
    message = (await bot.get_updates(offset=-1))[0].message
    assert message is not None
    assert (message.from_user and message.from_user.id, message.sender_chat and message.sender_chat.id) == (
        1087968824,
        group,
    )


async def test_a_webhook_gets_each_update_until_it_agrees(bot: Bot, sim: Simulator, budi: SimUser) -> None:
    got: list[tuple[str | None, int]] = []
    enough = asyncio.Event()

    async def take(request: web.Request) -> web.Response:
        update = await request.json()
        got.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), update["update_id"]))
        if len(got) == 1:
            return web.Response(status=500)
        if len(got) == 3:
            enough.set()
        return web.Response()

    app = web.Application()
    app.router.add_post("/hook", take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        await bot.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token="rahasia")
        with pytest.raises(TelegramConflictError):
            await bot.get_updates()
        await budi.send("lagi")
        await asyncio.wait_for(enough.wait(), 5)
    finally:
        await runner.cleanup()
    assert got == [("rahasia", 100000001), ("rahasia", 100000001), ("rahasia", 100000002)]
