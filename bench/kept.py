"""Is every answer of a run in the database after it, and how much room does it take?"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Kept:
    """What one answer adds to the database, in bytes, once the log is folded into the file."""

    bytes_per_answer: float


def kept_in(folder: Path, answers: int) -> Kept | None:
    """None for a bot without a database. Raises where an answer is missing: lost must not look like fast."""
    path = folder / "lindung.db"
    if not path.exists():
        return None
    with closing(sqlite3.connect(path)) as db:
        handled = _one(db, "SELECT count(*) FROM inbox WHERE state = 'done'")
        versions = _one(db, "SELECT sum(version - 1) FROM draft")
        sent = _one(db, "SELECT count(*) FROM outbox WHERE state = 'sent'")
        if (handled, versions, sent) != (answers, answers, answers):
            raise RuntimeError(f"{answers} answers, but handled {handled}, stored {versions}, sent {sent}")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return Kept((path.stat().st_size - int((folder / "seeded").read_text())) / answers)


def _one(db: sqlite3.Connection, query: str) -> int:
    return int(db.execute(query).fetchone()[0])
