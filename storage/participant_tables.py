"""Which rows keep the old participants that the operator imported, and which of them have a chat?"""

from datetime import date, datetime

from sqlalchemy import LargeBinary
from sqlmodel import Field, SQLModel

from storage.columns import big, identity, index_of_some, sealed, when


class Participant(SQLModel, table=True):
    """Somebody on the list of old participants, found by the keyed index of NIK and phone.

    `kelurahan` stands plainly so that it can be counted; `listed_at`: since when the list says what it says now;
    `person_id`: whose chat it is, since `linked_at`.
    """

    id: int | None = identity()
    nik_index: bytes = Field(sa_type=LargeBinary, unique=True)
    phone_index: bytes | None = Field(default=None, sa_type=LargeBinary)
    data_sealed: bytes = sealed()
    kelurahan: str
    cover_ends: date | None = None
    listed_at: datetime = when()
    person_id: int | None = big(default=None)
    linked_at: datetime | None = when(default=None)
    __table_args__ = (
        index_of_some("participant_phone", "phone_index", rows="phone_index IS NOT NULL"),
        index_of_some("participant_linked", "person_id", rows="person_id IS NOT NULL"),
        index_of_some("participant_unlinked", "kelurahan", rows="person_id IS NULL"),
        index_of_some("participant_covered", "id", rows="person_id IS NOT NULL AND cover_ends IS NOT NULL"),
    )
