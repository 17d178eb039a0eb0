"""What follows when the check of a photo is over?"""

from typing import Any

from delivery import messages
from handlers.context import Context
from handlers.worker.answering import question_now, take, without_work
from handlers.worker.asking import screen_of
from handlers.worker.pages import check_slot, running
from registration import flow
from registration.questions import BY_KEY, Question
from storage import drafts, files, outbox
from storage.drafts import Draft

_KNOWN_REFUSALS = {
    "not_a_picture", "too_small", "too_large", "truncated", "animated", "bomb", "timeout", "pdf_locked",
    "pdf_too_long", "pdf_broken", "unsupported", "gone",
}  # fmt: skip


async def on_checked(ctx: Context, body: dict[str, Any]) -> None:
    """The result of `fetch_photo`: keep the pages and go on, or say kindly what to do."""
    result = body["result"]
    names = [page["name"] for page in result.get("pages", [])]
    draft = await drafts.get_open(ctx.unit, body["draft"])
    file = await files.get(ctx.unit, body["file"])
    if draft is None or file is None or file.state != "checking":
        outbox.job(ctx.unit, "forget_files", {"names": names})
        return
    question = BY_KEY[file.question]
    if not names:
        await files.refuse(ctx.unit, file.id)
        _tell_refusal(ctx, draft, question, result)
        return
    ids = await files.keep(ctx.unit, file.id, result["pages"])
    if ctx.draft is None or ctx.draft.id != draft.id:
        ctx.draft = draft
    await _add(ctx, draft, question, ids)


async def _add(ctx: Context, draft: Draft, question: Question, ids: list[int]) -> None:
    work = f"_pages_{question.key}"
    pages = [*draft.answers.get(work, []), *ids][: max(question.most_pages, len(ids))]
    now = question_now(ctx, draft)
    is_current = now is not None and now.key == question.key
    if len(pages) < question.most_pages:
        ctx.draft = await drafts.save(
            ctx.unit,
            draft,
            draft.answers | {work: pages},
            asking=question.key if is_current else draft.asking,
        )
        screen = running(ctx, ctx.draft, question, len(pages))
        slot = check_slot(draft, question.key)
        messages.edit_slot(ctx.unit, ctx.chat_id, slot, screen.text, screen.markup)
        return
    text = ctx.texts.rich("pages-taken", what=ctx.texts(f"q-{question.key}.label"))
    messages.edit_slot(ctx.unit, ctx.chat_id, check_slot(draft, question.key), text)
    if is_current:
        await take(ctx, question, pages)
    else:  # they went on to another question meanwhile: keep the photo, leave them where they are
        answers = without_work(draft.answers, question.key) | {question.key: pages}
        ctx.draft = await drafts.save(ctx.unit, draft, answers, asking=draft.asking)


def _tell_refusal(ctx: Context, draft: Draft, question: Question, result: dict[str, Any]) -> None:
    code = result.get("refused", "network")
    key = code if code in _KNOWN_REFUSALS else "other"
    screen = screen_of(ctx, draft)
    on = flow.current(draft.answers, ctx.programme, draft.asking)
    markup = screen.markup if on is not None and on.key == question.key else None
    text = ctx.texts.rich(f"photo-{key.replace('_', '-')}")
    messages.edit_slot(ctx.unit, ctx.chat_id, check_slot(draft, question.key), text, markup)
