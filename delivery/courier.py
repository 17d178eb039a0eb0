"""How do outbox rows reach Telegram: in which order, how many at once, and what follows from each answer?"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy.exc import SQLAlchemyError
from telegram import Bot
from telegram.error import TelegramError

from delivery import ledger
from delivery.budget import Budget
from delivery.outcome import Outcome, Verdict, of_error, of_result
from delivery.parcel import pack, without
from delivery.topics import Topics
from storage import marks, once, outbox
from storage.database import Database, Unit
from storage.outbox import Errand, Lane
from storage.overtaken import without_overtaken
from storage.shelf import FileGone, ShelfProblem
from storage.vault import Vault

Result = TypeVar("Result")
_log = logging.getLogger(__name__)
_WINDOW = 48  # calls under way at once
_LAST_SECONDS = 5.0  # how long calls under way may take when the bot is told to stop
# What a call is made without, once more, when Telegram does not take it.
_WITHOUT = {
    Verdict.THREAD_GONE: ("message_thread_id",),
    Verdict.WITHOUT_THREAD: ("message_thread_id",),
    Verdict.WITHOUT_ENTITIES: ("entities", "caption_entities"),
}
_LONGEST_REST = 5.0  # seconds: how long to sleep when nothing is known to come due


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
        self._topics = Topics(self._ask, self._in_unit)
        self._under_way: dict[int, Errand] = {}
        self._held: dict[int, datetime] = {}
        self._ended: list[tuple[Errand, Outcome]] = []
        self._bell = asyncio.Event()
        db.outbox_bells.append(self._bell)

    async def run(self) -> None:
        """Work until cancelled; what is under way then is finished, if it ends soon, and written down."""
        await self._in_unit(once.end_interrupted)
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

    async def _finish(self) -> None:
        with suppress(TimeoutError):  # what hangs longer stays due and is sent again at the next start
            async with asyncio.timeout(_LAST_SECONDS):
                while len(self._ended) < len(self._under_way):
                    self._bell.clear()
                    await self._bell.wait()
        ended = list(self._ended)
        async with self._db.unit(self._now()) as unit:
            parcels = await ledger.write(unit, ended)
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
            busy = [errand.id for errand in going]
            found = await outbox.due(unit, "call", _WINDOW - len(going), busy=busy, held=held)
            waits: list[float] = []
            chosen = self._choose(await without_overtaken(unit, found), waits)
            rows = await self._leave(unit, chosen)
            later = None if found else await outbox.next_due(unit, "call")
        self._over(ended)
        for name in parcels:  # beside the round, for a store over the network may take its time
            group.create_task(self._throw_away(name))
        for errand in rows:
            self._under_way[errand.id] = errand
            group.create_task(self._carry(errand))
        waits += [(until - now).total_seconds() for until in (*self._held.values(), later) if until]
        return max(0.01, min([_LONGEST_REST, *(wait for wait in [*waits, *full.values()] if wait > 0)]))

    async def _leave(self, unit: Unit, chosen: list[Errand]) -> list[Errand]:
        """Write down which broadcasts are about to leave; all that may go once this is committed."""
        bulk = [errand.id for errand in chosen if errand.lane == Lane.BROADCAST]
        leaving = await once.leave(unit, bulk)
        return [errand for errand in chosen if errand.lane != Lane.BROADCAST or errand.id in leaving]

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

    def _choose(self, rows: list[Errand], waits: list[float]) -> list[Errand]:
        """Those that may leave now; how long the others have to wait is added to `waits`."""
        busy: set[int] = set()
        chosen = []
        for errand in rows:
            wait = self._budget.wait(errand.name, errand.chat_id)
            if wait > 0:
                waits.append(wait)
            elif errand.chat_id not in busy:
                self._budget.spend(errand.name, errand.chat_id)
                chosen.append(errand)
            if errand.chat_id is not None:
                busy.add(errand.chat_id)
        return chosen

    async def _carry(self, errand: Errand) -> None:
        """Make one call; whatever happens, an outcome is left and the bell rings."""
        outcome = Outcome(Verdict.FAILED, words="not tried")
        try:
            outcome = await self._call(errand)
        except (SQLAlchemyError, OSError) as problem:  # the database or the disk was away for a moment
            outcome = Outcome(_or_unknown(errand, Verdict.LATER), words=type(problem).__name__)
        except Exception as problem:  # an unforeseen fault ends one row, never the courier
            _log.error("Outbox row %s (%s) failed unexpectedly: %s", errand.id, errand.name, type(problem).__name__)
            outcome = Outcome(_or_unknown(errand, Verdict.FAILED), words=type(problem).__name__)
        finally:
            self._ended.append((errand, outcome))
            self._bell.set()

    async def _call(self, errand: Errand) -> Outcome:
        try:
            parcel = await pack(errand, self._vault, self._place_of)
        except ShelfProblem as problem:
            return Outcome(Verdict.AWAY, words=f"the vault: {problem.code}")
        except FileGone:  # a card is drawn again, as one that somebody deleted; of one that is over the operator hears
            is_over = errand.name == "editMessageMedia" and "instead" not in errand.body
            return Outcome(Verdict.FAILED if is_over else Verdict.INSTEAD, words="the picture is gone")
        if parcel is None:
            # A card that is not up yet: when it is drawn it will show the newest state anyway.
            return Outcome(Verdict.SENT, words="there is no message to edit yet")
        method, params = parcel.method, parcel.params
        outcome = await self._send(errand, method, params)
        if outcome.verdict is Verdict.INSTEAD and parcel.instead is not None:
            method, params = parcel.instead
            outcome = await self._send(errand, method, params)
        if outcome.verdict in _WITHOUT:
            outcome = await self._ask(method, without(params, *_WITHOUT[outcome.verdict]))
        return outcome

    async def _send(self, errand: Errand, method: str, params: dict[str, Any]) -> Outcome:
        """Make the call; what is sent anew and has a topic goes there."""
        if "topic" in errand.body and method.startswith("send"):
            return await self._topics.send(errand, method, params)
        return await self._ask(method, params)

    async def _ask(self, method: str, params: dict[str, Any]) -> Outcome:
        try:
            return of_result(await self._bot.do_api_request(method, api_kwargs=params))
        except TelegramError as problem:
            return of_error(problem)

    async def _place_of(self, slot: str) -> marks.Place | None:
        return await self._in_unit(lambda unit: marks.place_of(unit, slot))

    async def _in_unit(self, work: Callable[[Unit], Awaitable[Result]]) -> Result:
        async with self._db.unit(self._now()) as unit:
            return await work(unit)

    def _note(self, errand: Errand, outcome: Outcome) -> None:
        """Keep in mind what the answer says of the chat: pauses and faults hold back what follows."""
        if outcome.verdict is Verdict.PAUSE:
            self._budget.pause(outcome.seconds, errand.chat_id)
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
