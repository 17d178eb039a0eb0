"""In which cells is a person counted: what of them does anybody ever want to know the number of?

A cell is a book and what is said there, all strings: `("people", "poster", "on", "", "begun")`.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import exists, select

from registration.areas import kecamatan_list
from registration.finding import By, Term
from storage import homes, terms
from storage.database import Unit
from storage.tables import Case as CaseTable
from storage.tables import Draft as DraftTable
from storage.tables import Person as PersonTable
from storage.tables import table_of

_PERSON = table_of(PersonTable)
_CASE = table_of(CaseTable)
_DRAFT = table_of(DraftTable)
Cell = tuple[str, ...]
# Everybody: source, what they wish, whether they cannot be written to, whether they are filling a form of their own.
PEOPLE = "people"
# Who cannot be written to, or wishes no reminders: which of these, and a keyed hash of their kelurahan.
LOST = "lost"
GONE, OFF = "gone", "off"
_REACHED = "reached"


def with_case(window: str) -> str:
    """The book of those who are reached and have a case in this window: their source."""
    return f"with {window}"


def cases(window: str) -> str:
    """The book of all who have cases in this window: whether they are reached, and all their cases there."""
    return f"cases {window}"


@dataclass(frozen=True, slots=True)
class Standing:
    """One case as it is counted; `kecamatan` is a keyed hash."""

    sector: str
    agency: str
    state: str
    kecamatan: str


def standings(cell: Cell, *, reached: bool = False) -> list[Standing]:
    """The cases of a cell of `cases`; with `reached` none of those whom the bot may not write to."""
    if reached and cell[0] != _REACHED:
        return []
    return [Standing(*each.split(" ")) for each in cell[1:]]


@dataclass(frozen=True, slots=True)
class Wishes:
    """A cell of `PEOPLE`."""

    source: str
    wish: str
    gone: str
    begun: str

    @property
    def reached(self) -> bool:
        """May they get what they did not ask for?"""
        return not self.gone and self.wish != OFF


async def cells_of(unit: Unit, ids: Collection[int]) -> dict[int, list[Cell]]:
    """The cells of these people as everything stands now, in order."""
    people = {row.id: row for row in await unit.conn.execute(_people(ids))}
    standing = await _standing(unit, ids)
    away = [each for each, row in people.items() if not _wishes(row).reached]
    living = await homes.of(unit, away) if away else {}
    return {each: sorted(_cells(unit, people.get(each), standing[each], living.get(each, ""))) for each in ids}


def _people(ids: Collection[int]) -> Any:
    mine = (_DRAFT.c.person_id == _PERSON.c.id, _DRAFT.c.state == "open", _DRAFT.c.case_id.is_(None))
    columns = (_PERSON.c.id, _PERSON.c.source, _PERSON.c.reminders, _PERSON.c.unreachable_at)
    return select(*columns, exists().where(*mine).label("begun")).where(_PERSON.c.id.in_(ids))


async def _standing(unit: Unit, ids: Collection[int]) -> Mapping[int, Mapping[str, list[Standing]]]:
    """Of each person the cases of each window."""
    columns = (_CASE.c.id, _CASE.c.person_id, _CASE.c.window, _CASE.c.sector, _CASE.c.agency, _CASE.c.state)
    rows = (await unit.conn.execute(select(*columns).where(_CASE.c.person_id.in_(ids)))).all()
    areas = [Term(By.KECAMATAN, area.code) for area in kecamatan_list()]
    lying = await terms.among(unit, [row.id for row in rows], areas) if rows else {}
    found: defaultdict[int, defaultdict[str, list[Standing]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        where = lying[row.id].hex() if row.id in lying else ""
        found[row.person_id][row.window].append(Standing(row.sector, row.agency, row.state, where))
    return found


def _cells(unit: Unit, person: Any, standing: Mapping[str, list[Standing]], home: str) -> Iterator[Cell]:
    """A person who is not there any more has only cases."""
    wishes = _wishes(person) if person is not None else None
    reached = wishes is not None and wishes.reached
    if wishes is not None:
        yield PEOPLE, wishes.source, wishes.wish, wishes.gone, wishes.begun
    if wishes is not None and not reached:
        yield LOST, wishes.gone or OFF, homes.hashed(unit, home) if home else ""
    for window, found in standing.items():
        each = sorted(f"{one.sector} {one.agency} {one.state} {one.kecamatan}" for one in found)
        yield cases(window), _REACHED if reached else "", *each
        if wishes is not None and reached:
            yield with_case(window), wishes.source


def _wishes(row: Any) -> Wishes:
    return Wishes(row.source, row.reminders, GONE if row.unreachable_at else "", "begun" if row.begun else "")


def written(cells: Iterable[Cell]) -> str:
    """Cells as they are stored."""
    return json.dumps(list(cells)) if cells else ""


def read(text: str) -> list[Cell]:
    """What `written` gave."""
    return [tuple(each) for each in json.loads(text)] if text else []
