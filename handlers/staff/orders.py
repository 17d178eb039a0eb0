"""What does an officer want by a command, or by a button below its answer, and about which case?"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from delivery import messages
from handlers.callbacks import Desk
from handlers.context import Services, agencies_of
from handlers.screens import place_of
from locales import Rich
from registration import case_number
from registration.errors import Invalid
from storage import cases, marks, people, questions
from storage.cases import Case
from storage.database import Unit
from storage.marks import Place

# Messages that stand for a case, so that a reply to one is about it.
_ABOUT_A_CASE = frozenset({"card", "told", "held"})


@dataclass(frozen=True, slots=True)
class Order:
    """A command or a press, free of any library, so that it can wait for a job and go on after it.

    `words`: what stood behind the command, or the button's value; `case`: the button's; `place` of the message.
    `user_id`: None for an anonymous administrator; nobody but an administrator writes in the name of the group.
    """

    act: str
    words: str
    chat_id: int
    message_id: int
    user_id: int | None
    case: int = 0
    callback: str = ""
    replied_to: int | None = None
    thread: int | None = None

    @classmethod
    def of_command(cls, message: Message, command: CommandObject) -> "Order | None":
        """A command; None from a channel, which is nobody that Telegram could be asked about."""
        sender = message.sender_chat
        if message.from_user is None or (sender is not None and sender.id != message.chat.id):
            return None
        return cls(
            command.command.lower(),
            command.args or "",
            message.chat.id,
            message.message_id,
            message.from_user.id if sender is None else None,
            replied_to=message.reply_to_message.message_id if message.reply_to_message else None,
            thread=message.message_thread_id if message.is_topic_message else None,
        )

    @classmethod
    def of_press(cls, press: CallbackQuery, data: Desk) -> "Order | None":
        """A press; None when its message is out of reach."""
        place = place_of(press)
        if place is None:
            return None
        user, value = press.from_user.id, data.value
        return cls(data.act, value, place.chat_id, place.message_id, user, case=data.id, callback=press.id)

    @property
    def place(self) -> Place:
        """Where the command or the button stands."""
        return Place(self.chat_id, self.message_id)


Do = Callable[[Unit, Services, Order], Awaitable[None]]


def say(unit: Unit, services: Services, order: Order, key: str, **values: str | int) -> None:
    """Answer in a few words: over the screen to a press, below the message to a command."""
    if order.callback:
        messages.answer_press(unit, order.callback, services.texts(key, **values), alert=True)
    else:
        reply(unit, order, services.texts.rich(key, **values))


def reply(
    unit: Unit, order: Order, text: Rich, markup: messages.Markup | None = None, *, slot: str | None = None
) -> None:
    """Answer a command; what staff read of people cannot be forwarded."""
    messages.send(
        unit, order.chat_id, text, markup, slot=slot, reply_to=order.message_id, thread=order.thread, protect=True
    )


async def case_meant(unit: Unit, services: Services, order: Order) -> tuple[Case, str] | None:
    """The case that a command names or replies to, and the words that follow; None: the officer was told why not."""
    replied = await _replied_case(unit, order)
    try:
        number, rest = case_number.split(order.words, services.programme.case_prefix)
    except Invalid as problem:
        if replied is None:
            say(unit, services, order, f"invalid-{problem.code}", **problem.details)
            return None
        case, rest = replied, order.words.strip()
    else:
        found = await cases.by_number(unit, number)
        if found is None:
            say(unit, services, order, "desk-no-case", number=number)
            return None
        case = found
    return (case, rest) if await is_ours(unit, services, order, case) else None


async def is_ours(unit: Unit, services: Services, order: Order, case: Case) -> bool:
    """Does this group decide on the case? If not, the officer is told."""
    if case.agency in await agencies_of(unit, services, order.chat_id):
        return True
    say(unit, services, order, "desk-other-agency", number=case.number)
    return False


async def is_own(unit: Unit, services: Services, order: Order, case: Case) -> bool:
    """Was the case sent from the officer's own phone? Then another must work on it, and this one is told."""
    person = await people.by_id(unit, case.person_id)
    if person.telegram_id != order.user_id:
        return False
    say(unit, services, order, "press-own-case")
    return True


async def _replied_case(unit: Unit, order: Order) -> Case | None:
    slot = await marks.slot_at(unit, order.chat_id, order.replied_to) if order.replied_to else None
    name, _, number = (slot or "").partition(":")
    if name == "ask":
        question = await questions.get(unit, int(number))
        return await cases.get(unit, question.case_id) if question is not None and question.case_id else None
    return await cases.get(unit, int(number)) if name in _ABOUT_A_CASE else None
