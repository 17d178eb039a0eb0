"""When does the keyboard for sharing a phone number come, and when does it go?

A reply keyboard stays until a message takes it away, and that message can carry no buttons of its own.
"""

from dataclasses import replace
from typing import Any

from delivery import messages
from handlers.context import Context
from handlers.worker.stopping import stop_of
from locales import Rich
from registration import flow
from registration.questions import Kind

_SHOWN = "_keyboard"  # in the answers of a draft: the keyboard lies below the chat


def markup(ctx: Context, answers: dict[str, Any]) -> dict[str, Any]:
    """The keyboard: share, keep the number given before, go back."""
    rows = [
        [{"text": ctx.texts("button-share-phone"), "request_contact": True}],
        *([[{"text": ctx.texts("button-keep-phone")}]] if "phone" in answers else []),
        [{"text": ctx.texts("button-back")}],
    ]
    return {"keyboard": rows, "resize_keyboard": True, "one_time_keyboard": True}


def follow(
    ctx: Context, answers: dict[str, Any], asking: str | None, note: Rich | None
) -> tuple[dict[str, Any], Rich | None]:
    """Take the keyboard away, with `note` as its words, when another question comes; the answers and note left."""
    coming = flow.current(answers, ctx.programme, asking)
    if (
        coming is not None
        and ctx.draft is not None
        and stop_of(ctx, replace(ctx.draft, answers=answers, asking=asking))
    ):
        coming = None
    if coming is not None and coming.kind is Kind.PHONE:
        return answers | {_SHOWN: True}, note
    if not answers.get(_SHOWN):
        return answers, note
    take_away(ctx, answers, note)
    return {name: value for name, value in answers.items() if name != _SHOWN}, None


def take_away(ctx: Context, answers: dict[str, Any], note: Rich | None = None) -> None:
    """Take the keyboard away if this form has shown it."""
    if answers.get(_SHOWN):
        words = note or ctx.texts.rich("phone-keyboard-away" if "phone" in answers else "phone-keyboard-unused")
        messages.send(ctx.unit, ctx.chat_id, words, {"remove_keyboard": True})
