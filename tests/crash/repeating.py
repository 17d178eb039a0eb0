"""The broken twin of broadcasts: what if rows were sent first and marked afterwards, as everything else is?

`python -m tests.crash.repeating run` is the real bot but for this one mistake. A harness in which nobody gets its
broadcast twice would find nothing wrong with anything.
"""

from collections.abc import Sequence

from bot.__main__ import cli
from storage import once, outbox
from storage.database import Unit


async def _leave(_unit: Unit, ids: Sequence[int]) -> set[int]:
    return set(ids)


async def _arrived(unit: Unit, messages: Sequence[tuple[int, int | None]]) -> None:
    await outbox.settle(unit, [row for row, _ in messages], "sent")


if __name__ == "__main__":
    vars(once).update(leave=_leave, arrived=_arrived)
    cli()
