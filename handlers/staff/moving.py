"""How do the open cards and questions of an agency move when another group decides for it?

In steps, so that nobody waits.
"""

import secrets
from dataclasses import replace
from typing import Any

from handlers.broadcasts import granted
from handlers.context import Services, deciding, staff_chats
from handlers.staff import board, commands, enquiries
from registration.broadcasting import SENDING, State
from storage import agencies, alerts, broadcasts, cases, inbox, marks, outbox, questions
from storage.database import Unit
from storage.outbox import Lane

_STEP = 20  # cards a transaction


async def begin(unit: Unit, agency: str, left: int | None) -> None:
    """Move what is open of an agency to its group of now. `left`: the group that decided until now."""
    await _next(unit, {"agency": agency, "left": left, "what": "cards", "after": 0, "walk": secrets.token_hex(4)})


async def on_step(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    """Move the next few; after the last one the bot leaves a group that decides for nobody any more."""
    move = _cards if body["what"] == "cards" else _questions
    found = await move(unit, services, body["agency"], body["after"])
    if len(found) == _STEP:
        await _next(unit, body | {"after": found[-1]})
    elif body["what"] == "cards":
        await _next(unit, body | {"what": "questions", "after": 0})
    elif body["left"] is not None and body["left"] not in await staff_chats(unit, services):
        await _hand_on(unit, services, body["left"])
        await _go(unit, body["left"])


async def _cards(unit: Unit, services: Services, agency: str, after: int) -> list[int]:
    found = await agencies.standing(unit, agency, after, _STEP)
    for case_id in found:
        case = await cases.get(unit, case_id)
        if case is not None:
            await board.bring(unit, services, case)
    return found


async def _questions(unit: Unit, services: Services, agency: str, after: int) -> list[int]:
    found = await questions.open_for(unit, agency, after, _STEP)
    for question in found:
        await enquiries.follow(unit, services, question)
    return [question.id for question in found]


async def _hand_on(unit: Unit, services: Services, chat_id: int) -> None:
    """What a group is still sending to many comes up in another one, or nobody could halt it any more."""
    sending = await broadcasts.of_group(unit, chat_id, SENDING | {State.RECALLING})
    others = [chat for chat in (await deciding(unit, services)).values() if chat is not None]
    if not others:
        return
    for broadcast in sending:
        await marks.empty_slot(unit, broadcast.slot)
        await broadcasts.note(unit, broadcast, chat_id=others[0], thread=None)
        await granted.refresh(unit, services, replace(broadcast, chat_id=others[0]), lane=Lane.NOTICE)


async def _go(unit: Unit, chat_id: int) -> None:
    """Leave a group behind the last card; where we were thrown out before, nothing can be taken away any more."""
    if await alerts.is_open(unit, "group_lost", str(chat_id)):
        await outbox.drop_for(unit, chat_id, "the group decides for nobody now")
        await alerts.settle(unit, "group_lost", str(chat_id))
        await alerts.raise_alert(unit, "cards_left_behind", str(chat_id))
        return
    commands.forget(unit, chat_id)
    outbox.call(unit, "leaveChat", {"chat_id": chat_id}, chat_id=chat_id, lane=Lane.NOTICE)


async def _next(unit: Unit, body: dict[str, Any]) -> None:
    await inbox.put_result(unit, f"{body['what']}:{body['walk']}:{body['after']}", "move_cards", body)
