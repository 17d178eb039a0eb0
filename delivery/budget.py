"""How many messages may leave now? Telegram's limits: in all, to one chat, to one group, and the pauses it asks for."""

from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass

_COUNTED = ("send", "edit", "copy", "forward")
_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Messages: a second in all, in a burst to one chat (then one a second), a minute to one group."""

    per_second: int = 28
    chat_burst: int = 12
    group_per_minute: int = 19


class Budget:
    """Counts what left and says when the next may leave. `clock` gives monotonic seconds."""

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        self._limits = limits
        self._clock = clock
        self._all: deque[float] = deque()
        self._chats: defaultdict[int, deque[float]] = defaultdict(deque)
        self._full: set[int] = set()
        self._tidy_at = 0.0
        self._paused_until = 0.0
        self._chat_paused: dict[int, float] = {}

    def wait(self, method: str, chat_id: int | None) -> float:
        """Seconds until this call may leave; 0: now. Calls that Telegram does not count wait for pauses alone."""
        now = self._clock()
        waits = [self._paused_until - now]
        if chat_id is not None:
            waits.append(self._chat_paused.get(chat_id, 0.0) - now)
        if method.startswith(_COUNTED):
            waits.append(_room(self._all, self._limits.per_second, 1.0, now))
            if chat_id is not None:
                waits.append(self._chat_wait(chat_id, now))
        return max(0.0, *waits)

    def spend(self, method: str, chat_id: int | None) -> None:
        """This call leaves now."""
        if method.startswith(_COUNTED):
            now = self._clock()
            self._all.append(now)
            if chat_id is not None:
                self._chats[chat_id].append(now)
                if self._chat_wait(chat_id, now) > 0:
                    self._full.add(chat_id)

    def pause(self, seconds: float, chat_id: int | None) -> None:
        """Telegram asked for a pause: of one chat where that is what was full, else of everything."""
        until = self._clock() + seconds
        if chat_id is not None and chat_id < 0:
            self._chat_paused[chat_id] = until
        else:
            self._paused_until = max(self._paused_until, until)

    def full_chats(self) -> dict[int, float]:
        """Chats to which nothing may leave now, with the seconds until it may: their rows need not be looked at."""
        now = self._clock()
        self._forget_quiet_chats(now)
        waits = {chat: self._chat_wait(chat, now) for chat in self._full}
        self._full = {chat for chat, wait in waits.items() if wait > 0}
        waits |= {chat: until - now for chat, until in self._chat_paused.items()}
        return {chat: wait for chat, wait in waits.items() if wait > 0}

    def _forget_quiet_chats(self, now: float) -> None:
        """Once a minute, so that looking at every chat costs nothing."""
        if now < self._tidy_at:
            return
        self._tidy_at = now + _MINUTE
        for chat_id in [chat for chat, sent in self._chats.items() if not sent or sent[-1] < now - _MINUTE]:
            del self._chats[chat_id]

    def _chat_wait(self, chat_id: int, now: float) -> float:
        sent = self._chats[chat_id]
        if chat_id < 0:
            return _room(sent, self._limits.group_per_minute, _MINUTE, now)
        burst = self._limits.chat_burst
        return _room(sent, burst, float(burst), now)


def _room(sent: deque[float], most: int, seconds: float, now: float) -> float:
    while sent and sent[0] <= now - seconds:
        sent.popleft()
    return sent[0] + seconds - now if len(sent) >= most else 0.0
