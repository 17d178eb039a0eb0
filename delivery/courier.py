"""How do outbox rows reach Telegram: in which order, how many at once, and what follows from each answer?"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy.exc import SQLAlchemyError
from telegram import Bot

from delivery import ledger
from delivery.budget import Budget
from delivery.choosing import Chooser
from delivery.outcome import Outcome, Verdict
from delivery.pauses import Pauses
from delivery.trip import Trip, weight
from storage import once, outbox
from storage.database import Database, Unit
from storage.outbox import Errand, Lane
from storage.shelf import ShelfProblem
from storage.vault import Vault

Result = TypeVar("Result")
_log = logging.getLogger(__name__)
_LAST_SECONDS = 5.0  # how long calls under way may take when the bot is told to stop
_LONGEST_REST = 5.0  # seconds: how long to sleep when nothing is known to come due
_SHORTEST_REST = 0.01
_TOGETHER = 0.05  # seconds: ends of broadcasts are written down together, for nobody waits for what follows


class Courier:
    """Takes due rows, first things first, at most one under way to a chat so that order to a person is kept.

    A row stays due until its end is written, so a crash sends answers, notices and cards again rather than never.
    With a broadcast it is the other way round: it is marked as leaving before the call, and a crash never repeats it.
    """

    def __init__(self, db: Database, bot: Bot, budget: Budget, vault: Vault, now: Callable[[], datetime]) -> None:
        self._db = db
        self._bot = bot
        self._budget = budget
        self._vault = vault
        self._now = now
        self._chooser = Chooser(budget)
        self._pauses = Pauses(budget)
        self._under_way: dict[int, Errand] = {}
        self._held: dict[int, datetime] = {}
        self._ended: list[tuple[Errand, Outcome]] = []
        self._bell = asyncio.Event()
        db.outbox_bells.append(self._bell)

    async def run(self) -> None:
        """Work until cancelled; what is under way then is finished, if it ends soon, and written down."""
        await self._in_unit(self._begin_anew)
        async with asyncio.TaskGroup() as group:
            try:
                while True:
                    self._bell.clear()
                    rest = await self._round(group)
                    with suppress(TimeoutError):
                        async with asyncio.timeout(rest):
                            await self._bell.wait()
            except asyncio.CancelledError:
                await asyncio.shield(self._finish())
                raise

    async def _begin_anew(self, unit: Unit) -> None:
        """Whoever sent before is gone: what was leaving is unknown, and long pauses go on."""
        self._budget.restart()
        await once.end_interrupted(unit)
        await self._pauses.recall(unit)

    async def _finish(self) -> None:
        with suppress(TimeoutError):  # what hangs longer stays due and is sent again at the next start
            async with asyncio.timeout(_LAST_SECONDS):
                while len(self._ended) < len(self._under_way):
                    self._bell.clear()
                    await self._bell.wait()
        ended = list(self._ended)
        async with self._db.unit(self._now()) as unit:
            parcels = await ledger.write(unit, ended)
            await self._pauses.write(unit, ended)
        self._over(ended)
        with suppress(TimeoutError):  # housekeeping finds what is left
            async with asyncio.timeout(_LAST_SECONDS):
                await asyncio.gather(*map(self._throw_away, parcels))

    async def _round(self, group: asyncio.TaskGroup) -> float:
        """Write what ended, begin what may go; seconds until the next row may go."""
        now = self._now()
        full = self._budget.full_chats()
        ended = self._note_ends(now)
        over = {errand.id for errand, _ in ended}
        going = [errand for errand in self._under_way.values() if errand.id not in over]
        held = [*{errand.chat_id for errand in going if errand.chat_id is not None}, *self._held, *full]
        async with self._db.unit(now) as unit:
            parcels = await ledger.write(unit, ended)
            await self._pauses.write(unit, ended)
            choice = await self._chooser.choose(unit, going, held)
            leaving = await self._leave(unit, choice.leaving)
            later = None if choice.some else await outbox.next_due(unit, "call")
        self._over(ended)
        for name in parcels:  # beside the round, for a store over the network may take its time
            group.create_task(self._throw_away(name))
        for errand, after in leaving:
            self._under_way[errand.id] = errand
            group.create_task(self._carry(errand, after))
        times = [(until - now).total_seconds() for until in (*self._held.values(), later) if until]
        waits = [wait for wait in (*times, *choice.waits, *full.values()) if wait > 0]
        return max(_SHORTEST_REST, min([_LONGEST_REST, *waits]))

    async def _leave(self, unit: Unit, chosen: list[tuple[Errand, float]]) -> list[tuple[Errand, float]]:
        """Write down which broadcasts are about to leave; all that may go once this is committed."""
        bulk = {errand.id for errand, _ in chosen if errand.lane == Lane.BROADCAST}
        stopped = bulk - await once.leave(unit, sorted(bulk))
        for errand, _ in chosen:
            if errand.id in stopped:
                self._budget.end(errand.name, errand.chat_id, Lane.BROADCAST, messages=weight(errand), used=0)
        return [(errand, after) for errand, after in chosen if errand.id not in stopped]

    def _note_ends(self, now: datetime) -> list[tuple[Errand, Outcome]]:
        """What ended since the last round; it stays noted as ended until that is written down."""
        self._held = {chat: until for chat, until in self._held.items() if until > now}
        for errand, outcome in self._ended:
            self._note(errand, outcome)
        return list(self._ended)

    def _over(self, ended: list[tuple[Errand, Outcome]]) -> None:
        """The ends are committed: forget them."""
        del self._ended[: len(ended)]
        for errand, _ in ended:
            self._under_way.pop(errand.id, None)

    async def _throw_away(self, name: str) -> None:
        """Delete the picture that was sent; if that fails, no row points to it any more and housekeeping finds it."""
        try:
            await self._vault.delete(name)
        except ShelfProblem as problem:
            _log.warning("A sent picture stays in the vault for a day: %s", problem.code)

    async def _carry(self, errand: Errand, after: float) -> None:
        """Make one call; whatever happens, an outcome is left and the bell rings."""
        outcome = Outcome(Verdict.FAILED, words="not tried")
        trip = Trip(errand, self._bot, self._vault, self._in_unit, paid=self._budget.is_paid)
        try:
            await asyncio.sleep(after)
            outcome = await trip.go()
        except (SQLAlchemyError, OSError) as problem:  # the database or the disk was away for a moment
            outcome = Outcome(_or_unknown(errand, Verdict.LATER), words=type(problem).__name__)
        except Exception as problem:  # an unforeseen fault ends one row, never the courier
            _log.error("Outbox row %s (%s) failed unexpectedly: %s", errand.id, errand.name, type(problem).__name__)
            outcome = Outcome(_or_unknown(errand, Verdict.FAILED), words=type(problem).__name__)
        finally:
            lane = Lane(errand.lane)
            self._budget.end(errand.name, errand.chat_id, lane, messages=weight(errand), used=trip.used)
            self._ended.append((errand, outcome))
            self._ring(lane)

    def _ring(self, lane: Lane) -> None:
        if lane is Lane.BROADCAST:
            asyncio.get_running_loop().call_later(_TOGETHER, self._bell.set)
        else:
            self._bell.set()

    async def _in_unit(self, work: Callable[[Unit], Awaitable[Result]]) -> Result:
        async with self._db.unit(self._now()) as unit:
            return await work(unit)

    def _note(self, errand: Errand, outcome: Outcome) -> None:
        """Keep in mind what the answer says of the chat: pauses and faults hold back what follows."""
        if outcome.verdict is Verdict.PAUSE:
            self._pauses.note(errand, outcome.seconds)
        elif outcome.verdict is Verdict.UNREACHABLE and errand.name == "deleteMessage" and (errand.chat_id or 0) > 0:
            return  # tried again much later; whoever unblocks us meanwhile is answered at once
        elif outcome.verdict in {Verdict.LATER, Verdict.UNKNOWN, Verdict.UNREACHABLE} and errand.chat_id:
            seconds = ledger.patience(errand.attempts)
            if outcome.verdict is Verdict.UNREACHABLE and errand.chat_id < 0:
                seconds = ledger.LOST_GROUP_SECONDS
            self._held[errand.chat_id] = self._now() + timedelta(seconds=seconds)
        elif outcome.verdict is Verdict.FAILED:
            _log.error("Telegram refused %s (outbox row %s): %s", errand.name, errand.id, outcome.words)


def _or_unknown(errand: Errand, verdict: Verdict) -> Verdict:
    """What went wrong on our side may have done so after the call: then a broadcast may have been delivered."""
    return Verdict.UNKNOWN if errand.lane == Lane.BROADCAST else verdict
