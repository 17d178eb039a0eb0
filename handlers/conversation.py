"""How does one inbox row reach the handler that is meant for it?"""

from aiogram import Bot, Dispatcher, Router
from aiogram.types import User

from handlers import errors, fallback, groups
from handlers.broadcasts import desk as broadcasts
from handlers.broadcasts import heard
from handlers.context import ContextMiddleware, Services
from handlers.results import RESULTS
from handlers.session import OutboxSession, current_unit
from handlers.staff import answers, binding, commands, desk, exporting, quota, reach, review
from handlers.worker import form, listening, pages, start, status, tanya, terms, wishes
from storage.database import Unit
from storage.inbox import Event


def routers() -> list[Router]:
    """The one order in which handlers are tried; fallback must be last."""
    return [
        start.router,
        tanya.router,
        listening.router,
        status.router,
        terms.router,
        wishes.router,
        pages.router,
        form.router,
        groups.router,
        heard.router,
        desk.router,
        broadcasts.router,
        binding.router,
        commands.router,
        quota.router,
        reach.router,
        exporting.router,
        answers.router,
        review.router,
        fallback.router,
    ]


class Conversation:
    """aiogram's dispatcher around one transaction: `handle` for each inbox row, `on_parked` for one that cannot be."""

    def __init__(self, services: Services, token: str, me: User) -> None:
        self._services = services
        self._bot = Bot(token, session=OutboxSession(me))
        self._dispatcher = Dispatcher(disable_fsm=True)
        self._dispatcher.update.outer_middleware(ContextMiddleware(services, groups.on_return))
        for router in routers():
            # A router lives in its module; a second conversation (tests) takes it over from the first.
            router._parent_router = None  # noqa: SLF001
            self._dispatcher.include_router(router)

    async def handle(self, unit: Unit, event: Event) -> None:
        """Handle one row inside `unit`. Whatever it raises rolls the transaction back."""
        if event.body is None:
            raise ValueError("unreadable row")
        if event.kind == "update":
            current_unit.set(unit)
            await self._dispatcher.feed_raw_update(self._bot, event.body, unit=unit)
        else:
            await RESULTS[event.kind](unit, self._services, event.body)

    async def on_parked(self, unit: Unit, event: Event) -> None:
        """Tell the person and the operator."""
        await errors.on_parked(unit, self._services, event)
