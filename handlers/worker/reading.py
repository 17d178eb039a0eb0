"""How does a worker look over what was read from the KTP: all the same, or which of it is wrong?

What is ticked as wrong is dropped and asked as if it had never been read; all else becomes the answer.
"""

from typing import Any

from handlers.callbacks import Form
from handlers.context import Context
from handlers.screens import Button, button, in_columns
from handlers.worker.values import shown
from locales import Rich
from registration.questions import QUESTIONS, READ, Kind, Question
from storage.drafts import Draft

CHECK = "read_check"
_WRONG = "_wrong"  # in the answers of a draft while boxes are ticked: the questions whose reading is wrong


def with_reading(draft: Draft, file_id: int, result: dict[str, Any]) -> dict[str, Any]:
    """The answers with the reading of a new photo, to be looked over; while a case is mended only staff see it."""
    answers = {name: value for name, value in draft.answers.items() if name not in {CHECK, _WRONG}}
    answers[READ] = {"file": file_id, "fields": result["read"], "guesses": result["guesses"]}
    return answers | {CHECK: "yes"} if draft.only else answers


def guess(answers: dict[str, Any], question: Question) -> str | None:
    """What the card may say where that is not sure: asked with a button that shows it. Never of a NIK: one wrong digit
    among sixteen is not noticed."""
    if READ not in answers or question.kind is not Kind.TEXT or question.key in {"nik", *answers}:
        return None
    value: str | None = answers[READ]["guesses"].get(question.key)
    return value


def lines(ctx: Context, draft: Draft) -> Rich:
    """What was read, a line each, in the order of the form."""
    fields = draft.answers[READ]["fields"]
    text = Rich("")
    for question in _read(draft):
        value = shown(ctx.texts, ctx.programme, question, fields)
        text += Rich("\n") + ctx.texts.rich("summary-line", label=_label(ctx, question), value=value)
    return text


def buttons(ctx: Context, draft: Draft) -> list[list[Button]]:
    """All the same, or something wrong; after that a box for each value."""
    wrong = draft.answers.get(_WRONG)
    if wrong is None:
        return [
            [button(ctx.texts(f"q-{CHECK}.o-yes"), _press(draft, "answer", "yes"))],
            [button(ctx.texts("button-read-wrong"), _press(draft, "wrong"))],
        ]
    boxes = [
        button("❌ " + _label(ctx, question), _press(draft, "unmark", question.key))
        if question.key in wrong
        else button("⬜ " + _label(ctx, question), _press(draft, "mark", question.key))
        for question in _read(draft)
    ]
    return [*in_columns(boxes, 2), [button(ctx.texts("button-read-others-same"), _press(draft, "answer", "yes"))]]


def opened(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers once "something is wrong" was pressed."""
    return answers | {_WRONG: answers.get(_WRONG, [])}


def ticked(answers: dict[str, Any], key: str, *, wrong: bool) -> dict[str, Any]:
    """The answers with a box set or cleared; a tap that comes twice changes nothing the second time."""
    others = [each for each in answers.get(_WRONG, []) if each != key]
    known = key in answers[READ]["fields"]
    return answers | {_WRONG: [*others, key] if wrong and known else others}


def confirmed(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers with what was read and is right; a kelurahan falls with its kecamatan."""
    wrong = set(answers.get(_WRONG, []))
    if "kecamatan" in wrong:
        wrong.add("kelurahan")
    read = {key: value for key, value in answers[READ]["fields"].items() if key not in wrong}
    kept = {name: value for name, value in answers.items() if name not in {_WRONG, *wrong}}
    return kept | read | {CHECK: "yes"}


def _read(draft: Draft) -> list[Question]:
    return [question for question in QUESTIONS if question.key in draft.answers[READ]["fields"]]


def _label(ctx: Context, question: Question) -> str:
    return ctx.texts(f"q-{question.key}.label")


def _press(draft: Draft, act: str, value: str = "") -> str:
    return Form(act=act, draft=draft.id, question=CHECK, value=value).pack()
