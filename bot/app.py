"""How do the parts become one running bot? The composition root; the tests start this very thing."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import telegram
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import User
from sqlalchemy.exc import DBAPIError

from bot.broadcasts import Broadcasts
from bot.clock import Clock
from bot.due import DueWork
from bot.headcount import Headcount
from bot.housekeeping import Housekeeping
from bot.inbound import Polling
from bot.processor import Processor
from bot.reminding import Reminding
from bot.settings import Settings
from bot.shelves import shelf_of
from bot.waiting import WaitingLists
from delivery.budget import Budget, Limits
from delivery.courier import Courier
from delivery.wire import AiohttpRequest
from documents.reader.reader import Reader, installed
from documents.sandbox import Sandbox
from handlers.context import Services
from handlers.conversation import Conversation
from jobs.known_pages import KnownPages
from jobs.lists import Lists
from jobs.runner import Runner
from jobs.tools import Tools
from locales import Texts
from registration.programme import Programme, load_programme
from registration.quota import is_complete, way
from storage.balance import align
from storage.database import Database
from storage.keys import KeyRing
from storage.queue import give_missing_numbers
from storage.schema import bring_up_to_date
from storage.vault import Vault

_log = logging.getLogger(__name__)
_REST = 2.0  # seconds before a part that lost the database is started again


@dataclass(frozen=True, slots=True)
class App:
    """All parts, made but not running. `listener` asks Telegram for updates, `speaker` sends."""

    settings: Settings
    programme: Programme
    clock: Clock
    db: Database
    vault: Vault
    listener: Bot
    speaker: telegram.Bot
    sandbox: Sandbox
    reader: Reader | None

    def services(self, me: User | None = None) -> Services:
        """What the handlers have at hand."""
        name = (me.username if me else None) or ""
        per_second = self.settings.paid_broadcast or self.settings.send_per_second
        return Services(self.programme, Texts(), name, self.settings.staff_chat_id, per_second)

    def lists(self) -> Lists:
        """Who writes lists of cases."""
        return Lists(self.db, self.programme, Texts(), self.clock.now)

    async def run(self, me: User) -> None:
        """Run until cancelled; each part is started again when the database was away for a moment."""
        async with self.db.unit(self.clock.now()) as unit:
            await bring_up_to_date(unit.conn)
            await align(unit, way(self.programme))
            await give_missing_numbers(unit, lambda answers: is_complete(answers, self.programme))
        services = self.services(me)
        conversation = Conversation(services, self.settings.bot_token.get_secret_value(), me)
        now = self.clock.now
        known_pages = KnownPages(self.db, now)
        tools = Tools(
            self.speaker,
            self.sandbox,
            self.vault,
            known_pages,
            self.lists(),
            self.reader,
            self.settings.read_seconds,
        )
        budget = Budget(self._limits(), time.monotonic)
        parts: dict[str, Callable[[], Awaitable[None]]] = {
            "processor": lambda: Processor(self.db, conversation.handle, conversation.on_parked, now).run(),
            "courier": lambda: Courier(self.db, self.speaker, budget, self.vault, now).run(),
            "jobs": lambda: Runner(self.db, tools, now).run(),
            "polling": lambda: Polling(self.db, self.listener, now).run(),
            "housekeeping": lambda: Housekeeping(self.db, self.vault, now).run(),
            "broadcasts": lambda: Broadcasts(self.db, now).run(),
            "reminders": lambda: Reminding(self.db, services, now).run(),
            "headcount": lambda: Headcount(self.db, self.programme, now).run(),
            "waiting lists": lambda: WaitingLists(self.db, self.programme, now).run(),
            "due work": lambda: DueWork(self.db, self.services(me), now).run(),
        }
        async with asyncio.TaskGroup() as group:
            for name, start in parts.items():
                group.create_task(_keep_running(name, start), name=name)

    def _limits(self) -> Limits:
        return Limits(
            self.settings.send_per_second,
            self.settings.send_chat_burst,
            self.settings.send_group_per_minute,
            self.settings.paid_broadcast,
        )


async def _keep_running(name: str, start: Callable[[], Awaitable[None]]) -> None:
    while True:
        try:
            await start()
        except* (DBAPIError, OSError) as lost:
            _log.error("The database failed under the %s: %s", name, _first_words(lost))
        await asyncio.sleep(_REST)


def _first_words(problems: BaseExceptionGroup[BaseException]) -> str:
    """What the database driver said, without the statement and its values."""
    first = problems.exceptions[0]
    while isinstance(first, BaseExceptionGroup):
        first = first.exceptions[0]
    return str(getattr(first, "orig", first)).splitlines()[0][:200]


@asynccontextmanager
async def build(settings: Settings) -> AsyncIterator[App]:
    """Make all parts from the settings and close them in the end. Raises what loading programme and keys raises."""
    programme = load_programme(settings.programme_file)
    ring = KeyRing.load(settings.data_keys_file)
    db = Database(settings.database_url, ring)
    token = settings.bot_token.get_secret_value()
    server = TelegramAPIServer.from_base(settings.api_base)
    listener = Bot(token, session=AiohttpSession(api=server))
    speaker = telegram.Bot(
        token,
        base_url=f"{settings.api_base}/bot",
        base_file_url=f"{settings.api_base}/file/bot",
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(connections=1),
    )
    sandbox = Sandbox()
    reader = Reader() if settings.read_seconds and installed() else None
    vault = Vault(shelf_of(settings), ring)
    clock = Clock(programme.zone, settings.clock_start, settings.clock_file)
    try:
        await speaker._request[1].initialize()  # noqa: SLF001 - initialize() itself would call getMe before our own check
        yield App(settings, programme, clock, db, vault, listener, speaker, sandbox, reader)
    finally:
        await speaker._request[1].shutdown()  # noqa: SLF001
        await listener.session.close()
        await sandbox.close()
        if reader is not None:
            await reader.close()
        await db.close()
