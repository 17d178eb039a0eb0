"""One of several processes that approve the same window at once: `python -m tests.storage.approving URL LIMIT I OF`."""

import asyncio
import sys

from registration.lifecycle import State
from registration.quota import Pool
from storage import cases
from tests.storage.books import approve
from tests.support.databases import NOW, connected


async def main(url: str, limit: int, mine: int, of: int) -> None:
    """Approve every `of`-th case once the parent says so; one state a line."""
    async with connected(url) as db:
        async with db.unit(NOW) as unit:
            waiting = await cases.in_states(unit, [State.WAITING])
        print("ready", flush=True)  # noqa: T201 - what the parent waits for
        sys.stdin.readline()
        for case in waiting[mine::of]:
            print(await approve(db, case, Pool("pool", limit)))  # noqa: T201


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], *map(int, sys.argv[2:5])))
