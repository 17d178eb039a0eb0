"""Who are the people of the day: workers, each with a life of their own, and three groups of officers?"""

import asyncio
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from registration.sectors import SECTORS
from simulator.user import SimUser
from storage import agencies
from tests.support.town import STAFF, Town
from tests.support.worker import BUDI, TEXTS

SEED = 2025
FORGETFUL = 9001  # the serial of the first of those who never answer
DISNAKER, DISHUB, DP3 = STAFF, -1001000000002, -1001000000003
CHATS = {"disnaker": DISNAKER, "dishub": DISHUB, "dp3": DP3}
_OFFICERS = ("Ratna", "Hasan", "Joko", "Dewi", "Rahmat", "Yuni", "Bambang", "Lestari", "Wahyu")
_MEN, _WOMEN = ("Agus", "Budi", "Dedi", "Eko", "Fajar", "Hendra"), ("Ani", "Citra", "Endah", "Fitri", "Lina", "Sri")
_FAMILIES = ("Contoh", "Misalnya", "Umpama", "Andaikan", "Percobaan", "Rekaan", "Karangan")

# What becomes of a hundred workers: so many of them live like this. Officers do some steps, the worker the others.
LIVES: dict[tuple[str, ...], int] = {
    ("approve",): 24,
    ("approve_twice",): 5,
    ("approve_together",): 5,
    ("ask", "answer", "approve"): 4,
    ("note", "approve"): 3,
    ("hold", "approve"): 2,
    ("pass_on", "approve"): 5,
    ("compare", "approve"): 2,
    ("send_back", "mend", "approve"): 9,
    ("send_back", "mend", "reject"): 2,
    ("send_back", "withdraw"): 1,
    ("send_back",): 5,
    ("reject",): 8,
    ("reject", "object", "grant"): 3,
    ("reject", "object", "uphold"): 3,
    ("reject", "object"): 1,
    ("withdraw",): 4,
    ("approve", "withdraw"): 4,
    ("approve", "insurer_refuse"): 3,
    ("approve", "amend", "approve"): 3,
    ("hold",): 2,
    ("take",): 1,
    (): 1,
}
# Where a case stands after the last step of its life; "accepted": with a place, or on the waiting list.
ENDS = {
    "reject": "rejected",
    "uphold": "rejected",
    "send_back": "sent_back",
    "object": "objected",
    "withdraw": "withdrawn",
    "insurer_refuse": "insurer_refused",
    "hold": "waiting",
    "take": "claimed",
    "": "waiting",
}


@dataclass
class Life:
    """One worker: what they answer, what is to happen to their case, and how far that has gone."""

    serial: int
    sector: str
    steps: tuple[str, ...]
    answers: dict[str, Any]
    bell: "Bell"
    user: SimUser = field(init=False)
    number: str = ""
    agency: str = ""
    done: int = -1  # steps; -1: the form is not sent yet
    hands: SimUser | None = None  # the officer who is about it

    @property
    def next(self) -> str:
        """The step that comes now; "" when all are done, or before the form is sent."""
        return self.steps[self.done] if 0 <= self.done < len(self.steps) else ""

    @property
    def is_over(self) -> bool:
        """Has everything happened that is to happen?"""
        return self.done == len(self.steps)

    @property
    def end(self) -> str:
        """Where the case must stand in the end."""
        if self.serial >= FORGETFUL:
            return "expired"
        return ENDS.get(self.steps[-1] if self.steps else "", "accepted")

    def step_done(self) -> None:
        """The next one may begin."""
        self.done += 1
        self.bell.ring()


class Bell:
    """Rung whenever anybody has done or seen something: who waits looks again."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        """Wake everybody."""
        self._event.set()
        self._event = asyncio.Event()

    async def until(self, right: Callable[[], Any]) -> Any:
        """Wait until `right` gives something true, and return that."""
        while not (found := right()):
            await self._event.wait()
        return found


@dataclass
class Office:
    """A staff group: its chat, its agency, its supervisor and two officers."""

    chat: int
    agency: str
    supervisor: SimUser
    officers: list[SimUser]

    @property
    def everybody(self) -> list[SimUser]:
        """All three."""
        return [self.supervisor, *self.officers]


def forgetful(bell: Bell) -> list[Life]:
    """Six more, of weeks ago: what was sent back to them they never answered, and it is closed on the day."""
    ways = [("send_back",)] * len(SECTORS)
    found = _people(ways, random.Random(SEED + 1), bell, begin=FORGETFUL)  # noqa: S311
    for life in found:
        life.answers["name"] = "Lupa Contoh"
    return found


def lives(count: int, bell: Bell) -> list[Life]:
    """So many invented workers, of all sectors in turn; the same ones every time."""
    dice = random.Random(SEED)  # noqa: S311 - a day that can be repeated
    ways = [way for way, share in LIVES.items() for _ in range(share)]
    dealt = [way for _ in range(0, count, len(ways)) for way in dice.sample(ways, len(ways))][:count]
    found = _people(dealt, dice, bell, begin=1)
    _make_doubles(found)
    return found


def _people(ways: Sequence[tuple[str, ...]], dice: random.Random, bell: Bell, begin: int) -> list[Life]:
    """A worker for each way of life."""
    found = []
    for serial, way in enumerate(ways, start=begin):
        sector = SECTORS[serial % len(SECTORS)].key
        answers = _person(serial, dice) | {"sector": TEXTS(f"sector-{sector}")}
        found.append(Life(serial, sector, way, answers, bell))
    return found


def _person(serial: int, dice: random.Random) -> dict[str, Any]:
    """What an invented person types into the form. The NIK fits the birth date and the sex, and is nobody else's."""
    is_woman = bool(dice.getrandbits(1))
    born = date(1965, 1, 1) + timedelta(days=dice.randrange(38 * 365))
    day = born.day + (40 if is_woman else 0)
    return BUDI | {
        "nik": f"647105{day:02}{born:%m%y}{serial:04}",
        "name": f"{dice.choice(_WOMEN if is_woman else _MEN)} {dice.choice(_FAMILIES)} {dice.choice(_FAMILIES)}",
        "birth_date": f"{born:%d-%m-%Y}",
        "sex": "Perempuan" if is_woman else "Laki-laki",
        "phone": f"0812{dice.randrange(10**4):04}{serial:04}",
        "address": f"Jl. Contoh Indah No. {dice.randrange(1, 200)}",
    }


def _make_doubles(found: list[Life]) -> None:
    """Who is to be compared has the phone of the worker before."""
    for one in found:
        if "compare" in one.steps:
            one.answers["phone"] = found[one.serial - 2].answers["phone"]


async def offices(here: Town) -> list[Office]:
    """Three groups, each bound to its agency by its supervisor with the operator's code."""
    found = []
    for place, (agency, chat) in enumerate(CHATS.items()):
        three = [await here.sim.add_user(f"{name} (contoh)") for name in _OFFICERS[3 * place : 3 * place + 3]]
        if chat != STAFF:
            await here.sim.add_group(f"Petugas {agency} (contoh)", id=chat)
        await here.sim.set_member(chat, three[0].id, "creator")
        for each in three[1:]:
            await here.sim.set_member(chat, each.id)
        async with here.look() as unit:
            code = await agencies.invite(unit, [agency])
        rights = {"can_manage_topics": True, "can_delete_messages": True}
        await three[0].start_group(chat, code, rights=rights)
        await three[0].press(here.app.programme.agencies[agency].short, chat=chat)
        await three[0].sees("Grup ini sekarang memeriksa pendaftaran", chat=chat)
        found.append(Office(chat, agency, three[0], three[1:]))
    return found
