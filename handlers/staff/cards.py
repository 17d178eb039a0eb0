"""How does a case become one message in the staff group, and how does that message stay true?"""

from datetime import datetime

from delivery import messages
from handlers.context import Services, staff_chat
from handlers.staff.caption import caption_of
from handlers.staff.keyboard import keyboard_of
from registration.lifecycle import DECIDABLE, State
from registration.questions import BY_KEY
from storage import alerts, cases, files, marks, outbox
from storage.cases import Case
from storage.database import Unit
from storage.outbox import Lane

# States in which the group still needs to see the case when its message was lost.
STANDING = (*sorted(DECIDABLE), State.SENT_BACK)


def slot_of(case: Case) -> str:
    """The message that shows a case."""
    return f"card:{case.id}"


async def draw(unit: Unit, services: Services, case: Case) -> None:
    """Have the picture of a case drawn; the card is sent, or changed in place, when it is ready."""
    pages = []
    for key, value in case.answers.items():
        if key not in BY_KEY or not isinstance(value, list):
            continue
        kept = await files.by_ids(unit, value)
        for number, file in enumerate(kept, start=1):
            label = services.texts(f"q-{key}.label") + (f" {number}/{len(kept)}" if len(kept) > 1 else "")
            pages.append({"name": file.vault_name, "label": label, "changed": key in case.changed})
    note = services.texts(
        "watermark",
        agency=services.programme.agencies[case.agency].short,
        day=_day(services, unit.now),
        number=case.number,
    )
    outbox.job(unit, "draw_card", {"case": case.id, "pages": pages, "note": note})


def _day(services: Services, now: datetime) -> str:
    return f"{now.astimezone(services.programme.zone):%d-%m-%Y}"


async def put_up(unit: Unit, services: Services, case_id: int, picture: str) -> None:
    """The picture is drawn: send the card, or put the new picture into the card that stands."""
    case = await cases.get(unit, case_id)
    if case is None:
        outbox.job(unit, "forget_files", {"names": [picture]})
        return
    chat_id = await staff_chat(unit, services, case.agency)
    stands = await marks.place_of(unit, slot_of(case))
    if chat_id is None:
        await alerts.raise_alert(unit, "no_staff_group", case.agency)
    if chat_id is None or (case.state == State.WITHDRAWN and stands is None):
        outbox.job(unit, "forget_files", {"names": [picture]})
        return
    if stands is not None and stands.chat_id != chat_id:
        _take_down(unit, stands)
    params = await _words(unit, services, case) | {"chat_id": chat_id}
    outbox.call(
        unit,
        "editMessageMedia",
        params,
        chat_id=chat_id,
        lane=Lane.NOTICE,
        slot=slot_of(case),
        extra={
            "edit": slot_of(case),
            "vault": picture,
            "instead": {"method": "sendPhoto", "params": {**params, "protect_content": True}},
        },
    )


def _take_down(unit: Unit, place: marks.Place) -> None:
    """The case belongs to another agency's group now: the old group must not keep it."""
    params = {"chat_id": place.chat_id, "message_id": place.message_id}
    outbox.call(unit, "deleteMessage", params, chat_id=place.chat_id, lane=Lane.NOTICE)


async def put_up_below(unit: Unit, services: Services, case: Case) -> None:
    """The case is to be decided once more: its card comes new, below all others; the former one says so.

    Where another agency decides by now, `put_up` takes the former one down.
    """
    stands = await marks.place_of(unit, slot_of(case))
    if stands is not None and stands.chat_id == await staff_chat(unit, services, case.agency):
        words = services.texts.rich("card-below", number=case.number)
        place = {"chat_id": stands.chat_id, "message_id": stands.message_id}
        params = {**place, "caption": words.text, "caption_entities": list(words.entities)}
        slot = f"former:{case.id}"  # with a slot, one that was deleted meanwhile is no fault
        outbox.call(unit, "editMessageCaption", params, chat_id=stands.chat_id, lane=Lane.NOTICE, slot=slot)
        await marks.empty_slot(unit, slot_of(case))
    await draw(unit, services, case)


async def put_back(unit: Unit, services: Services, slot: str) -> bool:
    """Somebody deleted a card: the case is in the database, so its card is put up again while it is of use."""
    name, _, number = slot.partition(":")
    case = await cases.get(unit, int(number)) if name == "card" else None
    if case is None or case.state not in STANDING:
        return False
    await marks.empty_slot(unit, slot)
    await draw(unit, services, case)
    return True


async def refresh(unit: Unit, services: Services, case: Case) -> None:
    """Bring the words and buttons of a standing card up to date."""
    chat_id = await staff_chat(unit, services, case.agency)
    if chat_id is not None:
        params = await _words(unit, services, case) | {"chat_id": chat_id}
        extra = {"edit": slot_of(case)}
        outbox.call(
            unit,
            "editMessageCaption",
            params,
            chat_id=chat_id,
            lane=Lane.NOTICE,
            slot=slot_of(case),
            extra=extra,
        )


async def _words(unit: Unit, services: Services, case: Case) -> dict[str, object]:
    text = await caption_of(unit, services, case)
    buttons = keyboard_of(services, case)
    return {
        "caption": text.text,
        "caption_entities": list(text.entities),
        "reply_markup": messages.inline(buttons),
    }
