"""How does a worker see how far a case is, and what can be done about it?"""

from collections.abc import Awaitable, Callable

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from handlers import objections, places
from handlers.callbacks import Menu
from handlers.context import Context, staff_chat
from handlers.filters import Private
from handlers.screens import Button, Screen, button, show
from handlers.staff import board, cards
from handlers.worker import forms
from handlers.worker.asking import BLANK, screen_of
from handlers.worker.moment import day
from handlers.worker.queued import queued
from locales import Rich
from registration import case_number
from registration.errors import Invalid
from registration.lifecycle import ACCEPTED, MOVES, OPEN, State
from registration.questions import BY_KEY, Kind
from storage import cases, drafts
from storage.cases import Case
from storage.drafts import Overtaken
from storage.marks import Place

# What officers do among themselves (take, release) is not told.
_NOT_TOLD = {"claim", "first_approve", "free", "hold", "lapse", "pass_on", "release"}
router = Router(name="status")
router.message.filter(Private())


@router.message(Command("status"))
async def on_status(message: Message, command: CommandObject, ctx: Context) -> None:
    """/status, or /status NUMBER: only cases that were sent from this very chat are told of."""
    if not command.args:
        await show_all(ctx, None)
        return
    try:
        number = case_number.parse(command.args, ctx.programme.case_prefix)
    except Invalid as problem:
        show(ctx, Screen(ctx.texts.rich(f"invalid-{problem.code}", **problem.details)))
        return
    case = await cases.by_number(ctx.unit, number)
    if case is None or case.person_id != ctx.person.id:
        show(ctx, Screen(ctx.texts.rich("status-not-here", number=number)))
        return
    show(ctx, Screen(await _told(ctx, case), await _buttons(ctx, case)))


async def show_all(ctx: Context, at: Place | None) -> None:
    """Every case of this chat, newest first, and the form that is open."""
    own = await cases.of_person(ctx.unit, ctx.person.id)
    begun = await forms.unsent(ctx)
    if not own and not begun:
        show(ctx, Screen(ctx.texts.rich("status-none"), [[_menu(ctx, "register")]]), at=at)
        return
    text = ctx.texts.rich("status-head")
    rows: list[list[Button]] = []
    for case in own[:5]:
        text += BLANK + await _told(ctx, case)
        rows += await _buttons(ctx, case)
    if begun:
        text += BLANK + ctx.texts.rich("status-draft")
        rows.append([_menu(ctx, "resume", begun[0].id)])
    rows.append([_menu(ctx, "ask")])
    show(ctx, Screen(text, rows), at=at)


async def _told(ctx: Context, case: Case) -> Rich:
    """The way so far, step by step, and what comes next, in words."""
    name = str(case.answers["name"])
    told = ctx.texts.rich("status-case", number=case.number, name=name)
    for step in await cases.changes(ctx.unit, case.id):
        if step.move not in _NOT_TOLD:
            told += Rich("\n") + ctx.texts.rich(f"way-{step.move.replace('_', '-')}", day=day(ctx, step.at))
    return told + Rich("\n") + await _standing(ctx, case)


async def _standing(ctx: Context, case: Case) -> Rich:
    """Where it stands, with its number in the queue or on the waiting list."""
    values = {"agency": ctx.programme.agencies[case.agency].name, "name": str(case.answers["name"])}
    if case.state == State.WAITLISTED:
        values["place"] = await places.waiting_number(ctx.unit, ctx.services, case)
    text = ctx.texts.rich(f"status-{case.state.replace('_', '-')}", **values)
    if case.state not in {*OPEN, State.SENT_BACK}:
        return text
    return queued(ctx, case) + Rich("\n") + text


async def _buttons(ctx: Context, case: Case) -> list[list[Button]]:
    rows: list[list[Button]] = []
    if case.state == State.SENT_BACK:
        rows.append([_case_button(ctx, "mend", case)])
    if case.state in OPEN and _missing(case):
        rows.append([_case_button(ctx, "supply", case)])
    if case.state in MOVES["amend"].sources:
        rows.append([_case_button(ctx, "amend", case)])
    if await objections.until(ctx.unit, ctx.services, case) is not None:
        rows.append([_case_button(ctx, "object", case)])
    if case.state in MOVES["withdraw"].sources:
        rows.append([_case_button(ctx, "withdraw", case)])
    return rows


def _missing(case: Case) -> list[str]:
    """Documents that the worker wanted to send later."""
    return [
        key
        for key, value in case.answers.items()
        if key in BY_KEY and BY_KEY[key].kind is Kind.PAGES and isinstance(value, str)
    ]


async def own_case(ctx: Context, case_id: int) -> Case | None:
    """The case of this id, if it was sent from this chat."""
    case = await cases.get(ctx.unit, case_id)
    return case if case is not None and case.person_id == ctx.person.id else None


async def _mend(ctx: Context, case_id: int, at: Place | None) -> None:
    case = await own_case(ctx, case_id)
    draft = await drafts.mending(ctx.unit, case_id) if case is not None else None
    if draft is None:
        show(ctx, Screen(ctx.texts.rich("mend-too-late"), [[_menu(ctx, "status")]]), at=at)
        return
    await forms.take_up(ctx, draft)
    show(ctx, screen_of(ctx, draft, ctx.texts.rich("mend-begin")))


async def _supply(ctx: Context, case_id: int, at: Place | None) -> None:
    case = await own_case(ctx, case_id)
    if case is None or case.state not in OPEN or not _missing(case):
        show(ctx, Screen(ctx.texts.rich("mend-too-late"), [[_menu(ctx, "status")]]), at=at)
        return
    draft = await drafts.mending(ctx.unit, case_id)
    if draft is None:
        only = _missing(case)
        kept = {key: value for key, value in case.answers.items() if key not in only}
        draft = await drafts.open_new(
            ctx.unit, ctx.person.id, kept, rules_version=case.rules_version, case_id=case.id, only=only
        )
    await forms.take_up(ctx, draft)
    show(ctx, screen_of(ctx, draft))


async def _withdraw(ctx: Context, case_id: int, at: Place | None) -> None:
    case = await own_case(ctx, case_id)
    if case is None or case.state not in MOVES["withdraw"].sources:
        await show_all(ctx, at)
        return
    rows = [[_menu(ctx, "status")], [_case_button(ctx, "withdraw_yes", case)]]
    question = "withdraw-ask-place" if case.state in ACCEPTED else "withdraw-ask"
    show(ctx, Screen(ctx.texts.rich(question, number=case.number), rows), at=at)


async def _withdraw_yes(ctx: Context, case_id: int, at: Place | None) -> None:
    case = await own_case(ctx, case_id)
    move = MOVES["withdraw"]
    if case is None or case.state not in move.sources:
        await show_all(ctx, at)
        return
    after = await cases.change(ctx.unit, case, state=State.WITHDRAWN, nik_live=False, review={})
    if after is None:
        raise Overtaken
    await cases.write_history(
        ctx.unit, case.id, move.name, (case.state, after.state), actor="worker",
        actor_id=ctx.person.telegram_id,
    )  # fmt: skip
    await places.give_back(ctx.unit, after, ctx.person.telegram_id)
    await end_mending(ctx, case)
    await cards.close(ctx.unit, ctx.services, after)
    if case.state in OPEN and (chat_id := await staff_chat(ctx.unit, ctx.services, case.agency)) is not None:
        await board.fill(ctx.unit, ctx.services, chat_id)
    show(ctx, Screen(ctx.texts.rich("withdrawn", number=case.number), [[_menu(ctx, "register")]]), at=at)


async def end_mending(ctx: Context, case: Case) -> None:
    """The form that mends a case is of no use any more."""
    draft = await drafts.mending(ctx.unit, case.id)
    if draft is not None:
        await drafts.close(ctx.unit, draft, "deleted")
        if ctx.draft is not None and ctx.draft.id == draft.id:
            await forms.put_aside(ctx)


def _menu(ctx: Context, act: str, about: int = 0) -> Button:
    return button(ctx.texts(f"button-{act}"), Menu(act=act, id=about).pack())


def _case_button(ctx: Context, act: str, case: Case) -> Button:
    label = ctx.texts(f"button-{act.replace('_', '-')}", number=case.number)
    return button(label, Menu(act=act, id=case.id).pack())


ACTS: dict[str, Callable[[Context, int, Place | None], Awaitable[None]]] = {
    "mend": _mend,
    "supply": _supply,
    "withdraw": _withdraw,
    "withdraw_yes": _withdraw_yes,
}
