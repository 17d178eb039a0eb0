"""How does a group become the one that decides for an agency, and stop being it (/pasang, /lepas)?"""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from delivery import messages
from handlers.callbacks import Bind
from handlers.context import Services, agencies_of, set_group, staff_chat, staff_chats
from handlers.filters import Group
from handlers.groups import expect_to_leave
from handlers.screens import Button, button
from handlers.staff import commands, moving, topics
from handlers.staff.supervisors import Do, Wish, grant, say
from storage import agencies, alerts, marks, outbox
from storage.database import Unit
from storage.marks import Place

router = Router(name="binding")
router.message.filter(Group())


@router.message(Command("start", "pasang"))
async def on_bind(message: Message, command: CommandObject, unit: Unit, services: Services) -> None:
    """/pasang CODE; a `startgroup` link says /start CODE by itself. A staff group needs no code for what it has."""
    code = (command.args or "").strip()
    if command.command == "start" and not code:
        return
    await topics.look_at(unit, message.chat)
    wish = Wish.of_message("bind_ask", code, message)
    if code and not await agencies.is_good(unit, code, message.chat.id):
        say(unit, services, wish, "bind-code-bad")
    elif not code and not await _choices(unit, services, message.chat.id):
        say(unit, services, wish, "bind-code-needed")
    else:
        await grant(unit, services, wish, _bind_ask)


@router.message(Command("lepas"))
async def on_unbind(message: Message, unit: Unit, services: Services) -> None:
    """/lepas"""
    if message.chat.id in await staff_chats(unit, services):
        await grant(unit, services, Wish.of_message("unbind_ask", "", message), _unbind_ask)


@router.callback_query(Bind.filter())
async def on_press(press: CallbackQuery, callback_data: Bind, unit: Unit, services: Services) -> None:
    """A button under /pasang or /lepas: whoever presses is checked, not who wrote the command."""
    wish = Wish.of_press(callback_data.act, callback_data.agency, press)
    if wish is None or wish.act not in PRESSES or wish.value not in services.programme.agencies:
        messages.answer_press(unit, press.id, services.texts("press-unknown"), alert=True)
    else:
        await grant(unit, services, wish, PRESSES[wish.act])


async def _choices(unit: Unit, services: Services, chat_id: int) -> list[str]:
    """The agencies for which this group decides already, and those for which a code of the operator opened the door."""
    may = {*await agencies_of(unit, services, chat_id), *await agencies.invited(unit, chat_id)}
    return [agency for agency in services.programme.agencies if agency in may]


async def _bind_ask(unit: Unit, services: Services, wish: Wish) -> None:
    if wish.value:
        if not await agencies.redeem(unit, wish.value, wish.chat_id):
            say(unit, services, wish, "bind-code-bad")
            return
        if wish.chat_id not in await staff_chats(unit, services):
            await outbox.drop_for(unit, wish.chat_id, "the group has a code")
            expect_to_leave(unit, wish.chat_id, agencies.VALID)
    found = await _choices(unit, services, wish.chat_id)
    if not found:  # this group has used its code up
        say(unit, services, wish, "bind-code-bad")
        return
    rows = [[_button(services, "bind", agency)] for agency in found]
    messages.send(
        unit, wish.chat_id, services.texts.rich("bind-which"), messages.inline(rows), reply_to=wish.message_id
    )


async def _bind(unit: Unit, services: Services, wish: Wish) -> None:
    agency, chat_id = wish.value, wish.chat_id
    if agency not in await _choices(unit, services, chat_id):
        say(unit, services, wish, "bind-not-allowed")
        return
    before = await staff_chat(unit, services, agency)
    await outbox.drop_for(unit, chat_id, "the group is a staff group now", method="leaveChat")
    await agencies.bind(unit, agency, chat_id, wish.user_id)
    await agencies.close_invites(unit, chat_id, agency)
    await alerts.settle(unit, "no_staff_group", agency)
    commands.register(unit, services, chat_id)
    _turn_into(unit, services, wish, "bind-done")
    if before is not None and before != chat_id:
        name = services.programme.agencies[agency].name
        messages.send(unit, before, services.texts.rich("bind-moved-away", agency=name))
    if before != chat_id:
        await moving.begin(unit, agency, before)


async def _unbind_ask(unit: Unit, services: Services, wish: Wish) -> None:
    bound = await agencies.groups(unit)
    rows = [
        [_button(services, "unbind", agency)]
        for agency in services.programme.agencies
        if bound.get(agency) == wish.chat_id
    ]
    if rows:
        text, markup = services.texts.rich("unbind-which"), messages.inline(rows)
        messages.send(unit, wish.chat_id, text, markup, reply_to=wish.message_id)
    else:
        say(unit, services, wish, "unbind-nothing")


async def _unbind(unit: Unit, services: Services, wish: Wish) -> None:
    """Asked once more, with what becomes of the cards."""
    if (await agencies.groups(unit)).get(wish.value) != wish.chat_id:
        _turn_into(unit, services, wish, "unbind-nothing")
        return
    other = set_group(services, wish.value)
    other = None if other is None else await marks.moved(unit, other)
    key = "stay" if other == wish.chat_id else "wait" if other is None else "go"
    rows = [[_button(services, "unbind_yes", wish.value)], [_button(services, "unbind_no", wish.value)]]
    _turn_into(unit, services, wish, f"unbind-sure-{key}", rows)


async def _unbind_no(unit: Unit, services: Services, wish: Wish) -> None:
    _turn_into(unit, services, wish, "unbind-kept")


async def _unbind_yes(unit: Unit, services: Services, wish: Wish) -> None:
    agency, chat_id = wish.value, wish.chat_id
    if (await agencies.groups(unit)).get(agency) != chat_id:
        _turn_into(unit, services, wish, "unbind-nothing")
        return
    await agencies.unbind(unit, agency)
    _turn_into(unit, services, wish, "unbind-done")
    if await staff_chat(unit, services, agency) != chat_id:
        await moving.begin(unit, agency, chat_id)


def _button(services: Services, act: str, agency: str) -> Button:
    short = services.programme.agencies[agency].short
    return button(services.texts(f"{act.replace('_', '-')}-button", short=short), Bind(act=act, agency=agency).pack())


def _turn_into(unit: Unit, services: Services, wish: Wish, key: str, rows: list[list[Button]] | None = None) -> None:
    """Turn the message whose button was pressed into another; without `rows` its buttons are gone."""
    messages.answer_press(unit, wish.callback)
    text = services.texts.rich(key, agency=services.programme.agencies[wish.value].name)
    messages.edit(unit, Place(wish.chat_id, wish.message_id), text, messages.inline(rows) if rows else None)


PRESSES: dict[str, Do] = {
    "bind": _bind,
    "unbind": _unbind,
    "unbind_yes": _unbind_yes,
    "unbind_no": _unbind_no,
}
WISHES: dict[str, Do] = {"bind_ask": _bind_ask, "unbind_ask": _unbind_ask, **PRESSES}
