"""Who handles the result of which job? A new kind of job is one row here."""

from collections.abc import Awaitable, Callable
from typing import Any

from handlers import expiry, groups, patience, promotion
from handlers.broadcasts import desk as broadcasts
from handlers.broadcasts import running
from handlers.context import Context, Services
from handlers.staff import (
    binding,
    board,
    cards,
    charts,
    comparing,
    desk,
    exporting,
    late,
    letters,
    likeness,
    moving,
    pausing,
    reach,
    reopening,
    review,
    summary,
    supervisors,
    told,
    topics,
    viewing,
)
from handlers.worker import checked
from storage import people
from storage.database import Unit

Result = Callable[[Unit, Services, dict[str, Any]], Awaitable[None]]


async def _photo_checked(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    person, draft = await people.meet(unit, body["telegram_id"])
    await checked.on_checked(Context(unit, services, person, draft), body)


async def _card_drawn(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    settled = await (cards.put_up if "vault" in body["result"] else cards.not_drawn)(unit, services, body)
    if settled and body.get("why") == cards.ASKED:
        await told.put_below(unit, services, body["case"])


async def _member_checked(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    if "press" in body:
        await review.on_member_checked(unit, services, body)
    elif "order" in body:
        await desk.on_member_checked(unit, services, body)
    else:
        await supervisors.on_checked(unit, services, body, WISHES)


async def _fill_board(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    await board.fill(unit, services, body["chat_id"])


async def _nothing(_unit: Unit, _services: Services, _body: dict[str, Any]) -> None:
    """The work itself was all."""


# What an administrator may wish; what a new module wishes is one more table here.
WISHES: dict[str, supervisors.Do] = {
    **binding.WISHES,
    **broadcasts.WISHES,
    **reach.WISHES,
    **exporting.WISHES,
    **reopening.WISHES,
}
RESULTS: dict[str, Result] = {
    "fetch_photo": _photo_checked,
    "draw_card": _card_drawn,
    "read_letters": letters.on_read,
    "draw_pages": viewing.on_drawn,
    "draw_pair": comparing.on_drawn,
    "pages_unsent": viewing.on_unsent,
    "list_unsent": exporting.on_unsent,
    "write_list": exporting.on_written,
    "check_member": _member_checked,
    "draw_chart": charts.on_drawn,
    "place_free": promotion.on_place_free,
    "broadcast_look": running.on_look,
    "fill_board": _fill_board,
    "remind_group": late.on_due,
    "tell_late": patience.on_due,
    "send_summary": summary.on_due,
    "expiry_due": expiry.on_due,
    "forget_files": _nothing,
    "fingerprint_pages": likeness.on_fingerprinted,
    "compare_pages": likeness.on_compared,
    "unreachable": groups.on_unreachable,
    "group_moved": groups.on_group_moved,
    "message_gone": groups.on_message_gone,
    "move_cards": moving.on_step,
    "topics_refused": topics.on_refused,
    "sending_paused": pausing.on_paused,
}
