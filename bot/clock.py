"""What time is it? Asked here and nowhere else, so that demos and tests may live in another month."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo


class Clock:
    """The real time; or one that starts at `start` (no zone: the city's) and runs on; or the one that a file moves.

    The file (of the stand-in for Telegram) holds by how many seconds its clock is ahead; it is read when it changes.
    """

    def __init__(self, zone: ZoneInfo, start: datetime | None = None, file: Path | None = None) -> None:
        self.zone = zone
        self._shift = timedelta(0)
        self._file = file
        self._seen = 0
        if start is not None:
            begin = start if start.tzinfo else start.replace(tzinfo=zone)
            self._shift = begin - datetime.now(UTC)

    def now(self) -> datetime:
        """This moment, in UTC."""
        if self._file is not None:
            self._follow(self._file)
        return datetime.now(UTC) + self._shift

    def _follow(self, file: Path) -> None:
        changed = file.stat().st_mtime_ns
        if changed != self._seen:
            self._shift = timedelta(seconds=float(file.read_text(encoding="ascii")))
            self._seen = changed
