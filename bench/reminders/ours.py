"""How does Lindung send the reminders, through its real courier and database, while people fill forms?"""

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.crowd import chat_ids
from bench.process import started
from bench.reminders.forms import Forms
from bench.reminders.telegram import FIRST, WORDS, Job, job, journal_length, telegram
from bench.seed import PROGRAMME, seed
from bench.standin import STAFF_CHAT
from simulator.client import Simulator
from storage import outbox
from storage.database import Database
from storage.keys import KeyRing
from storage.outbox import Lane

# Lindung as a city runs it; only the burst to one chat is that of the simulator.
_SETTINGS = {
    "STAFF_CHAT_ID": str(STAFF_CHAT),
    "PROGRAMME_FILE": str(PROGRAMME),
    "CLOCK_START": "2025-11-10T09:00",
    "DATA_KEYS_FILE": "keys",
    "DATA_DIR": ".",
    "DATABASE_URL": "sqlite+aiosqlite:///lindung.db",
    "READ_SECONDS": "0",
    "SEND_CHAT_BURST": "3",
    "LOG_LEVEL": "WARNING",
}
_CLOCK = datetime(2025, 11, 10, 1, 0, tzinfo=UTC)
_START = 30.0  # seconds that the bot may take to come up
_LOOK = 0.05
_FILLING = 1000  # people who may fill a form, one after the other
_BATCH = 1


@dataclass(frozen=True, slots=True)
class Ours:
    """The job, and how long people waited for an answer without it and while it ran."""

    job: Job
    reminders_per_second: float
    cpu_share: float
    without: dict[str, float]
    during: dict[str, float]


async def measure(people: int, quiet: float) -> Ours:
    """Let people fill forms for `quiet` seconds, and then go on while so many reminders leave."""
    with tempfile.TemporaryDirectory(prefix="lindung-bench-") as name:
        folder = Path(name)
        await seed(folder, _FILLING)
        await _leave_reminders(folder, people, _START + quiet)
        async with telegram(people) as sim:
            ids = chat_ids(_FILLING)
            await sim.add_crowd(next(chat_ids(1)), _FILLING)
            env = {"BOT_TOKEN": sim.token, "TELEGRAM_API_URL": sim.base_url, **_SETTINGS}
            async with started("bot", "run", folder=folder, env=env) as running:
                watch = asyncio.ensure_future(running.died())
                work = asyncio.ensure_future(_watch(sim, folder, people, ids, running.cpu_seconds))
                await asyncio.wait({watch, work}, return_when=asyncio.FIRST_COMPLETED)
                if watch.done():
                    work.cancel()
                    await watch
                watch.cancel()
                with suppress(asyncio.CancelledError):
                    await watch
                return await work


async def _leave_reminders(folder: Path, people: int, after: float) -> None:
    db = Database(f"sqlite+aiosqlite:///{folder / 'lindung.db'}", KeyRing.load(folder / "keys"))
    button = [[{"text": "Daftar", "callback_data": "contoh"}]]
    async with db.unit(_CLOCK) as unit:
        for chat in range(FIRST, FIRST + people):
            params = {"chat_id": chat, "text": WORDS, "reply_markup": {"inline_keyboard": button}}
            outbox.call(
                unit, "sendMessage", params, chat_id=chat, lane=Lane.BROADCAST, key=f"ingat:{chat}", batch=_BATCH,
                after=timedelta(seconds=after),
            )  # fmt: skip
    await db.close()


async def _watch(sim: Simulator, folder: Path, people: int, ids: Iterator[int], cpu: Any) -> Ours:
    over = asyncio.Event()
    forms = Forms(sim, ids)
    await forms.first()
    filling = asyncio.ensure_future(forms.fill(over.is_set))
    quiet_from = time.monotonic()
    await _until(folder, lambda states: states.get("due", 0) < people, filling)
    began, cpu_before, first = time.monotonic(), cpu(), await journal_length(sim)
    await _until(folder, lambda states: not states.keys() & {"due", "leaving"}, filling)
    ended, cpu_after, last = time.monotonic(), cpu(), await journal_length(sim)
    over.set()
    await filling
    seconds = ended - began
    return Ours(
        job=await job(sim, people, seconds, first, last),
        reminders_per_second=round(people / seconds, 2),
        cpu_share=round((cpu_after - cpu_before) / seconds, 3),
        without=forms.between(quiet_from, began),
        during=forms.between(began, ended),
    )


async def _until(folder: Path, right: Any, filling: "asyncio.Future[None]") -> None:
    """Look into the database, without a lock, until the states of the reminders are `right`."""
    connection = sqlite3.connect(f"file:{folder / 'lindung.db'}?mode=ro", uri=True)
    count = f"SELECT state, count(*) FROM outbox WHERE batch = {_BATCH} GROUP BY state"  # noqa: S608 - a constant
    try:
        while not right(dict(connection.execute(count).fetchall())):
            if filling.done():
                await filling
            await asyncio.sleep(_LOOK)
    finally:
        connection.close()
