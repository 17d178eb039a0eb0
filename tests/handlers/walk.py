"""How is one group with its officers and workers held by the handlers alone, one event after the other?

Real processor, handlers and database; what leaves for Telegram is taken as sent at once, and slow work as done.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from aiogram.types import User
from sqlmodel import SQLModel

from bot.due import DueWork
from bot.processor import Processor
from bot.trim import trim
from delivery import ledger
from delivery.outcome import Outcome, Verdict
from handlers.callbacks import Review
from handlers.context import Services
from handlers.conversation import Conversation
from handlers.staff import cards
from registration import case_number
from registration.lifecycle import State
from registration.programme import Programme
from storage import cases, drafts, inbox, marks, outbox, people
from storage.cases import Case, NewCase
from storage.database import Database
from storage.keys import KeyRing
from storage.outbox import Errand
from tests.handlers.phone import OPEN_DAY, STAFF, TEXTS, TOKEN
from tests.stories.staff.office import SITI

WINDOW = "w2025"
PICTURE = {"vault": "0" * 32, "missing": 0}


@dataclass
class Walk:
    """Where a walk has come: the clock, the roles of officers, the newest buttons of each chat, the notices sent."""

    db: Database
    programme: Programme
    officers: Mapping[int, str]
    now: datetime = OPEN_DAY
    count: int = 1000
    buttons: dict[int, tuple[int, list[str]]] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)

    @classmethod
    async def begin(cls, folder: Path, programme: Programme, officers: Mapping[int, str]) -> "Walk":
        """An empty city."""
        db = Database(f"sqlite+aiosqlite:///{folder / 'lindung.db'}", KeyRing({1: bytes(range(32))}))
        async with db.engine.begin() as conn:
            await conn.run_sync(SQLModel.metadata.create_all)
        return cls(db, programme, officers)

    def __post_init__(self) -> None:
        self.services = Services(self.programme, TEXTS, "LindungContohBot", STAFF)
        conversation = Conversation(self.services, TOKEN, User(id=123456, is_bot=True, first_name="Lindung"))
        self._processor = Processor(self.db, conversation.handle, conversation.on_parked, lambda: self.now)

    async def send_case(self, worker: int) -> None:
        """A case as sending a form leaves it, each of another person."""
        async with self.db.unit(self.now) as unit:
            person, _ = await people.meet(unit, worker)
            serial = await marks.count_up(unit, "case serial 2025")
            draft = await drafts.open_new(unit, person.id, {}, rules_version="contoh")
            await drafts.close(unit, draft, "sent")
            answers = SITI | {"nik": f"647105570890{serial:04}", "name": f"Siti {serial}", "ktp_photo": []}
            number = case_number.make(2025, serial, self.programme.case_prefix)
            sector = answers["sector"]
            agency = self.programme.sectors[sector].agency
            version = self.programme.version
            new = NewCase(number, person.id, draft.id, WINDOW, sector, agency, State.WAITING, answers, version)
            case = await cases.create(unit, new)
            await cases.write_history(unit, case.id, "send", ("", case.state), actor="worker", actor_id=worker)
            await cards.draw(unit, self.services, case)
        await self._settle()

    async def press_card(
        self, case: Case, officer: int, act: str, value: str = "", revision: int | None = None
    ) -> None:
        """A button of a card, or one that somebody made up."""
        async with self.db.unit(self.now) as unit:
            place = await marks.place_of(unit, cards.slot_of(case))
        shown = case.revision if revision is None else revision
        data = Review(act=act, case=case.id, revision=shown, value=value).pack()
        await self._press(officer, STAFF, place.message_id if place else 1, data)

    async def press_newest(self, worker: int, which: int) -> None:
        """A button of the newest message in a worker's chat that has any."""
        message_id, buttons = self.buttons.get(worker, (0, []))
        if buttons:
            await self._press(worker, worker, message_id, buttons[which % len(buttons)])

    async def type(self, worker: int, text: str) -> None:
        """Words in a private chat."""
        chat, sender = {"id": worker, "type": "private"}, {"id": worker, "is_bot": False, "first_name": "Siti"}
        message = {"message_id": self._next(), "date": self._date(), "chat": chat, "from": sender, "text": text}
        await self._update({"message": message})

    async def command(self, officer: int, text: str) -> None:
        """Words in the staff group."""
        chat = {"id": STAFF, "type": "supergroup", "title": "Verifikasi"}
        sender = {"id": officer, "is_bot": False, "first_name": "Contoh"}
        entities = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        message = {"message_id": self._next(), "date": self._date(), "chat": chat, "from": sender}
        await self._update({"message": message | {"text": text, "entities": entities}})

    async def pass_time(self, hours: float) -> None:
        """The clock goes on."""
        self.now += timedelta(hours=hours)
        await DueWork(self.db, self.services, lambda: self.now).check()
        await self._settle()

    async def case(self, case: Case) -> Case:
        """The case as it is stored now."""
        async with self.db.unit(self.now) as unit:
            found = await cases.get(unit, case.id)
        assert found is not None
        return found

    async def all_cases(self) -> list[Case]:
        """Every case there is, the oldest first."""
        async with self.db.unit(self.now) as unit:
            return await cases.in_states(unit, list(State))

    async def _press(self, user: int, chat_id: int, message_id: int, data: str) -> None:
        kind = "private" if chat_id > 0 else "supergroup"
        chat = {"id": chat_id, "type": kind, **({"title": "Verifikasi"} if chat_id < 0 else {})}
        message = {"message_id": message_id, "date": self._date(), "chat": chat}
        sender = {"id": user, "is_bot": False, "first_name": "Contoh"}
        press = {"id": str(self._next()), "from": sender, "chat_instance": "1", "data": data, "message": message}
        await self._update({"callback_query": press})

    async def _update(self, update: dict[str, Any]) -> None:
        async with self.db.unit(self.now) as unit:
            await inbox.put_updates(unit, [trim({"update_id": self._next(), **update})])
        await self._settle()

    async def _settle(self) -> None:
        """Until nothing is left to handle, to do, or to send."""
        busy = True
        while busy:
            busy = bool(await self._step())
            async with self.db.unit(self.now) as unit:
                jobs = await outbox.due(unit, "job", 50)
                for job in jobs:
                    await inbox.put_result(unit, job.key, job.name, {**job.body, "result": self._result(job)})
                    await outbox.settle(unit, [job.id], "sent")
                calls = await outbox.due(unit, "call", 50)
                for errand in calls:
                    place = await marks.place_of(unit, errand.body["edit"]) if "edit" in errand.body else None
                    number = place.message_id if place is not None else self._next()
                    self._note(errand, number)
                    await ledger.write(unit, [(errand, Outcome(Verdict.SENT, (number,)))])
            busy = busy or bool(jobs or calls)

    async def _step(self) -> int:
        return await self._processor.step()

    def _result(self, job: Errand) -> dict[str, Any]:
        if job.name == "check_member":
            return {"role": self.officers.get(job.body["user_id"]), "name": "Contoh"}
        return dict(PICTURE) if job.name == "draw_card" else {"pairs": [], "bits": []}

    def _note(self, errand: Errand, number: int) -> None:
        if errand.key.startswith("notice:"):
            self.notices.append(errand.key)
        markup = errand.body["params"].get("reply_markup", {})
        rows = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
        if errand.chat_id is not None and errand.chat_id > 0 and rows:
            found = [one["callback_data"] for row in rows for one in row if "callback_data" in one]
            self.buttons[errand.chat_id] = (number, found)

    def _next(self) -> int:
        self.count += 1
        self.now += timedelta(seconds=1)
        return self.count

    def _date(self) -> int:
        return int(self.now.timestamp())
