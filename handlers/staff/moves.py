"""How does an officer's decision move a case: row, history, the worker's notice, the card, in one transaction?"""

from typing import Any

from delivery import messages
from handlers import notices, places
from handlers.context import Services
from handlers.staff import board, cards
from handlers.staff.press import Allowed
from handlers.staff.standing import free_at
from registration.lifecycle import ACCEPTED, LIVE, MOVES, OPEN, OVER, Actor, State, after
from storage import cases, people
from storage.cases import Case
from storage.database import Unit
from storage.drafts import Overtaken


async def move(
    unit: Unit,
    services: Services,
    granted: Allowed,
    name: str,
    *,
    note: dict[str, Any] | None = None,
    **values: Any,
) -> Case:
    """Move a case along the table; `values` are further columns. Raises `NotAllowed`, and `Overtaken` for a retry."""
    case = granted.case
    target = after(MOVES[name], case.state, Actor.OFFICER)
    live = case.unique and target in LIVE
    # What was shown to another agency decides nothing here; a second approval is given by who has seen the first.
    again = target not in OPEN or name in {"pass_on", "first_approve"}
    moved = await cases.change(unit, case, state=target, next_revision=again, nik_live=live, **values)
    if moved is None:
        raise Overtaken
    if target in ACCEPTED and not case.unique:
        # The other registration may have been rejected meanwhile: then this one now keeps the NIK to itself.
        await cases.mend_nik(unit, moved, str(moved.answers["nik"]))
    await cases.write_history(
        unit, case.id, name, (case.state, target), actor=Actor.OFFICER, actor_id=granted.press.user_id, note=note
    )
    if target not in LIVE:
        await places.give_back(unit, moved, granted.press.user_id)
    if MOVES[name].notice:
        await notices.decided(unit, services, moved, name, note or {})
    await _confirm(unit, services, granted, name, moved)
    await (cards.close if target in OVER else cards.refresh)(unit, services, moved)
    if case.state in OPEN and again:
        await board.fill(unit, services, granted.press.chat_id)
    return moved


async def work_on(unit: Unit, services: Services, granted: Allowed, review: dict[str, Any]) -> None:
    """Store a step of the review and show it on the card."""
    after = await cases.change(unit, granted.case, next_revision=False, review=review)
    if after is None:
        raise Overtaken
    messages.answer_press(unit, granted.press.callback)
    await cards.refresh(unit, services, after)


async def _confirm(unit: Unit, services: Services, granted: Allowed, name: str, moved: Case) -> None:
    """Tell the officer that it is stored; honest about a worker who cannot hear of it now."""
    key = f"press-ok-{name.replace('_', '-')}"
    person = await people.by_id(unit, granted.case.person_id)
    if MOVES[name].notice and person.unreachable:
        key = "press-ok-unreachable"
    place = await places.waiting_number(unit, services, moved) if moved.state == State.WAITLISTED else ""
    messages.answer_press(unit, granted.press.callback, services.texts(key, place=place))


def has_lapsed(unit: Unit, services: Services, case: Case) -> bool:
    """Has the officer who took the case let its time run out?"""
    free = free_at(services, case)
    return free is not None and unit.now >= free


async def lapse(unit: Unit, case: Case) -> Case:
    """The time of a claim has run out: the case is everybody's again, before the next officer's press counts."""
    target = after(MOVES["lapse"], case.state, Actor.TIME)
    freed = await cases.change(
        unit, case, state=target, next_revision=False, officer_id=None, claimed_at=None, review={}
    )
    if freed is None:
        raise Overtaken
    await cases.write_history(unit, case.id, "lapse", (case.state, target), actor=Actor.TIME, actor_id=None)
    return freed
