"""How do the pages of a document add up to an answer?"""

from typing import Any

from delivery import messages
from handlers.context import Context
from handlers.screens import Screen
from handlers.worker.answering import question_now, take, work_name
from handlers.worker.asking import screen_of
from locales import Rich
from registration.questions import Question
from storage import drafts
from storage.drafts import Draft


def check_slot(draft_id: int, key: str) -> str:
    """The message that tells how the check of a document is going."""
    return f"check:{draft_id}:{key}"


async def add(ctx: Context, draft: Draft, question: Question, ids: list[int], slot: str | None) -> None:
    """These pages are kept: count them, and go on when the document is whole.

    What is said takes the place of the message `slot`, or comes as a new one. Who has gone on to another question or
    another form is left there.
    """
    room = max(question.most_pages, len(ids))
    pages = [*draft.answers.get(work_name(question), []), *ids]
    is_current = is_asked(ctx, draft, question)
    if len(pages) < room:
        asking = question.key if is_current else draft.asking
        after = await store(ctx, draft, draft.answers | {work_name(question): pages}, asking)
        screen = screen_of(ctx, after) if is_current else Screen(_taken(ctx, question))
        _say(ctx, slot, screen)
        return
    _say(ctx, slot, Screen(_taken(ctx, question)))
    if len(pages) > room:
        messages.send(ctx.unit, ctx.chat_id, ctx.texts.rich("pages-too-many", most=question.most_pages))
    if is_current:
        await take(ctx, question, pages[:room])
    else:
        answers = {name: value for name, value in draft.answers.items() if name != work_name(question)}
        await store(ctx, draft, answers | {question.key: pages[:room]}, draft.asking)


def is_asked(ctx: Context, draft: Draft, question: Question) -> bool:
    """Is this the form at hand, and the question that it shows?"""
    if ctx.draft is None or ctx.draft.id != draft.id:
        return False
    now = question_now(ctx, draft)
    return now is not None and now.key == question.key


async def store(ctx: Context, draft: Draft, answers: dict[str, Any], asking: str | None) -> Draft:
    """Store the answers of a form that may or may not be the one at hand."""
    after = await drafts.save(ctx.unit, draft, answers, asking=asking)
    if ctx.draft is not None and ctx.draft.id == draft.id:
        ctx.draft = after
    return after


def _taken(ctx: Context, question: Question) -> Rich:
    return ctx.texts.rich("pages-taken", what=ctx.texts(f"q-{question.key}.label"))


def _say(ctx: Context, slot: str | None, screen: Screen) -> None:
    if slot is None:
        messages.send(ctx.unit, ctx.chat_id, screen.text, screen.markup)
    else:
        messages.edit_slot(ctx.unit, ctx.chat_id, slot, screen.text, screen.markup)
