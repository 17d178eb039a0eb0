"""How does a worker come in and move about: the commands, and the buttons of the menu?"""

import re

from aiogram import Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from delivery import messages
from handlers.callbacks import FOR_OFFICERS, Menu
from handlers.context import Context
from handlers.filters import Private
from handlers.screens import Screen, place_of, show
from handlers.worker import forms
from handlers.worker.home import help_screen, nothing_open, resume_screen, rows, welcome
from handlers.worker.menu import ACTS, register
from storage import officers, people

_SOURCE = re.compile(r"[A-Za-z0-9_-]{1,64}")  # Bot API: the payload of a deep link
router = Router(name="start")
router.message.filter(Private())
router.callback_query.filter(Private())


@router.message(CommandStart())
async def on_start(message: Message, command: CommandObject, ctx: Context) -> None:
    """/start, also from a deep link: of an officer who is to see documents, else of where somebody comes from.

    That is a sector or the place of a poster, and the last link counts.
    """
    if command.args == FOR_OFFICERS and await officers.any_name(ctx.unit, ctx.person.telegram_id) is not None:
        show(ctx, Screen(ctx.texts.rich("start-officer")))
        return
    if command.args and command.args != FOR_OFFICERS and _SOURCE.fullmatch(command.args):
        await people.came_from(ctx.unit, ctx.person.telegram_id, command.args)
    draft = await forms.at_hand(ctx)
    show(ctx, welcome(ctx) if draft is None else resume_screen(ctx, draft))


@router.message(Command("daftar"))
async def on_register(message: Message, ctx: Context) -> None:
    """/daftar"""
    await register(ctx, 0, None)


@router.message(Command("bantuan", "help"))
async def on_help(message: Message, ctx: Context) -> None:
    """/bantuan"""
    show(ctx, help_screen(ctx, await forms.at_hand(ctx)))


@router.message(Command("batal", "cancel"))
async def on_cancel(message: Message, ctx: Context) -> None:
    """/batal never deletes by itself: it asks."""
    draft = await forms.at_hand(ctx)
    if draft is None:
        show(ctx, nothing_open(ctx))
        return
    last = "delete" if draft.case_id is None else "amend_no" if draft.amends else ""
    acts = [act for act in ("resume", "later", last) if act]
    show(ctx, Screen(ctx.texts.rich("cancel-ask"), rows(ctx, *acts, about=draft.id)))


@router.callback_query(Menu.filter())
async def on_menu(press: CallbackQuery, callback_data: Menu, ctx: Context) -> None:
    """A button of the menu; one of an older version of the bot leads to the welcome."""
    at = place_of(press)
    messages.answer_press(ctx.unit, press.id)
    act = ACTS.get(callback_data.act)
    if act is None:
        show(ctx, welcome(ctx), at=at)
    else:
        await act(ctx, callback_data.id, at)
