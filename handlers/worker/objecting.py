"""How does a worker object to a rejection?"""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import Message

from delivery import messages
from handlers import objections
from handlers.context import Context, staff_chat
from handlers.screens import Screen, show
from handlers.staff import cards, topics
from handlers.staff.reopening import open_again
from handlers.worker.awaiting import ask_for, go_on, over, way_out, within
from handlers.worker.home import rows
from handlers.worker.moment import day
from handlers.worker.status import own_case
from registration.lifecycle import MOVES, Actor
from storage import cases
from storage.cases import Case
from storage.marks import Place
from storage.outbox import Lane

_SHORTEST, _LONGEST = 10, 500


async def _object(ctx: Context, case_id: int, at: Place | None) -> None:
    """The button "Ajukan keberatan": ask for the reason. The notice that carries the button stays as it is."""
    case = await own_case(ctx, case_id)
    ends = await objections.until(ctx.unit, ctx.services, case) if case is not None else None
    if case is None or ends is None:
        await _refuse(ctx, case)
        return
    await ask_for(ctx, "objection", case=case.id)
    text = ctx.texts.rich("object-ask", number=case.number, until=day(ctx, ends), most=str(_LONGEST))
    show(ctx, Screen(text, way_out(ctx)))


async def _refuse(ctx: Context, case: Case | None) -> None:
    steps = await cases.history(ctx.unit, case.id) if case is not None else []
    once = objections.raised(steps) is not None
    text = ctx.texts.rich("object-once" if once else "object-too-late")
    show(ctx, Screen(text, rows(ctx, "status") if once else rows(ctx, "ask", "register", "status")))


async def take_words(ctx: Context, message: Message, awaiting: dict[str, Any]) -> None:
    """The reason has come: the case is looked at once more, by somebody else."""
    case = await own_case(ctx, awaiting["case"])
    if case is None or await objections.until(ctx.unit, ctx.services, case) is None:
        await over(ctx)
        await _refuse(ctx, case)
        return
    words = within(ctx, message.text or "", _SHORTEST, _LONGEST)
    if words is None:
        return
    await over(ctx)
    await _move(ctx, case, words)
    agency = ctx.programme.agencies[case.agency].name
    go_on(ctx, ctx.texts.rich("object-sent", number=case.number, agency=agency))


async def _move(ctx: Context, case: Case, words: str) -> None:
    move, worker = MOVES["object"], ctx.person.telegram_id
    moved = await open_again(ctx.unit, case, move, Actor.WORKER, worker, {"note": words})
    chat_id = await staff_chat(ctx.unit, ctx.services, case.agency)
    if chat_id is not None:  # in full: on a card it may have to be cut
        text = ctx.texts.rich("objection-for-staff", number=case.number, words=words)
        topic = await topics.topic_for(ctx.unit, ctx.services, chat_id, case.sector)
        messages.send(ctx.unit, chat_id, text, lane=Lane.NOTICE, topic=topic, protect=True)
    await cards.put_up_below(ctx.unit, ctx.services, moved)


ACTS: dict[str, Callable[[Context, int, Place | None], Awaitable[None]]] = {"object": _object}
