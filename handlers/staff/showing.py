"""How is one case shown when an officer asks for it: its card put up again, its history below?"""

from delivery import messages
from handlers.context import Services
from handlers.staff import cards
from handlers.staff.orders import Order, case_meant, is_ours, say
from storage import cases
from storage.cases import Case
from storage.database import Unit


async def show(unit: Unit, services: Services, order: Order) -> None:
    """/kasus NUMBER, or as a reply to a message about the case."""
    meant = await case_meant(unit, services, order)
    if meant is not None:
        await _put_up(unit, services, meant[0])


async def open_case(unit: Unit, services: Services, order: Order) -> None:
    """A number among the buttons of the queue or of a search."""
    case = await cases.get(unit, order.case)
    if case is None:
        say(unit, services, order, "desk-unknown")
    elif await is_ours(unit, services, order, case):
        await _put_up(unit, services, case)
        messages.answer_press(unit, order.callback, services.texts("desk-comes", number=case.number))


async def _put_up(unit: Unit, services: Services, case: Case) -> None:
    """The picture is drawn anew; when it is ready, the old card goes, and card and history come (handlers/results)."""
    await cards.draw(unit, services, case, why=cards.ASKED)
