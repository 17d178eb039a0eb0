"""A supervisor pressed a button of a broadcast: which, on what, and how is it answered?"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from delivery import messages
from handlers.broadcasts import screens
from handlers.context import Services
from handlers.staff.supervisors import Wish
from locales import Rich
from registration.broadcasting import State
from storage import broadcasts
from storage.broadcasts import Broadcast
from storage.database import Unit
from storage.outbox import Lane


@dataclass(frozen=True, slots=True)
class Granted:
    """A press that may be carried out: by whom, on which broadcast, with which choice."""

    wish: Wish
    broadcast: Broadcast
    value: str


Do = Callable[[Unit, Services, Granted], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Act:
    """What a button does, and in which states."""

    do: Do
    states: frozenset[State]


def answer(unit: Unit, services: Services, wish: Wish, key: str = "", **values: str) -> None:
    """End the spinner, with a few words if there are any."""
    messages.answer_press(unit, wish.callback, services.texts(key, **values) if key else "", alert=bool(key))


async def change(unit: Unit, services: Services, granted: Granted, **values: Any) -> Broadcast | None:
    """Change the broadcast and its message; None when somebody was quicker, whom the presser is told of."""
    changed = await broadcasts.change(unit, granted.broadcast, **values)
    if changed is None:
        answer(unit, services, granted.wish, "cast-changed")
        return None
    answer(unit, services, granted.wish)
    await refresh(unit, services, changed)
    return changed


async def refresh(unit: Unit, services: Services, broadcast: Broadcast, *, lane: Lane = Lane.ANSWER) -> None:
    """Bring the one message of the group that shows it up to date."""
    if broadcast.chat_id is not None:
        show(unit, broadcast, await screens.screen(unit, services, broadcast), lane=lane)


def show(unit: Unit, broadcast: Broadcast, screen: tuple[Rich, list[list[Any]]], *, lane: Lane = Lane.ANSWER) -> None:
    """Turn the message into this text with these buttons."""
    text, rows = screen
    if broadcast.chat_id is not None:
        messages.edit_slot(unit, broadcast.chat_id, broadcast.slot, text, messages.inline(rows), lane=lane)
