"""Where does each case of a city stand that has kept so many? Most were decided long ago."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from registration.lifecycle import State

# Of ten decided cases; all in the present window, where they are most in the way.
_DECIDED = (*[State.APPROVED] * 7, State.REJECTED, State.REJECTED, State.WITHDRAWN)
_OPEN_DAYS, _DECIDED_DAYS = 5, 25


@dataclass(frozen=True, slots=True)
class City:
    """So many cases at this moment: up to 300 open (half of a hundred), as many sent back or on the list as a tenth."""

    count: int
    now: datetime

    @property
    def open(self) -> int:
        """How many wait for staff; these are the newest."""
        return min(300, self.count // 2)

    @property
    def few(self) -> int:
        """How many wait for workers, how many for a place, how many were decided yesterday."""
        return min(100, self.count // 10)

    def state(self, number: int) -> State:
        """Where this case stands."""
        from_end = self.count - number
        if from_end < self.open:
            return State.WAITING
        if from_end < self.open + self.few:
            return State.SENT_BACK
        if from_end < self.open + 2 * self.few:
            return State.WAITLISTED
        return _DECIDED[number % len(_DECIDED)]

    def sent_at(self, number: int) -> datetime:
        """The open ones came in the last days, all others long before."""
        if self.count - number < self.open:
            return self.now - timedelta(days=_OPEN_DAYS) * ((self.count - number + 1) / self.open)
        return self.now - timedelta(days=38) + timedelta(days=_DECIDED_DAYS) * (number / self.count)

    def decided_at(self, number: int) -> datetime:
        """A day after it came; of the last few yesterday."""
        is_fresh = self.count - number < self.open + 3 * self.few
        return self.now - timedelta(days=1) if is_fresh else self.sent_at(number) + timedelta(days=1)
