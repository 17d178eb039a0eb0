"""What becomes of a case whose worker does not answer: told twice by day, then over, never without both notices?"""

from datetime import timedelta
from typing import Any

from delivery import messages
from handlers import notices, places
from handlers.callbacks import Menu
from handlers.context import Context, Services
from handlers.screens import button
from handlers.staff import cards
from handlers.staff.standing import today
from handlers.worker.moment import in_words
from handlers.worker.status import end_mending
from registration.deadlines import day_if_told, first_notice_before, is_day, is_over, notice_due
from registration.lifecycle import MOVES, Actor, after
from registration.programme_tables import Expiry
from storage import cases, expiry, inbox, overtaken, people
from storage.cases import Case
from storage.database import Unit
from storage.drafts import Overtaken
from storage.expiry import Waiting
from storage.outbox import Lane

_EXPIRE = MOVES["expire"]
_WORDS = ("expiry-first", "expiry-second")
_LOST = timedelta(days=1)  # a notice that is not there and not under way by then is given again


async def leave_events(unit: Unit, services: Services) -> None:
    """Have every worker told whose notice is due, and every case ended whose time is over; by day alone."""
    if not _is_day(unit, services):
        return
    await expiry.note_arrivals(unit)
    before = first_notice_before(unit.now, _rule(services), services.programme.zone)
    for each in await expiry.waiting(unit, before):
        if _what(unit, services, each) is not None:
            key = f"expiry:{each.case_id}:{len(each.wait.told)}:{today(unit, services)}"
            await inbox.put_result(unit, key, "expiry_due", {"case": each.case_id})


async def on_due(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    """Do what is due about one case, if it still is."""
    await expiry.note_arrivals(unit)
    case = await cases.get(unit, body["case"])
    found = await expiry.waiting(unit, unit.now, case_id=body["case"])
    if case is None or not found or not _is_day(unit, services):
        return
    number = _what(unit, services, found[0])
    if number == len(expiry.KINDS):
        await _end(unit, services, case)
    elif number is not None:
        await _warn(unit, services, case, found[0], number)


def _what(unit: Unit, services: Services, waiting: Waiting) -> int | None:
    """The number of the notice that is due, or the number of notices when all is over; None: nothing."""
    rule, zone, day = _rule(services), services.programme.zone, today(unit, services)
    if is_over(waiting.wait, rule, zone, day):
        return len(expiry.KINDS)
    if waiting.left_at is not None and unit.now < waiting.left_at + _LOST:
        return None
    return notice_due(waiting.wait, rule, zone, day)


async def _warn(unit: Unit, services: Services, case: Case, waiting: Waiting, number: int) -> None:
    """Who cannot be reached is told when they are back; until then nothing ends."""
    person = await people.by_id(unit, case.person_id)
    slot = expiry.slot_of(case, number)
    if person.unreachable or await overtaken.is_on_its_way(unit, slot):
        return
    await expiry.leave(unit, case, number)
    day = day_if_told(waiting.wait, _rule(services), services.programme.zone, unit.now)
    text = services.texts.rich(_WORDS[number], number=case.number, name=str(case.answers["name"]), day=in_words(day))
    states, note = (case.state, case.state), {"until": day.isoformat()}
    await cases.write_history(unit, case.id, "warn", states, actor=Actor.TIME, actor_id=None, note=note)
    label = services.texts("button-mend", number=case.number)
    markup = messages.inline([[button(label, Menu(act="mend", id=case.id).pack())]])
    messages.send(unit, person.telegram_id, text, markup, lane=Lane.NOTICE, slot=slot)


async def _end(unit: Unit, services: Services, case: Case) -> None:
    """The case is over: its NIK is free, its form is gone, its card keeps nothing that can be read.

    A case that was changed after it had been approved, and sent back then, still had its place.
    """
    target = after(_EXPIRE, case.state, Actor.TIME)
    over = await cases.change(unit, case, state=target, nik_live=False)
    if over is None:
        raise Overtaken
    states = (case.state, str(target))
    await cases.write_history(unit, case.id, _EXPIRE.name, states, actor=Actor.TIME, actor_id=None)
    await places.give_back(unit, over, None)
    person = await people.by_id(unit, case.person_id)
    writer, draft = await people.meet(unit, person.telegram_id)
    await end_mending(Context(unit, services, writer, draft), case)
    if person.unreachable:  # looking them up counts as meeting them
        await people.mark_unreachable(unit, person.telegram_id)
    await notices.decided(unit, services, over, _EXPIRE.name, {})
    await cards.close(unit, services, over)


def _is_day(unit: Unit, services: Services) -> bool:
    return is_day(unit.now, services.programme.review.hours, services.programme.zone)


def _rule(services: Services) -> Expiry:
    return services.programme.review.expiry
