"""How is the picture of a case drawn for the staff group?"""

from typing import Any

from documents.results import LabelledPage
from jobs.tools import Tools
from storage.shelf import FileGone


async def draw_card(tools: Tools, body: dict[str, Any]) -> dict[str, Any]:
    """Draw the pages named in the vault side by side under the watermark `note`; the picture's name in the vault.

    A page whose file is gone is left out; `missing` says how many.
    """
    pages = []
    missing = 0
    for page in body["pages"]:
        try:
            jpeg = await tools.vault.get(page["name"])
        except FileGone:
            missing += 1
        else:
            pages.append(LabelledPage(jpeg, page["label"], page["changed"], page.get("hide", "nothing")))
    picture = await tools.sandbox.draw_card(pages, body["note"])
    return {"vault": await tools.vault.put(picture), "missing": missing}
