"""Does a press that waits for Telegram's word on an officer go before pictures, however many are to be drawn?"""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import telegram

from delivery.wire import AiohttpRequest
from documents.sandbox import Sandbox
from jobs.known_pages import KnownPages
from jobs.lists import Lists
from jobs.runner import Runner
from jobs.tools import Tools
from locales import Texts
from storage import inbox, outbox
from storage.folder import Folder
from storage.vault import Vault
from tests.handlers.phone import PROGRAMME
from tests.support.databases import NOW, RING, Store
from tests.support.town import STAFF, staffed_simulator


class NeverDone(Folder):
    """A shelf that takes what it is given and never says that it has."""

    async def write(self, name: str, sealed: bytes) -> None:
        await asyncio.Event().wait()


async def results(store: Store) -> AsyncIterator[list[str]]:
    """The kinds of what has come back so far."""
    while True:
        async with store.look() as unit:
            yield [event.kind for event in await inbox.take(unit, 10)]


async def test_a_press_that_waits_is_looked_after_while_pictures_of_all_kinds_take_their_time(
    store: Store, tmp_path: Path
) -> None:
    async with staffed_simulator() as (sim, officer, _), Sandbox() as sandbox:
        request = AiohttpRequest()
        await request.initialize()
        bot = telegram.Bot(sim.token, base_url=f"{sim.base_url}/bot", request=request)
        known, lists = KnownPages(store.mine, lambda: NOW), Lists(store.mine, PROGRAMME, Texts(), lambda: NOW)
        tools = Tools(bot, sandbox, Vault(NeverDone(tmp_path), RING), known, lists)
        async with store.unit() as unit:
            for case in range(20):
                for kind in ("draw_card", "draw_pair"):
                    outbox.job(unit, kind, {"case": case, "pages": [], "note": "CONTOH"})
            outbox.job(unit, "check_member", {"chat_id": STAFF, "user_id": officer.id})
        task = asyncio.ensure_future(Runner(store.mine, tools, lambda: NOW).run())
        try:
            async with asyncio.timeout(20):
                async for kinds in results(store):
                    if kinds:
                        break
            assert kinds == ["check_member"]
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await request.shutdown()
