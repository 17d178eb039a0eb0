"""How do jobs get done beside the conversation, and their results back into it?"""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from jobs.card import draw_card
from jobs.chart import draw_chart
from jobs.export import write_list
from jobs.forget import forget_files
from jobs.letters import read_letters
from jobs.likeness import compare_pages, fingerprint_pages
from jobs.member import check_member
from jobs.pages import draw_pages
from jobs.photo import fetch_photo
from jobs.tools import Tools, TryLater
from storage import inbox, outbox
from storage.database import Database
from storage.outbox import Errand
from storage.shelf import ShelfProblem

_log = logging.getLogger(__name__)

Job = Callable[[Tools, dict[str, Any]], Awaitable[dict[str, Any]]]
# A new kind of slow work is one row here; who handles its result is a row in `handlers.results`.
JOBS: Mapping[str, Job] = {
    "fetch_photo": fetch_photo,
    "draw_card": draw_card,
    "draw_pair": draw_card,
    "read_letters": read_letters,
    "draw_pages": draw_pages,
    "draw_chart": draw_chart,
    "check_member": check_member,
    "forget_files": forget_files,
    "fingerprint_pages": fingerprint_pages,
    "compare_pages": compare_pages,
    "write_list": write_list,
}
_AT_ONCE = 8
_MOST_OF_A_KIND = 5  # a rush of photos to be read leaves room for cards to be drawn
# An officer's press waits for these, and its spinner ends after 15 seconds: they never wait for pictures.
_QUICK = frozenset({"check_member"})
_QUICK_AT_ONCE = 8
_MOST_TRIES = 6  # about a minute
_PATIENT = {
    "draw_card",
    "read_letters",
    "fingerprint_pages",
    "forget_files",
}  # nobody looks at a clock: while the vault is away they wait
_LONGEST_REST = 300.0  # seconds between two tries
_MOST_BROKEN_TRIES = 2  # a child process may have been killed: by the system, or together with the last bot


class Runner:
    """Takes due jobs, a few at once. A job stays due until its result is written, so a crash does it again."""

    def __init__(self, db: Database, tools: Tools, now: Callable[[], datetime]) -> None:
        self._db = db
        self._tools = tools
        self._now = now
        self._running: dict[int, str] = {}
        self._bell = asyncio.Event()
        db.job_bells.append(self._bell)

    async def run(self) -> None:
        """Work until cancelled; what is cut off then is done again at the next start."""
        async with asyncio.TaskGroup() as group:
            while True:
                self._bell.clear()
                later = await self._begin(group)
                with suppress(TimeoutError):
                    async with asyncio.timeout(later):
                        await self._bell.wait()

    async def _begin(self, group: asyncio.TaskGroup) -> float:
        kinds = Counter(self._running.values())
        room = _AT_ONCE + _QUICK_AT_ONCE - kinds.total()
        async with self._db.unit(self._now()) as unit:
            full = [kind for kind in JOBS if _is_full(kind, kinds)]
            rows = await outbox.due(unit, "job", room, busy=list(self._running), without=full) if room else []
            # With somebody at work the end of a job rings; what is kept back for it is due long since.
            later = None if rows or full else await outbox.next_due(unit, "job")
        for errand in rows:
            if _is_full(errand.name, kinds):
                self._bell.set()  # look again at once: others may stand behind it
                continue
            kinds[errand.name] += 1
            self._running[errand.id] = errand.name
            group.create_task(self._do(errand))
        wait = (later - self._now()).total_seconds() if later else 5.0
        return min(5.0, max(0.05, wait))

    async def _do(self, errand: Errand) -> None:
        try:
            result = await self._result(errand)
            async with self._db.unit(self._now()) as unit:
                if result is None:
                    until = unit.now + timedelta(seconds=min(_LONGEST_REST, 2 ** min(errand.attempts, 9)))
                    await outbox.postpone(unit, errand.id, until, "try later")
                else:
                    await outbox.settle(unit, [errand.id], "sent")
                    await inbox.put_result(unit, errand.key, errand.name, {**errand.body, "result": result})
        finally:
            del self._running[errand.id]
            self._bell.set()

    async def _result(self, errand: Errand) -> dict[str, Any] | None:
        try:
            return await JOBS[errand.name](self._tools, errand.body)
        except TryLater:
            return None if errand.attempts < _MOST_TRIES else {"failed": "network"}
        except ShelfProblem as problem:
            _log.warning("Job %s (outbox row %s) waits for the vault: %s", errand.name, errand.id, problem.code)
            return None if errand.name in _PATIENT or errand.attempts < _MOST_TRIES else {"failed": "network"}
        except Exception as error:  # one broken job must not end the others; its handler tells the person
            _log.error("Job %s (outbox row %s) failed: %s", errand.name, errand.id, type(error).__name__)
            return None if errand.attempts < _MOST_BROKEN_TRIES else {"failed": "broken"}


def _is_full(kind: str, running: Counter[str]) -> bool:
    """Must another job of this kind wait until one that is running has ended?"""
    quick = sum(running[each] for each in _QUICK)
    if kind in _QUICK:
        return quick >= _QUICK_AT_ONCE
    return running[kind] >= _MOST_OF_A_KIND or running.total() - quick >= _AT_ONCE
