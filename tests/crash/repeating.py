"""The broken twin of broadcasts: what if rows were sent first and marked afterwards, as everything else is?

The real bot but for this one mistake. A harness in which nobody gets its broadcast twice would find nothing wrong with
anything.
"""

from collections.abc import Sequence

from storage import once, outbox
from storage.database import Unit


async def _leave(_unit: Unit, ids: Sequence[int]) -> set[int]:
    return set(ids)


async def _arrived(unit: Unit, messages: Sequence[tuple[int, int | None]]) -> None:
    await outbox.settle(unit, [row for row, _ in messages], "sent")


def break_it() -> None:
    """Put the mistake in."""
    vars(once).update(leave=_leave, arrived=_arrived)
