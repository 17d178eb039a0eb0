"""Who handles the result of which job? A new kind of job is one row here."""

from collections.abc import Awaitable, Callable
from typing import Any

from handlers import groups
from handlers.context import Context, Services
from handlers.staff import cards, likeness, review
from handlers.worker import checked
from storage import alerts, people
from storage.database import Unit

Result = Callable[[Unit, Services, dict[str, Any]], Awaitable[None]]


async def _photo_checked(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    person, draft = await people.meet(unit, body["telegram_id"])
    await checked.on_checked(Context(unit, services, person, draft), body)


async def _card_drawn(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    if "vault" not in body["result"]:
        await alerts.raise_alert(unit, "card_not_drawn", str(body["case"]))
        return
    await cards.put_up(unit, services, body["case"], body["result"]["vault"])


async def _nothing(_unit: Unit, _services: Services, _body: dict[str, Any]) -> None:
    """The work itself was all."""


RESULTS: dict[str, Result] = {
    "fetch_photo": _photo_checked,
    "draw_card": _card_drawn,
    "check_member": review.on_member_checked,
    "forget_files": _nothing,
    "fingerprint_pages": likeness.on_fingerprinted,
    "compare_pages": likeness.on_compared,
    "unreachable": groups.on_unreachable,
    "group_moved": groups.on_group_moved,
    "message_gone": groups.on_message_gone,
}
