"""Which of the open forms of a worker is at hand, and how is one taken up or put aside?"""

from handlers.context import Context
from handlers.worker import phone_keyboard
from storage import drafts, people
from storage.drafts import Draft


async def unsent(ctx: Context) -> list[Draft]:
    """The forms of this chat that were begun and not sent, newest first; those that mend a case are not among them."""
    return [draft for draft in await drafts.open_of(ctx.unit, ctx.person.id) if draft.case_id is None]


async def at_hand(ctx: Context) -> Draft | None:
    """The form being filled, else the newest unsent one, else one that mends a case."""
    if ctx.draft is not None:
        return ctx.draft
    still_open = await drafts.open_of(ctx.unit, ctx.person.id)
    return next((draft for draft in still_open if draft.case_id is None), next(iter(still_open), None))


async def own(ctx: Context, draft_id: int) -> Draft | None:
    """The open form of this id, if it is this person's."""
    if ctx.draft is not None and ctx.draft.id == draft_id:
        return ctx.draft
    draft = await drafts.get_open(ctx.unit, draft_id)
    return draft if draft is not None and draft.person_id == ctx.person.id else None


async def take_up(ctx: Context, draft: Draft) -> None:
    """From now on words and photos are meant for this form."""
    if ctx.draft is None or ctx.draft.id != draft.id:
        await people.fill(ctx.unit, ctx.person.id, draft.id)
    ctx.draft = draft


async def put_aside(ctx: Context) -> None:
    """No form is being filled: a word of thanks must not become the answer to a question of another form."""
    if ctx.draft is not None:
        phone_keyboard.take_away(ctx, ctx.draft.answers)
    await people.fill(ctx.unit, ctx.person.id, None)
    ctx.draft = None
