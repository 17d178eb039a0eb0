"""How are the pages of a case turned into fingerprints, and compared with those of all other cases?"""

import base64
from dataclasses import asdict
from typing import Any

from documents.results import PictureFailed
from jobs.tools import Tools
from storage.shelf import FileGone


async def fingerprint_pages(tools: Tools, body: dict[str, Any]) -> dict[str, Any]:
    """The bits of each of `pages` (`name` in the vault), one a page, None where there are none.

    A page that is gone or cannot be worked on does not keep the others from being compared.
    """
    return {"bits": [await _bits(tools, page["name"]) for page in body["pages"]]}


async def _bits(tools: Tools, name: str) -> str | None:
    try:
        return base64.b64encode(await tools.sandbox.fingerprint(await tools.vault.get(name))).decode()
    except (FileGone, PictureFailed):
        return None


async def compare_pages(tools: Tools, body: dict[str, Any]) -> dict[str, Any]:
    """Which pages of other cases look like one of `case`: `pairs` of fingerprints."""
    return {"pairs": [asdict(pair) for pair in await tools.known_pages.like_those_of(body["case"])]}
