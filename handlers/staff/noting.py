"""How does an officer write something down for the others, that the worker never reads?"""

from handlers.context import Services
from handlers.staff import cards
from handlers.staff.orders import Order, case_meant, is_own, say
from registration.errors import Invalid
from registration.lifecycle import Actor
from registration.reasons import MOST_NOTE
from registration.text import clean_line
from storage import cases
from storage.database import Unit


async def write_down(unit: Unit, services: Services, order: Order) -> None:
    """/catatan NUMBER WORDS, or /catatan WORDS as a reply to a message about the case."""
    meant = await case_meant(unit, services, order)
    if meant is None:
        return
    case, words = meant
    try:
        text = clean_line(words, longest=MOST_NOTE)
    except Invalid:
        say(unit, services, order, "note-too-long", most=MOST_NOTE)
        return
    if not text:
        say(unit, services, order, "note-empty", number=case.number)
    elif not await is_own(unit, services, order, case):
        states, note = (case.state, case.state), {"text": text}
        await cases.write_history(unit, case.id, "note", states, actor=Actor.OFFICER, actor_id=order.user_id, note=note)
        await cards.refresh(unit, services, case)
        say(unit, services, order, "note-taken", number=case.number)
