"""Is this person a member of that group right now? Only Telegram knows."""

import asyncio
from typing import Any

from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden, TelegramError

from jobs.tools import Tools

# The press that waits for this must be answered within about 15 seconds: rather say "try again" than wait or retry.
_PATIENCE = 6.0
_ROLES = {
    ChatMemberStatus.OWNER: "supervisor",
    ChatMemberStatus.ADMINISTRATOR: "supervisor",
    ChatMemberStatus.MEMBER: "member",
}


async def check_member(tools: Tools, body: dict[str, Any]) -> dict[str, Any]:
    """Ask for `user_id` in `chat_id`; `role` is "supervisor", "member" or None; `failed` when Telegram did not tell."""
    try:
        async with asyncio.timeout(_PATIENCE):
            member = await tools.bot.get_chat_member(body["chat_id"], body["user_id"])
    except (BadRequest, Forbidden):
        return {"role": None, "name": ""}
    except (TelegramError, TimeoutError):
        return {"failed": "network"}
    role = _ROLES.get(ChatMemberStatus(member.status))
    if member.status == ChatMemberStatus.RESTRICTED and getattr(member, "is_member", False):
        role = "member"
    return {"role": role, "name": member.user.full_name}
