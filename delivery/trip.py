"""What happens to one row on its way to Telegram: packed, sent, and sent in another way when it is not taken so?"""

from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Bot
from telegram.error import TelegramError

from delivery.budget import is_counted
from delivery.outcome import Outcome, Verdict, of_error, of_result
from delivery.parcel import pack, pictures, without
from delivery.topics import Topics
from storage import marks
from storage.database import Unit
from storage.outbox import Errand, Lane
from storage.shelf import FileGone, ShelfProblem
from storage.vault import Vault

InUnit = Callable[[Callable[[Unit], Awaitable[Any]]], Awaitable[Any]]
# What a call is made without, once more, when Telegram does not take it.
_WITHOUT = {
    Verdict.THREAD_GONE: ("message_thread_id",),
    Verdict.WITHOUT_THREAD: ("message_thread_id",),
    Verdict.WITHOUT_ENTITIES: ("entities", "caption_entities"),
}
_CAN_BE_PAID = ("send", "copy")


def weight(errand: Errand) -> int:
    """How many messages it will be: an album is several."""
    return max(1, len(pictures(errand))) if "vaults" in errand.body else 1


class Trip:
    """One row under way. `used`: how many messages Telegram has counted."""

    def __init__(self, errand: Errand, bot: Bot, vault: Vault, in_unit: InUnit, *, paid: bool) -> None:
        self.used = 0
        self._errand = errand
        self._bot = bot
        self._vault = vault
        self._in_unit = in_unit
        self._paid = paid and errand.lane == Lane.BROADCAST

    async def go(self) -> Outcome:
        """Make the call, or what takes its place."""
        errand = self._errand
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
        outcome = await self._send(method, params)
        if outcome.verdict is Verdict.INSTEAD and parcel.instead is not None:
            method, params = parcel.instead
            outcome = await self._send(method, params)
        if outcome.verdict in _WITHOUT:
            outcome = await self._ask(method, without(params, *_WITHOUT[outcome.verdict]))
        return outcome

    async def _send(self, method: str, params: dict[str, Any]) -> Outcome:
        """Make the call; what is sent anew and has a topic goes there."""
        if self._paid and method.startswith(_CAN_BE_PAID):
            params = params | {"allow_paid_broadcast": True}
        if "topic" in self._errand.body and method.startswith("send"):
            return await Topics(self._ask, self._in_unit).send(self._errand, method, params)
        return await self._ask(method, params)

    async def _ask(self, method: str, params: dict[str, Any]) -> Outcome:
        if is_counted(method):
            self.used += weight(self._errand)
        try:
            return of_result(await self._bot.do_api_request(method, api_kwargs=params))
        except TelegramError as problem:
            return of_error(problem)

    async def _place_of(self, slot: str) -> marks.Place | None:
        place: marks.Place | None = await self._in_unit(lambda unit: marks.place_of(unit, slot))
        return place
