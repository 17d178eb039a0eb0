"""Which rows let a sealed case be found, and remember who looked for what?"""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, LargeBinary
from sqlmodel import Field, SQLModel

from storage.columns import BIG_ID, UtcDateTime


class CaseTerm(SQLModel, table=True):
    """A case has this term: a keyed hash of its NIK, its phone, their last digits, or a word of the name."""

    __tablename__ = "case_term"
    term: bytes = Field(primary_key=True, sa_type=LargeBinary)
    case_id: int = Field(primary_key=True, index=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    # Without a hidden row number the rows lie in the order in which they are looked for, once instead of twice.
    __table_args__: Any = ({"sqlite_with_rowid": False},)


class SearchLog(SQLModel, table=True):
    """One search: who, in which group, when, by what, how much was found. The words themselves are sealed."""

    __tablename__ = "search_log"
    id: int | None = Field(default=None, primary_key=True, sa_type=BIG_ID)
    at: datetime = Field(sa_type=UtcDateTime)
    chat_id: int = Field(sa_type=BigInteger)
    telegram_id: int = Field(sa_type=BigInteger)
    kinds: str
    words_sealed: bytes = Field(default=b"", sa_type=LargeBinary)
    found: int


class NotDouble(SQLModel, table=True):
    """An officer compared two cases, the earlier first: not one person. `data`: a keyed hash of what was compared."""

    __tablename__ = "not_double"
    first_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    second_id: int = Field(primary_key=True, index=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    data: bytes = Field(sa_type=LargeBinary)
    officer_id: int = Field(sa_type=BigInteger)
    at: datetime = Field(sa_type=UtcDateTime)
