"""How does a worker come in, agree, begin, go on, and leave?"""

from aiogram import Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from delivery import messages
from handlers.callbacks import Menu
from handlers.context import Context
from handlers.filters import Private
from handlers.screens import Button, Screen, button, place_of, show
from handlers.worker import status
from handlers.worker.answering import go_on
from handlers.worker.asking import screen_of
from handlers.worker.moment import dates_text
from handlers.worker.sending import forget
from registration.sectors import BY_KEY as SECTORS
from storage import consents, drafts, files, people
from storage.drafts import Draft
from storage.marks import Place

router = Router(name="start")
router.message.filter(Private())
router.callback_query.filter(Private())


@router.message(CommandStart())
async def on_start(message: Message, command: CommandObject, ctx: Context) -> None:
    """/start, also from a deep link that names a sector."""
    if command.args and command.args in SECTORS and not ctx.person.source:
        await people.came_from(ctx.unit, ctx.person.telegram_id, command.args)
    if ctx.draft is not None:
        show(ctx, resume_screen(ctx, ctx.draft))
    else:
        show(ctx, welcome(ctx))


@router.message(Command("daftar"))
async def on_register(message: Message, ctx: Context) -> None:
    """/daftar"""
    await register(ctx, None)


@router.message(Command("bantuan", "help"))
async def on_help(message: Message, ctx: Context) -> None:
    """/bantuan"""
    show(ctx, help_screen(ctx))


@router.message(Command("batal", "cancel"))
async def on_cancel(message: Message, ctx: Context) -> None:
    """/batal never deletes by itself: it asks."""
    if ctx.draft is None:
        show(ctx, Screen(ctx.texts.rich("cancel-nothing"), welcome(ctx).buttons))
        return
    rows = [_row(ctx, "resume"), _row(ctx, "later"), _row(ctx, "delete")]
    show(ctx, Screen(ctx.texts.rich("cancel-ask"), rows))


@router.callback_query(Menu.filter())
async def on_menu(press: CallbackQuery, callback_data: Menu, ctx: Context) -> None:
    """A button of the menu."""
    act = callback_data.act
    at = place_of(press)
    messages.answer_press(ctx.unit, press.id)
    if act in ACTS:
        await ACTS[act](ctx, at)
    elif act in status.ACTS:
        await status.ACTS[act](ctx, callback_data.id, at)
    else:
        show(ctx, welcome(ctx), at=at)


def welcome(ctx: Context) -> Screen:
    """Who this is, that it is free, what is needed, and three big buttons."""
    text = ctx.texts.rich("welcome", programme=ctx.programme.name, dates=dates_text(ctx))
    return Screen(text, [_row(ctx, "register"), _row(ctx, "status"), _row(ctx, "help")])


def help_screen(ctx: Context) -> Screen:
    """Where help is, in the bot and outside it."""
    office = ctx.programme.office
    text = ctx.texts.rich(
        "help",
        office=office.name,
        address=", ".join(part for part in (office.address, office.floor) if part),
        centre=ctx.programme.contact.call_centre,
    )
    rows = [_row(ctx, "resume")] if ctx.draft else [_row(ctx, "register")]
    return Screen(text, [*rows, _row(ctx, "status")])


def resume_screen(ctx: Context, draft: Draft) -> Screen:
    """A form is open: go on, begin anew, or delete. A case that was sent back can only be mended or left."""
    if draft.case_id is not None:
        text = ctx.texts.rich("resume-mend")
        return Screen(text, [_row(ctx, "resume"), _row(ctx, "register_other")])
    name = str(draft.answers.get("name", ""))
    text = ctx.texts.rich("resume-named", name=name) if name else ctx.texts.rich("resume")
    return Screen(text, [_row(ctx, "resume"), _row(ctx, "restart"), _row(ctx, "delete")])


async def register(ctx: Context, at: Place | None) -> None:
    """Begin a form, unless one is open; nothing is asked before consent."""
    if ctx.draft is not None:
        show(ctx, resume_screen(ctx, ctx.draft), at=at)
    else:
        await _begin(ctx, at)


async def _begin(ctx: Context, at: Place | None) -> None:
    if not await consents.has_agreed(ctx.unit, ctx.person.id, ctx.programme.consent.version):
        show(ctx, _consent_screen(ctx), at=at)
        return
    asked_sector = {"sector": ctx.person.source} if ctx.person.source in SECTORS else {}
    rules = ctx.programme.version
    ctx.draft = await drafts.open_new(ctx.unit, ctx.person.id, asked_sector, rules_version=rules)
    await people.fill(ctx.unit, ctx.person.id, ctx.draft.id)
    show(ctx, screen_of(ctx, ctx.draft), at=at)


def _consent_screen(ctx: Context) -> Screen:
    consent = ctx.programme.consent
    text = ctx.texts.rich(
        "consent",
        controller=consent.controller,
        months=str(consent.retention_months),
        officer=consent.data_officer,
    )
    return Screen(text, [_row(ctx, "agree"), _row(ctx, "disagree")])


async def _agree(ctx: Context, at: Place | None) -> None:
    if not await consents.has_agreed(ctx.unit, ctx.person.id, ctx.programme.consent.version):
        await _keep_consent(ctx, agreed=True)
    await register(ctx, at)


async def _disagree(ctx: Context, at: Place | None) -> None:
    await _keep_consent(ctx, agreed=False)
    office = ctx.programme.office
    text = ctx.texts.rich("consent-refused", office=office.name)
    show(ctx, Screen(text, [_row(ctx, "register")]), at=at)


async def _keep_consent(ctx: Context, *, agreed: bool) -> None:
    version = ctx.programme.consent.version
    await consents.keep(ctx.unit, ctx.person.id, version, chat_id=ctx.chat_id, agreed=agreed)


async def _resume(ctx: Context, at: Place | None) -> None:
    if ctx.draft is None:
        show(ctx, Screen(ctx.texts.rich("cancel-nothing"), welcome(ctx).buttons), at=at)
        return
    await go_on(ctx, ctx.draft.answers, asking=ctx.draft.asking, at=at)


async def _restart(ctx: Context, at: Place | None) -> None:
    show(ctx, Screen(ctx.texts.rich("restart-ask"), [_row(ctx, "resume"), _row(ctx, "restart_yes")]), at=at)


async def _delete(ctx: Context, at: Place | None) -> None:
    show(ctx, Screen(ctx.texts.rich("delete-ask"), [_row(ctx, "resume"), _row(ctx, "delete_yes")]), at=at)


async def _restart_yes(ctx: Context, at: Place | None) -> None:
    if await _drop(ctx):
        await _begin(ctx, at)
    else:
        await register(ctx, at)


async def _delete_yes(ctx: Context, at: Place | None) -> None:
    dropped = await _drop(ctx)
    text = ctx.texts.rich("deleted" if dropped else "cancel-nothing")
    show(ctx, Screen(text, welcome(ctx).buttons), at=at)


async def _drop(ctx: Context) -> bool:
    """Delete the form with its photos; a form that mends a case is left in peace."""
    draft = ctx.draft
    if draft is None or draft.case_id is not None:
        return False
    await forget(ctx, await files.of_drafts(ctx.unit, [draft.id]))
    await drafts.close(ctx.unit, draft, "deleted")
    await people.fill(ctx.unit, ctx.person.id, None)
    ctx.draft = None
    return True


async def _later(ctx: Context, at: Place | None) -> None:
    show(ctx, Screen(ctx.texts.rich("cancel-kept"), [_row(ctx, "resume")]), at=at)


async def _help(ctx: Context, at: Place | None) -> None:
    show(ctx, help_screen(ctx), at=at)


async def _status(ctx: Context, at: Place | None) -> None:
    await status.show_all(ctx, at)


def _row(ctx: Context, act: str) -> list[Button]:
    return [button(ctx.texts(f"button-{act.replace('_', '-')}"), Menu(act=act).pack())]


ACTS = {
    "register": register,
    "register_other": _begin,
    "agree": _agree,
    "disagree": _disagree,
    "resume": _resume,
    "restart": _restart,
    "restart_yes": _restart_yes,
    "delete": _delete,
    "delete_yes": _delete_yes,
    "later": _later,
    "help": _help,
    "status": _status,
}
