"""What does the database say, held against what the simulated people saw and did?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select, text

from registration.lifecycle import MOVES
from simulator.wire import Json
from storage import balance, cases, drafts, files, inbox
from storage.cases import Case, Step
from storage.database import Database, Unit
from storage.shelf import FileGone
from storage.tables import Inbox, Outbox, table_of
from storage.tables import Person as PersonTable
from storage.vault import Vault
from tests.crash.person import Person
from tests.storage.headcounts import miscounted
from tests.support.town import OPEN_DAY

_DECISIONS = {"approve": "approved", "waitlist": "waitlisted", "reject": "rejected"}


@dataclass
class Findings:
    """What is wrong, by kind; empty lists are what we want."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    untold: list[str] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def all(self) -> list[str]:
        """Every one."""
        return [*self.lost, *self.doubled, *self.untold, *self.stuck, *self.broken]


class Truth:
    """Reads the bot's database through its own storage functions."""

    def __init__(self, db: Database, vault: Vault) -> None:
        self._db = db
        self._vault = vault
        self.found = Findings()

    async def after_a_kill(self, crowd: Sequence[Person]) -> None:
        """While the bot is dead: every answer that a person knows as taken is stored."""
        async with self._db.unit(OPEN_DAY.astimezone()) as unit:
            for person in crowd:
                stored = await _stored(unit, person)
                for key in person.told - person.unsure:
                    if not _same(stored.get(key), person.wants.stored()[key]):
                        self.found.lost.append(f"{person.wants.nik}: {key} was acknowledged and is not stored")

    async def in_the_end(self, crowd: Sequence[Person], updates: Sequence[Json]) -> None:
        """All has settled: cases, decisions, notices, queues and the file itself."""
        async with self._db.unit(OPEN_DAY.astimezone()) as unit:
            await self._queues(unit, updates)
            for person in crowd:
                await self._person(unit, person)
            self.found.broken += await balance.differences(unit)
            self.found.broken += await miscounted(unit)
            check = (await unit.conn.execute(text("PRAGMA integrity_check"))).scalar_one()
            if check != "ok":
                self.found.broken.append(f"integrity_check: {check}")

    async def _queues(self, unit: Unit, updates: Sequence[Json]) -> None:
        rows = await unit.conn.execute(select(table_of(Inbox).c.key, table_of(Inbox).c.state))
        state = {row.key: row.state for row in rows}
        for update in updates:
            if f"u:{update['update_id']}" not in state:
                self.found.lost.append(f"update {update['update_id']} was confirmed and never stored")
        self.found.stuck += [f"inbox {key} is {at}" for key, at in state.items() if at != "done"]
        self.found.stuck += [f"parked: {event.kind} {event.error}" for event in await inbox.parked(unit)]
        outbox = table_of(Outbox)
        bad = select(outbox.c.name, outbox.c.state, outbox.c.error).where(
            outbox.c.state != "sent", outbox.c.error != "overtaken"
        )
        self.found.stuck += [f"outbox {row.name} is {row.state}: {row.error}" for row in await unit.conn.execute(bad)]

    async def _person(self, unit: Unit, person: Person) -> None:
        who = person.wants.nik
        self.found.lost += person.lost
        own = await cases.of_person(unit, await _id_of(unit, person))
        if len(own) != 1:
            kind = self.found.doubled if own else self.found.lost
            kind.append(f"{who} has {len(own)} cases, decided: {person.decided!r}")
            return
        await self._case(unit, person, own[0])
        steps = await cases.history(unit, own[0].id)
        self._history(own[0], steps)
        await self._notices(person, own[0], steps)

    async def _case(self, unit: Unit, person: Person, case: Case) -> None:
        for key, value in person.wants.stored().items():
            if not _same(case.answers.get(key), value):
                self.found.lost.append(f"{case.number}: {key} is not what was given")
        for file in await files.by_ids(unit, sorted(files.file_ids(case.answers))):
            try:
                await self._vault.get(file.vault_name)
            except FileGone:
                self.found.lost.append(f"{case.number}: a picture of {file.question} is gone")
        if case.number != person.number:
            self.found.broken.append(f"{person.wants.nik} was told {person.number}, the case is {case.number}")

    def _history(self, case: Case, steps: list[Step]) -> None:
        """One decision row, every step from where the one before ended, along the table, and the state is the last."""
        decisions = [step.move for step in steps if step.move in _DECISIONS]
        if len(decisions) != 1:
            self.found.doubled.append(f"{case.number} has decisions {decisions}")
        state = ""
        for step in steps:
            allowed = step.move == "send" or step.from_state in MOVES[step.move].sources
            if step.from_state != state or not allowed:
                self.found.broken.append(f"{case.number}: {step.move} from {step.from_state}, stood at {state}")
            state = step.to_state
        if case.state != state:
            self.found.broken.append(f"{case.number} is {case.state}, its history ends with {state}")

    async def _notices(self, person: Person, case: Case, steps: list[Step]) -> None:
        """Each decision was seen in the worker's own chat."""
        seen = [post.text for post in await person.user.transcript() if not post.mine and case.number in post.text]
        words = {
            "approve": "disetujui",
            "waitlist": "terisi",
            "reject": "belum bisa diterima",
            "uphold": "Keputusannya tetap",
            "send_back": "perlu diperbaiki",
        }
        for step in steps:
            if step.move in words and not any(words[step.move] in said.partition("\n")[0] for said in seen):
                self.found.untold.append(f"{case.number}: {step.move} was never heard")

    async def numbers(self) -> Json:
        """Counts for the table: cases, and moves of the history."""
        async with self._db.unit(OPEN_DAY.astimezone()) as unit:
            found = await cases.in_states(unit, ["waiting", "claimed", "sent_back", "objected", *_DECISIONS.values()])
            moves: Counter[str] = Counter()
            for case in found:
                moves.update(step.move for step in await cases.history(unit, case.id))
            due = select(func.count()).select_from(table_of(Outbox)).where(table_of(Outbox).c.state == "due")
            waiting = await inbox.waiting(unit) + int((await unit.conn.execute(due)).scalar_one())
        return {"cases": len(found), "moves": dict(moves), "waiting": waiting}


async def _stored(unit: Unit, person: Person) -> dict[str, Any]:
    """The answers as they stand: the case, and over it the form that is open."""
    person_id = await _id_of(unit, person)
    found: dict[str, Any] = {}
    for case in await cases.of_person(unit, person_id):
        found |= case.answers
    for draft in await drafts.open_of(unit, person_id):
        found |= draft.answers
    return found


async def _id_of(unit: Unit, person: Person) -> int:
    """The row of this person; 0 when the bot has not met them."""
    table = table_of(PersonTable)
    found = select(table.c.id).where(table.c.telegram_id == person.user.id)
    return (await unit.conn.execute(found)).scalar_one_or_none() or 0


def _same(stored: Any, wanted: Any) -> bool:
    return bool(isinstance(stored, list) and stored) if wanted is True else stored == wanted
