"""Whom can the bot write to, whom not, and where did they come from?"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from storage import cells, headcount, homes
from storage.cells import Wishes
from storage.database import Unit


@dataclass(frozen=True, slots=True)
class Reach:
    """So many people: who ever pressed Start, who of them asked to be reminded, over which deep link they came.

    `lost`: how many of each place (the code of their kelurahan; "" where none is known, or another) cannot be written
    to (`cells.GONE`) or want no reminders (`cells.OFF`).
    """

    known: int
    asked: int
    sources: Counter[str]
    lost: Counter[tuple[str, str]]


async def reach(unit: Unit, places: Iterable[str]) -> Reach:
    """Everybody, as they are counted already; those who are not reached by these places."""
    books = await headcount.books(unit, cells.PEOPLE, cells.LOST)
    names = {homes.hashed(unit, code): code for code in places}
    sources: Counter[str] = Counter()
    asked = 0
    for cell, number in books[cells.PEOPLE].items():
        wishes = Wishes(*cell)
        sources[wishes.source] += number
        asked += number * (wishes.wish == "on")
    lost: Counter[tuple[str, str]] = Counter()
    for (why, home), number in books[cells.LOST].items():
        lost[why, names.get(home, "")] += number
    return Reach(sources.total(), asked, sources, lost)
