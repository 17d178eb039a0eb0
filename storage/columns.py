"""Which kinds of columns are there, the same on SQLite and on PostgreSQL?"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Index, Integer, LargeBinary, Table, TypeDecorator, text
from sqlmodel import Field, SQLModel

BIG_ID = BigInteger().with_variant(Integer, "sqlite")


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC: SQLite forgets the zone, so it is taken off going in and put back coming out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


def table_of(model: type[SQLModel]) -> Table:
    """The Core table behind a model: the hot path speaks Core, the ORM costs twice as much (docs/performance.md)."""
    table: Table = model.__table__  # type: ignore[attr-defined]  # SQLModel sets it on table classes, untyped
    return table


def index_of_some(name: str, *columns: str, rows: str, unique: bool = False) -> Index:
    """An index over the rows of which the SQL condition `rows` is true, on both databases."""
    return Index(name, *columns, unique=unique, sqlite_where=text(rows), postgresql_where=text(rows))


def identity() -> Any:
    """A number that the database gives."""
    return Field(default=None, primary_key=True, sa_type=BIG_ID)


def big(**more: Any) -> Any:
    """A number of 64 bits, such as Telegram's ids."""
    return Field(sa_type=BigInteger, **more)


def when(**more: Any) -> Any:
    """A moment."""
    return Field(sa_type=UtcDateTime, **more)


def sealed() -> Any:
    """What is encrypted (see `storage.keys`)."""
    return Field(default=b"", sa_type=LargeBinary)
