"""How does an officer see the documents of a case whole: in their own chat with the bot, for ten minutes, on record?"""

from datetime import datetime
from typing import Any

from delivery import messages
from handlers.callbacks import FOR_OFFICERS
from handlers.context import Services, staff_chat
from handlers.staff import cards
from handlers.staff.pages import pages_of
from handlers.staff.press import Allowed, answer
from handlers.staff.standing import officer_name
from locales import Rich
from registration.lifecycle import DECIDABLE
from storage import cases, marks, officers, outbox, people, readings
from storage.cases import Case
from storage.database import Unit

_SECONDS = 600  # how long the pages stand in the officer's chat
_ALBUM = 10  # photos (Bot API, sendMediaGroup)


async def view(unit: Unit, services: Services, granted: Allowed) -> None:
    """ "Lihat dokumen": have every page marked with the officer's name; nobody but this officer gets them."""
    case, press = granted.case, granted.press
    if not await people.is_reachable(unit, press.user_id):
        messages.answer_press(unit, press.callback, url=own_chat(services))
        await _ask_to_start(unit, services, case, press.user_id)
        return
    pages = await pages_of(unit, services, case)
    note = services.texts(
        "watermark-viewed", officer=granted.officer.name, at=_moment(services, unit.now), number=case.number
    )
    body = {"case": case.id, "officer": press.user_id, "chat": press.chat_id, "note": note}
    outbox.job(unit, "draw_pages", {**body, "pages": [page.name for page in pages]})
    answer(unit, services, press, "press-ok-view")


async def on_drawn(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    """The pages are ready: send them, if the case is still to be decided and the officer still one of the group."""
    names: list[str] = body["result"].get("names", [])
    case = await cases.get(unit, body["case"])
    officer = await officers.find(unit, body["chat"], body["officer"])
    if case is None or officer is None or case.state not in DECIDABLE:
        outbox.job(unit, "forget_files", {"names": names})
        return
    if not names:
        messages.send(unit, body["officer"], services.texts.rich("view-failed", number=case.number))
        return
    await readings.write(unit, case.id, "pages", body["officer"], why="review", pages=len(names))
    missing = body["result"]["missing"]
    for start in range(0, len(names), _ALBUM):
        _send(unit, services, case, body["officer"], names[start : start + _ALBUM], missing)


def _send(unit: Unit, services: Services, case: Case, officer_id: int, names: list[str], missing: int) -> None:
    text = services.texts.rich("view-caption", number=case.number, minutes=str(_SECONDS // 60))
    if missing:
        text += Rich("\n\n") + services.texts.rich("view-missing", count=str(missing))
    params = {
        "chat_id": officer_id,
        "caption": text.text,
        "caption_entities": list(text.entities),
        "protect_content": True,
    }
    extra: dict[str, Any] = {"vaults": names} if len(names) > 1 else {"vault": names[0]}
    extra |= {"vanish": _SECONDS, "unsent": {"case": case.id, "officer": officer_id, "pages": len(names)}}
    outbox.call(unit, "sendMediaGroup" if len(names) > 1 else "sendPhoto", params, chat_id=officer_id, extra=extra)


async def on_unsent(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    """Telegram did not take the pages, or never said whether it did: the officer hears it, and the record too."""
    refused = body["refused"]
    why = "refused" if refused else "unknown"
    await readings.write(unit, body["case"], "unsent", body["officer"], why=why, pages=body["pages"])
    case = await cases.get(unit, body["case"])
    if case is not None and refused:
        await _ask_to_start(unit, services, case, body["officer"])
    elif case is not None:
        messages.send(unit, body["officer"], services.texts.rich("view-failed", number=case.number))


async def _ask_to_start(unit: Unit, services: Services, case: Case, officer_id: int) -> None:
    """Bots may not write first (403): say so in the group, where the officer is, with a button that leads there."""
    chat_id = await staff_chat(unit, services, case.agency)
    if chat_id is None:
        return
    name = await officer_name(unit, services, officer_id)
    card = await marks.place_of(unit, cards.slot_of(case))
    text = services.texts.rich("view-start-first", officer=name, number=case.number)
    markup = messages.inline([[{"text": services.texts("view-start-button"), "url": own_chat(services)}]])
    reply_to = card.message_id if card is not None and card.chat_id == chat_id else None
    messages.send(unit, chat_id, text, markup, reply_to=reply_to, vanish=_SECONDS)


def own_chat(services: Services) -> str:
    """A link that opens the officer's chat with the bot."""
    return f"https://t.me/{services.bot_name}?start={FOR_OFFICERS}"


def _moment(services: Services, at: datetime) -> str:
    return f"{at.astimezone(services.programme.zone):%d-%m-%Y %H:%M}"
