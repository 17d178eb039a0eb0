"""What do presses and replies in a staff group do?"""

from aiogram import Router
from aiogram.types import CallbackQuery, InaccessibleMessage, Message

from delivery import messages
from handlers.callbacks import Review
from handlers.context import Services
from handlers.filters import StaffGroup
from handlers.screens import place_of
from handlers.staff import actions, cards, topics
from handlers.staff.press import Press, check, member_checked
from registration.errors import Invalid
from registration.lifecycle import ACCEPTED, State
from registration.reasons import MOST_NOTE
from registration.text import clean_line
from storage import cases, marks, officers
from storage.cases import Case
from storage.database import Unit

router = Router(name="review")
router.message.filter(StaffGroup())
_NOBODYS = ACCEPTED | {State.OBJECTED}  # decided once: any supervisor may go on with them


@router.callback_query(Review.filter())
async def on_press(press: CallbackQuery, callback_data: Review, unit: Unit, services: Services) -> None:
    """A button of a card, pressed anywhere by anyone."""
    place = place_of(press)
    if place is None:
        await _on_lost_card(press, unit, services)
        return
    await carry_on(unit, services, Press.of(press.id, place, press.from_user.id, callback_data))


async def _on_lost_card(press: CallbackQuery, unit: Unit, services: Services) -> None:
    """Telegram gives only the shell of a message that was deleted: if it was the card of a case, put it up again."""
    shell, key = press.message, "press-card-old"
    if isinstance(shell, InaccessibleMessage):
        slot = await marks.slot_at(unit, shell.chat.id, shell.message_id)
        if slot is not None and await cards.put_back(unit, services, slot):
            key = "press-card-again"
    messages.answer_press(unit, press.id, services.texts(key), alert=True)


async def carry_on(unit: Unit, services: Services, press: Press) -> None:
    """Check a press and carry it out."""
    granted = await check(unit, services, press)
    if granted is not None:
        await actions.carry_out(unit, services, granted)


async def on_member_checked(unit: Unit, services: Services, body: dict[str, object]) -> None:
    """Telegram has told who the presser is: go on with the press that waited."""
    press = await member_checked(unit, services, body)
    if press is not None:
        await carry_on(unit, services, press)


@router.message()
async def on_message(message: Message, unit: Unit, services: Services) -> None:
    """A message in the group: only a reply to our question for a free text concerns us."""
    await topics.look_at(unit, message.chat)
    asked = message.reply_to_message
    slot = await marks.slot_at(unit, message.chat.id, asked.message_id) if asked else None
    if slot is None or not slot.startswith("reply:"):
        return
    _, case_id, officer_id = slot.split(":")
    if message.sender_chat is not None or message.from_user is None:
        _say(unit, services, message, "reply-anonymous")
        return
    if message.from_user.id != int(officer_id):
        _say(unit, services, message, "reply-not-yours")
        return
    # Who writes in the group is in the group: as good as asking Telegram.
    await officers.wrote(unit, message.chat.id, message.from_user.id, message.from_user.full_name)
    case = await cases.get(unit, int(case_id))
    if case is None or not _may_note(case, message.from_user.id):
        _say(unit, services, message, "reply-too-late")
    elif await _take(unit, services, message, case):
        await marks.empty_slot(unit, slot)


def _may_note(case: Case, officer_id: int) -> bool:
    has_it = case.state in _NOBODYS or (case.state == State.CLAIMED and case.officer_id == officer_id)
    return has_it and case.review.get("step") == "reasons"


async def _take(unit: Unit, services: Services, message: Message, case: Case) -> bool:
    """Put the officer's words on the card; False when they have to write again."""
    try:
        text = clean_line(message.text or "", longest=MOST_NOTE)
    except Invalid:
        _say(unit, services, message, "reply-too-long", most=str(MOST_NOTE))
        return False
    if not text:
        _say(unit, services, message, "reply-not-text")
        return False
    await actions.take_note(unit, services, case, text)
    _say(unit, services, message, "reply-taken")
    return True


def _say(unit: Unit, services: Services, message: Message, key: str, **values: str) -> None:
    messages.send(unit, message.chat.id, services.texts.rich(key, **values), reply_to=message.message_id)
