"""How is one act of an officer, or of the clock, carried out by the real handlers, timed, and undone again?"""

import time
from collections.abc import Awaitable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, insert, or_, select, update
from sqlmodel import SQLModel

from bench.desk import rows
from bench.desk.city import City
from handlers.callbacks import Cast, Desk
from registration.lifecycle import State
from registration.reasons import REASONS
from storage import agencies, broadcasts, cases, headcount, inbox, marks, officers, people
from storage.broadcasts import Broadcast
from storage.cases import Case
from storage.database import Unit
from storage.deadline_tables import CaseNotice
from storage.outbox import Errand
from storage.place_tables import PlaceCount, TakenPlace
from storage.search_tables import NotDouble
from storage.tables import Case as CaseTable
from storage.tables import Draft, History, table_of
from tests.handlers.phone import STAFF
from tests.handlers.walk import Walk

OFFICER, SUPERVISOR = 902, 903
_CASE = table_of(CaseTable)
_PICTURES = frozenset({"draw_card", "draw_pair", "draw_chart"})
Rows = list[dict[str, Any]]


@dataclass
class Office(Walk):
    """One staff group. `spent`: milliseconds of whole transactions, commits included, since the last `start_clock`.

    `worked`: of them those of the processor, which others on the machine do not make more; of PostgreSQL not its own.
    What leaves for Telegram, and the courier's own work, is not counted: it is the same for every act.
    """

    spent: float = 0.0
    worked: float = 0.0
    city: City | None = None
    kept: list[tuple[type[SQLModel], ColumnElement[bool], Rows]] = field(default_factory=list)
    turns: int = 0
    calls: list[str] = field(default_factory=list)

    async def open(self, city: City) -> None:
        """Choose the cases that everything is done to, and remember all that may be changed about them."""
        self.city = city
        first = city.count - city.open + 1
        self.waiting = first + -first % 3  # of the same line of work in every city
        self.objected, self.waiting_last = self.waiting + 3, self.waiting + 6
        self.listed = first - 2 * city.few
        self.sent_back = first - 1
        self.approved = next(n for n in range(city.count // 2, 0, -1) if city.state(n) is State.APPROVED and n % 3 == 0)
        async with self.db.unit(self.now) as unit:
            await self._object(unit)
            await self._make_double(unit)
            await self._let_wait(unit)
            for user in rows.OFFICERS:
                await people.meet(unit, user)
            for agency in self.programme.agencies:
                await agencies.bind(unit, agency, STAFF, None)
        ids = [self.waiting, self.waiting_last, self.objected, self.sent_back, self.approved]
        ids += [self.listed, self.listed + 1]  # who may be given a place
        conditions: list[tuple[type[SQLModel], ColumnElement[bool]]] = [
            (model, table_of(model).c.case_id.in_(ids)) for model in (History, TakenPlace, Draft, CaseNotice)
        ]
        pairs = table_of(NotDouble)
        conditions += [(CaseTable, or_(_CASE.c.id.in_(ids), _CASE.c.card_chat == STAFF))]
        conditions += [(NotDouble, or_(pairs.c.first_id.in_(ids), pairs.c.second_id.in_(ids)))]
        conditions += [(PlaceCount, table_of(PlaceCount).c.window == rows.WINDOW)]
        async with self.db.unit(self.now) as unit:
            for model, which in conditions:
                found = await unit.conn.execute(select(table_of(model)).where(which))
                self.kept.append((model, which, [dict(row) for row in found.mappings()]))

    async def _object(self, unit: Unit) -> None:
        """A rejection by somebody else, and the worker's objection."""
        case = await cases.get(unit, self.objected)
        assert case is not None
        for move, before, after in (("reject", "waiting", "rejected"), ("object", "rejected", "objected")):
            actor, who = ("officer", 901) if move == "reject" else ("worker", rows.telegram_id(case.id))
            note = {"reasons": [REASONS["reject"][0]]} if move == "reject" else {"note": "Mohon dilihat lagi"}
            await cases.write_history(unit, case.id, move, (before, after), actor=actor, actor_id=who, note=note)
        await cases.change(unit, case, state=State.OBJECTED, next_revision=False)

    async def _make_double(self, unit: Unit) -> None:
        """The case that everything is done to has the phone of a case decided long ago, and comes before all others."""
        case, other = await cases.get(unit, self.waiting), await cases.get(unit, self.approved)
        assert case is not None
        assert other is not None
        answers = case.answers | {"phone": other.answers["phone"]}
        await cases.change(unit, case, next_revision=False, answers=answers, queue_number=0)

    async def _let_wait(self, unit: Unit) -> None:
        """One case has waited for its worker for so long that a notice is due; of another's wait nobody was told."""
        late = update(_CASE).where(_CASE.c.id == self.sent_back).values(since=self.now - timedelta(days=25))
        await unit.conn.execute(late)
        notices = table_of(CaseNotice)
        await unit.conn.execute(delete(notices).where(notices.c.case_id == self.waiting))

    async def begin_turn(self) -> None:
        """Everything as it was, everybody just confirmed by Telegram."""
        assert self.city is not None
        self.turns += 1
        self.now = self.city.now + timedelta(seconds=self.turns)
        async with self.db.unit(self.now) as unit:
            for user, role in rows.OFFICERS.items():
                await officers.confirm(unit, STAFF, user, "Contoh", role)
            carded = [row["id"] for model, _, found in self.kept if model is CaseTable for row in found]
            away = update(_CASE).where(_CASE.c.card_chat == STAFF, _CASE.c.id.not_in(carded))
            await unit.conn.execute(away.values(card_chat=None))
            for model, which, found in self.kept:
                await unit.conn.execute(delete(table_of(model)).where(which))
                if found:
                    await unit.conn.execute(insert(table_of(model)), found)
            for case_id in carded:  # as many as persons, by the same numbers
                headcount.changed(unit, case_id)
            await headcount.fold(unit)

    async def timed(self, work: Awaitable[object]) -> None:
        """Work that is no event of the inbox, and then all events that it left."""
        begun = _clocks()
        await work
        self._count(begun)
        await self._settle()

    def start_clock(self) -> None:
        """What comes now is measured."""
        self.spent, self.worked, self.calls = 0.0, 0.0, []

    def _count(self, begun: tuple[float, float]) -> None:
        spent, worked = _clocks()
        self.spent += (spent - begun[0]) * 1000
        self.worked += (worked - begun[1]) * 1000

    async def say(self, words: str, user: int = OFFICER, reply_to: int | None = None) -> None:
        """A message in the group."""
        chat = {"id": STAFF, "type": "supergroup", "title": "Verifikasi"}
        sender = {"id": user, "is_bot": False, "first_name": "Contoh"}
        message: dict[str, Any] = {"message_id": self._next(), "date": self._date(), "chat": chat, "from": sender}
        message["text"] = words
        if words.startswith("/"):
            length = len(words.split(maxsplit=1)[0])
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        if reply_to is not None:
            message["reply_to_message"] = {"message_id": reply_to, "date": self._date(), "chat": chat}
        await self._update({"message": message})

    async def touch(self, act: str, case: int, value: str = "", user: int = SUPERVISOR) -> None:
        """A button of a card."""
        await self.press_card(await self.numbered(case), user, act, value)

    async def press_desk(self, act: str, case: int = 0, value: str = "") -> None:
        """A button below the answer to a command."""
        await self._press(OFFICER, STAFF, 1, Desk(act=act, id=case, value=value).pack())

    async def press_cast(self, act: str, value: str = "") -> None:
        """A button of the newest broadcast."""
        cast = await self.newest_cast()
        data = Cast(act=act, id=cast.id, revision=cast.revision, value=value).pack()
        await self._press(SUPERVISOR, STAFF, 1, data)

    async def reply_to_cast(self, words: str) -> None:
        """The words that the newest broadcast asks for."""
        cast = await self.newest_cast()
        async with self.db.unit(self.now) as unit:
            place = await marks.place_of(unit, cast.words_slot)
        assert place is not None
        await self.say(words, SUPERVISOR, place.message_id)

    async def newest_cast(self) -> Broadcast:
        """The broadcast that is being written."""
        async with self.db.unit(self.now) as unit:
            cast = await broadcasts.by_key(unit, f"group:{STAFF}:{self.cast}")
        assert cast is not None
        return cast

    async def begin_cast(self) -> None:
        """/siaran."""
        self.cast = self.count + 1
        await self.say("/siaran", SUPERVISOR)

    async def event(self, kind: str, body: dict[str, Any]) -> None:
        """What the clock, or an event before it, leaves to be handled."""
        async with self.db.unit(self.now) as unit:
            await inbox.put_result(unit, f"bench:{self._next()}", kind, body)
        await self._settle()

    async def numbered(self, number: int) -> Case:
        """A case as it is now."""
        async with self.db.unit(self.now) as unit:
            found = await cases.get(unit, number)
        assert found is not None
        return found

    async def _step(self) -> int:
        begun = _clocks()
        handled = await super()._step()
        if handled:  # a look that finds nothing is no part of any act
            self._count(begun)
        return handled

    def _note(self, errand: Errand, number: int) -> None:
        self.calls.append(errand.name)
        super()._note(errand, number)

    def _result(self, job: Errand) -> dict[str, Any]:
        if job.name == "draw_pages":
            return {"names": ["0" * 32], "missing": 0}
        if job.name in _PICTURES:
            return {"vault": "0" * 32, "missing": 0}
        return super()._result(job)


def _clocks() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()
