"""Which rows keep what workers asked the staff, and what was answered?"""

from datetime import datetime

from sqlalchemy import BigInteger, LargeBinary
from sqlmodel import Field, SQLModel

from storage.columns import BIG_ID, UtcDateTime


class Question(SQLModel, table=True):
    """Something a worker asked, about a case or without one; `agency` and `sector` are "" where they are not known."""

    id: int | None = Field(default=None, primary_key=True, sa_type=BIG_ID)
    person_id: int = Field(sa_type=BigInteger, index=True)
    case_id: int | None = Field(default=None, sa_type=BigInteger, index=True)
    agency: str
    sector: str
    state: str = "open"
    text_sealed: bytes = Field(default=b"", sa_type=LargeBinary)
    asked_at: datetime = Field(sa_type=UtcDateTime)


class QuestionAnswer(SQLModel, table=True):
    """What an officer answered to a question: the first answer, or one more."""

    __tablename__ = "question_answer"
    id: int | None = Field(default=None, primary_key=True, sa_type=BIG_ID)
    question_id: int = Field(sa_type=BigInteger, index=True)
    officer_id: int = Field(sa_type=BigInteger)
    text_sealed: bytes = Field(default=b"", sa_type=LargeBinary)
    at: datetime = Field(sa_type=UtcDateTime)
