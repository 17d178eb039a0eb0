"""Which rows keep who was reminded of what, and who wanted it?"""

from datetime import date, datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.columns import big, identity, when


class Reminder(SQLModel, table=True):
    """A reminder that left: once for each person, kind (`name`) and `occasion`, at most one on a `day` of the city.

    `outbox_key`: the call that carries it.
    """

    person_id: int = big(primary_key=True)
    name: str = Field(primary_key=True)
    occasion: str = Field(primary_key=True)
    day: date
    outbox_key: str = Field(unique=True)
    at: datetime = when()
    __table_args__ = (Index("reminder_one_a_day", "person_id", "day", unique=True),)


class ReminderWish(SQLModel, table=True):
    """Somebody wanted to be reminded, or no longer: each time they said so."""

    __tablename__ = "reminder_wish"
    id: int | None = identity()
    person_id: int = big(index=True)
    wanted: bool
    at: datetime = when()
