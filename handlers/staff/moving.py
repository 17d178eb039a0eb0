"""How do the open cards of an agency move when another group decides for it: in steps, so that nobody waits?"""

import secrets
from typing import Any

from handlers.context import Services, staff_chats
from handlers.staff import cards, commands
from storage import agencies, cases, inbox, outbox
from storage.database import Unit
from storage.outbox import Lane

_STEP = 20  # cards a transaction


async def begin(unit: Unit, agency: str, left: int | None) -> None:
    """Move the open cards of an agency to its group of now. `left`: the group that decided until now."""
    await _next(unit, {"agency": agency, "left": left, "after": 0, "walk": secrets.token_hex(4)})


async def on_step(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    """Move the next few cards; after the last one the bot leaves a group that decides for nobody any more."""
    found = await agencies.standing(unit, body["agency"], body["after"], _STEP)
    for case_id in found:
        case = await cases.get(unit, case_id)
        if case is not None:
            await cards.resettle(unit, services, case)
    if len(found) == _STEP:
        await _next(unit, body | {"after": found[-1]})
    elif body["left"] is not None and body["left"] not in await staff_chats(unit, services):
        left = body["left"]
        commands.forget(unit, left)
        outbox.call(unit, "leaveChat", {"chat_id": left}, chat_id=left, lane=Lane.NOTICE)


async def _next(unit: Unit, body: dict[str, Any]) -> None:
    await inbox.put_result(unit, f"cards:{body['walk']}:{body['after']}", "move_cards", body)
