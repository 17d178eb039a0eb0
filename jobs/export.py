"""How does the list of a group lie ready for one supervisor, sealed?"""

from typing import Any

from jobs.tools import Tools
from storage.listing import Chosen


async def write_list(tools: Tools, body: dict[str, Any]) -> dict[str, Any]:
    """Write the list of `window`, `state` and `agencies`: its name in the vault and the ids of its `cases`."""
    written = await tools.lists.write(Chosen(body["window"], body["state"], body["agencies"]))
    return {"vault": await tools.vault.put(written.workbook), "cases": written.cases}
