"""Do the books of the day agree: the database, the workers' own chats, the groups' cards, /kuota and /antrian?"""

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select

from registration.lifecycle import LIVE, MOVES, OPEN, State
from simulator.seen import Seen
from storage import alerts, balance, cases, inbox
from storage.cases import Case, Step
from storage.database import Database, Unit
from storage.keys import KeyRing
from storage.place_tables import TakenPlace
from storage.tables import Outbox, table_of
from tests.storage.headcounts import miscounted
from tests.stories.day.desk import Desk, is_card
from tests.stories.day.people import CHATS, Life
from tests.support.town import Town
from tests.support.worker import TEXTS

_OUTBOX, _PLACE = table_of(Outbox), table_of(TakenPlace)
_TOLD = [name for name, move in MOVES.items() if move.notice]
_LEFT_OUT = {State.CLAIMED: State.WAITING}  # a worker is not told who has the card


async def settle(here: Town) -> None:
    """Wait until everything that was left to be done or said has been, whatever became of it."""
    version = -1
    async with asyncio.timeout(240):
        while await _is_busy(here):
            version = (await here.sim.read("overview", since=version, wait=1))["version"]


async def _is_busy(here: Town) -> bool:
    async with here.look() as unit:
        due = select(_OUTBOX.c.id).where(_OUTBOX.c.state == "due", _OUTBOX.c.due_at <= unit.now).limit(1)
        left = await inbox.waiting(unit) > 0 or (await unit.conn.execute(due)).first() is not None
    return left or await here.sim.waiting_updates() > 0


class Books:
    """What is stored after the day, read by somebody else, beside what everybody has seen."""

    def __init__(self, everybody: Sequence[Life], limit: int) -> None:
        self.lives = {life.number: life for life in everybody}
        self.limit = limit
        self.cases: dict[str, Case] = {}
        self.steps: dict[str, list[Step]] = {}
        self.faults: list[str] = []
        self.chats: dict[str, list[Seen]] = {}

    async def read(self, here: Town) -> None:
        """Through a session of one's own."""
        db = Database(here.settings.database_url, KeyRing.load(here.settings.data_keys_file))
        try:
            async with db.unit(here.app.clock.now()) as unit:
                for case in await cases.in_states(unit, list(State)):
                    self.cases[case.number] = case
                    self.steps[case.number] = await cases.history(unit, case.id)
                await self._places(unit)
                await self._left_over(unit)
        finally:
            await db.close()
        for number, life in self.lives.items():
            self.chats[number] = [one for one in await life.user.transcript() if not one.mine]

    async def _places(self, unit: Unit) -> None:
        """Never more places than there are, and none free while somebody waits."""
        self.faults += await balance.differences(unit)
        self.faults += await miscounted(unit)
        rows = (await unit.conn.execute(select(_PLACE.c.taken_at, _PLACE.c.freed_at))).all()
        most = _most_at_once((row.taken_at, row.freed_at) for row in rows)
        held = sum(row.freed_at is None for row in rows)
        if most > self.limit:
            self.faults.append(f"{most} places of {self.limit} were taken at once")
        if self.count(State.WAITLISTED) and held < self.limit:
            self.faults.append(f"somebody waits, and only {held} of {self.limit} places are taken")

    async def _left_over(self, unit: Unit) -> None:
        """Nothing parked, nothing unsent, nothing for the operator to see to."""
        self.faults += [f"parked: {event.kind} {event.error}" for event in await inbox.parked(unit)]
        self.faults += [f"alert: {code} {about}" for code, about, _ in await alerts.open_alerts(unit)]
        bad = select(_OUTBOX.c.name, _OUTBOX.c.state, _OUTBOX.c.error).where(_OUTBOX.c.state.in_(("failed", "unknown")))
        self.faults += [f"not sent: {row.name} {row.state} {row.error}" for row in await unit.conn.execute(bad)]

    def count(self, *states: State, sector: str = "", agency: str = "") -> int:
        """How many cases stand there, of all or of one sector or agency."""
        of = [case for case in self.cases.values() if sector in {"", case.sector} and agency in {"", case.agency}]
        return sum(case.state in states for case in of)

    def ends(self) -> dict[str, Counter[str]]:
        """How many cases of each agency stand where, as it is stored."""
        accepted = {"approved": "accepted", "waitlisted": "accepted"}
        stored = [(case.agency, accepted.get(case.state, case.state)) for case in self.cases.values()]
        return {agency: Counter(state for of, state in stored if of == agency) for agency in CHATS}

    def meant_ends(self) -> dict[str, Counter[str]]:
        """The same as it was meant; who of the accepted has a place is for the quota to say."""
        return {agency: Counter(life.end for life in self.lives.values() if life.agency == agency) for agency in CHATS}

    def compare_with_workers(self) -> None:
        """Each worker has heard of each decision once, and of nothing later than what is stored."""
        for number, case in self.cases.items():
            chat = self.chats[number]
            heard = Counter(kind for one in chat for kind in _TOLD if _says(one, f"notice-{_dashed(kind)}", number))
            owed = Counter(step.move for step in self.steps[number] if step.move in _TOLD)
            if heard != owed:
                self.faults.append(f"{number} should have heard {dict(owed)}, and heard {dict(heard)}")
            told = _last_told(chat, number)
            if told != _LEFT_OUT.get(State(case.state), case.state):
                self.faults.append(f"{number} is {case.state}, its worker thinks {told}")

    def compare_with_groups(self, desks: Sequence[Desk]) -> None:
        """One card for each case at most, in one group alone; every open case that is not put aside has one."""
        for number, case in self.cases.items():
            found = [desk.office.agency for desk in desks for one in desk.standing() if is_card(one, number)]
            if len(found) > 1 or found not in ([], [case.agency]):
                self.faults.append(f"{number} of {case.agency} has its cards in {found}")
            if not found and case.state in OPEN | {State.OBJECTED} and case.hold_until is None:
                self.faults.append(f"{number} is {case.state} and has no card")

    def kuota(self) -> list[str]:
        """What /kuota must say."""
        row = f"{self.count(State.WAITLISTED)} daftar tunggu, {self._looked_at()} diperiksa"
        held = self.count(State.APPROVED)
        lines = [f"Semua pekerja: {held} dari {self.limit} terisi, sisa {self.limit - held}, {row}"]
        for sector in dict.fromkeys(case.sector for case in sorted(self.cases.values(), key=_order)):
            name = TEXTS(f"sector-{sector}").partition(" ")[2]
            numbers = [self.count(state, sector=sector) for state in (State.APPROVED, State.WAITLISTED)]
            looked_at = self._looked_at(sector)
            lines.append(f"{name}: {numbers[0]} disetujui, {numbers[1]} daftar tunggu, {looked_at} diperiksa")
        return lines

    def _looked_at(self, sector: str = "") -> int:
        return self.count(*(LIVE - {State.APPROVED, State.WAITLISTED}), sector=sector)

    def antrian(self, agency: str) -> str:
        """How /antrian must begin."""
        line = [case for case in self.cases.values() if case.agency == agency and case.hold_until is None]
        count = sum(case.state in OPEN | {State.OBJECTED} for case in line)
        return f"⏳ Menunggu: {count}, " if count else "👍 Tidak ada yang menunggu."


def _order(case: Case) -> int:
    return ["ojol", "pangkalan", "nelayan", "petani", "pedagang", "lainnya"].index(case.sector)


def _most_at_once(spans: Iterable[tuple[datetime, datetime | None]]) -> int:
    """How many places were taken at the same time, when there were most."""
    changes: list[tuple[datetime, int]] = []
    for taken, freed in spans:
        changes += [(taken, 1), *([(freed, -1)] if freed is not None else [])]
    held, most = 0, 0
    for _, change in sorted(changes):
        held += change
        most = max(most, held)
    return most


def _says(one: Seen, key: str, number: str) -> bool:
    """Does a message begin one of its paragraphs with this text?"""
    begins = TEXTS.rich(key, number=number, name="", agency="", place="", cover="", queue="").text.splitlines()[0]
    return number in one.text and begins in one.text.splitlines()


def _last_told(chat: Sequence[Seen], number: str) -> str | None:
    """Where the worker must think that the case stands."""
    ends: dict[str, str] = {f"notice-{_dashed(kind)}": str(MOVES[kind].target) for kind in _TOLD}
    ends |= dict.fromkeys(("receipt", "receipt-mended", "receipt-amended"), "waiting")
    ends |= {"withdrawn": "withdrawn"}
    told = None
    for one in sorted(chat, key=lambda each: each.version):
        told = next((state for key, state in ends.items() if _says(one, key, number)), told)
        if one.text.startswith(f"✅ Keberatan untuk {number} terkirim."):
            told = "objected"
    return told


def _dashed(name: str) -> str:
    return name.replace("_", "-")
