"""Which command, replies and buttons has a broadcast in a staff group, and who may use them? Supervisors alone.

Of a broadcast it must be known who sent it, so nobody is anonymous.
"""

import json
from typing import Any

from aiogram import Router
from aiogram.filters import Command, Filter
from aiogram.types import CallbackQuery, Message

from delivery import messages
from handlers.broadcasts import confirming, recalling, running, writing
from handlers.broadcasts.granted import Act, Granted, answer, refresh
from handlers.callbacks import Cast, Heard
from handlers.context import Services, staff_chats
from handlers.filters import StaffGroup
from handlers.staff.supervisors import Do, Wish, grant, grant_known, say
from registration.audiences import PARTS
from registration.broadcasting import BEFORE, State
from storage import broadcasts, marks
from storage.broadcasts import NUMBER_SLOT, WORDS_SLOT, Broadcast
from storage.database import Unit

router = Router(name="broadcasts")
router.message.filter(StaffGroup())
_WRITING = frozenset({State.WRITING})
_STARTED = frozenset({State.PAUSED, State.CANCELLED, State.DONE})
_ASKS = {WORDS_SLOT: State.WRITING, NUMBER_SLOT: State.CONFIRMING}
_CANCEL = frozenset({State.SCHEDULED, State.RUNNING, State.PAUSED})
# A new button is a row here, its words `cast-<name>-button`.
ACTS: dict[str, Act] = {
    "pick": Act(writing.pick, _WRITING),
    **{part: Act(writing.set_part(part), _WRITING) for part in PARTS},
    "button": Act(writing.set_button, _WRITING),
    "time": Act(writing.set_time, _WRITING),
    "show": Act(writing.see, frozenset(State)),
    "trial": Act(writing.trial, _WRITING),
    "rewrite": Act(writing.rewrite, _WRITING),
    "send": Act(confirming.ask, _WRITING),
    "back": Act(writing.back, BEFORE),
    "drop": Act(writing.drop, BEFORE),
    "agree": Act(confirming.agree, frozenset({State.SECOND})),
    "pause": Act(running.pause, frozenset({State.RUNNING})),
    "resume": Act(running.resume, frozenset({State.PAUSED})),
    "cancel": Act(running.cancel, _CANCEL),
    "cancel_yes": Act(running.cancel_yes, _CANCEL),
    "recall": Act(recalling.ask, _STARTED),
    "recall_yes": Act(recalling.begin, _STARTED),
    "unknown": Act(recalling.list_unknown, _STARTED),
    "report": Act(running.report, frozenset(State)),
}


class Asked(Filter):
    """A reply to our question for the words or the number of a broadcast; gives its slot as `asked`."""

    async def __call__(self, message: Message, unit: Unit) -> bool | dict[str, Any]:
        place = message.reply_to_message
        slot = await marks.slot_at(unit, message.chat.id, place.message_id) if place else None
        return {"asked": slot} if slot and slot.partition(":")[0] in _ASKS else False


@router.message(Command("siaran", ignore_case=True))
async def on_command(message: Message, unit: Unit, services: Services) -> None:
    """/siaran"""
    thread = str(message.message_thread_id) if message.is_topic_message else ""
    await grant_known(unit, services, Wish.of_message("cast_new", thread, message), writing.begin)


@router.message(Asked())
async def on_reply(message: Message, asked: str, unit: Unit, services: Services) -> None:
    """The words, or the number of people."""
    said = json.dumps({"asked": asked, "said": writing.content_of(message)})
    await grant_known(unit, services, Wish.of_message("cast_reply", said, message), _replied)


@router.callback_query(Cast.filter())
async def on_press(press: CallbackQuery, callback_data: Cast, unit: Unit, services: Services) -> None:
    """A button below a broadcast, or one that somebody made up."""
    wish = Wish.of_press("cast_press", json.dumps(callback_data.model_dump()), press)
    if wish is None or wish.chat_id not in await staff_chats(unit, services):
        messages.answer_press(unit, press.id, services.texts("cast-no-button"), alert=True)
    else:
        await grant(unit, services, wish, _pressed)


@router.callback_query(StaffGroup(), Heard.filter())
async def on_sample(press: CallbackQuery, unit: Unit, services: Services) -> None:
    """A button of the message as people will get it: in the group it is there to be looked at."""
    messages.answer_press(unit, press.id, services.texts("cast-sample"))


async def _pressed(unit: Unit, services: Services, wish: Wish) -> None:
    pressed = json.loads(wish.value)
    broadcast, act = await _of_group(unit, wish, pressed["id"]), ACTS.get(pressed["act"])
    if broadcast is None or act is None:
        answer(unit, services, wish, "cast-no-button")
    elif broadcast.revision != pressed["revision"] or broadcast.state not in act.states:
        answer(unit, services, wish, "cast-changed")
        await refresh(unit, services, broadcast)
    else:
        await act.do(unit, services, Granted(wish, broadcast, pressed["value"]))


async def _replied(unit: Unit, services: Services, wish: Wish) -> None:
    reply = json.loads(wish.value)
    name, _, number = reply["asked"].partition(":")
    broadcast, said = await _of_group(unit, wish, int(number)), reply["said"]
    if broadcast is None or broadcast.state is not _ASKS[name]:
        say(unit, services, wish, "cast-reply-late")
    elif isinstance(said, str):
        say(unit, services, wish, said)
    elif broadcast.state is State.WRITING:
        await writing.take_words(unit, services, wish, broadcast, said)
    else:
        await confirming.take_number(unit, services, wish, broadcast, said["text"])


async def _of_group(unit: Unit, wish: Wish, broadcast_id: int) -> Broadcast | None:
    """The broadcast, if it belongs to this group."""
    broadcast = await broadcasts.get(unit, broadcast_id)
    return broadcast if broadcast is not None and broadcast.chat_id == wish.chat_id else None


WISHES: dict[str, Do] = {"cast_new": writing.begin, "cast_reply": _replied, "cast_press": _pressed}
