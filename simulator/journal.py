"""What did the bot ask and get, and what was wrong with it?"""

from collections import deque
from typing import Any

from simulator.wire import Json, Upload

_KEPT = 20_000


class Journal:
    """Every call of the bot (the newest 20,000), and every problem: a fault of the bot's or of ours."""

    def __init__(self) -> None:
        self.calls: deque[Json] = deque(maxlen=_KEPT)
        self.problems: list[str] = []
        self.count = 0

    def call(self, method: str, params: Json, answer: Json, time: str) -> None:
        """Write down one call; polls that brought nothing are left out."""
        if method == "getUpdates" and answer.get("result") == []:
            return
        self.count += 1
        shown = {name: _shown(value) for name, value in params.items()}
        self.calls.append({"n": self.count, "time": time, "method": method, "params": shown, "answer": answer})

    def problem(self, words: str) -> None:
        """Write down a problem; tests of the bot assert that there is none."""
        self.problems.append(words)

    def since(self, number: int, limit: int) -> list[Json]:
        """The newest calls after `number`, at most `limit`."""
        first = self.count - len(self.calls)
        return list(self.calls)[max(number - first, 0) :][-limit:]


def _shown(value: Any) -> Any:
    if isinstance(value, Upload):
        return f"<file {value.name!r}, {len(value.data)} bytes>"
    return value
