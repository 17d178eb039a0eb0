"""What does the bot know and tell about itself: names, descriptions, commands, menu button?"""

import json
import re
from collections.abc import Awaitable, Callable

from simulator.methods.call import Call, Method
from simulator.wire import Json, bad

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LONGEST = {"name": 64, "description": 512, "short_description": 120}
_MOST_COMMANDS = 100


async def get_me(call: Call) -> Json:
    """The bot as a `User`."""
    able = {"can_join_groups": True, "can_read_all_group_messages": not call.world.privacy}
    return call.world.bot.wire() | able | {"supports_inline_queries": False}


async def yes(call: Call) -> bool:
    """Agree to logOut and close: there is no server to move from."""
    return call.world.bot.is_bot


async def set_my_commands(call: Call) -> bool:
    """Keep the commands of one scope and language."""
    if len(call.params["commands"]) > _MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in call.params["commands"]:
        if not _COMMAND.fullmatch(command["command"].removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"].strip()) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    call.world.profile[_scope_key(call)] = call.params["commands"]
    return True


async def get_my_commands(call: Call) -> list[Json]:
    """The commands of exactly that scope and language."""
    commands: list[Json] = call.world.profile.get(_scope_key(call), [])
    return commands


async def delete_my_commands(call: Call) -> bool:
    """Forget the commands of one scope and language."""
    call.world.profile.pop(_scope_key(call), None)
    return True


async def set_chat_menu_button(call: Call) -> bool:
    """Keep the menu button of one chat, or of all."""
    call.world.profile[f"menu {call.params.get('chat_id', '')}"] = call.params.get("menu_button", {"type": "default"})
    return True


async def get_chat_menu_button(call: Call) -> Json:
    """The menu button of one chat, or of all."""
    button: Json = call.world.profile.get(f"menu {call.params.get('chat_id', '')}", {"type": "default"})
    return button


def _scope_key(call: Call) -> str:
    scope: Json = call.params.get("scope", {"type": "default"})
    if "chat_id" in scope:
        call.world.chat(scope["chat_id"])
    return f"commands {json.dumps(scope, sort_keys=True)} {call.params.get('language_code', '')}"


def _setter(field: str) -> Method:
    async def keep(call: Call) -> bool:
        value = call.params.get(field, "")
        if len(value) > _LONGEST[field]:
            raise bad(f"bot {field.replace('_', ' ')} is too long")
        call.world.profile[f"{field} {call.params.get('language_code', '')}"] = value
        return True

    return keep


def _getter(field: str) -> Callable[[Call], Awaitable[Json]]:
    async def give(call: Call) -> Json:
        default = call.world.bot.first_name if field == "name" else ""
        plain = call.world.profile.get(f"{field} ", default)
        return {field: call.world.profile.get(f"{field} {call.params.get('language_code', '')}", plain)}

    return give


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "logOut": yes,
    "close": yes,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
    "setMyName": _setter("name"),
    "getMyName": _getter("name"),
    "setMyDescription": _setter("description"),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description"),
    "getMyShortDescription": _getter("short_description"),
}
