"""What happens when an answer is given: it is stored, and the next screen comes?"""

from typing import Any

from handlers.context import Context
from handlers.screens import show
from handlers.worker import phone_keyboard
from handlers.worker.asking import screen_of
from handlers.worker.stopping import stop_of
from locales import Rich
from registration import flow
from registration.checking import is_new_card
from registration.errors import Doubtful, Invalid
from registration.questions import NEW_CARD, Question
from storage import drafts
from storage.drafts import Draft
from storage.marks import Place


def question_now(ctx: Context, draft: Draft) -> Question | None:
    """The question that the form shows now; None: its summary, or why it cannot go on."""
    return None if stop_of(ctx, draft) else flow.current(draft.answers, ctx.programme, draft.asking)


async def go_on(
    ctx: Context,
    answers: dict[str, Any],
    *,
    asking: str | None = None,
    at: Place | None = None,
    note: Rich | None = None,
) -> None:
    """Store the answers and show what comes next (`asking`: this question again)."""
    draft = _needed(ctx)
    answers = _with_card_age(ctx, draft, answers)
    answers, note = phone_keyboard.follow(ctx, answers, asking, note)
    ctx.draft = await drafts.save(ctx.unit, draft, answers, asking=asking)
    show(ctx, screen_of(ctx, ctx.draft, note), at=at)


async def take(
    ctx: Context, question: Question, value: Any, *, at: Place | None = None, insisted: bool = False
) -> None:
    """The answer to a question is `value`: store it and go on. `insisted`: it was doubted, and staff will see so."""
    draft = _needed(ctx)
    answers = without_work(draft.answers, question) | {question.key: value}
    others = [key for key in answers.get("insisted", []) if key != question.key]
    answers["insisted"] = [*others, question.key] if insisted else others
    await go_on(ctx, answers, at=at)


async def take_typed(ctx: Context, question: Question, text: str) -> None:
    """Somebody typed an answer: take it, ask once more, or say kindly what is missing."""
    draft = _needed(ctx)
    if question.parse is None:
        show(ctx, screen_of(ctx, draft, ctx.texts.rich(f"hint-{question.kind}")))
        return
    try:
        value = question.parse(text, ctx.today)
    except Invalid as problem:
        text_of_problem = ctx.texts.rich(f"invalid-{problem.code}", **problem.details)
        answers = without_work(draft.answers, question)
        await go_on(ctx, answers, asking=question.key, note=text_of_problem)
    except Doubtful as problem:
        doubt = {
            "question": question.key,
            "value": problem.value,
            "code": problem.code,
            "details": problem.details,
        }
        await go_on(ctx, draft.answers | {"_doubt": doubt}, asking=question.key)
    else:
        await take(ctx, question, value)


def work_name(question: Question) -> str:
    """Where the pages of a document wait until it is whole."""
    return f"_pages_{question.key}"


def without_doubt(answers: dict[str, Any], question: Question) -> dict[str, Any]:
    """The answers without a doubt about this question."""
    return {name: value for name, value in answers.items() if name != "_doubt" or value["question"] != question.key}


def without_work(answers: dict[str, Any], question: Question) -> dict[str, Any]:
    """The answers without all that was under way for this question: a doubt, half a document."""
    return {name: value for name, value in without_doubt(answers, question).items() if name != work_name(question)}


def _with_card_age(ctx: Context, draft: Draft, answers: dict[str, Any]) -> dict[str, Any]:
    """Keep in mind whether the card is new for the window that counts; a case that was sent stays what it was."""
    is_new = is_new_card(answers, ctx.programme, ctx.window)
    was_new = draft.case_id is not None and answers.get(NEW_CARD, False)
    rest = {name: value for name, value in answers.items() if name != NEW_CARD}
    return rest | {NEW_CARD: True} if is_new or was_new else rest


def _needed(ctx: Context) -> Draft:
    if ctx.draft is None:
        raise LookupError("no form is being filled")
    return ctx.draft
