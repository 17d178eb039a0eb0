"""Under which rules was a case judged, and what did they say? The judgement is kept as it was when the form was sent.

Rules change while cases wait; a card must not change its verdict because a file was saved.
"""

from collections.abc import Sequence

from sqlalchemy import select

from registration.checking import Check
from storage.database import Unit
from storage.tables import Judgement, table_of

_TABLE = table_of(Judgement)


async def keep(unit: Unit, case_id: int, rules_version: str, found: Sequence[Check]) -> None:
    """Keep what the rules of this version say about a case, in the place of an earlier judgement."""
    sealed = unit.seal([[check.code, check.severity, check.details] for check in found], _about(case_id))
    row = {"case_id": case_id, "rules_version": rules_version, "found_sealed": sealed, "at": unit.now}
    await unit.upsert(Judgement, [row], conflict=["case_id"])


async def of_case(unit: Unit, case_id: int) -> tuple[str, tuple[Check, ...]] | None:
    """The version of the rules and what they said; None for a case from before judgements were kept."""
    row = (await unit.conn.execute(select(_TABLE).where(_TABLE.c.case_id == case_id))).first()
    if row is None:
        return None
    return row.rules_version, read(unit, case_id, row.found_sealed)


def read(unit: Unit, case_id: int, sealed: bytes) -> tuple[Check, ...]:
    """What the rules said, opened."""
    found = unit.unseal(sealed, _about(case_id))
    return tuple(Check(code, severity, details) for code, severity, details in found)


def _about(case_id: int) -> str:
    return f"judgement:{case_id}"
