"""What follows when the check of a photo is over?"""

from typing import Any

from delivery import messages
from handlers.context import Context
from handlers.worker.answering import question_now, work_name
from handlers.worker.asking import screen_of
from handlers.worker.collecting import add, check_slot
from registration.questions import BY_KEY, Question
from storage import drafts, files, outbox
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
        names = [page["name"] for page in result.get("pages", [])]
        outbox.job(ctx.unit, "forget_files", {"names": names})
        slot = check_slot(body["draft"], body["question"])
        messages.edit_slot(ctx.unit, ctx.chat_id, slot, ctx.texts.rich("pages-late"))
        return
    if ctx.draft is not None and ctx.draft.id == draft.id:
        ctx.draft = draft
    if result.get("pages"):
        ids = await files.keep(ctx.unit, file.id, result["pages"])
        await add(ctx, draft, question, ids, check_slot(draft.id, question.key))
    else:
        await files.refuse(ctx.unit, file.id)
        await _tell_refusal(ctx, draft, question, result)


async def _tell_refusal(ctx: Context, draft: Draft, question: Question, result: dict[str, Any]) -> None:
    """In the place of "checking"; beside it when other pages of the same document are on their way or kept."""
    code = result.get("refused") or result.get("failed")
    key = code if code in REFUSALS else "other"
    text = ctx.texts.rich(f"photo-{key.replace('_', '-')}")
    now = question_now(ctx, draft) if ctx.draft is not None and ctx.draft.id == draft.id else None
    markup = screen_of(ctx, draft).markup if now is not None and now.key == question.key else None
    alone = not draft.answers.get(work_name(question))
    if alone and not await files.checking(ctx.unit, draft.id, question.key):
        messages.edit_slot(ctx.unit, ctx.chat_id, check_slot(draft.id, question.key), text, markup)
    else:
        messages.send(ctx.unit, ctx.chat_id, text, markup)
