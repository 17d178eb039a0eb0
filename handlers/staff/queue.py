"""Which cases wait, the oldest first, ten on a page, and who has them?"""

from delivery import messages
from handlers.callbacks import Desk
from handlers.context import Services, agencies_of
from handlers.screens import Button, button, in_columns
from handlers.staff import second
from handlers.staff.counting import age, counted
from handlers.staff.moves import has_lapsed
from handlers.staff.orders import Order, reply
from handlers.staff.standing import officer_name, today
from handlers.worker.moment import in_words
from locales import Rich
from registration.lifecycle import State
from storage import waiting
from storage.cases import Case
from storage.database import Unit
from storage.waiting import Line

_PAGE = 10


async def show(unit: Unit, services: Services, order: Order) -> None:
    """/antrian: the first page."""
    text, rows = await _page(unit, services, await _line(unit, services, order, held=False), after=0)
    reply(unit, order, text, messages.inline(rows))


async def turn(unit: Unit, services: Services, order: Order) -> None:
    """A press below the queue: on ("after"), back ("before"), or to the other queue ("held", "free")."""
    held = order.words.startswith("held")
    line = await _line(unit, services, order, held=held)
    back = order.words.endswith("before")
    text, rows = await _page(unit, services, line, after=order.case, before=order.case if back else None)
    messages.edit(unit, order.place, text, messages.inline(rows))
    messages.answer_press(unit, order.callback)


async def _line(unit: Unit, services: Services, order: Order, *, held: bool) -> Line:
    return Line(await agencies_of(unit, services, order.chat_id), today(unit, services), held)


async def _page(
    unit: Unit, services: Services, line: Line, *, after: int, before: int | None = None
) -> tuple[Rich, list[list[Button]]]:
    """Words and buttons of a page. One more case is asked for, to know whether the queue goes on."""
    found = await waiting.page(unit, line, _PAGE + 1, after=after, before=before)
    if before is not None and len(found) <= _PAGE:  # back at the head, which may have moved since
        after, before = 0, None
        found = await waiting.page(unit, line, _PAGE + 1)
    shown = found[:_PAGE] if before is None else found[-_PAGE:]
    older, newer = after > 0 or before is not None, before is not None or len(found) > _PAGE
    return await _words(unit, services, line, shown), await _buttons(unit, services, line, shown, older, newer)


async def _words(unit: Unit, services: Services, line: Line, shown: list[Case]) -> Rich:
    count = await waiting.count(unit, line)
    name = "held" if line.held else "free"
    if not count:
        return services.texts.rich(f"queue-{name}-empty")
    text = services.texts.rich(f"queue-{name}-head", count=counted(services, count))
    for case in shown:
        text += Rich("\n") + await _entry(unit, services, line, case)
    return text


async def _entry(unit: Unit, services: Services, line: Line, case: Case) -> Rich:
    if line.held and case.hold_until is not None:
        state = services.texts("queue-held", until=in_words(case.hold_until))
    elif case.state == State.CLAIMED and not has_lapsed(unit, services, case):
        state = services.texts("queue-claimed", officer=await officer_name(unit, services, case.officer_id))
    elif case.state == State.OBJECTED:
        state = services.texts("queue-objected")
    elif await second.waited_for(unit, services, case):
        state = services.texts("queue-second")
    else:
        state = services.texts("queue-waiting")
    return services.texts.rich(
        "queue-line",
        number=case.number,
        sector=services.texts(f"sector-{case.sector}"),
        age=age(services, (unit.now - case.sent_at).total_seconds()),
        state=state,
    )


async def _buttons(
    unit: Unit, services: Services, line: Line, shown: list[Case], older: bool, newer: bool
) -> list[list[Button]]:
    name = "held" if line.held else "free"
    rows = in_columns([open_button(case) for case in shown], 2)
    steps = []
    if older and shown:
        steps.append(button("◀", Desk(act="queue", id=shown[0].id, value=f"{name}_before").pack()))
    if newer and shown:
        steps.append(button("▶", Desk(act="queue", id=shown[-1].id, value=f"{name}_after").pack()))
    other = Line(line.agencies, line.today, not line.held)
    if line.held:
        rows += [steps, [button(services.texts("queue-to-free"), Desk(act="queue", value="free_after").pack())]]
    elif count := await waiting.count(unit, other):
        label = services.texts("queue-to-held", count=counted(services, count))
        rows += [steps, [button(label, Desk(act="queue", value="held_after").pack())]]
    else:
        rows.append(steps)
    return [row for row in rows if row]


def open_button(case: Case) -> Button:
    """A button that shows a case."""
    return button(case.number, Desk(act="open", id=case.id).pack())
