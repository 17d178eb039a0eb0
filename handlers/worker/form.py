"""What do the buttons and messages of a form do?"""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from delivery import messages
from handlers.callbacks import Form
from handlers.context import Context
from handlers.filters import Filling, Private
from handlers.screens import place_of, show, slot_of
from handlers.worker import forms, reading, sending
from handlers.worker.answering import go_on, question_now, take, take_typed, without_doubt, without_work, work_name
from handlers.worker.asking import change_list, screen_of
from handlers.worker.stopping import stop_of
from handlers.worker.values import option_label
from registration import flow
from registration.errors import Doubtful, Invalid
from registration.questions import BY_KEY, Kind, Question
from storage import drafts, marks, participants
from storage.drafts import Draft
from storage.marks import Place

router = Router(name="form")
router.message.filter(Private(), Filling())
router.callback_query.filter(Private())

_MOMENT = timedelta(seconds=5)
Act = Callable[[Context, Draft, Question, str, Place | None], Awaitable[None]]


@router.callback_query(Form.filter())
async def on_press(press: CallbackQuery, callback_data: Form, ctx: Context) -> None:
    """A button of a form, perhaps an old one: it counts only for the form and the question that are on."""
    draft = await forms.own(ctx, callback_data.draft)
    if draft is None:
        messages.answer_press(ctx.unit, press.id, ctx.texts("press-form-gone"), alert=True)
        return
    await forms.take_up(ctx, draft)
    at = place_of(press)
    if callback_data.act in sending.ACTS:
        messages.answer_press(ctx.unit, press.id)
        await sending.ACTS[callback_data.act](ctx, draft, at)
        return
    question = question_now(ctx, draft)
    if callback_data.act == "edit":
        question = BY_KEY.get(callback_data.question)
    if question is None or question.key != callback_data.question or callback_data.act not in ACTS:
        await _stale(ctx, press, draft, at)
        return
    messages.answer_press(ctx.unit, press.id)
    await ACTS[callback_data.act](ctx, draft, question, callback_data.value, at)


async def _stale(ctx: Context, press: CallbackQuery, draft: Draft, at: Place | None) -> None:
    """An old button: say so, and show where the form is now, unless that is the very message that was pressed."""
    messages.answer_press(ctx.unit, press.id, ctx.texts("press-stale"))
    if at is None or await marks.place_of(ctx.unit, slot_of(ctx)) != at:
        show(ctx, screen_of(ctx, draft))


async def _answer(ctx: Context, draft: Draft, question: Question, value: str, at: Place | None) -> None:
    offered = {option.value for option in question.options(draft.answers, ctx.programme)}
    if value not in offered:
        show(ctx, screen_of(ctx, draft))
    elif question.kind is Kind.CHECK:
        await go_on(ctx, reading.confirmed(draft.answers), at=at)
    elif question.kind is Kind.CHOICE:
        await take(ctx, question, value, at=at)
    else:
        await take(ctx, question, int(value) if question.key == "income" else value, at=at)


async def _skip(ctx: Context, draft: Draft, question: Question, _value: str, at: Place | None) -> None:
    if question.skip is not None:
        await take(ctx, question, question.skip, at=at)


async def _keep(ctx: Context, draft: Draft, question: Question, _value: str, at: Place | None) -> None:
    await go_on(ctx, without_work(draft.answers, question), at=at)


async def _back(ctx: Context, draft: Draft, question: Question, _value: str, at: Place | None) -> None:
    before = flow.previous(draft.answers, ctx.programme, question.key, draft.only)
    answers = without_doubt(draft.answers, question)
    await go_on(ctx, answers, asking=before.key if before else question.key, at=at)


async def _insist(ctx: Context, draft: Draft, question: Question, _value: str, at: Place | None) -> None:
    doubt = draft.answers.get("_doubt")
    if doubt is None or doubt["question"] != question.key:
        show(ctx, screen_of(ctx, draft))
        return
    await take(ctx, question, doubt["value"], at=at, insisted=True)


async def _retype(ctx: Context, draft: Draft, question: Question, _value: str, at: Place | None) -> None:
    await go_on(ctx, without_work(draft.answers, question), asking=question.key, at=at)


async def _done(ctx: Context, draft: Draft, question: Question, _value: str, at: Place | None) -> None:
    pages = draft.answers.get(work_name(question))
    if pages:
        await take(ctx, question, pages, at=at)
    else:
        show(ctx, screen_of(ctx, draft))


async def _edit(ctx: Context, draft: Draft, question: Question, _value: str, at: Place | None) -> None:
    on_path = {each.key for each in flow.path(draft.answers, ctx.programme)}
    if question.key in on_path and (not draft.only or question.key in draft.only):
        await go_on(ctx, draft.answers, asking=question.key, at=at)
    else:
        show(ctx, change_list(ctx, draft), at=at)


async def _guess(ctx: Context, draft: Draft, question: Question, _value: str, at: Place | None) -> None:
    """What the reader was not sure of is right."""
    guess = reading.guess(draft.answers, question)
    if guess is None:
        show(ctx, screen_of(ctx, draft))
    else:
        await take(ctx, question, guess, at=at)


async def _wrong(ctx: Context, draft: Draft, question: Question, _value: str, at: Place | None) -> None:
    """Something that was read from the KTP is wrong: what?"""
    answers = reading.opened(draft.answers) if question.kind is Kind.CHECK else draft.answers
    await go_on(ctx, answers, asking=draft.asking, at=at)


async def _mark(ctx: Context, draft: Draft, question: Question, value: str, at: Place | None) -> None:
    await _tick(ctx, draft, question, value, at, wrong=True)


async def _unmark(ctx: Context, draft: Draft, question: Question, value: str, at: Place | None) -> None:
    await _tick(ctx, draft, question, value, at, wrong=False)


async def _tick(ctx: Context, draft: Draft, question: Question, value: str, at: Place | None, *, wrong: bool) -> None:
    is_check = question.kind is Kind.CHECK
    answers = reading.ticked(draft.answers, value, wrong=wrong) if is_check else draft.answers
    await go_on(ctx, answers, asking=draft.asking, at=at)


ACTS: dict[str, Act] = {
    "answer": _answer,
    "skip": _skip,
    "keep": _keep,
    "back": _back,
    "insist": _insist,
    "retype": _retype,
    "done": _done,
    "edit": _edit,
    "guess": _guess,
    "wrong": _wrong,
    "mark": _mark,
    "unmark": _unmark,
}


class HasWords(Private):
    """A message with text that is no command; a command nobody knows is answered by the fallback."""

    async def __call__(self, event: Message | CallbackQuery) -> bool:
        return isinstance(event, Message) and bool(event.text) and not str(event.text).startswith("/")


class HasContact(Private):
    """A shared contact."""

    async def __call__(self, event: Message | CallbackQuery) -> bool:
        return isinstance(event, Message) and event.contact is not None


@router.message(HasWords())
async def on_text(message: Message, ctx: Context) -> None:
    """Typed words: an answer, a reply button, or the label of a choice written out."""
    draft = ctx.draft
    text = message.text or ""
    if draft is None:
        return
    question = question_now(ctx, draft)
    if question is None:
        hint = "hint-stopped" if stop_of(ctx, draft) else "hint-summary"
        show(ctx, screen_of(ctx, draft, ctx.texts.rich(hint)))
    elif text == ctx.texts("button-back"):  # the keyboard of the phone question outlives it on some phones
        await _back(ctx, draft, question, "", None)
    elif text == ctx.texts("button-keep-phone"):
        await (_keep(ctx, draft, question, "", None) if question.key in draft.answers else _again(ctx, draft))
    elif _sent_twice(ctx, draft, question, text):
        show(ctx, screen_of(ctx, draft, ctx.texts.rich("hint-twice")))
    elif question.kind is Kind.CHOICE:
        await _choice_in_words(ctx, draft, question, text)
    else:
        await take_typed(ctx, question, text)


async def _again(ctx: Context, draft: Draft) -> None:
    show(ctx, screen_of(ctx, draft))


def _sent_twice(ctx: Context, draft: Draft, question: Question, text: str) -> bool:
    """The same words a moment after they were taken: an impatient second sending, no answer to the next question."""
    before = flow.previous(draft.answers, ctx.programme, question.key, draft.only)
    if before is None or before.parse is None or ctx.unit.now - draft.updated_at > _MOMENT:
        return False
    try:
        return bool(before.parse(text, ctx.today) == draft.answers.get(before.key))
    except (Invalid, Doubtful):
        return False


async def _choice_in_words(ctx: Context, draft: Draft, question: Question, text: str) -> None:
    """Somebody writes "nelayan" instead of pressing it."""
    wanted = "".join(filter(str.isalnum, text.casefold()))
    for option in question.options(draft.answers, ctx.programme):
        label = option_label(ctx.texts, ctx.programme, question, draft.answers, option.value)
        if wanted and wanted == "".join(filter(str.isalnum, label.casefold())):
            await take(ctx, question, option.value)
            return
    show(ctx, screen_of(ctx, draft, ctx.texts.rich("hint-choice")))


@router.message(HasContact())
async def on_contact(message: Message, ctx: Context) -> None:
    """A shared number. It is the sender's own only when Telegram says so; another's may stand for another person."""
    draft, contact = ctx.draft, message.contact
    if draft is None or contact is None:
        return
    question = question_now(ctx, draft)
    if question is None or question.kind is not Kind.PHONE:
        show(ctx, screen_of(ctx, draft, ctx.texts.rich("hint-contact")))
        return
    if contact.user_id == ctx.person.telegram_id:
        await participants.link_phone(ctx.unit, ctx.person.id, contact.phone_number)
        answers = draft.answers | {"phone_shared": contact.phone_number}
        ctx.draft = await drafts.save(ctx.unit, draft, answers, asking=draft.asking)
    elif draft.answers.get("for_whom") != "other":
        await go_on(ctx, draft.answers, asking=question.key, note=ctx.texts.rich("phone-not-own"))
        return
    await take_typed(ctx, question, contact.phone_number)
