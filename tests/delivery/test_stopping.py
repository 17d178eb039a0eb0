"""Is what Telegram has taken written down, also when the bot is told to stop at that very moment?"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from aiohttp import web
from sqlalchemy import select
from telegram import Bot

from delivery.budget import Budget, Limits
from delivery.courier import Courier
from delivery.wire import AiohttpRequest
from storage import outbox
from storage.folder import Folder
from storage.tables import Outbox, table_of
from storage.vault import Vault
from tests.support.databases import NOW, RING, Store

OUTBOX = table_of(Outbox)
WAITS_FOR_A_ROW = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"


class SlowTelegram:
    """Takes a message at once, and says so when it may."""

    def __init__(self) -> None:
        self.taken = asyncio.Event()
        self.may_answer = asyncio.Event()

    async def take(self, _request: web.Request) -> web.Response:
        self.taken.set()
        await self.may_answer.wait()
        return web.json_response({"ok": True, "result": {"message_id": 5}})

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[Bot]:
        """A bot that talks to it."""
        app = web.Application()
        app.router.add_post("/{anything:.*}", self.take)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        request = AiohttpRequest()
        await request.initialize()
        try:
            yield Bot("1:contoh", base_url=f"http://127.0.0.1:{runner.addresses[0][1]}/bot", request=request)
        finally:
            await request.shutdown()
            await runner.cleanup()


async def state_of_the_row(store: Store) -> str:
    async with store.look() as unit:
        return str((await unit.conn.execute(select(OUTBOX.c.state))).scalar_one())


async def somebody_waits_for_a_row(store: Store) -> None:
    while True:
        async with store.look() as unit:
            if (await unit.conn.exec_driver_sql(WAITS_FOR_A_ROW)).scalar_one():
                return
        await asyncio.sleep(0.01)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_stop_in_the_middle_of_writing_an_end_down_does_not_lose_the_end(store: Store, tmp_path: Path) -> None:
    telegram = SlowTelegram()
    async with store.unit() as unit:
        outbox.call(unit, "sendMessage", {"chat_id": 7, "text": "halo"}, chat_id=7)
    async with telegram.serving() as bot, asyncio.timeout(20):
        budget = Budget(Limits(), time.monotonic)
        courier = asyncio.ensure_future(
            Courier(store.mine, bot, budget, Vault(Folder(tmp_path), RING), lambda: NOW).run()
        )
        await telegram.taken.wait()
        async with store.other.engine.begin() as holding:
            await holding.execute(select(OUTBOX.c.id).with_for_update())
            telegram.may_answer.set()
            await somebody_waits_for_a_row(store)
            courier.cancel()
        with suppress(asyncio.CancelledError):
            await courier
    assert await state_of_the_row(store) == "sent"
