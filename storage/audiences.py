"""Who belongs to an audience: how many are they, and who comes next?"""

from collections.abc import Mapping
from functools import partial

from sqlalchemy import ColumnElement, and_, false, or_, select, true

from registration.audiences import Audience
from registration.finding import By, Term
from registration.lifecycle import State
from storage import cells, headcount, terms
from storage.cells import Standing, Wishes
from storage.database import Unit
from storage.people import may_be_written_to
from storage.tables import Case, Draft, Person, table_of

_PERSON = table_of(Person)
_CASE = table_of(Case)
_DRAFT = table_of(Draft)
_STATES: Mapping[str, tuple[State, ...]] = {
    "sent_back": (State.SENT_BACK,),
    "waiting": (State.WAITING, State.CLAIMED),
    "approved": (State.APPROVED,),
    "waitlisted": (State.WAITLISTED,),
    "refused": (State.REJECTED, State.INSURER_REFUSED),
}


async def count(unit: Unit, audience: Audience, window: str) -> int:
    """How many people would get a message now, by the cases of one window; read from what is counted already."""
    books = await headcount.books(unit, cells.PEOPLE, cells.with_case(window), cells.cases(window))
    people = [(Wishes(*cell), number) for cell, number in books[cells.PEOPLE].items()]
    reached = [(each, number) for each, number in people if each.reached and _is_of(audience, each.source)]
    if audience.stands == "unfinished":
        return sum(number for each, number in reached if each.begun)
    registered = books[cells.with_case(window)].items()
    without_case = sum(number for _, number in reached)
    without_case -= sum(number for (source,), number in registered if _is_of(audience, source))
    if audience.stands == "not_registered":
        return without_case
    fits = partial(_is_meant, audience, terms.index_of(unit, _lives_in(audience)).hex())
    standing = books[cells.cases(window)].items()
    fitting = sum(number for cell, number in standing if any(map(fits, cells.standings(cell, reached=True))))
    return fitting if audience.stands else without_case + fitting


def _is_of(audience: Audience, source: str) -> bool:
    """As `_came_for`."""
    return not audience.kecamatan and audience.sector in ("", source)


def _is_meant(audience: Audience, kecamatan: str, standing: Standing) -> bool:
    """As `_has_case`."""
    states = _STATES.get(audience.stands, (standing.state,))
    here = not audience.kecamatan or standing.kecamatan == kecamatan
    return here and audience.sector in ("", standing.sector) and standing.state in states


def _lives_in(audience: Audience) -> Term:
    return Term(By.KECAMATAN, audience.kecamatan)


async def following(unit: Unit, audience: Audience, window: str, after: int, most: int) -> list[tuple[int, int]]:
    """(id, Telegram id) of the next people, at most `most`, of those above `after`."""
    statement = (
        select(_PERSON.c.id, _PERSON.c.telegram_id)
        .where(_PERSON.c.id > after, may_be_written_to(), _fits(unit, audience, window))
        .order_by(_PERSON.c.id)
        .limit(most)
    )
    return [(row.id, row.telegram_id) for row in await unit.conn.execute(statement)]


def _fits(unit: Unit, audience: Audience, window: str) -> ColumnElement[bool]:
    if audience == Audience():
        return true()  # everybody either has a case or has none
    without_case = and_(~_has_case(unit, Audience(), window), _came_for(audience))
    if audience.stands == "not_registered":
        return without_case
    if audience.stands == "unfinished":
        begun = select(_DRAFT.c.person_id).where(_DRAFT.c.state == "open", _DRAFT.c.case_id.is_(None))
        return and_(_PERSON.c.id.in_(begun), _came_for(audience))
    if audience.stands:
        return _has_case(unit, audience, window)
    return or_(without_case, _has_case(unit, audience, window))


def _came_for(audience: Audience) -> ColumnElement[bool]:
    """Of somebody without a case only the link is known by which they came; where they live is sealed in the form."""
    if audience.kecamatan:
        return false()
    return _PERSON.c.source == audience.sector if audience.sector else true()


def _has_case(unit: Unit, audience: Audience, window: str) -> ColumnElement[bool]:
    """Not an EXISTS for each person: SQLite would look through all cases of the window every time."""
    wanted = [_CASE.c.window == window]
    if audience.sector:
        wanted.append(_CASE.c.sector == audience.sector)
    if audience.kecamatan:
        wanted.append(terms.has(unit, _CASE.c.id, _lives_in(audience)).correlate(_CASE))
    if audience.stands in _STATES:
        wanted.append(_CASE.c.state.in_(_STATES[audience.stands]))
    return _PERSON.c.id.in_(select(_CASE.c.person_id).where(*wanted))
