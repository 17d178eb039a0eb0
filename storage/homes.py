"""In which kelurahan does somebody live, as far as their forms tell?"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from storage.database import Unit
from storage.keys import SealBroken
from storage.tables import Case as CaseTable
from storage.tables import Draft as DraftTable
from storage.tables import table_of

_CASE = table_of(CaseTable)
_DRAFT = table_of(DraftTable)


async def of(unit: Unit, person_ids: Sequence[int]) -> dict[int, str]:
    """The code from the form that is open, and before that from the newest case; unsealed one by one."""
    forms = select(_DRAFT.c.person_id, _DRAFT.c.id, _DRAFT.c.answers_sealed).where(
        _DRAFT.c.person_id.in_(person_ids), _DRAFT.c.state == "open"
    )
    cases = select(_CASE.c.person_id, _CASE.c.number, _CASE.c.answers_sealed).where(_CASE.c.person_id.in_(person_ids))
    found: dict[int, str] = {}
    for table, statement in (("case", cases.order_by(_CASE.c.id)), ("draft", forms.order_by(_DRAFT.c.id))):
        for person_id, name, sealed in await unit.conn.execute(statement):
            if home := _told(unit, sealed, f"{table}:{name}"):
                found[person_id] = home
    return found


def told(answers: Mapping[str, Any]) -> str:
    """What the answers of a form say; "" where they do not yet."""
    return str(answers.get("kelurahan") or answers.get("kecamatan") or "")


def hashed(unit: Unit, code: str) -> str:
    """A keyed hash by which those of one place are counted together."""
    return unit.ring.index(code, "home")[:8].hex()


def _told(unit: Unit, sealed: bytes, about: str) -> str:
    try:
        return told(unit.unseal(sealed, about) or {})
    except SealBroken:
        return ""
