"""How is a case that lies with the wrong agency passed on, so that both groups see where it went?"""

from delivery import messages
from handlers.context import Services, staff_chat
from handlers.staff import board
from handlers.staff.moves import move, work_on
from handlers.staff.press import Allowed, answer
from handlers.staff.standing import agency_name, day_and_clock
from storage.database import Unit
from storage.outbox import Lane


async def choose(unit: Unit, services: Services, granted: Allowed) -> None:
    """The officer has named an agency; it is asked once more, because the card leaves the group."""
    if await _can_take(unit, services, granted, granted.press.value):
        await work_on(unit, services, granted, granted.case.review | {"step": "agency_sure", "to": granted.press.value})


async def _can_take(unit: Unit, services: Services, granted: Allowed, agency: str) -> bool:
    """Is there such an agency, another one, with a group that would see the case? If not, the officer is told."""
    if agency not in services.programme.agencies or agency == granted.case.agency:
        answer(unit, services, granted.press, "press-card-old")
        return False
    if await staff_chat(unit, services, agency) is None:
        name = services.programme.agencies[agency].short
        answer(unit, services, granted.press, "press-agency-no-group", agency=name)
        return False
    return True


async def confirm(unit: Unit, services: Services, granted: Allowed) -> None:
    """The case is the other agency's now: free for its officers, in its group, with the history so far."""
    case, press = granted.case, granted.press
    target = str(case.review.get("to", ""))
    if not await _can_take(unit, services, granted, target):
        return
    note = {"from": case.agency, "to": target}
    after = await move(
        unit, services, granted, "pass_on", note=note, agency=target, officer_id=None, claimed_at=None, review={}
    )
    if await staff_chat(unit, services, target) != press.chat_id:
        text = services.texts.rich(
            "passed-on",
            number=case.number,
            agency=agency_name(services, target),
            officer=granted.officer.name,
            at=day_and_clock(services, unit.now),
        )
        messages.send(unit, press.chat_id, text, lane=Lane.NOTICE, reply_to=press.message_id)
    await board.bring(unit, services, after)
