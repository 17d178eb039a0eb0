"""How does somebody learn in five taps whether the programme is for them (/syarat), before they give any data?

The answers travel in the buttons and are kept nowhere, so nothing personal is stored and no consent is asked.
"""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from delivery import messages
from handlers.callbacks import Menu, Terms
from handlers.context import Context
from handlers.filters import Private
from handlers.screens import Button, Screen, button, place_of, show
from handlers.worker import forms
from handlers.worker.moment import dates_text
from handlers.worker.otherwise import otherwise
from locales import Rich
from registration.screening import Point, Tap, chosen, missed, outcome, points
from storage.marks import Place

router = Router(name="terms")
router.message.filter(Private())
router.callback_query.filter(Private())

_GAP, _LINE = Rich("\n\n"), Rich("\n")
_SIGNS = {"ok": "✅ ", "look": "⚠️ ", "no": "✖️ "}


@router.message(Command("syarat"))
async def on_command(message: Message, ctx: Context) -> None:
    """/syarat"""
    await begin(ctx, 0, None)


@router.callback_query(Terms.filter())
async def on_tap(press: CallbackQuery, callback_data: Terms, ctx: Context) -> None:
    """An answer, or a step back; an answer that is no longer offered is asked for again."""
    messages.answer_press(ctx.unit, press.id)
    await _go(ctx, callback_data.taps, place_of(press))


async def begin(ctx: Context, _id: int, at: Place | None) -> None:
    """The first of the five questions."""
    await _go(ctx, "", at)


async def _go(ctx: Context, letters: str, at: Place | None) -> None:
    asked = points(ctx.programme, ctx.unit.now)
    taps = chosen(asked, letters)
    screen = _question(ctx, asked, taps) if len(taps) < len(asked) else await _result(ctx, asked, taps)
    show(ctx, screen, at=at)


def _question(ctx: Context, asked: tuple[Point, ...], taps: tuple[Tap, ...]) -> Screen:
    point = asked[len(taps)]
    so_far = _letters(taps)
    text = ctx.texts.rich("terms-step", step=str(len(taps) + 1), total=str(len(asked)))
    if not taps:
        text += _LINE + ctx.texts.rich("terms-intro")
    text += _GAP + ctx.texts.rich(f"terms-{point.code}", city=ctx.programme.city)
    rows = [
        [button(ctx.texts(f"terms-{point.code}-{tap.name}.button", **tap.details), _data(so_far + tap.letter))]
        for tap in point.taps
    ]
    if taps:
        rows.append([button(ctx.texts("button-back"), _data(so_far[:-1]))])
    return Screen(text, rows)


async def _result(ctx: Context, asked: tuple[Point, ...], taps: tuple[Tap, ...]) -> Screen:
    """The answer, each point with its sign, when one can register, and what else there is."""
    result, against = outcome(taps), missed(asked, taps)
    stopped = bool(against & set(ctx.programme.checks.stops))
    text = ctx.texts.rich(f"terms-result-{result}") + Rich("\n")
    for point, tap in zip(asked, taps, strict=True):
        words = ctx.texts.rich(f"terms-{point.code}-{tap.name}", city=ctx.programme.city, **tap.details)
        text += _LINE + Rich(_SIGNS[tap.verdict]) + words
    if against:
        sector = ctx.person.source or None
        text += _GAP + otherwise(ctx, against, sector, _age(ctx, taps))
    if not stopped:
        text += _GAP + Rich(dates_text(ctx))
    text += _GAP + ctx.texts.rich(_foot(result, stopped=stopped))
    return Screen(text, await _ways_on(ctx, taps, stopped=stopped))


def _foot(result: str, *, stopped: bool) -> str:
    """Nothing here is a decision, and nobody but the programme file keeps somebody from registering."""
    if stopped:
        return "terms-foot-stopped"
    return "terms-foot-no" if result == "no" else "terms-foot"


def _age(ctx: Context, taps: tuple[Tap, ...]) -> int | None:
    """An age that stands for the range that was tapped, where it lies outside the limits."""
    outside = {"too-old": ctx.programme.age.max + 1, "too-young": ctx.programme.age.min - 1}
    return next((outside[tap.name] for tap in taps if tap.name in outside), None)


async def _ways_on(ctx: Context, taps: tuple[Tap, ...], *, stopped: bool) -> list[list[Button]]:
    acts = ["register" if await forms.at_hand(ctx) is None else "resume"]
    acts = ["office"] if stopped else acts
    rows = [[button(ctx.texts(f"button-{act}"), Menu(act=act).pack())] for act in acts]
    rows.append([button(ctx.texts("button-back"), _data(_letters(taps)[:-1]))])
    rows.append([button(ctx.texts("button-terms-again"), _data(""))])
    return rows


def _letters(taps: tuple[Tap, ...]) -> str:
    return "".join(tap.letter for tap in taps)


def _data(letters: str) -> str:
    return Terms(taps=letters).pack()
