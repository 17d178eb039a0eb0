"""How does a worker ask the staff something: /tanya, about which case, in which words?"""

from dataclasses import asdict, dataclass, replace
from typing import Any

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from delivery import messages
from handlers.callbacks import Ask
from handlers.context import Context
from handlers.filters import Private
from handlers.screens import Button, Screen, button, place_of, show
from handlers.staff import enquiries
from handlers.worker.awaiting import ask_for, go_on, over, way_out, within
from handlers.worker.status import own_case
from locales import Rich
from registration.errors import Invalid
from registration.sectors import BY_KEY, SECTORS
from registration.text import clean_line
from storage import alerts, cases, questions
from storage.cases import Case
from storage.marks import Place
from storage.questions import NewQuestion

router = Router(name="tanya")
router.message.filter(Private())
router.callback_query.filter(Private())
_SHORTEST, _LONGEST = 3, 500
_LONGEST_NAME = 30
_MOST_CASES = 8  # that are offered


@dataclass(frozen=True, slots=True)
class _Asking:
    """A question being put together. Without a case a `sector` says whom to ask ("": not known; None: not asked)."""

    case: int | None = None
    sector: str | None = None
    words: str = ""
    name: str = ""


@router.message(Command("tanya"))
async def on_command(message: Message, command: CommandObject, ctx: Context) -> None:
    """/tanya, or /tanya with the question behind it."""
    if await _is_full(ctx, None):
        return
    asking = _Asking(name=_first_name(message))
    if command.args:
        await ask_for(ctx, "question", **asdict(asking))
        await _take(ctx, asking, command.args)
    else:
        await _next(ctx, asking, None)


async def ask(ctx: Context, _id: int, at: Place | None) -> None:
    """The button "Tanya petugas"."""
    if not await _is_full(ctx, at):
        await _next(ctx, _Asking(), at)


@router.callback_query(Ask.filter())
async def on_choice(press: CallbackQuery, callback_data: Ask, ctx: Context) -> None:
    """About which case, or which line of work. It counts only while a question is being put together."""
    messages.answer_press(ctx.unit, press.id)
    at, awaiting = place_of(press), ctx.person.awaiting
    if awaiting is None or awaiting["what"] != "question":
        go_on(ctx, ctx.texts.rich("ask-over"), at, ways=("ask", "status"))
        return
    asking = _asking(awaiting)
    if callback_data.case:
        asking = replace(asking, case=callback_data.case, sector=None)
    else:
        known = callback_data.sector in BY_KEY
        asking = replace(asking, case=None, sector=callback_data.sector if known else "")
    await _next(ctx, asking, at)


async def take_words(ctx: Context, message: Message, awaiting: dict[str, Any]) -> None:
    """The words of the question. Who sends them in two pieces while we ask what they are about loses neither."""
    await _take(ctx, replace(_asking(awaiting), name=_first_name(message)), message.text or "")


async def _take(ctx: Context, asking: _Asking, text: str) -> None:
    words = within(ctx, f"{asking.words} {text}", _SHORTEST, _LONGEST)
    if words is not None:
        await _next(ctx, replace(asking, words=words), None)


async def _next(ctx: Context, asking: _Asking, at: Place | None) -> None:
    """Ask for what is still missing, or send the question."""
    own = await cases.of_person(ctx.unit, ctx.person.id)
    if asking.case is None and asking.sector is None and len(own) == 1:
        asking = replace(asking, case=own[0].id)
    case = await own_case(ctx, asking.case) if asking.case is not None else None
    if case is None and (asking.sector is None or asking.case is not None):
        await ask_for(ctx, "question", **asdict(replace(asking, case=None)))
        show(ctx, _which(ctx, own), at=at)
    elif not asking.words:
        await ask_for(ctx, "question", **asdict(asking))
        about = _about(ctx, case, asking.sector)
        show(ctx, Screen(ctx.texts.rich("ask-words", about=about, most=str(_LONGEST)), way_out(ctx)), at=at)
    else:
        await over(ctx)
        await _send(ctx, asking, case, at)


def _which(ctx: Context, own: list[Case]) -> Screen:
    """About which case; who has none says the line of work, so that the right agency is asked."""
    choices: list[list[Button]]
    if own:
        choices = [
            [button(ctx.texts("ask-about", number=case.number, name=str(case.answers["name"])[:15]),
                    Ask(case=case.id).pack())]
            for case in own[:_MOST_CASES]
        ]  # fmt: skip
        return Screen(ctx.texts.rich("ask-which-case"), [*choices, *way_out(ctx)])
    choices = [[button(ctx.texts(f"sector-{sector.key}"), Ask(sector=sector.key).pack())] for sector in SECTORS]
    unknown = [button(ctx.texts("ask-unknown"), Ask().pack())]
    return Screen(ctx.texts.rich("ask-which-sector"), [*choices, unknown, *way_out(ctx)])


def _about(ctx: Context, case: Case | None, sector: str | None) -> str:
    if case is not None:
        return case.number
    return ctx.texts(f"sector-{sector}") if sector else ctx.texts("ask-general")


async def _send(ctx: Context, asking: _Asking, case: Case | None, at: Place | None) -> None:
    """Store the question and put it up in the group that answers it."""
    if await _is_full(ctx, at):
        return
    sector = case.sector if case is not None else asking.sector or ""
    agency = case.agency if case is not None else _agency(ctx, sector)
    if await enquiries.group_of(ctx.unit, ctx.services, agency) is None:
        await alerts.raise_alert(ctx.unit, "no_staff_group", agency)
        go_on(ctx, _office(ctx), at)
        return
    name = str(case.answers["name"]) if case is not None else asking.name
    new = NewQuestion(
        ctx.person.id, case.id if case is not None else None, agency, sector, name.split(" ")[0], asking.words
    )
    question = await questions.ask(ctx.unit, new)
    await enquiries.put_up(ctx.unit, ctx.services, question)
    go_on(ctx, ctx.texts.rich("ask-sent", agency=enquiries.agency_name(ctx.services, agency)), at)


def _agency(ctx: Context, sector: str) -> str:
    return next((rules.agency for key, rules in ctx.programme.sectors.items() if key == sector), "")


def _office(ctx: Context) -> Rich:
    return ctx.texts.rich("ask-nobody", office=ctx.programme.office.name)


async def _is_full(ctx: Context, at: Place | None) -> bool:
    """Has this person asked as much as one may? Then they have been told when they may ask again."""
    limits = ctx.programme.questions
    midnight = ctx.programme.day_of(ctx.unit.now)
    if await questions.count_open(ctx.unit, ctx.person.id) >= limits.most_open:
        go_on(ctx, ctx.texts.rich("ask-full-open", most=str(limits.most_open)), at)
    elif await questions.count_since(ctx.unit, ctx.person.id, midnight) >= limits.most_a_day:
        go_on(ctx, ctx.texts.rich("ask-full-today", most=str(limits.most_a_day)), at)
    else:
        return False
    return True


def _asking(awaiting: dict[str, Any]) -> _Asking:
    return _Asking(awaiting["case"], awaiting["sector"], awaiting["words"], awaiting["name"])


def _first_name(message: Message) -> str:
    """The first name, harmless; people write anything into it."""
    name = message.from_user.first_name if message.from_user is not None else ""
    try:
        return clean_line(name[:_LONGEST_NAME], _LONGEST_NAME).split(" ")[0]
    except Invalid:  # composed letters may come apart into more
        return ""
