"""What does the screen of a question look like, and that of the summary?"""

from typing import Any

from handlers.callbacks import Form, Menu
from handlers.context import Context
from handlers.screens import Button, Screen, button, in_columns
from handlers.worker import phone_keyboard, reading
from handlers.worker.moment import dates_text
from handlers.worker.stopping import remarks, stop_of, stop_screen
from handlers.worker.values import option_label, shown
from locales import Rich
from registration import flow
from registration.questions import Kind, Question
from registration.text import shortened
from storage.drafts import Draft

BLANK = Rich("\n\n")
_LONGEST_SHOWN = 30  # characters of an answer that a button shows


def screen_of(ctx: Context, draft: Draft, note: Rich | None = None) -> Screen:
    """The screen that a form shows now: its current question, or its summary. `note` stands above it."""
    screen = _screen(ctx, draft)
    if note is None:
        return screen
    return Screen(note + BLANK + screen.text, screen.buttons, screen.reply)


def _screen(ctx: Context, draft: Draft) -> Screen:
    stop = stop_of(ctx, draft)
    if stop is not None:
        return stop_screen(ctx, draft, stop)
    question = flow.current(draft.answers, ctx.programme, draft.asking)
    return summary(ctx, draft) if question is None else _question(ctx, draft, question)


def _question(ctx: Context, draft: Draft, question: Question) -> Screen:
    doubt = draft.answers.get("_doubt")
    if doubt and doubt["question"] == question.key:
        return _doubt(ctx, draft, question, doubt)
    step, total = flow.progress(draft.answers, ctx.programme, question, draft.only)
    text = ctx.texts.rich("form-step", step=str(step), total=str(total)) + BLANK
    pages = draft.answers.get(f"_pages_{question.key}")
    if pages:
        return _more_pages(ctx, draft, question, text, len(pages))
    text += ctx.texts.rich(f"q-{question.key}")
    if question.kind is Kind.CHECK:
        rows = [*reading.buttons(ctx, draft), *_back(ctx, draft, question)]
        return Screen(text + Rich("\n") + reading.lines(ctx, draft), rows)
    if ctx.texts.has(f"q-{question.key}.example"):
        text += BLANK + ctx.texts.rich(f"q-{question.key}.example")
    if question.kind is Kind.PHONE:
        return Screen(text, reply=phone_keyboard.markup(ctx, draft.answers))
    return Screen(text, [*_options(ctx, draft, question), *_ways_out(ctx, draft, question)])


def _more_pages(ctx: Context, draft: Draft, question: Question, head: Rich, count: int) -> Screen:
    """ "2 dari 3": how much of a document has come, with the button that ends it."""
    text = head + ctx.texts.rich("pages-running", count=count, most=question.most_pages)
    done = button(ctx.texts("button-pages-done"), press(draft, "done", question))
    return Screen(text, [[done], *_keep(ctx, draft, question), *_back(ctx, draft, question)])


def _options(ctx: Context, draft: Draft, question: Question) -> list[list[Button]]:
    buttons = [
        button(
            option_label(ctx.texts, ctx.programme, question, draft.answers, option.value),
            press(draft, "answer", question, option.value),
        )
        for option in question.options(draft.answers, ctx.programme)
    ]
    return in_columns(buttons, question.columns)


def _ways_out(ctx: Context, draft: Draft, question: Question) -> list[list[Button]]:
    rows: list[list[Button]] = []
    guess = reading.guess(draft.answers, question)
    if guess is not None:
        value = shown(ctx.texts, ctx.programme, question, {question.key: guess})
        rows.append(
            [button(ctx.texts("button-guess", value=shortened(value, _LONGEST_SHOWN)), press(draft, "guess", question))]
        )
    if question.skip is not None:
        label = ctx.texts(f"q-{question.key}.o-{question.skip}")
        rows.append([button(label, press(draft, "skip", question))])
    return [*rows, *_keep(ctx, draft, question), *_back(ctx, draft, question)]


def _keep(ctx: Context, draft: Draft, question: Question) -> list[list[Button]]:
    """The answer given before, if it still holds: one press leaves it as it is."""
    if not flow.is_answered(question, draft.answers, ctx.programme):
        return []
    kept = shown(ctx.texts, ctx.programme, question, draft.answers)
    return [[button(ctx.texts("button-keep", value=shortened(kept, _LONGEST_SHOWN)), press(draft, "keep", question))]]


def _back(ctx: Context, draft: Draft, question: Question) -> list[list[Button]]:
    if flow.previous(draft.answers, ctx.programme, question.key, draft.only) is None:
        return []
    return [[button(ctx.texts("button-back"), press(draft, "back", question))]]


def _doubt(ctx: Context, draft: Draft, question: Question, doubt: dict[str, Any]) -> Screen:
    text = ctx.texts.rich(f"doubtful-{doubt['code']}", **doubt["details"])
    buttons = [
        [button(ctx.texts(f"button-insist-{_insisting(question)}"), press(draft, "insist", question))],
        [button(ctx.texts("button-retype"), press(draft, "retype", question))],
    ]
    return Screen(text, buttons)


def _insisting(question: Question) -> str:
    return "ktp" if question.key in {"nik", "birth_date", "issued_on", "name"} else "value"


def summary(ctx: Context, draft: Draft) -> Screen:
    """Every answer, with the buttons to send and to change."""
    lines = [
        ctx.texts.rich(
            "summary-line",
            label=ctx.texts(f"q-{question.key}.label"),
            value=shown(ctx.texts, ctx.programme, question, draft.answers),
        )
        for question in flow.path(draft.answers, ctx.programme)
        if question.kind is not Kind.CHECK
    ]
    text = ctx.texts.rich("summary-head-mend" if draft.only else "summary-head") + BLANK
    for line in lines:
        text += line + Rich("\n")
    text += remarks(ctx, draft)
    may_send = ctx.is_open or draft.case_id is not None
    text += Rich("\n") + (
        ctx.texts.rich("summary-foot") if may_send else ctx.texts.rich("summary-foot-closed", dates=dates_text(ctx))
    )
    buttons = [
        [button(ctx.texts("button-send"), Form(act="send", draft=draft.id).pack())],
        [button(ctx.texts("button-change"), Form(act="list", draft=draft.id).pack())],
    ]
    if draft.amends:
        buttons.append([button(ctx.texts("button-amend-no"), Menu(act="amend_no", id=draft.id).pack())])
    return Screen(text, buttons)


def change_list(ctx: Context, draft: Draft) -> Screen:
    """The summary with one button for each answer instead."""
    buttons = [
        button(ctx.texts(f"q-{question.key}.label"), press(draft, "edit", question))
        for question in flow.path(draft.answers, ctx.programme)
        if question.kind is not Kind.CHECK and (not draft.only or question.key in draft.only)
    ]
    back = button(ctx.texts("button-to-summary"), Form(act="summary", draft=draft.id).pack())
    return Screen(ctx.texts.rich("summary-which"), [*in_columns(buttons, 2), [back]])


def press(draft: Draft, act: str, question: Question, value: str = "") -> str:
    """The data of a form button."""
    return Form(act=act, draft=draft.id, question=question.key, value=value).pack()
