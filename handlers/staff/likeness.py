"""Which other cases were sent with the same photo, and what do the cards of both say of it? Workers never hear."""

import base64
from typing import Any

from handlers.context import Services
from handlers.staff import cards
from registration.lifecycle import DECIDABLE
from registration.questions import BY_KEY
from storage import alerts, cases, files, fingerprints, look_alikes, outbox
from storage.cases import Case
from storage.database import Unit
from storage.look_alikes import Pair


async def begin(unit: Unit, case: Case) -> None:
    """Have the pages of a case compared with those of all other cases, the new ones fingerprinted before."""
    kept = [file for key in case.answers if key in BY_KEY for file in await files.by_ids(unit, _ids(case, key))]
    known = await fingerprints.with_some(unit, [file.id for file in kept])
    pages = [{"file": file.id, "name": file.vault_name} for file in kept if file.id not in known]
    outbox.job(unit, "fingerprint_pages", {"case": case.id, "pages": pages})


def _ids(case: Case, key: str) -> list[int]:
    value = case.answers[key]
    return value if isinstance(value, list) else []


async def on_fingerprinted(unit: Unit, _services: Services, body: dict[str, Any]) -> None:
    """Keep the bits of pages that are still the same, then compare.

    They are in the table before anything is compared: of two cases sent at once, the later one finds the other.
    """
    bits = body["result"].get("bits", [None] * len(body["pages"]))
    for page, encoded in zip(body["pages"], bits, strict=True):
        file = await files.get(unit, page["file"])
        if file is None or file.vault_name != page["name"]:
            continue  # forgotten meanwhile
        if encoded is None:
            await alerts.raise_alert(unit, "page_not_compared", str(body["case"]))
        else:
            await fingerprints.add(unit, file.id, body["case"], base64.b64decode(encoded))
    compare(unit, body["case"])


def compare(unit: Unit, case_id: int) -> None:
    """Have the pages of a case compared with those of all other cases."""
    outbox.job(unit, "compare_pages", {"case": case_id})


async def on_compared(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    """Keep what was found, and tell it on the cards of both cases that are still to be decided."""
    if "pairs" not in body["result"]:
        await alerts.raise_alert(unit, "page_not_compared", str(body["case"]))
        return
    touched = await look_alikes.note(unit, [Pair(**pair) for pair in body["result"]["pairs"]])
    for case_id in sorted(touched):
        case = await cases.get(unit, case_id)
        if case is not None and case.state in DECIDABLE:
            await cards.refresh(unit, services, case)
