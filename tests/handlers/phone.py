"""How does a test hold a private chat with the handlers alone: updates in, and what leaves for Telegram applied?

Real handlers, real database; only the network is left out: each call that leaves is carried out at once on `shown`.
"""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aiogram.types import User
from sqlmodel import SQLModel

from bot.trim import trim
from delivery import ledger
from delivery.outcome import Outcome, Verdict
from handlers.context import Services
from handlers.conversation import Conversation
from locales import Texts
from locales.texts import utf16_length
from registration.programme import Programme, load_programme
from storage import consents, drafts, marks, outbox, people
from storage.database import Database
from storage.drafts import Draft
from storage.inbox import Event
from storage.keys import KeyRing
from storage.outbox import Errand

PROGRAMME = load_programme(Path(__file__).parents[2] / "programmes" / "balikpapan.toml")
TEXTS = Texts()
OPEN_DAY = datetime(2025, 11, 10, 1, 0, tzinfo=UTC)
TOKEN = "123456:SPECIMEN-not-a-secret-token-00000"
STAFF = -1001000000001
BIG_PHOTO = {"width": 1280, "height": 800, "file_size": 90_000}


@dataclass
class Shown:
    """One message of the bot as it stands in the chat now."""

    id: int
    text: str
    markup: dict[str, Any]
    picture: str = ""

    @property
    def buttons(self) -> dict[str, str]:
        """Label to callback data."""
        rows = self.markup.get("inline_keyboard", [])
        return {button["text"]: button["callback_data"] for row in rows for button in row}


@dataclass
class Phone:
    """One worker's phone. `shown` are the bot's messages, `newest` the one that changed last, `held` the jobs."""

    db: Database
    conversation: Conversation
    id: int = 700_001
    now: datetime = OPEN_DAY
    shown: dict[int, Shown] = field(default_factory=dict)
    newest: Shown = field(default_factory=lambda: Shown(0, "", {}))
    said: list[str] = field(default_factory=list)
    keyboard: list[str] = field(default_factory=list)
    held: list[Errand] = field(default_factory=list)
    count: int = 0

    async def type(self, text: str) -> None:
        """Write a text."""
        await self.message(text=text)

    async def message(self, **content: Any) -> None:
        """Send any message; `said` is what the bot says to it."""
        chat = {"id": self.id, "type": "private"}
        sender = {"id": self.id, "is_bot": False, "first_name": "Budi (contoh)"}
        date = int(self.now.timestamp())
        await self._update(
            {"message": {"message_id": self._next(), "date": date, "chat": chat, "from": sender, **content}}
        )

    async def photo(self, unique: str = "", **more: Any) -> None:
        """Send a photo; its check is held until `checked`."""
        name = unique or f"unik{self._next()}"
        await self.message(photo=[{"file_id": f"f-{name}", "file_unique_id": name, **BIG_PHOTO}], **more)

    async def press(self, label: str, on: Shown | None = None) -> str:
        """Press a button (of the newest message that has it); the words of the toast."""
        having = [message for message in self.shown.values() if label in message.buttons]
        place = on or having[-1]
        return await self.press_data(place.buttons[label], place.id)

    async def press_data(self, data: str, message_id: int) -> str:
        """Press by data; the words of the toast. Fails when the press was not answered."""
        number = self._next()
        chat = {"id": self.id, "type": "private"}
        message = {"message_id": message_id, "date": int(self.now.timestamp()), "chat": chat}
        sender = {"id": self.id, "is_bot": False, "first_name": "Budi (contoh)"}
        press = {"id": str(number), "from": sender, "chat_instance": "1", "data": data, "message": message}
        toasts = await self._update({"callback_query": press})
        assert list(toasts) == [str(number)]
        return toasts[str(number)]

    async def checked(self, result: dict[str, Any] | None = None, *, which: int = 0) -> None:
        """The check of a held photo is over: kept in the vault, or what `result` says."""
        errand = self.held.pop(which)
        name = f"{errand.id:032x}"
        good = {"pages": [{"name": name, "width": 1280, "height": 800}]}
        body = {**errand.body, "result": result or good}
        await self._handle(Event(self._next(), errand.name, body, 0, ""))

    async def draft(self) -> Draft:
        """The form being filled."""
        found = await self.maybe_draft()
        assert found is not None
        return found

    async def maybe_draft(self) -> Draft | None:
        """The form being filled, if any."""
        async with self.db.unit(self.now) as unit:
            return (await people.meet(unit, self.id))[1]

    async def begin_with(self, answers: dict[str, Any], *, asking: str | None = None) -> Draft:
        """A form that was filled so far, on the screen as /daftar and Lanjutkan show it."""
        async with self.db.unit(self.now) as unit:
            person, _ = await people.meet(unit, self.id)
            version = PROGRAMME.consent.version
            await consents.keep(unit, person.id, version, chat_id=self.id, agreed=True)
            draft = await drafts.open_new(unit, person.id, answers, rules_version="contoh")
            await drafts.save(unit, draft, answers, asking=asking)
            await people.fill(unit, person.id, draft.id)
        await self.type("/daftar")
        await self.press("▶️ Lanjutkan")
        return await self.draft()

    def _next(self) -> int:
        self.count += 1
        self.now += timedelta(seconds=1)
        return self.count

    async def _update(self, update: dict[str, Any]) -> dict[str, str]:
        raw = json.loads(json.dumps({"update_id": self._next(), **update}))
        return await self._handle(Event(self.count, "update", trim(raw), 0, ""))

    async def _handle(self, event: Event) -> dict[str, str]:
        async with self.db.unit(self.now) as unit:
            await self.conversation.handle(unit, event)
        self.said = []
        return await self.deliver()

    async def deliver(self) -> dict[str, str]:
        """What is to leave leaves; the words of toasts by the press that they answer."""
        toasts: dict[str, str] = {}
        async with self.db.unit(self.now) as unit:
            for job in await outbox.due(unit, "job", 50, busy=[job.id for job in self.held]):
                if job.name == "fetch_photo":
                    self.held.append(job)
                await outbox.settle(unit, [job.id], "sent")
            ended = []
            for errand in await outbox.due(unit, "call", 50):
                params = errand.body["params"]
                if errand.name == "answerCallbackQuery":
                    toasts[params["callback_query_id"]] = params.get("text", "")
                place = await marks.place_of(unit, errand.body["edit"]) if "edit" in errand.body else None
                number = self._apply(errand, place.message_id if place else None) if errand.chat_id == self.id else None
                ended.append((errand, Outcome(Verdict.SENT, () if number is None else (number,))))
                await ledger.write(unit, ended[-1:])
        return toasts

    def _apply(self, errand: Errand, place: int | None) -> int | None:
        params = errand.body["params"]
        number = params.get("message_id") or place or self._next()
        if errand.name == "editMessageReplyMarkup":
            self.shown[number].markup = params.get("reply_markup", {})
            return int(number)
        text, picture = params.get("text", params.get("caption")), errand.body.get("vault", "")
        assert 0 < utf16_length(text) <= (1024 if picture else 4096)
        markup = params.get("reply_markup", {})
        if "keyboard" in markup:
            self.keyboard = [button["text"] for row in markup["keyboard"] for button in row]
        if markup.get("remove_keyboard"):
            self.keyboard = []
        self.shown.pop(number, None)
        self.newest = self.shown[number] = Shown(number, text, markup, picture)
        self.said.append(text)
        return int(number)


@asynccontextmanager
async def phone_in(folder: Path, programme: Programme = PROGRAMME) -> AsyncIterator[Phone]:
    """A phone of somebody new, with a database of its own."""
    db = Database(f"sqlite+aiosqlite:///{folder / 'lindung.db'}", KeyRing({1: bytes(range(32))}))
    services = Services(programme, TEXTS, "LindungContohBot", STAFF)
    me = User(id=123456, is_bot=True, first_name="Lindung")
    try:
        async with db.engine.begin() as conn:
            await conn.run_sync(SQLModel.metadata.create_all)
        yield Phone(db, Conversation(services, TOKEN, me))
    finally:
        await db.close()
