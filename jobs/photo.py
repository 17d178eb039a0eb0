"""How does a photo get from Telegram into the vault: fetched, opened safely, cleaned, sealed?"""

from typing import Any

from telegram.error import BadRequest, TelegramError

from documents.results import Refusal, Refused
from jobs.tools import Tools, TryLater

_MOST_BYTES = 20 * 1024 * 1024


async def fetch_photo(tools: Tools, body: dict[str, Any]) -> dict[str, Any]:
    """Fetch `telegram_file`, clean it, keep its pages.

    Returns `pages` (`name` in the vault, `width`, `height`) or `refused` (a code) with `details`. Raises `TryLater`.
    """
    if body["bytes"] > _MOST_BYTES:
        return _refused("too_large")
    try:
        file = await tools.bot.get_file(body["telegram_file"])
        data = bytes(await file.download_as_bytearray())
    except BadRequest as problem:
        return _refused("too_large" if "too big" in str(problem).lower() else "gone")
    except TelegramError as problem:
        raise TryLater(type(problem).__name__) from None
    cleaned = await tools.sandbox.clean(data, allow_pdf=body["takes_pdf"])
    if isinstance(cleaned, Refused) and cleaned.code is Refusal.CRASHED:
        raise TryLater(cleaned.code)  # also when the bot is being stopped: not the photo's fault
    if isinstance(cleaned, Refused):
        return _refused(cleaned.code, **cleaned.details)
    pages = [
        {"name": await tools.vault.put(page.jpeg), "width": page.width, "height": page.height} for page in cleaned.pages
    ]
    return {"pages": pages}


def _refused(code: str, **details: Any) -> dict[str, Any]:
    return {"refused": code, "details": details}
