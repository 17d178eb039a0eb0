"""How is each inbox row handled exactly once, and what happens to one that cannot be handled?"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from storage import inbox
from storage.database import Database, Unit, is_away
from storage.inbox import MOST_TRIES, Event

_log = logging.getLogger(__name__)
Handler = Callable[[Unit, Event], Awaitable[None]]
_BATCH = 32
_UNREADABLE = "the row could not be opened"


class Processor:
    """One loop, one row after the other, so that races between updates do not exist.

    Many rows share one commit while all goes well. When one raises, everything is rolled back and the same rows are
    taken one by one, each try counted before it begins; after `MOST_TRIES` a row is parked, with `on_parked` told.
    """

    def __init__(self, db: Database, handle: Handler, on_parked: Handler, now: Callable[[], datetime]) -> None:
        self._db = db
        self._handle = handle
        self._on_parked = on_parked
        self._now = now
        self._bell = asyncio.Event()
        db.inbox_bells.append(self._bell)

    async def run(self) -> None:
        """Work until cancelled. The first rows are taken one by one: one of them may have killed the last process."""
        await self._one_by_one()
        while True:
            self._bell.clear()
            if not await self.step():
                await self._bell.wait()

    async def step(self) -> int:
        """Handle the next rows; how many there were."""
        try:
            return await self._together()
        except Exception as error:  # which row it was is found out one by one
            if is_away(error):
                raise
            _log.debug("A batch failed and is handled row by row", exc_info=True)
            return await self._one_by_one()

    async def _together(self) -> int:
        async with self._db.unit(self._now()) as unit:
            events = await inbox.take(unit, _BATCH)
            for event in events:
                await self._handle(unit, event)
            await inbox.done(unit, [event.id for event in events])
        return len(events)

    async def _one_by_one(self) -> int:
        async with self._db.unit(self._now()) as unit:
            events = await inbox.take(unit, _BATCH)
        for event in events:
            await self._carefully(event)
        return len(events)

    async def _carefully(self, event: Event) -> None:
        problem = _UNREADABLE if event.body is None else event.error
        for _ in range(event.attempts, MOST_TRIES if event.body is not None else 0):
            async with self._db.unit(self._now()) as unit:
                await inbox.begin_try(unit, event.id)
            try:
                async with self._db.unit(self._now()) as unit:
                    await self._handle(unit, event)
                    await inbox.done(unit, [event.id])
            except Exception as error:  # the row is tried again, then parked: never lost, never in the way
                if is_away(error):
                    raise
                problem = _place(error)
                _log.error("Inbox row %s (%s) could not be handled: %s", event.id, event.kind, problem)
            else:
                return
        await self._park(event, problem or "the process died while handling it")

    async def _park(self, event: Event, problem: str) -> None:
        try:
            async with self._db.unit(self._now()) as unit:
                await inbox.park(unit, event.id, problem)
                await self._on_parked(unit, event)
        except Exception as error:  # who sent it cannot be told either: it must still leave the way
            if is_away(error):
                raise
            _log.error("Nobody could be told that inbox row %s is parked: %s", event.id, _place(error))
            async with self._db.unit(self._now()) as unit:
                await inbox.park(unit, event.id, problem)


def _place(error: BaseException) -> str:
    """Its type, and the file and line where it was raised; its text may hold personal data and is not kept."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__} at {where}"
