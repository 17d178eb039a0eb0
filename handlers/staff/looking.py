"""How does an officer find a case by a name, a NIK, a phone number or a case number, and what is kept of the search?"""

from dataclasses import dataclass

from delivery import messages
from handlers.context import Services, agencies_of
from handlers.screens import in_columns
from handlers.staff.orders import Order, reply, say
from handlers.staff.queue import open_button
from handlers.staff.standing import day_of
from locales import Rich
from registration import case_number
from registration.errors import Invalid
from registration.finding import parts_of
from registration.nik import masked
from storage import cases, searches
from storage.cases import Case
from storage.database import Unit

_MOST = 10


@dataclass(frozen=True, slots=True)
class _Found:
    """The hits, one more than is shown where there are more, and by which kinds of terms."""

    cases: list[Case]
    kinds: frozenset[str]


async def search(unit: Unit, services: Services, order: Order) -> None:
    """/cari WORDS. Every search that could be carried out is written down, also one without a hit."""
    try:
        found = await _find(unit, services, order)
    except Invalid as problem:
        say(unit, services, order, f"invalid-{problem.code}", **problem.details)
        return
    if order.user_id is not None:
        count = len(found.cases)
        await searches.write(unit, order.chat_id, order.user_id, found.kinds, order.words, count)
    if not found.cases:
        say(unit, services, order, "search-none")
        return
    hits = found.cases[:_MOST]
    rows = in_columns([open_button(case) for case in hits], 2)
    reply(unit, order, _words(services, hits, more=len(found.cases) > _MOST), messages.inline(rows))


async def _find(unit: Unit, services: Services, order: Order) -> _Found:
    """Raises Invalid where the words mean nothing that could be looked for."""
    agencies, prefix = await agencies_of(unit, services, order.chat_id), services.programme.case_prefix
    head, _, rest = order.words.strip().upper().partition(prefix)
    is_number = not head and bool(rest) and not rest[0].isalpha()
    try:
        case = await cases.by_number(unit, case_number.parse(order.words, prefix))
    except Invalid:
        if is_number:
            raise
        case = None
    if is_number or case is not None:
        ours = [case] if case is not None and case.agency in agencies else []
        return _Found(ours, frozenset({"number"}))
    parts = parts_of(order.words)
    kinds = frozenset(str(term.by) for part in parts for term in part.terms)
    return _Found(await searches.cases_with(unit, parts, agencies, _MOST + 1), kinds)


def _words(services: Services, hits: list[Case], *, more: bool) -> Rich:
    text = services.texts.rich("search-head", count=len(hits))
    for case in hits:
        text += Rich("\n\n") + services.texts.rich(
            "search-hit",
            number=case.number,
            name=str(case.answers["name"]),
            nik=masked(str(case.answers["nik"])),
            sector=services.texts(f"sector-{case.sector}"),
            state=services.texts(f"search-{case.state.replace('_', '-')}"),
            day=day_of(services, case.sent_at),
        )
    return text + Rich("\n\n") + services.texts.rich("search-more", most=_MOST) if more else text
