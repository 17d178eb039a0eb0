"""How is a picture of counts drawn?"""

from typing import Any

from documents.bars import chart_of
from jobs.tools import Tools


async def draw_chart(tools: Tools, body: dict[str, Any]) -> dict[str, Any]:
    """Draw `chart` (the parts of a `documents.bars.Chart`); the picture's name in the vault."""
    return {"vault": await tools.vault.put(await tools.sandbox.draw_chart(chart_of(body["chart"])))}
