"""How does a test get the real courier, a simulated Telegram behind it, and nothing else?"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from telegram import Bot

from delivery.budget import Budget, Limits
from delivery.courier import Courier
from delivery.wire import AiohttpRequest
from simulator.client import Simulator
from simulator.running import simulated
from simulator.user import SimUser
from storage import outbox
from storage.database import Database
from storage.folder import Folder
from storage.outbox import Lane
from storage.shelf import Shelf
from storage.tables import Outbox, table_of
from storage.vault import Vault
from tests.support.databases import RING, connected, make_tables
from tests.support.town import STAFF

_OUTBOX = table_of(Outbox)
_NONE = Limits(1000, 1000, 1000)


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Office:
    """The courier at work. `put` leaves rows in one transaction; `ends` waits until none is due and tells of each."""

    sim: Simulator
    db: Database
    vault: Vault

    async def person(self, name: str) -> SimUser:
        """An invented person who may be written to."""
        user = await self.sim.add_user(name)
        await user.start()
        return user

    async def group(self) -> SimUser:
        """The staff group with the bot in it; its owner."""
        chief = await self.sim.add_user("Ibu Ratna (contoh)")
        await self.sim.add_group("Verifikasi (contoh)", "group", id=STAFF)
        await self.sim.set_member(STAFF, chief.id, "creator")
        await self.sim.add_bot(STAFF, by=chief.id)
        return chief

    async def put(self, chat: int, *texts: str, lane: Lane = Lane.ANSWER, **more: Any) -> None:
        """Texts for one chat, one after the other."""
        async with self.db.unit(_now()) as unit:
            for text in texts:
                outbox.call(unit, "sendMessage", {"chat_id": chat, "text": text}, chat_id=chat, lane=lane, **more)

    async def call(self, method: str, chat: int, params: dict[str, Any], **more: Any) -> None:
        """Any call."""
        async with self.db.unit(_now()) as unit:
            outbox.call(unit, method, {"chat_id": chat, **params}, chat_id=chat, **more)

    async def ends(self) -> list[str]:
        """The state of every row, oldest first, once nothing is due any more."""
        async with asyncio.timeout(20):
            while {"due", "leaving"} & set(found := await self.states()):
                pass  # each look is a transaction of its own, between which the courier writes
        return found

    async def left_in_vault(self) -> list[str]:
        """The files of the vault once the courier has thrown away what it sent, which it does after its commit."""
        with suppress(TimeoutError):
            async with asyncio.timeout(10):
                while [name async for name in self.vault.names()]:
                    await self.states()
        return [name async for name in self.vault.names()]

    async def states(self) -> list[str]:
        """The state of every row now, oldest first."""
        async with self.db.unit(_now()) as unit:
            return list((await unit.conn.execute(select(_OUTBOX.c.state).order_by(_OUTBOX.c.id))).scalars())

    async def texts(self, user: SimUser, chat: int | None = None) -> list[str]:
        """What the bot has said to somebody, oldest first."""
        return [one.text for one in await user.transcript(chat) if not one.mine and one.raw["from"]["is_bot"]]


@asynccontextmanager
async def working(sim: Simulator, db: Database, vault: Vault, limits: Limits = _NONE) -> AsyncIterator[None]:
    """The courier, run until the end of the block."""
    request = AiohttpRequest()
    await request.initialize()
    bot = Bot(sim.token, base_url=f"{sim.base_url}/bot", request=request)
    budget = Budget(limits, time.monotonic)
    task = asyncio.ensure_future(Courier(db, bot, budget, vault, _now).run())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await request.shutdown()


@asynccontextmanager
async def office(folder: Path, shelf: Shelf | None = None, limits: Limits = _NONE) -> AsyncIterator[Office]:
    """Everything, with the courier running. At the end nothing may have been wrong on the wire."""
    url = f"sqlite+aiosqlite:///{folder / 'office.db'}"
    await make_tables(url)
    vault = Vault(shelf or Folder(folder / "vault"), RING)
    async with simulated() as sim, connected(url) as db, working(sim, db, vault, limits):
        yield Office(sim, db, vault)
        assert await sim.problems() == []
