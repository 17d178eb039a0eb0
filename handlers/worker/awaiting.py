"""How are a worker's next words asked for, and where does the worker go on when they have come?"""

from collections.abc import Sequence
from typing import Any

from handlers.context import Context
from handlers.screens import Button, Screen, show
from handlers.worker.asking import screen_of
from handlers.worker.home import rows
from locales import Rich
from registration.errors import Invalid
from registration.text import clean_line
from storage import people
from storage.marks import Place


async def ask_for(ctx: Context, what: str, **more: Any) -> None:
    """The next words are meant for `what` (a row of `listening.LISTENERS`); `more` is kept sealed until then."""
    awaiting = {"what": what, "at": ctx.unit.now.isoformat(), **more}
    ctx.person = await people.await_words(ctx.unit, ctx.person, awaiting)


async def over(ctx: Context) -> None:
    """The words have come, or are wanted no more."""
    ctx.person = await people.await_words(ctx.unit, ctx.person, None)


def way_out(ctx: Context) -> list[list[Button]]:
    """The button for who does not want to write anything after all."""
    return rows(ctx, "never_mind")


def go_on(ctx: Context, note: Rich, at: Place | None = None, *, ways: Sequence[str] = ("status", "help")) -> None:
    """Say `note`; a form that is open goes on where it was, else there are these `ways` on."""
    if ctx.draft is not None:
        show(ctx, screen_of(ctx, ctx.draft, note))
    else:
        show(ctx, Screen(note, rows(ctx, *ways)), at=at)


async def never_mind(ctx: Context, _id: int, at: Place | None) -> None:
    """Nothing is to be written after all."""
    go_on(ctx, ctx.texts.rich("never-mind"), at)


def within(ctx: Context, text: str, shortest: int, longest: int) -> str | None:
    """The words as one harmless line; None when they were too few or too many, and the worker has been told."""
    try:
        line = clean_line(text, longest)
    except Invalid as problem:
        words = ctx.texts.rich("words-too-many", most=str(longest), length=str(problem.details["length"]))
        show(ctx, Screen(words, way_out(ctx)))
        return None
    if len(line) < shortest:
        show(ctx, Screen(ctx.texts.rich("words-too-few", least=str(shortest)), way_out(ctx)))
        return None
    return line
