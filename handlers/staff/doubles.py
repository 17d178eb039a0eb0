"""Which other cases may be of the same person, and how does the card of an open case say so?"""

from collections.abc import Iterable
from dataclasses import dataclass

from handlers.context import Services
from handlers.staff.lines import listed, named
from locales import Rich
from registration.doubles import Why, whys
from registration.lifecycle import DECIDABLE
from storage import cases, doubles, look_alikes
from storage.cases import Case
from storage.database import Unit


@dataclass(frozen=True, slots=True)
class Double:
    """Another case, what it has in common with ours, and the questions to which the same photo came."""

    case: Case
    whys: tuple[Why, ...]
    pages: tuple[str, ...]


async def of_case(unit: Unit, case: Case) -> list[Double]:
    """All of which no officer has said that they are none, the oldest first; nothing for a case that is decided."""
    if case.state not in DECIDABLE:
        return []
    pages: dict[int, list[str]] = {}
    for found in await look_alikes.of_case(unit, case.id):
        pages.setdefault(found.case_id, []).append(found.question)
    known = {other.id: other for other in await doubles.candidates(unit, case)}
    known |= {other.id: other for other in await cases.by_ids(unit, [each for each in pages if each not in known])}
    others = await doubles.without_dismissed(unit, case, [known[number] for number in sorted(known)])
    all_of_them = (Double(other, _telling(case, other), _same_photos(case, other, pages)) for other in others)
    return [double for double in all_of_them if double.whys or double.pages]


def _telling(case: Case, other: Case) -> tuple[Why, ...]:
    """One's own earlier try in the same window says nothing, nor does a relative's phone in the same chat."""
    same_chat = case.person_id == other.person_id
    found = whys(case.answers, other.answers)
    if Why.NIK in found:
        return () if same_chat and case.window == other.window else found
    return tuple(why for why in found if why is not Why.PHONE or not same_chat)


def _same_photos(case: Case, other: Case, pages: dict[int, list[str]]) -> tuple[str, ...]:
    """A person may send the same card again: the same NIK makes a photo no news."""
    return () if case.answers["nik"] == other.answers["nik"] else tuple(pages.get(other.id, ()))


def lines(services: Services, found: Iterable[Double]) -> list[Rich]:
    """One line for each kind of likeness, with the numbers of the cases."""
    by_whys: dict[tuple[Why, ...], list[str]] = {}
    by_page: dict[str, list[str]] = {}
    for double in found:
        if double.whys:
            by_whys.setdefault(double.whys, []).append(double.case.number)
        for page in double.pages:
            by_page.setdefault(page, []).append(double.case.number)
    return [
        *(
            services.texts.rich("card-maybe-double", numbers=listed(services, numbers), why=in_words(services, each))
            for each, numbers in by_whys.items()
        ),
        *(
            services.texts.rich("card-look-alike", what=named(services, [key]), numbers=listed(services, numbers))
            for key, numbers in by_page.items()
        ),
    ]


def in_words(services: Services, found: Iterable[Why]) -> str:
    """What two cases have in common."""
    return ", ".join(services.texts(f"double-{why}") for why in found)
