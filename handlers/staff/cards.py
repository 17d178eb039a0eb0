"""How does a case become one message in the staff group, and how does that message stay true?"""

from datetime import datetime

from delivery import messages
from handlers.context import Services, staff_chat
from handlers.staff import topics
from handlers.staff.caption import caption_of
from handlers.staff.keyboard import keyboard_of
from registration.lifecycle import OPEN, State
from registration.questions import BY_KEY
from storage import alerts, cases, files, marks, outbox
from storage.cases import Case
from storage.database import Unit
from storage.outbox import Lane

# States in which the group still needs to see the case when its message was lost.
STANDING = (*sorted(OPEN), State.SENT_BACK)


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
        await take_down(unit, case, stands)
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
            **await topics.topic_for(unit, services, chat_id, case.sector),
        },
    )


async def take_down(unit: Unit, case: Case, place: marks.Place) -> None:
    """The case does not belong here any more: the group must not keep its papers."""
    params = {"chat_id": place.chat_id, "message_id": place.message_id}
    outbox.call(unit, "deleteMessage", params, chat_id=place.chat_id, lane=Lane.NOTICE)
    await marks.empty_slot(unit, slot_of(case))


async def resettle(unit: Unit, services: Services, case: Case) -> None:
    """Another agency, or another group, decides on this case: its card leaves the old group for the new one."""
    chat_id = await staff_chat(unit, services, case.agency)
    stands = await marks.place_of(unit, slot_of(case))
    if stands is not None and stands.chat_id != chat_id:
        await take_down(unit, case, stands)
    if chat_id is None:
        await alerts.raise_alert(unit, "no_staff_group", case.agency)
    else:
        await draw(unit, services, case)


async def change_topic(unit: Unit, before: Case, after: Case) -> None:
    """The line of work has changed: in a group with topics the card goes to another topic, when it is drawn."""
    stands = await marks.place_of(unit, slot_of(after))
    if after.sector != before.sector and stands is not None and await topics.is_forum(unit, stands.chat_id):
        await take_down(unit, after, stands)


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
