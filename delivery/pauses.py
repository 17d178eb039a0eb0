"""What if Telegram asks for a pause of minutes or hours? It is kept over a restart, and people are told."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from delivery.budget import Budget
from delivery.outcome import Outcome, Verdict
from storage import alerts, inbox, marks
from storage.database import Unit
from storage.outbox import Errand, Lane

_ALERT = "telegram_pause"
_LONG = 60.0  # seconds: 10,000 have been seen


class Pauses:
    """Long pauses: noted in memory, written with the next round; those of whole lanes are kept over a restart.

    One group's is the operator's alone to see: the group itself cannot be told, and asks again by itself.
    """

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._new: dict[Lane, float] = {}
        self._full_chats: set[int] = set()
        self._open: set[str] = set()

    async def recall(self, unit: Unit) -> None:
        """Go on waiting where the last process was told to."""
        for lane in Lane:
            until = await marks.number(unit, _name(lane)) or 0
            seconds = until - unit.now.timestamp()
            if seconds > 0:
                self._budget.pause(seconds, None, lane)
        self._open = {about for code, about, _ in await alerts.open_alerts(unit) if code == _ALERT}

    def note(self, errand: Errand, seconds: float) -> None:
        """This call was answered with a pause."""
        lane = Lane(errand.lane)
        of_lane = self._budget.pause(seconds, errand.chat_id, lane)
        if seconds < _LONG:
            return
        if of_lane:
            self._new[lane] = max(seconds, self._new.get(lane, 0.0))
        elif errand.chat_id is not None and errand.chat_id < 0:
            self._full_chats.add(errand.chat_id)

    async def write(self, unit: Unit, ended: Collection[tuple[Errand, Outcome]]) -> None:
        """Write down what is new: begun, or over."""
        new, self._new = self._new, {}
        for lane, seconds in new.items():
            until = unit.now + timedelta(seconds=seconds)
            await marks.set_number(unit, _name(lane), int(until.timestamp()))
            if await self._raise(unit, _name(lane)):
                await _tell(unit, lane, until)
        chats, self._full_chats = {_chat(chat_id) for chat_id in self._full_chats}, set()
        for about in chats:
            await self._raise(unit, about)
        if not self._open:
            return
        sent = [errand for errand, outcome in ended if outcome.verdict is Verdict.SENT and outcome.messages]
        arrived = {_name(Lane(errand.lane)) for errand in sent} | {_chat(errand.chat_id) for errand in sent}
        for about in (self._open & arrived) - chats - {_name(lane) for lane in new}:
            await alerts.settle(unit, _ALERT, about)
            self._open.discard(about)

    async def _raise(self, unit: Unit, about: str) -> bool:
        self._open.add(about)
        return await alerts.raise_alert(unit, _ALERT, about)


async def _tell(unit: Unit, lane: Lane, until: datetime) -> None:
    """Through the inbox: what is said to whom is the handlers' matter."""
    until = until.astimezone(UTC)
    body = {"lane": int(lane), "until": until.isoformat()}
    await inbox.put_result(unit, f"pause:{lane}:{until:%Y%m%d%H%M%S}", "sending_paused", body)


def _name(lane: Lane) -> str:
    return f"pause:{int(lane)}"


def _chat(chat_id: int | None) -> str:
    return f"chat:{chat_id}"
