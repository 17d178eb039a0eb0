"""Which updates wait for the bot, and how are they handed over and confirmed?"""

import asyncio
from collections import deque
from collections.abc import Callable

from simulator.bell import Bell
from simulator.wire import Json, Refusal

# Without allowed_updates a bot gets every kind but these.
_ASKED_FOR_ONLY = {"chat_member", "message_reaction", "message_reaction_count"}
_KEPT_SECONDS = 24 * 3600
_REMEMBERED = 10_000
_LONGEST_POLL = 50.0
_CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


class UpdateQueue:
    """The updates of one bot, oldest first, kept until confirmed or a day old."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self.next_id = 100_000_001
        self.allowed: list[str] = []
        self.waiting: deque[tuple[float, Json]] = deque()
        self.again: list[Json] = []  # repeated on purpose: handed over whatever the offset says
        self.history: deque[Json] = deque(maxlen=_REMEMBERED)
        self.bell = Bell()
        self.closed = False
        self._poll = 0

    def wants(self, kind: str) -> bool:
        """Whether the bot asked for updates of this kind."""
        return kind in self.allowed if self.allowed else kind not in _ASKED_FOR_ONLY

    def push(self, kind: str, content: Json) -> Json:
        """Queue a new update and return it."""
        return self.inject({"update_id": self.next_id, kind: content})

    def inject(self, update: Json) -> Json:
        """Queue any JSON object as an update, right or wrong; an id is added when it has none."""
        update = {"update_id": self.next_id, **update}
        self.next_id += 1
        self.waiting.append((self._now(), update))
        self.history.append(update)
        self.bell.ring()
        return update

    def redeliver(self, update_id: int) -> Json | None:
        """Hand an old update over once more, same id; None when it is not remembered."""
        found = next((one for one in reversed(self.history) if one.get("update_id") == update_id), None)
        if found is not None:
            self.again.append(found)
            self.bell.ring()
        return found

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Wait up to `seconds` for updates; an earlier poll still waiting is ended with 409."""
        self._poll += 1
        mine = self._poll
        self.bell.ring()
        self.confirm(offset)
        ready = self.ready(limit)
        until = asyncio.get_running_loop().time() + min(seconds, _LONGEST_POLL)
        while not ready:
            left = until - asyncio.get_running_loop().time()
            if left <= 0 or self.closed:
                return []
            await self.bell.wait(left)
            if mine != self._poll:
                raise Refusal(409, _CONFLICT)
            ready = self.ready(limit)
        return ready

    def confirm(self, offset: int) -> None:
        """Forget what lies before `offset`; a negative one keeps only that many of the newest."""
        if offset < 0:
            while len(self.waiting) > -offset:
                self.waiting.popleft()
            return
        while self.waiting and _id(self.waiting[0][1]) < offset:
            self.waiting.popleft()

    def done(self, update: Json) -> None:
        """Forget one update that a webhook has taken."""
        if self.waiting and self.waiting[0][1] is update:
            self.waiting.popleft()

    def ready(self, limit: int) -> list[Json]:
        """The oldest unconfirmed updates, at most `limit`, without what is older than a day."""
        while self.waiting and self.waiting[0][0] < self._now() - _KEPT_SECONDS:
            self.waiting.popleft()
        again, self.again = self.again, []
        return (again + [update for _, update in list(self.waiting)[:limit]])[:limit]


def _id(update: Json) -> int:
    value = update["update_id"]
    return value if isinstance(value, int) else 0
