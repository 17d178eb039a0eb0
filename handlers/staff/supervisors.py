"""Is somebody an administrator of the group right now? What only they may do waits until Telegram has said so."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from aiogram.types import CallbackQuery, Message

from delivery import messages
from handlers.context import Services, staff_chats
from handlers.screens import place_of
from handlers.staff import members
from storage.database import Unit


@dataclass(frozen=True, slots=True)
class Wish:
    """What an administrator wants (`act`, `value`) by a message or a press, free of any library, so that it can wait.

    `user_id`: None for an anonymous administrator; only administrators can write in the name of the group.
    """

    act: str
    value: str
    chat_id: int
    message_id: int
    user_id: int | None
    callback: str = ""

    @classmethod
    def of_message(cls, act: str, value: str, message: Message) -> "Wish":
        """A wish that was written."""
        sender = message.sender_chat
        if sender is not None and sender.id == message.chat.id:
            return cls(act, value, message.chat.id, message.message_id, None)
        # Who writes in the name of a channel is nobody that Telegram could be asked about.
        user = 0 if sender is not None or message.from_user is None else message.from_user.id
        return cls(act, value, message.chat.id, message.message_id, user)

    @classmethod
    def of_press(cls, act: str, value: str, press: CallbackQuery) -> "Wish | None":
        """A wish by a button; None when its message is out of reach."""
        place = place_of(press)
        if place is None:
            return None
        return cls(act, value, place.chat_id, place.message_id, press.from_user.id, press.id)


Do = Callable[[Unit, Services, Wish], Awaitable[None]]


async def is_supervisor(unit: Unit, services: Services, chat_id: int, user_id: int) -> bool:
    """Has Telegram said in the last minutes that this person is an administrator of the group? False: ask it."""
    known = await members.known(unit, services, chat_id, user_id)
    return known is not None and known.role == "supervisor"


async def grant(unit: Unit, services: Services, wish: Wish, do: Do) -> None:
    """Do what an administrator wants: at once, or when Telegram has said that they are one (see `on_checked`)."""
    if wish.user_id is None or await is_supervisor(unit, services, wish.chat_id, wish.user_id):
        await do(unit, services, wish)
    else:
        members.ask(unit, wish.chat_id, wish.user_id, wish=asdict(wish))


async def grant_known(unit: Unit, services: Services, wish: Wish, do: Do) -> None:
    """The same for what must be known who did it: nobody is anonymous then."""
    if wish.user_id is None:
        say(unit, services, wish, "desk-anonymous")
    else:
        await grant(unit, services, wish, do)


async def on_checked(unit: Unit, services: Services, body: dict[str, Any], wishes: Mapping[str, Do]) -> None:
    """Telegram has said who it is: go on with the wish that waited, or tell why not."""
    wish, result = Wish(**body["wish"]), body["result"]
    if "failed" in result:
        say(unit, services, wish, "supervisor-try-again")
        return
    if wish.chat_id in await staff_chats(unit, services):  # of other groups nobody is remembered
        await members.learn(unit, body)
    if result["role"] == "supervisor":
        await wishes[wish.act](unit, services, wish)
    else:
        say(unit, services, wish, "supervisor-only")


def say(unit: Unit, services: Services, wish: Wish, key: str, **values: str) -> None:
    """Answer a wish: above the group for a press, below the message for a command."""
    if wish.callback:
        messages.answer_press(unit, wish.callback, services.texts(key, **values), alert=True)
    else:
        messages.send(unit, wish.chat_id, services.texts.rich(key, **values), reply_to=wish.message_id)
