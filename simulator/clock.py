"""What time is it in the simulated world?"""

import time
from datetime import UTC, datetime
from pathlib import Path


class Clock:
    """The real time, or a time that starts at a given moment and runs from there; it can be moved forward.

    With a `file` every move is written there (seconds ahead of the real time), so that a bot can follow.
    """

    def __init__(self, start: str | None = None, file: Path | None = None) -> None:
        self._ahead = 0.0
        self._file = file
        if start is not None:
            self.set(start)
        else:
            self._tell()

    def now(self) -> float:
        """Seconds since 1970 (UTC)."""
        return time.time() + self._ahead

    def unix(self) -> int:
        """Whole seconds since 1970, as Telegram writes dates."""
        return int(self.now())

    def iso(self) -> str:
        """The moment as ISO 8601 in UTC."""
        return datetime.fromtimestamp(self.unix(), UTC).isoformat()

    def set(self, moment: str) -> None:
        """Jump to an ISO 8601 moment (UTC when it names no zone); raises ValueError when it is none."""
        wanted = datetime.fromisoformat(moment)
        if wanted.tzinfo is None:
            wanted = wanted.replace(tzinfo=UTC)
        self._ahead = wanted.timestamp() - time.time()
        self._tell()

    def advance(self, seconds: float) -> None:
        """Move forward (or back, when negative)."""
        self._ahead += seconds
        self._tell()

    def save(self) -> float:
        """How far ahead of the real time it is, in seconds."""
        return self._ahead

    def load(self, ahead: float) -> None:
        """Take back what `save` gave."""
        self._ahead = ahead
        self._tell()

    def _tell(self) -> None:
        """Whole or not at all: the bot may read at any moment."""
        if self._file is not None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside = self._file.with_suffix(".new")
            beside.write_text(str(self._ahead), encoding="ascii")
            beside.replace(self._file)
