"""Who talks to the bot in a bench? 32 people at once; each sends the next answer as soon as the last is answered."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

# Six questions of the form in their order; an invented person, whose NIK fits the birth date and the sex.
ANSWERS = (
    "6471 0517 0890 0001",
    "Budi Contoh",
    "Balikpapan",
    "17-8-1990",
    "Laki-laki",
    "Jl. Contoh Indah No. 12",
)
FIRST_ID = 700_000_001
AT_ONCE = 32
_WARM_SHARE = 0.2  # of the answers come before the clock starts: caches fill, pools open
_DATE = 1_762_700_000


@dataclass(slots=True)
class _Talk:
    """One person's way through the six messages."""

    chat_id: int
    said: int = 0
    at: float = 0.0


@dataclass(slots=True)
class Crowd:
    """`people` in all, `AT_ONCE` of them at a time. `latencies` are seconds from an update's birth to the answer."""

    people: int
    latencies: list[float] = field(default_factory=list)
    began: asyncio.Event = field(default_factory=asyncio.Event)
    warm: asyncio.Event = field(default_factory=asyncio.Event)
    finished: asyncio.Event = field(default_factory=asyncio.Event)
    _waiting: list[dict[str, Any]] = field(default_factory=list)
    _born: asyncio.Event = field(default_factory=asyncio.Event)
    _talks: dict[int, _Talk] = field(default_factory=dict)
    _answered: int = 0
    _update_id: int = 0

    @property
    def answers(self) -> int:
        """How many answers this crowd gives in all."""
        return self.people * len(ANSWERS)

    def begin(self) -> None:
        """The first ones write."""
        self.began.set()
        for chat_id in range(FIRST_ID, FIRST_ID + min(AT_ONCE, self.people)):
            self._say(self._talks.setdefault(chat_id, _Talk(chat_id)))

    def heard(self, chat_id: int) -> None:
        """The bot answered this person: the next message, or the next person. What nobody waits for is an error."""
        talk = self._talks[chat_id]
        if self.warm.is_set():
            self.latencies.append(time.perf_counter() - talk.at)
        self._answered += 1
        if self._answered >= self.answers * _WARM_SHARE:
            self.warm.set()
        if talk.said < len(ANSWERS):
            self._say(talk)
            return
        del self._talks[chat_id]
        following = chat_id + AT_ONCE
        if following < FIRST_ID + self.people:
            self._say(self._talks.setdefault(following, _Talk(following)))
        elif not self._talks:
            self.finished.set()

    async def updates(self, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        """getUpdates: forgets what `offset` acknowledges and waits for something to give."""
        self._waiting = [update for update in self._waiting if update["update_id"] >= offset]
        if not self._waiting:
            self._born.clear()
            try:
                async with asyncio.timeout(seconds):
                    await self._born.wait()
            except TimeoutError:
                return []
        return self._waiting[:limit]

    def _say(self, talk: _Talk) -> None:
        self._update_id += 1
        person = {"id": talk.chat_id, "first_name": "Budi (contoh)"}
        message = {
            "message_id": self._update_id,
            "date": _DATE,
            "chat": {**person, "type": "private"},
            "from": {**person, "is_bot": False, "language_code": "id"},
            "text": ANSWERS[talk.said],
        }
        self._waiting.append({"update_id": self._update_id, "message": message})
        talk.said += 1
        talk.at = time.perf_counter()
        self._born.set()


def chat_ids(people: int) -> Iterator[int]:
    """The ids of all who will write."""
    return iter(range(FIRST_ID, FIRST_ID + people))
