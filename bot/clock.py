"""What time is it? Asked here and nowhere else, so that demos and tests may live in another month."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


class Clock:
    """The real time, or one that starts at `start` (no zone: the city's) and runs on from there."""

    def __init__(self, zone: ZoneInfo, start: datetime | None = None) -> None:
        self.zone = zone
        self._shift = timedelta(0)
        if start is not None:
            begin = start if start.tzinfo else start.replace(tzinfo=zone)
            self._shift = begin - datetime.now(UTC)

    def now(self) -> datetime:
        """This moment, in UTC."""
        return datetime.now(UTC) + self._shift
