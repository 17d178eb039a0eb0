"""What if a handler takes the whole process with it? `python -m tests.bot.dying <database>` works off what waits."""

import asyncio
import os
import sys

from bot.processor import Processor
from storage import marks
from storage.database import Unit
from storage.inbox import Event
from tests.support.databases import NOW, connected

DEADLY = 666


async def _handle(unit: Unit, event: Event) -> None:
    if event.body["update_id"] == DEADLY:
        os._exit(9)  # as the kernel does when memory runs out
    await marks.count_up(unit, f"handled {event.body['update_id']}")


async def _on_parked(unit: Unit, event: Event) -> None:
    await marks.count_up(unit, "told")


async def _main(url: str) -> None:
    async with connected(url) as db, asyncio.TaskGroup() as group:
        running = group.create_task(Processor(db, _handle, _on_parked, lambda: NOW).run())
        while not running.done():
            async with db.unit(NOW) as unit:
                if await marks.number(unit, "told") is not None and await marks.number(unit, "handled 2") is not None:
                    running.cancel()
            await asyncio.sleep(0.01)


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1]))
