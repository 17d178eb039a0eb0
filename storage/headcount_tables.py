"""Which rows say how many stand where, and who decided how many, so that nobody has to count them?"""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, false
from sqlmodel import Field, SQLModel

from storage.columns import UtcDateTime, identity, index_of_some


class Counted(SQLModel, table=True):
    """In which cells one person is counted: a JSON list of lists of strings. Of where they live a keyed hash alone."""

    person_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    cells: str = ""


class Tally(SQLModel, table=True):
    """So many more (or fewer) people in one cell of a book since the row before: only ever added, now and then summed.

    Rows that are added lock nobody out, as a counter that two officers change at once would.
    """

    id: int | None = identity()
    book: str
    cell: str
    change: int
    __table_args__: Any = (Index("tally_book", "book", "cell", "change"),)


class DecisionCount(SQLModel, table=True):
    """An officer decided so many cases with one move: one at a moment, or (`folded`) those of a day of the city."""

    __tablename__ = "decision_count"
    id: int | None = identity()
    officer_id: int = Field(sa_type=BigInteger)
    move: str
    at: datetime = Field(sa_type=UtcDateTime)
    number: int = 1
    folded: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    __table_args__: Any = (
        Index("decision_count_at", "at"),
        index_of_some("decision_count_single", "at", rows="NOT folded"),
    )
