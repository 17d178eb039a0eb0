"""What happens to a photo or a file that a worker sends?"""

from aiogram import Router
from aiogram.types import CallbackQuery, Document, Message, PhotoSize

from delivery import messages
from handlers.context import Context
from handlers.filters import Filling, Private
from handlers.screens import show
from handlers.worker import coaching
from handlers.worker.answering import question_now, work_name
from handlers.worker.asking import screen_of
from handlers.worker.collecting import add, check_slot
from registration.questions import Kind, Question
from storage import files, outbox
from storage.drafts import Draft

router = Router(name="pages")
router.message.filter(Private(), Filling())


class HasFile(Private):
    """A photo or a document."""

    async def __call__(self, event: Message | CallbackQuery) -> bool:
        return isinstance(event, Message) and bool(event.photo or event.document)


@router.message(HasFile())
async def on_file(message: Message, ctx: Context) -> None:
    """Each photo goes its own way, album or not: kept by its own id, checked by a job, counted when it comes back."""
    draft = ctx.draft
    sent = message.photo[-1] if message.photo else message.document
    if draft is None or sent is None:
        return
    question = question_now(ctx, draft)
    if question is None or question.kind is not Kind.PAGES:
        _not_wanted(ctx, message, draft)
        return
    under_way = await files.checking(ctx.unit, draft.id, question.key)
    if under_way + len(draft.answers.get(work_name(question), [])) >= question.most_pages:
        _too_many(ctx, message, question)
        return
    forwarded = message.forward_origin is not None
    file_id = await files.expect(ctx.unit, draft.id, question.key, sent.file_unique_id, forwarded=forwarded)
    if file_id is None:
        await _known_already(ctx, draft, question, sent.file_unique_id)
        return
    if not under_way:  # one message for all photos that are being checked together
        slot = check_slot(draft.id, question.key)
        messages.send(ctx.unit, ctx.chat_id, ctx.texts.rich("pages-checking"), slot=slot)
    _have_checked(ctx, draft, question, sent, file_id)


def _have_checked(ctx: Context, draft: Draft, question: Question, sent: PhotoSize | Document, file_id: int) -> None:
    job = {
        "file": file_id,
        "draft": draft.id,
        "question": question.key,
        "telegram_id": ctx.person.telegram_id,
        "telegram_file": sent.file_id,
        "bytes": sent.file_size or 0,
        "takes_pdf": question.takes_pdf,
        "looks": question.looks,
        "lenient": coaching.times(draft, question) >= coaching.MOST_TIMES,
        "today": ctx.today.isoformat(),
    }
    outbox.job(ctx.unit, "fetch_photo", job)


async def _known_already(ctx: Context, draft: Draft, question: Question, unique_id: str) -> None:
    """This very photo came before: counted once, but taken up again when another had taken its place."""
    kept = [
        file.id
        for file in await files.of_drafts(ctx.unit, [draft.id])
        if (file.question, file.unique_id, file.state) == (question.key, unique_id, "kept")
    ]
    if not kept or set(kept) & set(draft.answers.get(work_name(question), [])):
        messages.send(ctx.unit, ctx.chat_id, ctx.texts.rich("pages-same"))
    else:
        await add(ctx, draft, question, kept, None)


def _too_many(ctx: Context, message: Message, question: Question) -> None:
    """Said once an album."""
    key = f"too-many:{ctx.person.id}:{message.media_group_id or message.message_id}"
    text = ctx.texts.rich("pages-too-many", most=question.most_pages)
    messages.send(ctx.unit, ctx.chat_id, text, key=key)


def _not_wanted(ctx: Context, message: Message, draft: Draft) -> None:
    """A photo where none was asked for, often the rest of an album: say it once an album."""
    if message.media_group_id is None:
        show(ctx, screen_of(ctx, draft, ctx.texts.rich("hint-photo-not-now")))
        return
    key = f"not-now:{ctx.person.id}:{message.media_group_id}"
    messages.send(ctx.unit, ctx.chat_id, ctx.texts.rich("hint-photo-not-now"), key=key)
