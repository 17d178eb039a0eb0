"""What does a bot talk to in a bench? A lean Telegram on the loopback: valid answers at once, nothing checked."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from bench.crowd import Crowd

TOKEN = "123456789:AAHspecimenspecimenspecimenspecimen"
STAFF_CHAT = -1001000000001
_ME = {"id": 123456789, "is_bot": True, "first_name": "Lindung (contoh)", "username": "lindung_contoh_bot"}
_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories", "can_send_welcome_messages",
)  # fmt: skip
_GROUP = {"id": STAFF_CHAT, "type": "supergroup", "title": "Verifikasi (contoh)"}
_FIXED: dict[str, Any] = {
    "getme": _ME,
    "getchat": {**_GROUP, "accent_color_id": 1, "max_reaction_count": 11, "accepted_gift_types": {
        "unlimited_gifts": False, "limited_gifts": False, "unique_gifts": False, "premium_subscription": False,
        "gifts_from_channels": False,
    }},
    "getchatmember": {"status": "administrator", "user": _ME, **dict.fromkeys(_RIGHTS, False)},
}  # fmt: skip
_CHAT_ID = re.compile(rb'chat_id(?:=|": ?"?)(-?\d+)')  # in a form or in JSON


class StandIn:
    """Answers the Bot API. `polled` is set when the bot asks for updates the first time: it is up."""

    def __init__(self, crowd: Crowd) -> None:
        self.polled = asyncio.Event()
        self.url = ""
        self._crowd = crowd
        self._message_id = 1_000_000

    async def answer(self, request: web.Request) -> web.Response:
        """Any method of the Bot API."""
        method = request.match_info["method"].lower()
        body = await request.read()
        if method == "getupdates":
            return _ok(await self._updates(body))
        if method in {"sendmessage", "editmessagetext"}:
            return _ok(self._message(body))
        return _ok(_FIXED.get(method, True))

    async def _updates(self, body: bytes) -> list[dict[str, Any]]:
        self.polled.set()
        limit = _number(body, b"limit", 100)
        return await self._crowd.updates(_number(body, b"offset", 0), limit, _number(body, b"timeout", 0))

    def _message(self, body: bytes) -> dict[str, Any]:
        found = _CHAT_ID.search(body)
        assert found is not None, body
        chat_id = int(found[1])
        self._crowd.heard(chat_id)
        self._message_id += 1
        chat = {"id": chat_id, "type": "private", "first_name": "Budi (contoh)"}
        return {"message_id": self._message_id, "date": 1_762_700_000, "chat": chat, "from": _ME, "text": "-"}


def _number(body: bytes, name: bytes, default: int) -> int:
    found = re.search(name + rb"=(-?\d+)", body)
    return int(found[1]) if found else default


def _ok(result: Any) -> web.Response:
    body = json.dumps({"ok": True, "result": result}).encode()
    return web.Response(body=body, content_type="application/json")


@asynccontextmanager
async def standing_in(crowd: Crowd) -> AsyncIterator[StandIn]:
    """A stand-in that serves on a free port of the loopback."""
    standin = StandIn(crowd)
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", standin.answer)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        standin.url = f"http://127.0.0.1:{port}"
        yield standin
    finally:
        await runner.cleanup()
