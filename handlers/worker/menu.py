"""What does each button of the menu do? Those that end a form name it, so that an old one ends no newer form."""

from collections.abc import Awaitable, Callable

from handlers.context import Context
from handlers.screens import Screen, show
from handlers.worker import amending, awaiting, consent, forms, objecting, status, tanya, terms, wishes
from handlers.worker.answering import go_on
from handlers.worker.asking import screen_of
from handlers.worker.home import help_screen, nothing_open, office_screen, resume_screen, rows
from handlers.worker.sending import forget
from registration.sectors import BY_KEY as SECTORS
from storage import cases, drafts, files
from storage.drafts import Draft
from storage.marks import Place

Act = Callable[[Context, int, Place | None], Awaitable[None]]


async def register(ctx: Context, _id: int, at: Place | None) -> None:
    """Begin a form, unless one is open; nothing is asked before consent."""
    draft = await forms.at_hand(ctx)
    if draft is not None:
        show(ctx, resume_screen(ctx, draft), at=at)
    else:
        await _begin(ctx, at)


async def _register_other(ctx: Context, _id: int, at: Place | None) -> None:
    """Beside a case that waits to be mended; a second form is never begun while one is not sent."""
    begun = await forms.unsent(ctx)
    if begun:
        show(ctx, resume_screen(ctx, begun[0]), at=at)
    else:
        await _begin(ctx, at)


async def _begin(ctx: Context, at: Place | None) -> None:
    if not await consent.given(ctx):
        consent.ask(ctx, at)
        return
    rules = ctx.programme.version
    draft = await drafts.open_new(ctx.unit, ctx.person.id, await _known_sector(ctx), rules_version=rules)
    await forms.take_up(ctx, draft)
    show(ctx, screen_of(ctx, draft), at=at)


async def _known_sector(ctx: Context) -> dict[str, str]:
    """A deep link tells the sector of the first person registered; the next may do other work."""
    first = ctx.person.source in SECTORS and not await cases.of_person(ctx.unit, ctx.person.id)
    return {"sector": ctx.person.source} if first else {}


async def _agree(ctx: Context, _id: int, at: Place | None) -> None:
    if not await consent.given(ctx):
        await consent.keep(ctx, agreed=True)
    if await forms.at_hand(ctx) is not None:
        await _resume(ctx, 0, at)
    else:
        await _begin(ctx, at)


async def _disagree(ctx: Context, _id: int, at: Place | None) -> None:
    """Who has begun a form already is asked first: without consent it cannot be kept."""
    begun = await forms.unsent(ctx)
    if begun:
        text = ctx.texts.rich("consent-withdraw-ask")
        show(ctx, Screen(text, rows(ctx, "resume", "disagree_yes", about=begun[0].id)), at=at)
    else:
        await consent.refuse(ctx, at)


async def _disagree_yes(ctx: Context, draft_id: int, at: Place | None) -> None:
    draft = await _unsent(ctx, draft_id)
    if draft is None:
        show(ctx, nothing_open(ctx), at=at)
        return
    await _drop(ctx, draft)
    await consent.refuse(ctx, at)


async def _resume(ctx: Context, draft_id: int, at: Place | None) -> None:
    draft = await forms.own(ctx, draft_id) if draft_id else await forms.at_hand(ctx)
    if draft is None:
        show(ctx, nothing_open(ctx), at=at)
    elif draft.case_id is None and not await consent.given(ctx):
        consent.ask(ctx, at)
    else:
        await forms.take_up(ctx, draft)
        await go_on(ctx, draft.answers, asking=draft.asking, at=at)


async def _restart(ctx: Context, draft_id: int, at: Place | None) -> None:
    await _ask_first(ctx, draft_id, at, "restart")


async def _delete(ctx: Context, draft_id: int, at: Place | None) -> None:
    await _ask_first(ctx, draft_id, at, "delete")


async def _ask_first(ctx: Context, draft_id: int, at: Place | None, act: str) -> None:
    draft = await _unsent(ctx, draft_id)
    if draft is None:
        show(ctx, nothing_open(ctx), at=at)
    else:
        show(ctx, Screen(ctx.texts.rich(f"{act}-ask"), rows(ctx, "resume", f"{act}_yes", about=draft.id)), at=at)


async def _restart_yes(ctx: Context, draft_id: int, at: Place | None) -> None:
    draft = await _unsent(ctx, draft_id)
    if draft is None:
        await register(ctx, 0, at)
    else:
        await _drop(ctx, draft)
        await _begin(ctx, at)


async def _delete_yes(ctx: Context, draft_id: int, at: Place | None) -> None:
    draft = await _unsent(ctx, draft_id)
    if draft is None:
        show(ctx, nothing_open(ctx), at=at)
    else:
        await _drop(ctx, draft)
        show(ctx, Screen(ctx.texts.rich("deleted"), rows(ctx, "register", "status", "help")), at=at)


async def _unsent(ctx: Context, draft_id: int) -> Draft | None:
    """The form of this id if it is this person's and makes a new case; a form that mends one is left in peace."""
    draft = await forms.own(ctx, draft_id)
    return draft if draft is not None and draft.case_id is None else None


async def _drop(ctx: Context, draft: Draft) -> None:
    """Delete a form with its photos."""
    await forget(ctx, await files.of_drafts(ctx.unit, [draft.id]))
    await drafts.close(ctx.unit, draft, "deleted")
    if ctx.draft is None or ctx.draft.id == draft.id:
        await forms.put_aside(ctx)


async def _later(ctx: Context, _id: int, at: Place | None) -> None:
    await forms.put_aside(ctx)
    show(ctx, Screen(ctx.texts.rich("cancel-kept"), rows(ctx, "resume")), at=at)


async def _help(ctx: Context, _id: int, at: Place | None) -> None:
    show(ctx, help_screen(ctx, await forms.at_hand(ctx)), at=at)


async def _office(ctx: Context, _id: int, at: Place | None) -> None:
    """Where one can ask or register in person; a form that is open stays."""
    show(ctx, office_screen(ctx, await forms.at_hand(ctx)), at=at)


async def _status(ctx: Context, _id: int, at: Place | None) -> None:
    await status.show_all(ctx, at)


ACTS: dict[str, Act] = {
    "register": register,
    "register_other": _register_other,
    "agree": _agree,
    "disagree": _disagree,
    "disagree_yes": _disagree_yes,
    "resume": _resume,
    "restart": _restart,
    "restart_yes": _restart_yes,
    "delete": _delete,
    "delete_yes": _delete_yes,
    "later": _later,
    "help": _help,
    "status": _status,
    "ask": tanya.ask,
    "never_mind": awaiting.never_mind,
    "terms": terms.begin,
    "office": _office,
    **status.ACTS,
    **objecting.ACTS,
    **amending.ACTS,
    **wishes.ACTS,
}
