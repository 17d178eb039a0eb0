"""Is, over a year on a moved clock, what everybody hears exactly what the table promises?

The promise is counted here a second time, day by day and by hand: nothing of `registration.reminders` is used for it.
"""

import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from bot.reminding import Reminding
from handlers import reminding as words
from handlers.context import Services
from registration.lifecycle import State
from storage import cases, drafts, outbox, people, reminders, reminding
from storage.cases import NewCase
from storage.database import Database, Unit
from storage.drafts import Draft
from storage.tables import Person, table_of
from tests.handlers.phone import PROGRAMME, TEXTS
from tests.support.databases import Store

FIRST, LAST = date(2025, 5, 1), date(2026, 4, 30)
OPENS, CLOSES = date(2025, 11, 1), date(2025, 12, 31)
OPENING, CLOSING = {30, 14, 7, 3, 1}, {14, 7, 1}
EVENTS = ("ask", "stop", "begin", "answer", "delete", "send", "send_back", "block", "write")


def at(day: date, hour: float) -> datetime:
    return datetime.combine(day, time(int(hour), int(hour % 1 * 60)), PROGRAMME.zone)


@dataclass
class Life:
    """What one invented person does in the year, and what they should hear of it: (day, name of the reminder)."""

    number: int
    plan: dict[date, str]
    asked: date | None = None
    stopped: bool = False
    blocked: bool = False
    answered: date | None = None  # the last answer of a form that is not sent
    returned: date | None = None  # sent back, and silent since
    sent: bool = False
    done: set[tuple[str, int]] = field(default_factory=set)
    heard: list[tuple[date, str]] = field(default_factory=list)

    def at_noon(self, day: date) -> None:
        """What happens at noon, after the reminders of the morning."""
        event = self.plan.get(day)
        if event == "block":
            self.blocked = True
        elif event is not None and event != "send_back":
            self.blocked = False
        if event == "ask" and (self.asked is None or self.stopped):
            self.asked, self.stopped = day, False
        elif event == "stop":
            self.asked, self.stopped = None, True
        elif event in {"begin", "answer"} and (event == "begin" or self.answered is not None):
            self.answered = day
            self.done -= {each for each in self.done if each[0] == "draft"}
        elif event in {"delete", "send"} and self.answered is not None:
            self.sent = self.sent or event == "send"
            self.answered = None
        elif event == "send_back" and self.sent and self.returned is None:
            self.returned = day

    def in_the_morning(self, day: date) -> None:
        """The first of what is true, if it was not said."""
        if self.stopped or self.blocked:
            return
        for name, days in self._true(day):
            if (name, days) not in self.done:
                self.done.add((name, days))
                self.heard.append((day, name))
                return

    def _true(self, day: date) -> list[tuple[str, int]]:
        found: list[tuple[str, int]] = []
        if self.returned is not None and 2 <= (passed := (day - self.returned).days) < 12:
            found.append(("sent_back", 2 if passed < 5 else 5))
        to_close, since_open = (CLOSES - day).days, (day - OPENS).days
        if self.answered is not None and to_close in {0, 1}:
            found.append(("draft_closing", 1))
        if self.answered is not None and since_open in {0, 1, 2} and self.answered < OPENS:
            found.append(("draft_open", 0))
        free = self.asked is not None and not self.sent and self.answered is None
        if free and since_open in {0, 1, 2} and self._asked_before(OPENS):
            found.append(("open", 0))
        if free and (mark := self._mark(CLOSES, day, CLOSING)) is not None:
            found.append(("closing", mark))
        if self.answered is not None and day <= CLOSES and 1 <= (passed := (day - self.answered).days) < 14:
            found.append(("draft", 1 if passed < 3 else 3 if passed < 7 else 7))
        if self.asked is not None and not self.sent and day < OPENS:
            mark = self._mark(OPENS, day, OPENING)
            found += [("opening", mark)] if mark is not None else []
        return found

    def _mark(self, edge: date, day: date, marks: set[int]) -> int | None:
        """The mark that was passed last, if they had asked by then."""
        left = (edge - day).days
        passed = [mark for mark in marks if mark >= left >= 0]
        if not passed or not self._asked_before(edge - timedelta(days=min(passed))):
            return None
        return min(passed)

    def _asked_before(self, day: date) -> bool:
        return self.asked is not None and self.asked < day


def lives(count: int, seed: int) -> list[Life]:
    """Invented people, most of them busy around the window."""
    dice = random.Random(seed)  # noqa: S311 - the same year each time
    days = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days)]
    busy = [day for day in days if abs((day - OPENS).days) < 75]
    found = []
    for number in range(1, count + 1):
        planned = dice.sample(busy, dice.randint(0, 9)) + dice.sample(days, dice.randint(0, 3))
        found.append(Life(number, {day: dice.choice(EVENTS) for day in planned}))
    return found


async def live(unit: Unit, life: Life, event: str) -> None:
    """The same in the real storage."""
    if event == "block":
        await people.meet(unit, life.number)
        await people.mark_unreachable(unit, life.number)
        return
    if event == "send_back":
        await _send_back(unit, life)
        return
    person, _ = await people.meet(unit, life.number)
    await people.is_here(unit, person)
    if event == "ask" and person.reminders != "on":
        await reminding.wish(unit, person.id, wanted=True)
    elif event == "stop":
        await reminding.wish(unit, person.id, wanted=False)
    begun = await _unsent(unit, person.id)
    if event == "begin" and begun is None:
        await drafts.open_new(unit, person.id, {"for_whom": "self"}, rules_version="v1")
    elif begun is not None and event in {"begin", "answer"}:
        await drafts.save(unit, begun, begun.answers, asking=None)
    elif begun is not None and event in {"delete", "send"}:
        await drafts.close(unit, begun, "sent" if event == "send" else "deleted")
        if event == "send":
            await _send(unit, life.number, person.id)


async def _unsent(unit: Unit, person_id: int) -> Draft | None:
    return next((each for each in await drafts.open_of(unit, person_id) if each.case_id is None), None)


async def _send(unit: Unit, number: int, person_id: int) -> None:
    if not await cases.of_person(unit, person_id):
        answers = {"nik": f"6471051708{number:06d}", "name": "Budi Contoh"}
        new = NewCase(f"BPN-{number}", person_id, 0, "w2025", "ojol", "disnaker", State.WAITING, answers, "v1")
        case = await cases.create(unit, new)
        await cases.change(unit, case, queue_number=number)


async def _send_back(unit: Unit, life: Life) -> None:
    table = table_of(Person)  # `people.meet` would count as their writing
    known = select(table.c.id).where(table.c.telegram_id == life.number)
    person_id = (await unit.conn.execute(known)).scalar_one_or_none()
    for case in [] if person_id is None else await cases.of_person(unit, person_id):
        if case.state == State.WAITING:
            await cases.change(unit, case, state=State.SENT_BACK)
            await drafts.open_new(unit, case.person_id, {}, rules_version="v1", case_id=case.id, only=("nik",))


async def look(db: Database, services: Services, now: datetime) -> None:
    """Everybody is reminded of what is true now, and what is to leave leaves."""
    assert await Reminding(db, services, lambda: now).look()
    async with db.unit(now) as unit:
        await outbox.settle(unit, [errand.id for errand in await outbox.due(unit, "call", 1000)], "sent")


async def heard(db: Database, life: Life) -> list[tuple[date, str]]:
    async with db.unit(at(LAST, 12)) as unit:
        person, _ = await people.meet(unit, life.number)
        found = await reminders.of_person(unit, person.id)
    return [(moment.astimezone(PROGRAMME.zone).date(), name) for name, _, moment in found]


async def test_everybody_hears_in_a_year_exactly_what_was_promised(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "STEP", 40)
    everybody = lives(70, seed=1)
    services = Services(PROGRAMME, TEXTS, "")
    day = FIRST
    while day <= LAST:
        for hour in (3, 8, 13, 20.5) if day.day == 1 else (8,):
            await look(store.mine, services, at(day, hour))
        for life in everybody:
            life.in_the_morning(day)
            life.at_noon(day)
        async with store.mine.unit(at(day, 14)) as unit:
            for life in everybody:
                if day in life.plan:
                    await live(unit, life, life.plan[day])
        day += timedelta(days=1)
    found = [(life.number, await heard(store.other, life), life.heard) for life in everybody]
    assert [each for each in found if each[1] != each[2]] == []
    assert sum(len(life.heard) for life in everybody) > 150
