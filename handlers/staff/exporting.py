"""How does a supervisor take the list of the approved out (/ekspor)? In their own chat, on record, gone in ten minutes.

It holds the cases of the agencies for which the group decides, in the current window. The group hears how many and who.
"""

from datetime import datetime
from typing import Any

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from delivery import messages
from handlers.context import Services, agencies_of
from handlers.filters import StaffGroup
from handlers.staff.standing import officer_name
from handlers.staff.supervisors import Do, Wish, grant_known, say
from handlers.staff.viewing import own_chat
from registration.income import shown as grouped
from registration.lifecycle import State
from storage import listing, officers, outbox, people, readings
from storage.database import Unit
from storage.listing import Chosen

router = Router(name="exporting")
router.message.filter(StaffGroup())
MOST = 10_000  # people; a longer list is written on the command line
_SECONDS = 600  # how long the file stands in the supervisor's chat


@router.message(Command("ekspor", ignore_case=True))
async def on_command(message: Message, unit: Unit, services: Services) -> None:
    """/ekspor, for supervisors; it must be known who has the list, so nobody is anonymous."""
    await grant_known(unit, services, Wish.of_message("export", "", message), _begin)


async def _begin(unit: Unit, services: Services, wish: Wish) -> None:
    """Have the list written, if there is one and its reader can be reached."""
    window = services.programme.window_for(unit.now).key
    agencies = await agencies_of(unit, services, wish.chat_id)
    count = await listing.count(unit, Chosen(window, State.APPROVED, agencies), MOST + 1)
    if count == 0:
        say(unit, services, wish, "export-nobody")
    elif count > MOST:
        say(unit, services, wish, "export-too-many", most=grouped(MOST))
    elif wish.user_id is None or not await people.is_reachable(unit, wish.user_id):
        await _ask_to_start(unit, services, wish.chat_id, wish.user_id)
    else:
        who = {"chat": wish.chat_id, "officer": wish.user_id}
        chosen = {"window": window, "state": State.APPROVED, "agencies": agencies}
        outbox.job(unit, "write_list", {**who, **chosen})


async def on_written(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    """The list is ready: send it, if its reader is still a supervisor and the group still decides on all of it."""
    chat_id, officer_id, result = body["chat"], body["officer"], body["result"]
    if "vault" not in result:
        await _tell(unit, services, "export-failed", chat_id, officer_id)
        return
    ids: list[int] = result["cases"]
    if not ids or not await _still_allowed(unit, services, body):
        outbox.job(unit, "forget_files", {"names": [result["vault"]]})
        await _tell(unit, services, "export-changed", chat_id, officer_id)
        return
    await readings.write_lists(unit, ids, "list", officer_id, why="export")
    count = str(len(ids))
    text = services.texts.rich("export-caption", count=count, minutes=str(_SECONDS // 60))
    unsent = {"kind": "list_unsent", "cases": ids, "chat": chat_id, "officer": officer_id}
    name = services.texts("export-file", day=_day(services, unit.now))
    messages.send_file(unit, officer_id, result["vault"], name, text, vanish=_SECONDS, unsent=unsent)
    await _tell(unit, services, "export-sent", chat_id, officer_id, count=count)


async def on_unsent(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    """Telegram did not take the file, or never said whether it did: the group hears it, and the record too."""
    refused, chat_id, officer_id = body["refused"], body["chat"], body["officer"]
    why = "refused" if refused else "unknown"
    await readings.write_lists(unit, body["cases"], "list_unsent", officer_id, why=why)
    if refused:
        await _ask_to_start(unit, services, chat_id, officer_id)
    else:
        await _tell(unit, services, "export-failed", chat_id, officer_id)


async def _still_allowed(unit: Unit, services: Services, body: dict[str, Any]) -> bool:
    officer = await officers.find(unit, body["chat"], body["officer"])
    decides = await agencies_of(unit, services, body["chat"])
    return officer is not None and officer.role == "supervisor" and set(body["agencies"]) <= set(decides)


async def _ask_to_start(unit: Unit, services: Services, chat_id: int, officer_id: int | None) -> None:
    """Bots may not write first: say so in the group, with a button that leads to the supervisor's own chat."""
    text = services.texts.rich("export-start-first", officer=await officer_name(unit, services, officer_id))
    markup = messages.inline([[{"text": services.texts("view-start-button"), "url": own_chat(services)}]])
    messages.send(unit, chat_id, text, markup, vanish=_SECONDS)


async def _tell(unit: Unit, services: Services, key: str, chat_id: int, officer_id: int, **values: str) -> None:
    """Say in the group what became of the list of this supervisor."""
    name = await officer_name(unit, services, officer_id)
    messages.send(unit, chat_id, services.texts.rich(key, officer=name, **values))


def _day(services: Services, at: datetime) -> str:
    return f"{at.astimezone(services.programme.zone):%Y-%m-%d}"


WISHES: dict[str, Do] = {"export": _begin}
