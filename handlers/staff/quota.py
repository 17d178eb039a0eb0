"""What does /kuota in a staff group show: who has a place, who waits, how many are left?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from documents.bars import Bar, Chart
from handlers.context import Services
from handlers.filters import StaffGroup
from handlers.staff import charts
from handlers.staff.caption import cut
from handlers.worker.moment import in_words
from locales import Rich
from registration.income import shown as grouped
from registration.lifecycle import LIVE, State
from registration.programme import Window
from registration.quota import Pool, Way, pools
from storage import balance, quota
from storage.balance import Group
from storage.database import Unit

router = Router(name="quota")
router.message.filter(StaffGroup())
_MOST = 1024  # UTF-16 units of a caption (Bot API, sendPhoto)
_LEGEND = ("approved", "waitlisted", "open", "left")


@dataclass(frozen=True, slots=True)
class _Row:
    """One line: how many of whom are approved, wait for a place, are looked at; `limit` None: none is known.

    `taken`: the places, also those of cases that are looked at again after a change.
    """

    name: str
    approved: int
    waitlisted: int
    open: int
    limit: int | None
    taken: int

    @property
    def left(self) -> int:
        return 0 if self.limit is None else max(0, self.limit - self.taken)


@router.message(Command("kuota"))
async def on_quota(message: Message, unit: Unit, services: Services) -> None:
    """Numbers and a picture, for everybody in the group: there is nothing of any person in them."""
    window = services.programme.window_for(unit.now)
    taken = {pool.key: await quota.taken(unit, window.key, pool) for pool in pools(services.programme)}
    rows = _rows(services, await balance.groups(unit, window.key), taken)
    words = cut(_words(services, window, unit, rows), _MOST)
    charts.post(unit, message.chat.id, _chart(services, window, rows), words, reply_to=message.message_id)


def _rows(services: Services, groups: Sequence[Group], taken: Mapping[str, int]) -> list[_Row]:
    """A row for each pool; where all share one, the sectors follow, without a limit of their own."""
    found = list(pools(services.programme))
    if len(found) == 1:
        found += [Pool(f"{Way.SECTOR}:{key}", None) for key in services.programme.sectors]
    return [
        _row(services, pool, [each for each in groups if _is_in(each, pool)], taken.get(pool.key, 0)) for pool in found
    ]


def _is_in(group: Group, pool: Pool) -> bool:
    return pool.key in {Way.POOL, f"{Way.SECTOR}:{group.sector}", f"{Way.AGENCY}:{group.agency}"}


def _row(services: Services, pool: Pool, groups: Iterable[Group], taken: int) -> _Row:
    counts = dict.fromkeys(State, 0)
    for group in groups:
        counts[State(group.state)] += group.count
    approved, waitlisted = counts[State.APPROVED], counts[State.WAITLISTED]
    live = sum(counts[state] for state in LIVE)
    return _Row(_name(services, pool), approved, waitlisted, live - approved - waitlisted, pool.limit, taken)


def _name(services: Services, pool: Pool) -> str:
    """Of a sector the words without the sign before them, which no picture font can draw."""
    if pool.key.startswith(f"{Way.SECTOR}:"):
        return services.texts(f"sector-{pool.member}").partition(" ")[2]
    return services.programme.agencies[pool.member].short if pool.member else services.texts("quota-all")


def _chart(services: Services, window: Window, rows: list[_Row]) -> Chart:
    legend = tuple(services.texts(f"quota-{part}") for part in _LEGEND)
    bars = (Bar(row.name, _note(services, row), (row.approved, row.waitlisted, row.open, row.left)) for row in rows)
    return Chart(services.texts("quota-title", **_days(services, window)), legend, tuple(bars))


def _note(services: Services, row: _Row) -> str:
    if row.limit is None:
        return services.texts("quota-taken", taken=grouped(row.approved))
    return services.texts("quota-taken-of", taken=grouped(row.approved), limit=grouped(row.limit))


def _words(services: Services, window: Window, unit: Unit, rows: list[_Row]) -> Rich:
    at = f"{unit.now.astimezone(services.programme.zone):%d-%m-%Y %H:%M}"
    text = services.texts.rich("quota-head", at=at, **_days(services, window))
    for row in rows:
        key = "quota-row" if row.limit is None else "quota-row-of"
        if row.limit is None and not (row.approved or row.waitlisted or row.open):
            key = "quota-row-nobody"
        values = {"approved": row.approved, "waitlisted": row.waitlisted, "open": row.open, "left": row.left}
        numbers = {name: grouped(value) for name, value in values.items()}
        text += Rich("\n") + services.texts.rich(key, name=row.name, limit=grouped(row.limit or 0), **numbers)
    return text


def _days(services: Services, window: Window) -> dict[str, str]:
    zone = services.programme.zone
    return {"opens": in_words(window.opens.astimezone(zone)), "closes": in_words(window.closes.astimezone(zone))}
