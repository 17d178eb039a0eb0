"""Is this person a member of that group right now? Only Telegram knows."""

from typing import Any

from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden, TelegramError

from jobs.tools import Tools, TryLater

_ROLES = {
    ChatMemberStatus.OWNER: "supervisor",
    ChatMemberStatus.ADMINISTRATOR: "supervisor",
    ChatMemberStatus.MEMBER: "member",
}


async def check_member(tools: Tools, body: dict[str, Any]) -> dict[str, Any]:
    """Ask for `user_id` in `chat_id`; `role` is "supervisor", "member" or None. Raises `TryLater`."""
    try:
        member = await tools.bot.get_chat_member(body["chat_id"], body["user_id"])
    except (BadRequest, Forbidden):
        return {"role": None, "name": ""}
    except TelegramError as problem:
        raise TryLater(type(problem).__name__) from None
    role = _ROLES.get(ChatMemberStatus(member.status))
    if member.status == ChatMemberStatus.RESTRICTED and getattr(member, "is_member", False):
        role = "member"
    return {"role": role, "name": member.user.full_name}
