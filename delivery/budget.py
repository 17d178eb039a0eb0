"""How many messages may leave now? Telegram's limits: in all, to one chat, to one group, and the pauses it asks for."""

from collections.abc import Callable
from dataclasses import dataclass

from delivery.window import Window
from storage.outbox import Lane

_COUNTED = ("send", "edit", "copy", "forward")
_MINUTE = 60.0
# A broadcast leaves evenly, a little faster than the limit: so it uses the limit up, also after a moment in which the
# machine was busy, and yet there are never so many at once that an answer would have to wait for long behind them.
_HASTE = 1.25
_BACK_IN = 60.0  # seconds from a standstill to the full rate
_LEAST = 0.1  # of the rate, however often Telegram asked for a pause
_OWN_FAULT = (3, 3.0)  # so many messages in so many seconds: then the 429 is about this chat


def is_counted(method: str) -> bool:
    """Does Telegram count this call as a message?"""
    return method.startswith(_COUNTED)


@dataclass(frozen=True, slots=True)
class Limits:
    """Messages: a second in all, in a burst to one chat (then one a second), a minute to one group.

    `paid_per_second`: of broadcasts, where they are paid for; 0: they are part of what is free.
    """

    per_second: int = 30
    chat_burst: int = 12
    group_per_minute: int = 20
    paid_per_second: int = 0


class Budget:
    """Says when the next may leave. `clock` gives monotonic seconds. Every `spend` is followed by an `end`."""

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        self._limits = limits
        self._clock = clock
        self._all = Window(limits.per_second, 1.0)
        self._paid = Window(limits.paid_per_second, 1.0)
        self._chats: dict[int, Window] = {}
        self._full: set[int] = set()
        self._tidy_at = 0.0
        self._bulk_at = 0.0
        self._paused: dict[Lane, float] = dict.fromkeys(Lane, 0.0)
        self._chat_paused: dict[int, float] = {}
        self._share, self._share_at = 1.0, 0.0

    @property
    def is_paid(self) -> bool:
        """Are broadcasts paid for, beside the limit of the others?"""
        return self._limits.paid_per_second > 0

    def wait(self, method: str, chat_id: int | None, lane: Lane = Lane.ANSWER) -> float:
        """Seconds until this call may leave; 0: now. Calls that Telegram does not count wait for pauses alone."""
        now = self._clock()
        waits = [until - now for paused, until in self._paused.items() if paused <= lane]
        if lane is Lane.BROADCAST:
            waits.append(self._bulk_at - now)
        if chat_id is not None:
            waits.append(self._chat_paused.get(chat_id, 0.0) - now)
        if is_counted(method):
            waits.append(self._window(lane).wait(now, self._share_now(now)))
            if chat_id is not None:
                waits.append(self._chat(chat_id).wait(now))
        return max(0.0, *waits)

    def spend(
        self, method: str, chat_id: int | None, lane: Lane = Lane.ANSWER, *, messages: int = 1, after: float = 0.0
    ) -> None:
        """This call leaves, `after` so many seconds; an album counts as many messages."""
        now = self._clock()
        if lane is Lane.BROADCAST:
            rate = self._limits.paid_per_second or self._limits.per_second
            self._bulk_at = max(now + after, self._bulk_at) + 1 / (rate * self._share_now(now) * _HASTE)
        for window in self._counting(method, chat_id, lane):
            window.begin(messages)
        if chat_id is not None and is_counted(method) and self._chat(chat_id).wait(now) > 0:
            self._full.add(chat_id)

    def end(
        self, method: str, chat_id: int | None, lane: Lane = Lane.ANSWER, *, messages: int = 1, used: int = 1
    ) -> None:
        """It was answered, or given up; so many messages were really `used`: none, or more where it took two tries."""
        for window in self._counting(method, chat_id, lane):
            window.end(self._clock(), messages, used)

    def restart(self) -> None:
        """Whoever sent is gone, and somebody new begins."""
        for window in (self._all, self._paid, *self._chats.values()):
            window.restart(self._clock())

    def pause(self, seconds: float, chat_id: int | None, lane: Lane = Lane.ANSWER) -> bool:
        """Telegram asked for a pause; whether it is one of the whole lane, and of those that come after it.

        Of one chat only, where that is what was full. An answer still leaves while broadcasts have to wait: it is
        another matter whether Telegram wants that one to wait too.
        """
        now = self._clock()
        if chat_id is not None and (chat_id < 0 or self._own_fault(chat_id, now)):
            self._chat_paused[chat_id] = now + seconds
            return False
        until = now + seconds
        if until > self._paused[lane]:
            if now >= self._paused[lane]:  # several that were under way together are one reason to slow down
                self._share = max(_LEAST, self._share_now(now) / 2)
            self._paused[lane] = self._share_at = until
        return True

    def full_chats(self) -> dict[int, float]:
        """Chats to which nothing may leave now, with the seconds until it may: their rows need not be looked at."""
        now = self._clock()
        self._forget_quiet_chats(now)
        waits = {chat: self._chat(chat).wait(now) for chat in self._full}
        self._full = {chat for chat, wait in waits.items() if wait > 0}
        self._chat_paused = {chat: until for chat, until in self._chat_paused.items() if until > now}
        for chat, until in self._chat_paused.items():
            waits[chat] = max(waits.get(chat, 0.0), until - now)
        return {chat: wait for chat, wait in waits.items() if wait > 0}

    def _share_now(self, now: float) -> float:
        """Of the limits, how much is used: after a pause half of what was, then more again."""
        return min(1.0, self._share + max(0.0, now - self._share_at) / _BACK_IN)

    def _own_fault(self, chat_id: int, now: float) -> bool:
        most, seconds = _OWN_FAULT
        return self._chat(chat_id).since(now - seconds) >= most

    def _window(self, lane: Lane) -> Window:
        return self._paid if lane is Lane.BROADCAST and self.is_paid else self._all

    def _counting(self, method: str, chat_id: int | None, lane: Lane) -> list[Window]:
        if not is_counted(method):
            return []
        return [self._window(lane), *([] if chat_id is None else [self._chat(chat_id)])]

    def _chat(self, chat_id: int) -> Window:
        if chat_id not in self._chats:
            burst = self._limits.chat_burst
            group = chat_id < 0
            self._chats[chat_id] = (
                Window(self._limits.group_per_minute, _MINUTE) if group else Window(burst, float(burst))
            )
        return self._chats[chat_id]

    def _forget_quiet_chats(self, now: float) -> None:
        """Once a minute, so that looking at every chat costs nothing."""
        if now < self._tidy_at:
            return
        self._tidy_at = now + _MINUTE
        for window in self._chats.values():
            window.wait(now)
        self._chats = {chat: window for chat, window in self._chats.items() if not window.is_quiet}
