"""What if Telegram asks for a pause of minutes or hours? It is kept over a restart, and people are told."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from delivery.budget import Budget
from delivery.outcome import Outcome, Verdict
from storage import alerts, inbox, marks
from storage.database import Unit
from storage.outbox import Errand, Lane

_LONG = 60.0  # seconds: 10,000 have been seen


class Pauses:
    """The long pauses of whole lanes: noted in memory, written with the next round, remembered at the next start."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._new: dict[Lane, float] = {}
        self._open: set[Lane] = set()

    async def recall(self, unit: Unit) -> None:
        """Go on waiting where the last process was told to."""
        for lane in Lane:
            until = await marks.number(unit, _name(lane)) or 0
            seconds = until - unit.now.timestamp()
            if seconds > 0:
                self._budget.pause(seconds, None, lane)
            if await alerts.is_open(unit, "telegram_pause", _name(lane)):
                self._open.add(lane)

    def note(self, errand: Errand, seconds: float) -> None:
        """This call was answered with a pause."""
        lane = Lane(errand.lane)
        if self._budget.pause(seconds, errand.chat_id, lane) and seconds >= _LONG:
            self._new[lane] = max(seconds, self._new.get(lane, 0.0))

    async def write(self, unit: Unit, ended: Collection[tuple[Errand, Outcome]]) -> None:
        """Write down what is new: begun, or over."""
        new, self._new = self._new, {}
        for lane, seconds in new.items():
            until = unit.now + timedelta(seconds=seconds)
            await marks.set_number(unit, _name(lane), int(until.timestamp()))
            if await alerts.raise_alert(unit, "telegram_pause", _name(lane)):
                await _tell(unit, lane, until)
            self._open.add(lane)
        sent = {Lane(errand.lane) for errand, outcome in ended if outcome.verdict is Verdict.SENT and outcome.messages}
        for lane in (self._open & sent) - new.keys():
            await alerts.settle(unit, "telegram_pause", _name(lane))
            self._open.discard(lane)


async def _tell(unit: Unit, lane: Lane, until: datetime) -> None:
    """Through the inbox: what is said to whom is the handlers' matter."""
    until = until.astimezone(UTC)
    body = {"lane": int(lane), "until": until.isoformat()}
    await inbox.put_result(unit, f"pause:{lane}:{until:%Y%m%d%H%M%S}", "sending_paused", body)


def _name(lane: Lane) -> str:
    return f"pause:{int(lane)}"
