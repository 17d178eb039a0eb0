"""Who agreed to which text, when and where? The proof that UU 27/2022 article 24 asks for."""

from sqlalchemy import select

from storage.database import Unit
from storage.tables import Consent, table_of

_TABLE = table_of(Consent)


async def keep(unit: Unit, person_id: int, version: str, *, chat_id: int, agreed: bool) -> None:
    """Keep what a person said to a version of the text."""
    await unit.conn.execute(
        _TABLE.insert().values(person_id=person_id, text_version=version, chat_id=chat_id, agreed=agreed, at=unit.now)
    )


async def has_agreed(unit: Unit, person_id: int, version: str) -> bool:
    """Is the last thing this person said to this version a yes?"""
    statement = (
        select(_TABLE.c.agreed)
        .where(_TABLE.c.person_id == person_id, _TABLE.c.text_version == version)
        .order_by(_TABLE.c.id.desc())
        .limit(1)
    )
    return bool((await unit.conn.execute(statement)).scalar_one_or_none())
