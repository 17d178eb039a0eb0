"""The broken twin: what if updates were acknowledged first and written down a moment later?

`python -m tests.crash.hasty run` is the real bot but for this one mistake, which most bots make. A harness that finds
nothing wrong with it would find nothing wrong with anything.
"""

import asyncio
from typing import Any

from bot import app, inbound
from bot.__main__ import cli

_LATER = 0.5  # seconds


class Hasty(inbound.Polling):
    """Polling that asks Telegram for the next updates while the last ones are still in memory alone."""

    async def run(self) -> None:
        async with asyncio.TaskGroup() as self._group:
            await super().run()

    async def _keep(self, updates: list[dict[str, Any]], offset: int | None) -> int | None:
        self._group.create_task(self._keep_later(updates, offset))
        return int(updates[-1]["update_id"]) + 1

    async def _keep_later(self, updates: list[dict[str, Any]], offset: int | None) -> None:
        await asyncio.sleep(_LATER)
        await super()._keep(updates, offset)


if __name__ == "__main__":
    vars(app)["Polling"] = Hasty
    cli()
