"""What happens to a photo or a file that a worker sends?"""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from delivery import messages
from handlers.callbacks import Form
from handlers.context import Context
from handlers.filters import Filling, Private
from handlers.screens import Screen, button, show
from handlers.worker.answering import question_now
from handlers.worker.asking import screen_of
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
    if under_way + len(draft.answers.get(f"_pages_{question.key}", [])) >= question.most_pages:
        _too_many(ctx, message, question)
        return
    forwarded = message.forward_origin is not None
    file_id = await files.expect(ctx.unit, draft.id, question.key, sent.file_unique_id, forwarded=forwarded)
    if file_id is None:
        messages.send(ctx.unit, ctx.chat_id, ctx.texts.rich("pages-same"))
        return
    _say_checking(ctx, message, draft, question)
    job = {
        "file": file_id,
        "draft": draft.id,
        "telegram_id": ctx.person.telegram_id,
        "telegram_file": sent.file_id,
        "bytes": sent.file_size or 0,
        "takes_pdf": question.takes_pdf,
    }
    outbox.job(ctx.unit, "fetch_photo", job)


def check_slot(draft: Draft, key: str) -> str:
    """The message that tells how the check of a document is going."""
    return f"check:{draft.id}:{key}"


def _say_checking(ctx: Context, message: Message, draft: Draft, question: Question) -> None:
    """One message an album: the key lets only the first of its photos send it."""
    key = f"checking:{draft.id}:{question.key}:{message.media_group_id or message.message_id}"
    slot = check_slot(draft, question.key)
    messages.send(ctx.unit, ctx.chat_id, ctx.texts.rich("pages-checking"), slot=slot, key=key)


def _too_many(ctx: Context, message: Message, question: Question) -> None:
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


def running(ctx: Context, draft: Draft, question: Question, count: int) -> Screen:
    """ "2 dari 3": how much of a document has come, with the button that ends it."""
    done = Form(act="done", draft=draft.id, question=question.key).pack()
    text = ctx.texts.rich("pages-running", count=str(count), most=str(question.most_pages))
    return Screen(text, [[button(ctx.texts("button-pages-done"), done)]])
