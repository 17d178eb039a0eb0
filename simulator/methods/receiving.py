"""How does the bot get updates and files, and how does it answer a pressed button?"""

import re
import time

from simulator.files import LARGEST_DOWNLOAD
from simulator.methods.call import Call, Method
from simulator.wire import Json, Refusal, bad

_WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
_OLD = "query is too old and response timeout expired or query ID is invalid"
_LONGEST_TOAST = 200


async def get_updates(call: Call) -> list[Json]:
    """Long polling: what lies before `offset` is confirmed and forgotten."""
    queue, params = call.world.updates, call.params
    if call.world.profile.get("webhook"):
        raise Refusal(409, _WEBHOOK_ACTIVE)
    if "allowed_updates" in params:
        queue.allowed = params["allowed_updates"]
    limit = params.get("limit", 100)
    return await queue.poll(params.get("offset", 0), limit if 1 <= limit <= 100 else 100, params.get("timeout", 0))


async def set_webhook(call: Call) -> bool:
    """Send updates to a URL from now on; besides https, plain http is allowed to this machine."""
    url = call.params["url"]
    if url and not url.startswith(("https://", "http://127.0.0.1:", "http://localhost:")):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if "allowed_updates" in call.params:
        call.world.updates.allowed = call.params["allowed_updates"]
    call.world.profile["webhook"] = {"url": url, "secret": call.params.get("secret_token", "")} if url else {}
    call.world.updates.bell.ring()
    return _dropped(call)


async def delete_webhook(call: Call) -> bool:
    """Go back to polling."""
    call.world.profile["webhook"] = {}
    return _dropped(call)


async def get_webhook_info(call: Call) -> Json:
    """Where updates go and how many wait."""
    queue, webhook = call.world.updates, call.world.profile.get("webhook", {})
    info: Json = {"url": webhook.get("url", ""), "has_custom_certificate": False}
    info["pending_update_count"] = len(queue.waiting)
    return info | ({"allowed_updates": queue.allowed} if queue.allowed else {})


async def get_file(call: Call) -> Json:
    """Give out a link that is valid for an hour of the world's clock; at most 20 MB."""
    files = call.world.files
    stored = files.files.get(call.params["file_id"])
    if stored is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if stored.size > LARGEST_DOWNLOAD:
        raise bad("file is too big")
    files.links[stored.path] = call.world.clock.now()
    return stored.wire() | {"file_path": stored.path}


async def answer_callback_query(call: Call) -> bool:
    """Answer a pressed button within 15 seconds; the first answer counts."""
    press = call.world.presses.get(call.params["callback_query_id"])
    if press is None or time.monotonic() - press.asked > call.world.query_seconds:
        raise bad(_OLD)
    text = call.params.get("text", "")
    if len(text) > _LONGEST_TOAST:
        raise bad("MESSAGE_TOO_LONG")
    url = call.params.get("url", "")
    if url and not _own_chat(url, call.world.bot.username):
        raise bad("URL_INVALID")
    if press.answer is None:
        alert = bool(call.params.get("show_alert", False))
        # Telegram's apps show the words and open nothing where an answer has both.
        press.answer = {"text": text or None, "alert": alert, "url": None if text else url or None}
        press.bell.ring()
        call.world.touch()
    return True


def _own_chat(url: str, username: str) -> bool:
    """Without a game, only a link that opens the bot itself with a parameter (Bot API, answerCallbackQuery)."""
    return re.fullmatch(rf"https?://t\.me/{re.escape(username)}\?start=[\w-]{{1,64}}", url, re.ASCII) is not None


def _dropped(call: Call) -> bool:
    if call.params.get("drop_pending_updates"):
        call.world.updates.waiting.clear()
    return True


METHODS: dict[str, Method] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "getFile": get_file,
    "answerCallbackQuery": answer_callback_query,
}
