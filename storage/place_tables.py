"""Which rows keep the books of places: who took one, who gave it back, how many are taken?"""

from datetime import datetime

from sqlalchemy import BigInteger, Index, text
from sqlmodel import Field, SQLModel

from storage.columns import BIG_ID, UtcDateTime

_HELD = text("freed_at IS NULL")


class TakenPlace(SQLModel, table=True):
    """The ledger: one row for each place that a case took, ended when it was given back.

    By whom: an officer, a worker or, where there is nobody, the bot itself.
    """

    __tablename__ = "place"
    id: int | None = Field(default=None, primary_key=True, sa_type=BIG_ID)
    case_id: int = Field(sa_type=BigInteger)
    window: str
    pool: str
    taken_at: datetime = Field(sa_type=UtcDateTime)
    taken_by: int | None = Field(default=None, sa_type=BigInteger)
    freed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    freed_by: int | None = Field(default=None, sa_type=BigInteger)
    __table_args__ = (Index("place_one_per_case", "case_id", unique=True, sqlite_where=_HELD, postgresql_where=_HELD),)


class PlaceCount(SQLModel, table=True):
    """How many places of a pool are taken in a window: always as many as the ledger has rows that are not ended."""

    __tablename__ = "place_count"
    window: str = Field(primary_key=True)
    pool: str = Field(primary_key=True)
    taken: int = 0
