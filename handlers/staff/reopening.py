"""How does a supervisor open a case again that was refused by mistake, or closed too early?"""

import json
from dataclasses import asdict

from handlers import notices
from handlers.context import Services
from handlers.staff import board, cards
from handlers.staff.orders import Order, case_meant, is_own, say
from handlers.staff.supervisors import Do, Wish, grant
from registration.errors import Invalid
from registration.lifecycle import MOVES, Actor, Move, after
from registration.reasons import MOST_NOTE
from registration.text import clean_line
from storage import cases
from storage.cases import Case
from storage.database import Unit
from storage.drafts import Overtaken

_MOVE = MOVES["reopen"]


async def ask(unit: Unit, services: Services, order: Order) -> None:
    """/buka NUMBER REASON, or /buka REASON as a reply to a message about the case."""
    wish = Wish("reopen", json.dumps(asdict(order)), order.chat_id, order.message_id, order.user_id)
    await grant(unit, services, wish, _reopen)


async def _reopen(unit: Unit, services: Services, wish: Wish) -> None:
    order = Order(**json.loads(wish.value))
    meant = await case_meant(unit, services, order)
    if meant is None:
        return
    case, words = meant
    why = _reason(unit, services, order, case, words)
    if why is None or await is_own(unit, services, order, case):
        return
    if case.state not in _MOVE.sources:
        say(unit, services, order, "reopen-not-closed", number=case.number)
        return
    moved = await open_again(unit, case, _MOVE, Actor.OFFICER, order.user_id, {"text": why})
    await notices.decided(unit, services, moved, _MOVE.name, {})
    await cards.put_up_below(unit, services, moved)
    await board.fill(unit, services, order.chat_id)
    say(unit, services, order, "press-ok-reopen", number=case.number)


def _reason(unit: Unit, services: Services, order: Order, case: Case, words: str) -> str | None:
    """Why, in the supervisor's words; None: they were asked for them."""
    try:
        why = clean_line(words, longest=MOST_NOTE)
    except Invalid:
        say(unit, services, order, "note-too-long", most=MOST_NOTE)
        return None
    if not why:
        say(unit, services, order, "reopen-why", number=case.number)
    return why or None


async def open_again(
    unit: Unit, case: Case, move: Move, actor: Actor, actor_id: int | None, note: dict[str, str]
) -> Case:
    """What was decided is nobody's decision any more, and nobody has the case. Raises `Overtaken` for a retry.

    It keeps the NIK to itself again, unless the same NIK was registered meanwhile: then staff see a possible double.
    """
    target = after(move, case.state, actor)
    moved = await cases.change(unit, case, state=target, officer_id=None, claimed_at=None, decided_at=None, review={})
    if moved is None:
        raise Overtaken
    await cases.mend_nik(unit, moved, str(moved.answers["nik"]))
    states = (case.state, target)
    await cases.write_history(unit, case.id, move.name, states, actor=actor, actor_id=actor_id, note=note)
    return moved


WISHES: dict[str, Do] = {"reopen": _reopen}
