"""Which rows tell of the pages of documents: where each lies, what it looks like, who has read it?"""

from datetime import datetime

from sqlalchemy import Index, LargeBinary
from sqlmodel import Field, SQLModel

from storage.columns import big as _big
from storage.columns import identity as _id
from storage.columns import sealed as _sealed
from storage.columns import when as _when


class StoredFile(SQLModel, table=True):
    """One page of a document: where it lies in the vault and which answer it belongs to."""

    __tablename__ = "file"
    id: int | None = _id()
    draft_id: int = _big()
    question: str
    unique_id: str
    page: int = 0
    state: str
    vault_name: str = ""
    width: int = 0
    height: int = 0
    forwarded: bool = False
    advice: str = ""
    created_at: datetime = _when()
    __table_args__ = (Index("file_once", "draft_id", "question", "unique_id", "page", unique=True),)


class Fingerprint(SQLModel, table=True):
    """Where the print is on one page of a case (`documents.fingerprint`). `id` only grows and is never given twice."""

    id: int = _big(primary_key=True)
    file_id: int = _big(unique=True)
    case_id: int = _big(index=True)
    bits_sealed: bytes = _sealed()


class LookAlike(SQLModel, table=True):
    """Two fingerprints, the later first, of pages of two cases that look like the same photo."""

    print_id: int = _big(primary_key=True)
    other_id: int = _big(primary_key=True, index=True)
    difference: float
    found_at: datetime = _when()
    dismissed_at: datetime | None = _when(default=None)
    dismissed_by: int | None = _big(default=None)


class PageNumber(SQLModel, table=True):
    """A page says this number (`documents.reader.telling`): a keyed hash of it, and how much it tells."""

    __tablename__ = "page_number"
    term: bytes = Field(primary_key=True, sa_type=LargeBinary)
    file_id: int = _big(primary_key=True, index=True)
    weight: int


class DocumentReading(SQLModel, table=True):
    """Documents of a case were shown: when, to whom (an officer, or a group), why, how many pages. Never deleted."""

    __tablename__ = "document_reading"
    id: int | None = _id()
    case_id: int = _big(index=True)
    at: datetime = _when()
    kind: str
    reader_id: int = _big()
    why: str
    pages: int
