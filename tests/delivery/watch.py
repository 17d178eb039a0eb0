"""How does a test set the time of a budget by hand?"""

from delivery.budget import Budget
from storage.outbox import Lane


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def answered(budget: Budget, chat: int | None, times: int = 1, lane: Lane = Lane.ANSWER) -> None:
    """So many messages left and were answered at this moment."""
    for _ in range(times):
        budget.spend("sendMessage", chat, lane)
        budget.end("sendMessage", chat, lane)
