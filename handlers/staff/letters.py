"""How are the letters of a case read by a machine, for staff to see what it found? A hint, no proof."""

from typing import Any

from handlers.context import Services
from handlers.staff import cards, likeness
from handlers.staff.lines import LOOKED_FOR
from registration.questions import BY_KEY, Kind
from storage import cases, files, outbox, page_numbers
from storage.cases import Case
from storage.database import Unit
from storage.drafts import Overtaken
from storage.files import File


async def have_read(unit: Unit, case: Case) -> None:
    """Have the letters of a case read; nothing happens where there are none."""
    pages = await _pages(unit, case)
    if pages:
        looked_for = {key: case.answers.get(key) for key in LOOKED_FOR}
        names = [page.vault_name for page in pages]
        outbox.job(unit, "read_letters", {"case": case.id, "pages": names, **looked_for})


async def _pages(unit: Unit, case: Case) -> list[File]:
    letters = [key for key in case.answers if key in BY_KEY and BY_KEY[key].kind is Kind.PAGES]
    kept = [case.answers[key] for key in letters if BY_KEY[key].looks == "letter"]
    ids = [number for value in kept if isinstance(value, list) for number in value]  # else it comes later, or never
    return await files.by_ids(unit, ids)


async def on_read(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    """The letters were read: keep the hints, and the pages that were turned. Letters replaced meanwhile don't count."""
    result = body["result"]
    turned = result.get("turned", {})
    case = await cases.get(unit, body["case"])
    pages = await _pages(unit, case) if case is not None else []
    if case is None or [page.vault_name for page in pages] != body["pages"]:
        outbox.job(unit, "forget_files", {"names": [page["name"] for page in turned.values()]})
        return
    await _keep_numbers(unit, case, pages, result.get("numbers", {}))
    hints = result.get("hints", {})
    if hints == case.hints and not turned:
        return
    for page in pages:
        if page.vault_name in turned:
            await files.replace(unit, page.id, turned[page.vault_name])
    after = await cases.change(unit, case, next_revision=False, hints=hints)
    if after is None:
        raise Overtaken
    if turned:
        outbox.job(unit, "forget_files", {"names": list(turned)})
    if turned and after.card_chat is not None:
        await cards.draw(unit, services, after)
    else:
        await cards.refresh(unit, services, after)


async def _keep_numbers(unit: Unit, case: Case, pages: list[File], numbers: dict[str, dict[str, int]]) -> None:
    """Let the pages be known again by their numbers; those that came before them are looked for now."""
    for page in pages:
        if page.vault_name in numbers:
            await page_numbers.write(unit, page.id, numbers[page.vault_name])
    if numbers:
        likeness.compare(unit, case.id)
