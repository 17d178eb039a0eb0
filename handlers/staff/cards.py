"""How does a case become one message in the staff group, and how does that message stay true?"""

from dataclasses import asdict
from typing import Any, Literal

from delivery import messages
from handlers.context import Services, staff_chat
from handlers.staff import doubles, topics
from handlers.staff.caption import caption_of
from handlers.staff.keyboard import keyboard_of
from handlers.staff.pages import is_hidden, pages_of
from handlers.staff.standing import day_of
from registration.lifecycle import DECIDABLE, OVER, State
from storage import alerts, board, cases, marks, outbox, readings
from storage.cases import Case
from storage.database import Unit
from storage.outbox import Lane

# States in which the group still needs to see the case when its message was lost.
STANDING = (*sorted(DECIDABLE), State.SENT_BACK)
ASKED = "asked"


def slot_of(case: Case) -> str:
    """The message that shows a case."""
    return f"card:{case.id}"


async def draw(unit: Unit, services: Services, case: Case, *, why: str = "") -> None:
    """Have the picture of a case drawn; the card is sent, or changed in place, when it is ready.

    `why` is for the record of readings: "put_back", or by itself "new" or "mended". `ASKED`: somebody wants to see it
    below everything else, also when it is over, and its history below it.
    """
    note = services.texts(
        "watermark",
        agency=services.programme.agencies[case.agency].short,
        day=day_of(services, unit.now),
        number=case.number,
    )
    body = {
        "case": case.id,
        "pages": [asdict(page) for page in await pages_of(unit, services, case)],
        "note": note,
        "full": not is_hidden(services, case),
        "why": why or ("mended" if case.changed else "new"),
    }
    outbox.job(unit, "draw_card", body)
    await board.put(unit, case.id, await staff_chat(unit, services, case.agency))


async def close(unit: Unit, services: Services, case: Case) -> None:
    """The case is over: its card keeps what the group must know, and its picture nothing that can be read."""
    _forget(unit, await outbox.drop_pictures(unit, slot_of(case)))
    await refresh(unit, services, case)
    await draw(unit, services, case)


async def not_drawn(unit: Unit, services: Services, body: dict[str, Any]) -> bool:
    """The picture could not be drawn: a grey sheet takes the place of one that must not stay readable.

    False: that sheet is still to come.
    """
    case = await cases.get(unit, body["case"])
    if body["pages"] and case is not None and is_hidden(services, case):
        outbox.job(unit, "draw_card", {**body, "pages": [], "full": False})
        return False
    await alerts.raise_alert(unit, "card_not_drawn", str(body["case"]))
    return True


def _forget(unit: Unit, names: list[str]) -> None:
    if names:
        outbox.job(unit, "forget_files", {"names": names})


async def put_up(unit: Unit, services: Services, body: dict[str, Any]) -> bool:
    """The picture is drawn: into the group with it, if the case still is one that the group may see like this.

    False: it is not, and another picture is to come.
    """
    picture, full = body["result"]["vault"], body.get("full", True)
    case = await cases.get(unit, body["case"])
    chat_id = None if case is None else await staff_chat(unit, services, case.agency)
    if case is None or chat_id is None:
        _forget(unit, [picture])
        if case is not None:
            await board.put(unit, case.id, None)
            await alerts.raise_alert(unit, "no_staff_group", case.agency)
        return True
    if full == is_hidden(services, case):  # decided, or open again, while it was being drawn
        _forget(unit, [picture])
        await draw(unit, services, case, why=body.get("why", ""))
        return False
    if full:
        shown = len(body["pages"]) - body["result"]["missing"]
        await readings.write(unit, case.id, "card", chat_id, why=body.get("why", "new"), pages=shown)
    await _show(unit, services, case, chat_id, picture, asked=body.get("why") == ASKED)
    return True


async def _show(unit: Unit, services: Services, case: Case, chat_id: int, picture: str, *, asked: bool) -> None:
    """Send the card, or put the new picture into the card that stands; `asked`: send it anew."""
    await board.put(unit, case.id, chat_id)
    stands = await marks.place_of(unit, slot_of(case))
    if stands is not None and (asked or stands.chat_id != chat_id):
        await take_down(unit, services, case, stands, to="down" if stands.chat_id == chat_id else "away")
    params = await _words(unit, services, case) | {"chat_id": chat_id}
    extra = {"edit": slot_of(case), "vault": picture, **await topics.topic_for(unit, services, chat_id, case.sector)}
    if asked or case.state not in OVER:  # of a case that is over a card is put up only when somebody asks for it
        extra["instead"] = {"method": "sendPhoto", "params": {**params, "protect_content": True}}
    outbox.call(
        unit,
        "editMessageMedia",
        params,
        chat_id=chat_id,
        lane=Lane.NOTICE,
        slot=slot_of(case),
        extra=extra,
    )


async def take_down(
    unit: Unit, services: Services, case: Case, place: marks.Place, *, to: Literal["down", "away"] = "away"
) -> None:
    """The case stands elsewhere now: farther `down`, or `away` from where this card is.

    What Telegram does not let us delete (two days old, no right) says so at least.
    """
    # A picture that was still to go into this card would find it gone, and come as a second one.
    _forget(unit, await outbox.drop_pictures(unit, slot_of(case)))
    params = {"chat_id": place.chat_id, "message_id": place.message_id}
    instead = {"method": "editMessageCaption", "params": {**params, "caption": services.texts(f"card-moved-{to}")}}
    extra = {"instead": instead}
    outbox.call(unit, "deleteMessage", params, chat_id=place.chat_id, lane=Lane.NOTICE, extra=extra)
    await marks.empty_slot(unit, slot_of(case))


async def change_topic(unit: Unit, services: Services, before: Case, after: Case) -> None:
    """The line of work has changed: in a group with topics the card goes to another topic, when it is drawn."""
    stands = await marks.place_of(unit, slot_of(after))
    if after.sector != before.sector and stands is not None and await topics.is_forum(unit, stands.chat_id):
        await take_down(unit, services, after, stands)


async def put_up_below(unit: Unit, services: Services, case: Case) -> None:
    """The case is to be decided once more: its card comes new, below all others."""
    stands = await marks.place_of(unit, slot_of(case))
    if stands is not None:
        here = stands.chat_id == await staff_chat(unit, services, case.agency)
        await take_down(unit, services, case, stands, to="down" if here else "away")
    await draw(unit, services, case)


async def put_back(unit: Unit, services: Services, slot: str) -> bool:
    """Somebody deleted a card: the case is in the database, so its card is put up again while it is of use."""
    name, _, number = slot.partition(":")
    case = await cases.get(unit, int(number)) if name == "card" else None
    if case is None or case.state not in STANDING:
        return False
    await marks.empty_slot(unit, slot)
    await draw(unit, services, case, why="put_back")
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
    found = await doubles.of_case(unit, case)
    text = await caption_of(unit, services, case, found)
    buttons = keyboard_of(services, case, has_doubles=bool(found))
    return {
        "caption": text.text,
        "caption_entities": list(text.entities),
        "reply_markup": messages.inline(buttons),
    }
