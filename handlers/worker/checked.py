"""What follows when the check of a photo is over?"""

from typing import Any

from delivery import messages
from handlers.context import Context
from handlers.worker import coaching
from handlers.worker.answering import work_name
from handlers.worker.asking import screen_of
from handlers.worker.collecting import add, check_slot, is_asked, store
from handlers.worker.reading import with_reading
from locales import Rich
from registration.questions import BY_KEY, Question
from storage import drafts, files, outbox, page_numbers
from storage.drafts import Draft

REFUSALS = frozenset({
    "not_a_picture", "too_small", "too_large", "truncated", "animated", "bomb", "timeout", "pdf_locked",
    "pdf_too_long", "pdf_broken", "unsupported", "gone", "network",
})  # fmt: skip


async def on_checked(ctx: Context, body: dict[str, Any]) -> None:
    """The result of `fetch_photo`: keep the pages and go on, or say kindly what to do."""
    result = body["result"]
    draft = await drafts.get_open(ctx.unit, body["draft"])
    file = await files.get(ctx.unit, body["file"])
    question = BY_KEY.get(body["question"])
    if draft is None or file is None or file.state != "checking" or question is None:
        await _come_too_late(ctx, body)
        return
    if ctx.draft is not None and ctx.draft.id == draft.id:
        ctx.draft = draft
    if result.get("pages"):
        ids = await files.keep(ctx.unit, file.id, result["pages"])
        if "read" in result:
            await page_numbers.write(ctx.unit, file.id, result.get("numbers", {}))
            draft = await store(ctx, draft, with_reading(draft, file.id, result), draft.asking)
        await add(ctx, draft, question, ids, check_slot(draft.id, question.key))
        return
    await files.refuse(ctx.unit, file.id)
    if result.get("advice"):
        await _send_back(ctx, draft, question, result)
    else:
        code = result.get("refused") or result.get("failed")
        key = code if code in REFUSALS else "other"
        await _tell(ctx, draft, question, ctx.texts.rich(f"photo-{key.replace('_', '-')}"))


async def _come_too_late(ctx: Context, body: dict[str, Any]) -> None:
    """The form is gone, or has got this photo already: what was made of it is forgotten."""
    result = body["result"]
    names = [page["name"] for page in result.get("pages", [])]
    outbox.job(ctx.unit, "forget_files", {"names": [*names, *filter(None, [result.get("tip")])]})
    slot = check_slot(body["draft"], body["question"])
    messages.edit_slot(ctx.unit, ctx.chat_id, slot, ctx.texts.rich("pages-late"))


async def _send_back(ctx: Context, draft: Draft, question: Question, result: dict[str, Any]) -> None:
    """The coach has advice: the worker sees what is wrong and how it goes right."""
    draft = await store(ctx, draft, coaching.counted(draft, question), draft.asking)
    last = coaching.times(draft, question) >= coaching.MOST_TIMES
    text = coaching.advice_text(ctx.texts, result["advice"], last=last)
    await _tell(ctx, draft, question, text, result.get("tip"))


async def _tell(ctx: Context, draft: Draft, question: Question, text: Rich, picture: str | None = None) -> None:
    """In the place of "checking"; beside it when other pages of the same document are on their way or kept."""
    markup = screen_of(ctx, draft).markup if is_asked(ctx, draft, question) else None
    pages_kept = draft.answers.get(work_name(question))
    beside = bool(pages_kept or await files.checking(ctx.unit, draft.id, question.key))
    slot = check_slot(draft.id, question.key)
    if picture is not None:
        messages.show_picture(ctx.unit, ctx.chat_id, slot, picture, text, markup, beside=beside)
    elif beside:
        messages.send(ctx.unit, ctx.chat_id, text, markup)
    else:
        messages.edit_slot(ctx.unit, ctx.chat_id, slot, text, markup)
