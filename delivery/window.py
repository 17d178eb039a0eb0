"""May one more message leave without Telegram counting one too many?"""

from collections import deque


class Window:
    """At most `most` messages in any `seconds`, by the time at which each arrived there.

    That time lies somewhere between sending and answer. So a message counts from before its sending until `seconds`
    after its answer: however long it was on the way, Telegram never counts more than `most`.
    """

    def __init__(self, most: int, seconds: float) -> None:
        self._most = most
        self._seconds = seconds
        self._under_way = 0
        self._answered: deque[float] = deque()

    @property
    def is_quiet(self) -> bool:
        """Does nothing count any more, as of the last look?"""
        return not self._under_way and not self._answered

    def wait(self, now: float, share: float = 1.0) -> float:
        """Seconds until one more may leave; 0: now. `share`: of `most`, how much may be used."""
        self._forget(now)
        too_many = self._under_way + len(self._answered) + 1 - max(1, int(self._most * share))
        if too_many <= 0:
            return 0.0
        if too_many <= len(self._answered):
            return self._answered[too_many - 1] + self._seconds - now
        return self._seconds  # first an answer has to come, and whoever hears it asks again

    def begin(self, messages: int) -> None:
        """So many leave, now or in a moment."""
        self._under_way += messages

    def end(self, now: float, messages: int, used: int) -> None:
        """They are over; so many really went out."""
        self._under_way -= messages
        self._answered.extend([now] * used)

    def restart(self, now: float) -> None:
        """Nobody waits for what was under way any more; it may have arrived."""
        self.end(now, self._under_way, self._under_way)

    def since(self, moment: float) -> int:
        """How many were answered after that moment."""
        return sum(answered > moment for answered in self._answered)

    def _forget(self, now: float) -> None:
        while self._answered and self._answered[0] <= now - self._seconds:
            self._answered.popleft()
