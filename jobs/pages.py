"""How are the pages of a case made ready for one officer's eyes?"""

from typing import Any

from documents.results import PictureFailed
from jobs.tools import Tools
from storage.shelf import FileGone


async def draw_pages(tools: Tools, body: dict[str, Any]) -> dict[str, Any]:
    """Write the watermark `note` over a copy of each page; the copies' `names` in the vault, in order.

    A page that is gone or cannot be marked is left out, never shown without its mark; `missing` says how many.
    """
    names = []
    for page in body["pages"]:
        try:
            picture = await tools.sandbox.mark_page(await tools.vault.get(page), body["note"])
        except (FileGone, PictureFailed):
            continue
        names.append(await tools.vault.put(picture))
    return {"names": names, "missing": len(body["pages"]) - len(names)}
