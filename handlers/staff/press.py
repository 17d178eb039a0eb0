"""Who pressed which button of which card, and may they? Every press is checked again, whatever the button says."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from delivery import messages
from handlers.callbacks import Review
from handlers.context import Services, staff_chat
from handlers.staff import cards, members
from handlers.staff.standing import officer_name
from registration.lifecycle import ACCEPTED, DECIDABLE, OPEN, Actor, State
from storage import cases, marks, people
from storage.cases import Case
from storage.database import Unit
from storage.officers import Officer

_PRESSED = {"waitlist": "approve", "first_approve": "approve"}  # where the button has another name than what came of it


@dataclass(frozen=True, slots=True)
class Press:
    """A press of a card's button, free of any library, so that it can wait for a job and go on after it."""

    callback: str
    chat_id: int
    message_id: int
    user_id: int
    act: str
    case: int
    revision: int
    value: str

    @classmethod
    def of(cls, callback: str, place: marks.Place, user_id: int, data: Review) -> "Press":
        """A press as aiogram gives it."""
        return cls(
            callback,
            place.chat_id,
            place.message_id,
            user_id,
            data.act,
            data.case,
            data.revision,
            data.value,
        )


@dataclass(frozen=True, slots=True)
class Allowed:
    """A press that may be carried out: by whom, on which case."""

    press: Press
    officer: Officer
    case: Case


def answer(unit: Unit, services: Services, press: Press, key: str, **values: str) -> None:
    """Tell the presser, and end the spinner."""
    messages.answer_press(unit, press.callback, services.texts(key, **values), alert=True)


async def check(unit: Unit, services: Services, press: Press) -> Allowed | None:
    """May this press be carried out? If not, the presser has been told why, or Telegram is being asked who they are."""
    case = await cases.get(unit, press.case)
    if case is None or not await _is_standing_card(unit, services, press, case):
        answer(unit, services, press, "press-card-old")
        return None
    # Who decides on an objection depends on a rank, so Telegram is asked at each press.
    anew = case.state == State.OBJECTED
    officer = await members.known(unit, services, press.chat_id, press.user_id, anew=anew)
    if officer is None:
        members.ask(unit, press.chat_id, press.user_id, press=asdict(press))
        return None
    person = await people.by_id(unit, case.person_id)
    if person.telegram_id == press.user_id:
        answer(unit, services, press, "press-own-case")
        return None
    if case.revision != press.revision or case.state not in DECIDABLE | ACCEPTED:
        await tell_changed(unit, services, press, case)
        return None
    return Allowed(press, officer, case)


async def _is_standing_card(unit: Unit, services: Services, press: Press, case: Case) -> bool:
    """Only the one message that shows the case, in the group that decides on it, may decide on it."""
    if press.chat_id != await staff_chat(unit, services, case.agency):
        return False
    place = await marks.place_of(unit, cards.slot_of(case))
    return place == marks.Place(press.chat_id, press.message_id)


async def tell_changed(unit: Unit, services: Services, press: Press, case: Case) -> None:
    """The card was another when it was pressed: say what it is now. The same press sent twice is no fault."""
    steps = await cases.changes(unit, case.id)
    last = steps[-1]
    by_officer = last.actor == Actor.OFFICER
    pressed = press.act.removeprefix("confirm_")
    if by_officer and last.actor_id == press.user_id and pressed in {last.move, _PRESSED.get(last.move)}:
        messages.answer_press(unit, press.callback, services.texts("press-done-already"))
    else:
        key = _changed_how(steps) if case.state in OPEN else f"press-changed-{case.state.replace('_', '-')}"
        officer = await officer_name(unit, services, last.actor_id if by_officer else None)
        answer(unit, services, press, key, officer=officer)
    await cards.refresh(unit, services, case)


def _changed_how(steps: Sequence[cases.Step]) -> str:
    """A case that is open was passed on, approved by a first officer, or changed by its worker in one of three ways."""
    ways = {
        "pass_on": "passed-on",
        "first_approve": "first",
        "mend": "mended",
        "supplement": "mended",
        "amend": "mended",
    }
    return f"press-changed-{next((ways[step.move] for step in reversed(steps) if step.move in ways), 'mended')}"


async def member_checked(unit: Unit, services: Services, body: dict[str, Any]) -> Press | None:
    """The result of `check_member`: the press that may now go on, or None when the person was told why not."""
    press = Press(**body["press"])
    refusal = await members.learn(unit, body)
    if refusal:
        answer(unit, services, press, f"press-{refusal}")
        return None
    return press
