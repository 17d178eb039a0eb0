"""What does a handler have at hand: its transaction, who is writing, the rules, the words?"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message, TelegramObject, Update

from locales import Texts
from registration.programme import Programme, Window
from storage import agencies, marks, people
from storage.database import Unit
from storage.drafts import Draft
from storage.people import Person


@dataclass(frozen=True, slots=True)
class Services:
    """What does not change while the bot runs. `staff_chat`: the group of agencies that have none of their own.

    `per_second`: how many messages may leave, to tell how long a broadcast takes.
    """

    programme: Programme
    texts: Texts
    bot_name: str
    staff_chat: int | None = None
    per_second: int = 28


@dataclass(slots=True)
class Context:
    """One update (or job result) being handled. `draft` is the form being filled, kept current by the handlers."""

    unit: Unit
    services: Services
    person: Person
    draft: Draft | None

    @property
    def texts(self) -> Texts:
        """The words."""
        return self.services.texts

    @property
    def programme(self) -> Programme:
        """The rules."""
        return self.services.programme

    @property
    def chat_id(self) -> int:
        """The private chat with the person has the person's own id."""
        return self.person.telegram_id

    @property
    def local_now(self) -> datetime:
        """This moment on a clock in the city."""
        return self.unit.now.astimezone(self.programme.zone)

    @property
    def today(self) -> date:
        """The day in the city."""
        return self.local_now.date()

    @property
    def window(self) -> Window:
        """The window that counts now."""
        return self.programme.window_for(self.unit.now)

    @property
    def is_open(self) -> bool:
        """May a form be sent now?"""
        return self.programme.window_at(self.unit.now) is not None


async def staff_chat(unit: Unit, services: Services, agency: str) -> int | None:
    """The group that decides for an agency, by its present id: the one bound to it, else what the operator set."""
    return (await deciding(unit, services))[agency]


async def staff_chats(unit: Unit, services: Services) -> set[int]:
    """All staff groups: those that decide now, and those that the operator set, even when all of theirs moved away."""
    decide = {chat_id for chat_id in (await deciding(unit, services)).values() if chat_id is not None}
    were_set = {set_group(services, agency) for agency in services.programme.agencies} | {services.staff_chat}
    return decide | {await marks.moved(unit, chat_id) for chat_id in were_set - decide if chat_id is not None}


async def agencies_of(unit: Unit, services: Services, chat_id: int) -> list[str]:
    """The agencies for which this group decides, in the order of the programme file."""
    return [agency for agency, chat in (await deciding(unit, services)).items() if chat == chat_id]


async def deciding(unit: Unit, services: Services) -> dict[str, int | None]:
    """Which group decides for each agency of the programme; None: no group."""
    bound = await agencies.groups(unit)
    wanted = {key: bound.get(key) or set_group(services, key) for key in services.programme.agencies}
    now = {chat: await marks.moved(unit, chat) for chat in set(wanted.values()) if chat is not None}
    return {key: None if chat is None else now[chat] for key, chat in wanted.items()}


def set_group(services: Services, agency: str) -> int | None:
    """The group that the operator has set for an agency: its own in the programme file, else the common one."""
    own = services.programme.agencies[agency].staff_chat
    return services.staff_chat if own is None else own


_PATIENCE = timedelta(minutes=30)


def _goes_elsewhere(update: TelegramObject, services: Services, awaiting: dict[str, Any], now: datetime) -> bool:
    """Is this something else than the words that were asked for a moment ago: a press, a photo, a command?"""
    if now - datetime.fromisoformat(awaiting["at"]) > _PATIENCE:
        return True
    inner = update.event if isinstance(update, Update) else update
    if not isinstance(inner, Message):
        return True
    keyboard = {services.texts("button-back"), services.texts("button-keep-phone")}
    return inner.text is None or inner.text.startswith("/") or inner.text in keyboard


OnReturn = Callable[[Unit, Services, Person], Awaitable[None]]


class ContextMiddleware(BaseMiddleware):
    """Gives private messages and presses their `ctx`; groups get `unit` and `services` alone."""

    def __init__(self, services: Services, on_return: OnReturn) -> None:
        self._services = services
        self._on_return = on_return

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        data["services"] = self._services
        writer = _private_writer(event)
        if writer is not None:
            person, draft = await people.meet(data["unit"], writer)
            await people.is_here(data["unit"], person)
            if person.unreachable:
                await self._on_return(data["unit"], self._services, person)
            edited = isinstance(event, Update) and event.edited_message is not None
            if person.awaiting is not None and not edited:
                person = await self._still_awaiting(data["unit"], event, person)
            data["ctx"] = Context(data["unit"], self._services, person, draft)
        return await handler(event, data)

    async def _still_awaiting(self, unit: Unit, event: TelegramObject, person: Person) -> Person:
        """Words are asked for: anything else leads out of it, so that no later word is taken for them."""
        awaiting = person.awaiting
        if awaiting is None or not _goes_elsewhere(event, self._services, awaiting, unit.now):
            return person
        await people.await_words(unit, person, None)
        inner = event.event if isinstance(event, Update) else event
        # A press may be the choice that the words are waiting for: it still sees them.
        return person if isinstance(inner, CallbackQuery) else replace(person, awaiting=None)


def _private_writer(event: TelegramObject) -> int | None:
    inner = event.event if isinstance(event, Update) else event
    if not isinstance(inner, CallbackQuery | Message) or inner.from_user is None:
        return None
    message = inner.message if isinstance(inner, CallbackQuery) else inner
    return inner.from_user.id if message is not None and message.chat.type == "private" else None
