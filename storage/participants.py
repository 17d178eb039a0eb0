"""Who stands on the list of old participants, and whose chat do we know?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, or_, select, update

from registration.finding import national
from registration.participants import Listed
from storage.cases import NIK_LIVE
from storage.database import Unit
from storage.keys import SealBroken
from storage.participant_tables import Participant
from storage.tables import Case as CaseTable
from storage.tables import table_of

_TABLE = table_of(Participant)
_CASE = table_of(CaseTable)


@dataclass(frozen=True, slots=True)
class Kept:
    """How many rows of a list were new, changed, or known already."""

    new: int = 0
    changed: int = 0
    same: int = 0

    def __add__(self, other: "Kept") -> "Kept":
        return Kept(self.new + other.new, self.changed + other.changed, self.same + other.same)


async def keep(unit: Unit, people: Sequence[Listed]) -> Kept:
    """Take a few hundred rows of a list, each NIK once. Whoever has sent a form already is linked at once."""
    by_index = {unit.ring.index(each.nik, "nik"): each for each in people}
    stored = select(_TABLE).where(_TABLE.c.nik_index.in_(by_index))
    before = {row.nik_index: row for row in await unit.conn.execute(stored)}
    new = {index: each for index, each in by_index.items() if index not in before}
    changed = {index: by_index[index] for index, row in before.items() if _listed(unit, row) != by_index[index]}
    if new:
        chats = await _chats(unit, list(new))
        await unit.insert_new(
            Participant,
            [
                _row(unit, index, each)
                | {"person_id": chats.get(index), "linked_at": unit.now if index in chats else None}
                for index, each in new.items()
            ],
            conflict=["nik_index"],
        )
    if changed:
        rows = [_row(unit, index, each) for index, each in changed.items()]
        await unit.upsert(Participant, rows, conflict=["nik_index"])
    return Kept(len(new), len(changed), len(by_index) - len(new) - len(changed))


async def link_nik(unit: Unit, person_id: int, nik: str) -> None:
    """A form with this NIK came from this chat. A typed NIK proves nothing, so it takes nobody from another chat."""
    mine = _TABLE.c.nik_index == unit.ring.index(nik, "nik")
    await _link(unit, person_id, mine, _TABLE.c.person_id.is_(None))


async def link_phone(unit: Unit, person_id: int, phone: str) -> None:
    """Telegram says that this chat has this number: whoever is listed with it belongs to this chat from now on."""
    mine = _TABLE.c.phone_index == _phone_index(unit, phone)
    await _link(unit, person_id, mine, or_(_TABLE.c.person_id.is_(None), _TABLE.c.person_id != person_id))


async def _link(unit: Unit, person_id: int, *which: Any) -> None:
    await unit.conn.execute(update(_TABLE).where(*which).values(person_id=person_id, linked_at=unit.now))


async def without_chat(unit: Unit) -> Counter[str]:
    """How many the bot cannot write to, by the code of their kelurahan."""
    alone = _TABLE.c.person_id.is_(None)
    counted = select(_TABLE.c.kelurahan, func.count()).where(alone).group_by(_TABLE.c.kelurahan)
    return Counter({row[0]: row[1] for row in await unit.conn.execute(counted)})


async def forget_all(unit: Unit) -> int:
    """Delete the whole list; how many there were."""
    return (await unit.conn.execute(delete(_TABLE))).rowcount


async def _chats(unit: Unit, indexes: list[bytes]) -> dict[bytes, int]:
    """From which chat a live case of these was sent."""
    sent = select(_CASE.c.nik_index, _CASE.c.person_id).where(_CASE.c.nik_index.in_(indexes), NIK_LIVE)
    return {row.nik_index: row.person_id for row in await unit.conn.execute(sent.order_by(_CASE.c.id))}


def _row(unit: Unit, index: bytes, each: Listed) -> dict[str, Any]:
    person = {"name": each.name, "nik": each.nik, "phone": each.phone}
    return {
        "nik_index": index,
        "phone_index": _phone_index(unit, each.phone) if each.phone else None,
        "data_sealed": unit.seal(person, f"participant:{index.hex()}"),
        "kelurahan": each.kelurahan,
        "cover_ends": each.cover_ends,
        "listed_at": unit.now,
    }


def _listed(unit: Unit, row: Any) -> Listed | None:
    """What the list said before; None where it cannot be opened any more, so that it is written anew."""
    try:
        person = unit.unseal(row.data_sealed, f"participant:{row.nik_index.hex()}")
    except SealBroken:
        return None
    return Listed(**person, kelurahan=row.kelurahan, cover_ends=row.cover_ends)


def _phone_index(unit: Unit, phone: str) -> bytes:
    return unit.ring.index(national(phone), "participant phone")
