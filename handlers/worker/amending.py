"""How does a worker change what was approved already?"""

from collections.abc import Awaitable, Callable

from handlers.context import Context
from handlers.screens import Screen, show
from handlers.worker import forms, status
from handlers.worker.asking import screen_of
from handlers.worker.home import rows
from handlers.worker.sending import forget
from registration.lifecycle import MOVES
from storage import drafts, files
from storage.cases import Case
from storage.drafts import Draft
from storage.marks import Place


async def _amend(ctx: Context, case_id: int, at: Place | None) -> None:
    """The button "Ubah data": first say that this opens the review again."""
    case = await _own_approved(ctx, case_id, at)
    if case is not None:
        buttons = [*rows(ctx, "status"), *rows(ctx, "amend_yes", about=case.id)]
        show(ctx, Screen(ctx.texts.rich("amend-ask", number=case.number), buttons), at=at)


async def _amend_yes(ctx: Context, case_id: int, at: Place | None) -> None:
    """Open the form with all answers; what is changed is sent, and only then is the case under review again."""
    case = await _own_approved(ctx, case_id, at)
    if case is None:
        return
    draft = await drafts.mending(ctx.unit, case.id)
    if draft is not None and not draft.amends:  # left over from a paper that was to follow
        await _drop(ctx, draft)
        draft = None
    if draft is None:
        draft = await drafts.open_new(
            ctx.unit, ctx.person.id, case.answers, rules_version=case.rules_version, case_id=case.id
        )
    await forms.take_up(ctx, draft)
    show(ctx, screen_of(ctx, draft, ctx.texts.rich("amend-begin")), at=at)


async def _amend_no(ctx: Context, draft_id: int, at: Place | None) -> None:
    """Nothing is to be changed after all: the approval stands as it was."""
    draft = await forms.own(ctx, draft_id)
    if draft is not None and draft.amends:
        await _drop(ctx, draft)
    await status.show_all(ctx, at)


async def _drop(ctx: Context, draft: Draft) -> None:
    """Delete a form with the photos that were sent for it."""
    await forget(ctx, await files.of_drafts(ctx.unit, [draft.id]))
    await drafts.close(ctx.unit, draft, "deleted")
    if ctx.draft is not None and ctx.draft.id == draft.id:
        await forms.put_aside(ctx)


async def _own_approved(ctx: Context, case_id: int, at: Place | None) -> Case | None:
    case = await status.own_case(ctx, case_id)
    if case is None or case.state not in MOVES["amend"].sources:
        show(ctx, Screen(ctx.texts.rich("mend-too-late"), rows(ctx, "status")), at=at)
        return None
    return case


ACTS: dict[str, Callable[[Context, int, Place | None], Awaitable[None]]] = {
    "amend": _amend,
    "amend_yes": _amend_yes,
    "amend_no": _amend_no,
}
