"""Does what is counted already equal a count of everybody, made anew?"""

from collections import Counter

from sqlalchemy import select

from storage import cells, headcount
from storage.database import Unit
from storage.headcount_tables import Counted, Tally
from storage.tables import Case, Person, table_of

_PERSON, _CASE, _TALLY = table_of(Person), table_of(Case), table_of(Tally)


async def miscounted(unit: Unit) -> list[str]:
    """Which cells are wrong and by how much, and who is kept in others than their own; empty is what must be."""
    ids = {*(await unit.conn.execute(select(_PERSON.c.id))).scalars()}
    ids |= {*(await unit.conn.execute(select(_CASE.c.person_id))).scalars()}
    names = (await unit.conn.execute(select(_TALLY.c.book).distinct())).scalars().all()
    books = await headcount.books(unit, *names)
    wrong = Counter({(book, *cell): number for book, found in books.items() for cell, number in found.items()})
    mine = await cells.cells_of(unit, ids)
    for found in mine.values():
        wrong.subtract(found)
    kept = {row.person_id: cells.read(row.cells) for row in await unit.conn.execute(select(table_of(Counted)))}
    faults = [f"{cell} is wrong by {number}" for cell, number in wrong.items() if number]
    return faults + [f"person {each} is kept in other cells" for each in ids if mine[each] != kept.get(each)]
