"""Would Telegram say "too many requests" now?"""

import math
from collections import defaultdict, deque
from collections.abc import Callable

from simulator.wire import Refusal

_OVERALL = (30, 1.0)  # messages, seconds
_IN_GROUP = (20, 60.0)
_BURST = 3
_PAID = (1000, 1.0)
_COUNTED = ("send", "copy", "forward", "edit")


class Limits:
    """Telegram's limits: 30 a second in all, 1 a second to a chat (3 at once), 20 a minute to a group.

    Paid broadcasts have a limit of their own: 1000 a second. What was refused does not count, and whoever does not wait
    as long as they were told to is refused again.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self.on = False
        self._now = now
        self._sent: defaultdict[object, deque[float]] = defaultdict(deque)
        self._closed: defaultdict[object, float] = defaultdict(float)  # until when nothing is let through

    def check(self, method: str, chat_id: object, messages: int, *, paid: bool = False) -> None:
        """Count this call; raises Refusal (429 with retry_after in whole seconds) when it is one too many."""
        if not self.on or not method.startswith(_COUNTED) or method == "sendChatAction":
            return
        group = isinstance(chat_id, int) and chat_id < 0
        overall = ("paid", *_PAID) if paid else ("all", *_OVERALL)
        windows = [overall, (("chat", chat_id), _BURST, float(_BURST))]
        windows += [(("group", chat_id), *_IN_GROUP)] if group else []
        waits = {window[0]: self._wait(*window, messages) for window in windows}
        wait = max(waits.values())
        if wait > 0:
            seconds = math.ceil(wait)
            for key in (key for key, its in waits.items() if its > 0 and self._closed[key] <= self._now()):
                self._closed[key] = self._now() + math.ceil(waits[key])
            raise Refusal(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
        for key, _, _ in windows:
            self._sent[key].extend([self._now()] * messages)

    def _wait(self, key: object, most: int, seconds: float, messages: int) -> float:
        sent = self._sent[key]
        while sent and sent[0] <= self._now() - seconds:
            sent.popleft()
        full = sent[0] + seconds - self._now() if sent and len(sent) + messages > most else 0.0
        return max(full, self._closed[key] - self._now())
