"""How does a photo get from Telegram into the vault: fetched, opened safely, judged, turned upright, read, sealed?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from telegram.error import BadRequest, TelegramError

from documents.advice import Advice
from documents.reader.reading import Reading
from documents.reader.telling import telling_numbers
from documents.results import Cleaned, Page, PictureFailed, Refusal, Refused
from documents.sandbox import Sandbox
from jobs.tools import Tools, TryLater
from registration.reading import judged

_MOST_BYTES = 20 * 1024 * 1024


async def fetch_photo(tools: Tools, body: dict[str, Any]) -> dict[str, Any]:
    """Fetch `telegram_file`, clean it, judge whether it `looks` like what was asked for, keep its pages.

    Returns `pages` (`name` in the vault, `width`, `height`, `advice`: what is wrong all the same) and of a KTP `read`:
    what it surely says, by question, `guesses`: what it may say, `numbers`: by which it is known again. Or `advice`
    (codes) with a `tip` (a picture in the vault) unless `lenient`; or `refused` (a code) with `details`. `today` is the
    day in the city. Raises `TryLater`.
    """
    data = await _fetched(tools, body)
    if not isinstance(data, bytes):
        return data
    cleaned = await tools.sandbox.clean(data, allow_pdf=body["takes_pdf"])
    if isinstance(cleaned, Refused):
        if cleaned.code is Refusal.CRASHED:
            raise TryLater(cleaned.code)  # also when the bot is being stopped: not the photo's fault
        return _refused(cleaned.code, **cleaned.details)
    if cleaned.source == "pdf":
        return await _kept(tools, cleaned, Advice())
    page = cleaned.pages[0]
    advice = await _advice(tools.sandbox, page, body)
    if advice.codes and not body["lenient"]:
        return {"advice": list(advice.codes), "tip": await _tip(tools, advice)}
    if body["looks"] == "ktp":
        return await _ktp(tools, page, advice, date.fromisoformat(body["today"]))
    return await _kept(tools, cleaned, advice)


async def _fetched(tools: Tools, body: Mapping[str, Any]) -> bytes | dict[str, Any]:
    if body["bytes"] > _MOST_BYTES:
        return _refused("too_large")
    try:
        file = await tools.bot.get_file(body["telegram_file"])
        return bytes(await file.download_as_bytearray())
    except BadRequest as problem:
        return _refused("too_large" if "too big" in str(problem).lower() else "gone")
    except TelegramError as problem:
        raise TryLater(type(problem).__name__) from None


async def _advice(sandbox: Sandbox, page: Page, body: Mapping[str, Any]) -> Advice:
    """What the coach says; nothing when it broke down, for that is not the photo's fault."""
    try:
        return await sandbox.coach(page.jpeg, body["looks"])
    except PictureFailed:
        return Advice()


async def _tip(tools: Tools, advice: Advice) -> str | None:
    try:
        return await tools.vault.put(await tools.sandbox.draw_tip(advice.codes[0]))
    except PictureFailed:
        return None


async def _ktp(tools: Tools, page: Page, advice: Advice, today: date) -> dict[str, Any]:
    reading = await tools.reader.read(page.jpeg, tools.read_seconds) if tools.reader is not None else None
    lying = await _upright(tools.sandbox, page, advice, reading)
    kept = await _kept(tools, Cleaned((lying,), "photo"), advice)
    if reading is None:
        return kept
    found = judged(reading.fields, today)
    sure = {key: answer.value for key, answer in found.items() if answer.sure}
    guesses = {key: each.value for key, each in found.items() if key not in sure}
    return kept | {"read": sure, "guesses": guesses, "numbers": telling_numbers(reading)}


async def _upright(sandbox: Sandbox, page: Page, advice: Advice, reading: Reading | None) -> Page:
    """Cut to the card and turned; where no card was seen, turned as its words run."""
    turns = advice.turns if advice.card is not None or reading is None else reading.turns
    if advice.card is None and turns == 0:
        return page
    try:
        return await sandbox.upright(page.jpeg, turns, advice.card)
    except PictureFailed:
        return page


async def _kept(tools: Tools, cleaned: Cleaned, advice: Advice) -> dict[str, Any]:
    pages = [
        {
            "name": await tools.vault.put(page.jpeg),
            "width": page.width,
            "height": page.height,
            "advice": list(advice.codes),
        }
        for page in cleaned.pages
    ]
    return {"pages": pages}


def _refused(code: str, **details: Any) -> dict[str, Any]:
    return {"refused": code, "details": details}
