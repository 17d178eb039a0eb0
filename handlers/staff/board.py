"""How do a group's officers always have the oldest cases before them, and never more cards than they can look at?

At most `most_cards` open cases have a card by themselves. The others stand in the queue: one line in the group tells
how many. A case that is decided, put aside or gone makes room, and the oldest without a card comes by itself.
"""

from dataclasses import dataclass

from delivery import messages
from handlers.callbacks import Desk
from handlers.context import Services, agencies_of, staff_chat
from handlers.screens import button
from handlers.staff import cards
from handlers.staff.counting import counted
from handlers.staff.orders import Order, say
from handlers.staff.standing import day_and_clock, today
from registration.lifecycle import OPEN
from storage import alerts, board, marks, overtaken, waiting
from storage.cases import Case
from storage.database import Unit
from storage.outbox import Lane
from storage.waiting import Line


@dataclass(frozen=True, slots=True)
class _Queue:
    """What stands behind the cards of a group: for how many there is room, how many are left, the oldest of them."""

    line: Line
    room: int
    left: int
    first: Case | None


async def _queue(unit: Unit, services: Services, chat_id: int) -> _Queue:
    line = Line(await agencies_of(unit, services, chat_id), today(unit, services))
    carded = await board.carded(unit, line, chat_id)
    first = next(iter(await board.without_card(unit, line, chat_id, 1)), None)
    left = 0 if first is None else await waiting.count(unit, line) - carded
    return _Queue(line, services.programme.review.most_cards - carded, left, first)


async def bring(unit: Unit, services: Services, case: Case) -> None:
    """An open case has come to its group, or its answers have changed there: its card, as soon as it has room.

    A card that stands there already is drawn anew in its place; one that stands elsewhere is taken away. A case that
    waits for its worker comes when it is answered.
    """
    chat_id = await staff_chat(unit, services, case.agency)
    stands = await marks.place_of(unit, cards.slot_of(case))
    if stands is not None and stands.chat_id != chat_id:
        await cards.take_down(unit, services, case, stands)
    if case.card_chat not in {None, chat_id}:
        await board.put(unit, case.id, None)
    if chat_id is None:
        await alerts.raise_alert(unit, "no_staff_group", case.agency)
    elif case.card_chat == chat_id or (stands is not None and stands.chat_id == chat_id):
        await cards.draw(unit, services, case)
    elif case.state in OPEN:
        await fill(unit, services, chat_id)


async def fill(unit: Unit, services: Services, chat_id: int) -> None:
    """Put up the oldest cases without a card while there is room, and tell how many are left."""
    queue = await _queue(unit, services, chat_id)
    if queue.room > 0 and queue.first is not None:
        for case in await board.without_card(unit, queue.line, chat_id, queue.room):
            await cards.draw(unit, services, case)
    await _tell(unit, services, chat_id)


async def is_behind(unit: Unit, services: Services, chat_id: int) -> bool:
    """Is there room for a card that nobody has put up, or is the line not true any more?"""
    queue = await _queue(unit, services, chat_id)
    return (queue.room > 0 and queue.first is not None) or await _said(unit, chat_id) != _to_say(queue)


async def give_next(unit: Unit, services: Services, order: Order) -> None:
    """A press on "Berikutnya": the oldest case without a card, though all places are taken."""
    first = (await _queue(unit, services, order.chat_id)).first
    if first is None:
        say(unit, services, order, "board-nobody")
    else:
        await cards.draw(unit, services, first)
        messages.answer_press(unit, order.callback, services.texts("desk-comes", number=first.number))
    await _tell(unit, services, order.chat_id)


async def _tell(unit: Unit, services: Services, chat_id: int) -> None:
    """Bring the one line up to date. Where nobody ever had to wait there is none."""
    queue = await _queue(unit, services, chat_id)
    if await _said(unit, chat_id) == _to_say(queue):
        return
    text, markup = services.texts.rich("board-empty"), None
    if queue.first is not None:
        since = day_and_clock(services, queue.first.sent_at)
        text = services.texts.rich("board-line", count=counted(services, queue.left), since=since)
        markup = messages.inline([[button(services.texts("board-next"), Desk(act="next").pack())]])
    slot = f"line:{chat_id}"
    await overtaken.drop_edits(unit, slot)
    messages.edit_slot(unit, chat_id, slot, text, markup, lane=Lane.NOTICE)
    for name, value in zip(_names(chat_id), _to_say(queue), strict=True):
        await marks.set_number(unit, name, value)


def _to_say(queue: _Queue) -> tuple[int, int]:
    return queue.left, 0 if queue.first is None else queue.first.id


async def _said(unit: Unit, chat_id: int) -> tuple[int, int]:
    count, first = [await marks.number(unit, name) or 0 for name in _names(chat_id)]
    return count, first


def _names(chat_id: int) -> tuple[str, str]:
    return f"line count {chat_id}", f"line first {chat_id}"
