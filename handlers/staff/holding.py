"""How is a case put aside until a day, so that the queue shows it again by itself?"""

from datetime import date, timedelta

from delivery import messages
from handlers.callbacks import Desk
from handlers.context import Services
from handlers.screens import Button, button
from handlers.staff import board, cards
from handlers.staff.moves import has_lapsed, lapse
from handlers.staff.orders import Order, case_meant, is_ours, is_own, reply, say
from handlers.staff.standing import officer_name, today
from handlers.worker.moment import in_words
from locales import Rich
from registration.dates import split_day_ahead
from registration.errors import Invalid
from registration.lifecycle import MOVES, OPEN, Actor, after
from registration.reasons import MOST_NOTE
from registration.text import clean_line
from storage import cases
from storage.cases import Case
from storage.database import Unit
from storage.drafts import Overtaken

_MOST_DAYS = 60
_CHOICES = (1, 3, 7)  # days, as buttons


async def hold(unit: Unit, services: Services, order: Order) -> None:
    """/tunda NUMBER DAY REASON, or as a reply to a message about the case. Without a day it is asked for by buttons."""
    meant = await case_meant(unit, services, order)
    if meant is None:
        return
    case, words = meant
    if not await _may_hold(unit, services, order, case):
        return
    if not words:
        reply(unit, order, services.texts.rich("hold-ask", number=case.number), _choices(services, case))
        return
    try:
        until, why = split_day_ahead(words, today(unit, services), _MOST_DAYS)
        why = clean_line(why, longest=MOST_NOTE)
    except Invalid as problem:
        reply(unit, order, services.texts.rich(f"invalid-{problem.code}", **problem.details), _choices(services, case))
        return
    text = await _put_aside(unit, services, order, case, until, why)
    reply(unit, order, text, slot=f"held:{case.id}")


async def hold_days(unit: Unit, services: Services, order: Order) -> None:
    """A press on a number of days."""
    case = await cases.get(unit, order.case)
    days = int(order.words) if order.words.isdecimal() else 0
    if case is None or not 0 < days <= _MOST_DAYS:
        say(unit, services, order, "desk-unknown")
        return
    if not await is_ours(unit, services, order, case) or not await _may_hold(unit, services, order, case):
        return
    until = today(unit, services) + timedelta(days=days)
    text = await _put_aside(unit, services, order, case, until, "")
    messages.edit(unit, order.place, text, slot=f"held:{case.id}")
    messages.answer_press(unit, order.callback, services.texts("press-ok-hold"))


async def _may_hold(unit: Unit, services: Services, order: Order, case: Case) -> bool:
    """Is the case still open, not the officer's own, and in nobody else's hands? If not, the officer is told."""
    if case.state not in OPEN:
        say(unit, services, order, "hold-not-open", number=case.number)
        return False
    if case.officer_id not in {None, order.user_id} and not has_lapsed(unit, services, case):
        holder = await officer_name(unit, services, case.officer_id)
        say(unit, services, order, "press-changed-claimed", officer=holder)
        return False
    return not await is_own(unit, services, order, case)


async def _put_aside(unit: Unit, services: Services, order: Order, case: Case, until: date, why: str) -> Rich:
    """Put the case aside; the words that say so. Who has it gives it back by that: anybody may take it up again."""
    if case.officer_id not in {None, order.user_id}:
        case = await lapse(unit, case)
    target = after(MOVES["hold"], case.state, Actor.OFFICER)
    held = await cases.change(
        unit, case, state=target, next_revision=False, hold_until=until, officer_id=None, claimed_at=None, review={}
    )
    if held is None:
        raise Overtaken
    note = {"until": until.isoformat()} | ({"text": why} if why else {})
    await cases.write_history(
        unit, case.id, "hold", (case.state, target), actor=Actor.OFFICER, actor_id=order.user_id, note=note
    )
    await cards.refresh(unit, services, held)
    await board.fill(unit, services, order.chat_id)
    officer = await officer_name(unit, services, order.user_id)
    text = services.texts.rich("hold-done", number=case.number, until=in_words(until), officer=officer)
    return text if why else text + Rich("\n") + services.texts.rich("hold-why")


def _choices(services: Services, case: Case) -> messages.Markup:
    buttons: list[Button] = [
        button(services.texts("hold-days", days=days), Desk(act="hold", id=case.id, value=str(days)).pack())
        for days in _CHOICES
    ]
    return messages.inline([buttons])
