"""Is each row handled once, whatever lies among them, and is what cannot be handled parked and told?"""

import asyncio
import subprocess
import sys
from pathlib import Path

from aiogram.types import User
from sqlalchemy import func, select

from bot.processor import Processor
from bot.trim import trim
from handlers.context import Services
from handlers.conversation import Conversation
from locales import Texts
from registration.programme import load_programme
from simulator.wire import Json
from storage import alerts, inbox, marks
from storage.database import Unit
from storage.inbox import Event
from storage.tables import Inbox, Outbox, table_of
from tests.bot.dying import DEADLY
from tests.support.databases import NOW, Store, connected, make_tables
from tests.support.town import ROOT, STAFF

_ME = User(id=424242, is_bot=True, first_name="Lindung", username="LindungDemoBot")
_SERVICES = Services(load_programme(ROOT / "programmes" / "balikpapan.toml"), Texts(), "LindungDemoBot", STAFF)
_BEYOND = 2**70  # no database holds such a number
_HALF = "\ud83d"  # half of a surrogate pair


def hello(number: int, user: int, **more: object) -> Json:
    """/start from an invented person, as Telegram tells it."""
    person = {"id": user, "is_bot": False, "first_name": f"Contoh {user}"}
    chat = {"id": user, "type": "private"}
    message = {"message_id": number, "date": 1762736400, "chat": chat, "from": person, "text": "/start"}
    return {"update_id": number, "message": message | more}


POISON = (
    hello(1, _BEYOND),
    hello(2, -_BEYOND),
    hello(3, 3, date="yesterday"),
    hello(5, 5, photo=[{"file_id": 1}]),
    {"update_id": 6, "callback_query": {"id": "6", "from": {"id": 6}, "data": 6}},
    {"update_id": 7, "chat_member": {"date": 1762736400, "chat": {"id": STAFF}, "from": {"id": 7}}},
)
ODD = (
    hello(11, 1011, text="/start " + "x" * 1_000_000),
    hello(12, 1012, text="/start " + _HALF),
    hello(13, 1013, forward_origin={"type": "hidden_user", "date": 1762736400}),
    hello(15, 1015, **{"from": {"id": 1015, "is_bot": False, "first_name": _HALF}}),
    hello(14, 1014, rich_message={"paragraph": [{"bold": {"italic": {"underline": ["…"] * 3}}}] * 50}),
)


def real(store: Store) -> Processor:
    """The processor with the whole conversation behind it."""
    talk = Conversation(_SERVICES, "424242:SIMULATOR-demo-token-not-a-secret", _ME)
    return Processor(store.mine, talk.handle, talk.on_parked, lambda: NOW)


async def put(store: Store, *updates: Json) -> None:
    async with store.unit() as unit:
        await inbox.put_updates(unit, [trim(update) for update in updates])


async def work_off(processor: Processor) -> None:
    """All that waits is handled."""
    while await processor.step():
        pass


async def states(store: Store) -> dict[str, str]:
    async with store.look() as unit:
        table = table_of(Inbox)
        return {row.key: row.state for row in await unit.conn.execute(select(table.c.key, table.c.state))}


async def messages_to(store: Store, chat: int) -> int:
    table = table_of(Outbox)
    async with store.look() as unit:
        found = select(func.count()).select_from(table).where(table.c.chat_id == chat)
        return int((await unit.conn.execute(found)).scalar_one())


async def test_poison_among_good_updates_is_parked_and_every_good_one_is_handled(store: Store) -> None:
    good = [hello(1000 + number, 5000 + number) for number in range(114)]
    updates = list(good)
    for place, poison in enumerate(POISON):
        updates.insert(19 * place, poison)
    await put(store, *updates, *ODD)
    await work_off(real(store))
    found = await states(store)
    parked = {f"u:{update['update_id']}" for update in POISON}
    assert {key for key, state in found.items() if state == "parked"} == parked
    assert {state for key, state in found.items() if key not in parked} == {"done"}
    assert [await messages_to(store, 5000 + number) for number in range(114)] == [1] * 114
    assert [await messages_to(store, 1000 + number) for number in (11, 12, 13, 14, 15)] == [1] * 5


async def test_who_sent_the_poison_is_told_once_and_staff_hear_of_all_of_it_once(store: Store) -> None:
    await put(store, hello(3, 3, date="yesterday"), hello(5, 5, photo=[{"file_id": 1}]))
    processor = real(store)
    await work_off(processor)
    async with store.unit() as unit:
        await inbox.retry(unit, None)
    await work_off(processor)
    assert [await messages_to(store, chat) for chat in (3, 5, STAFF)] == [1, 1, 1]
    async with store.look() as unit:
        assert [(code, about) for code, about, _ in await alerts.open_alerts(unit)] == [("parked", "inbox")]
        assert [event.attempts for event in await inbox.parked(unit)] == [3, 3]


async def test_a_row_whose_seal_is_broken_is_parked_and_the_ones_behind_it_go_on(store: Store) -> None:
    await put(store, hello(1, 1), hello(2, 2), hello(3, 3))
    async with store.unit() as unit:
        await unit.conn.execute(table_of(Inbox).update().where(table_of(Inbox).c.key == "u:2").values(body_sealed=b"x"))
    await work_off(real(store))
    assert await states(store) == {"u:1": "done", "u:2": "parked", "u:3": "done"}


async def test_an_update_that_is_delivered_five_times_has_one_effect(store: Store) -> None:
    processor = real(store)
    await put(store, hello(1, 1), hello(1, 1))
    await work_off(processor)
    for _ in range(3):
        await put(store, hello(1, 1))
        await work_off(processor)
    assert await messages_to(store, 1) == 1


class Stubborn:
    """A handler that counts, and refuses the numbers in `refused` as long as they are there."""

    def __init__(self, *refused: int) -> None:
        self.refused = set(refused)
        self.told: list[int] = []

    async def handle(self, unit: Unit, event: Event) -> None:
        await marks.count_up(unit, f"handled {event.body['update_id']}")
        if event.body["update_id"] in self.refused:
            raise RuntimeError

    async def on_parked(self, unit: Unit, event: Event) -> None:
        self.told.append(event.body["update_id"])
        if event.body["update_id"] < 0:
            raise OverflowError


async def test_what_a_handler_did_before_it_raised_is_undone_and_neighbours_in_its_batch_count_once(
    store: Store,
) -> None:
    stubborn = Stubborn(2)
    await put(store, *({"update_id": number} for number in (1, 2, 3)))
    await work_off(Processor(store.mine, stubborn.handle, stubborn.on_parked, lambda: NOW))
    async with store.look() as unit:
        assert [await marks.number(unit, f"handled {number}") for number in (1, 2, 3)] == [1, None, 1]
    assert stubborn.told == [2]


async def test_a_parked_row_is_parked_also_when_nobody_can_be_told(store: Store) -> None:
    stubborn = Stubborn(-1)
    await put(store, {"update_id": -1}, {"update_id": 2})
    await work_off(Processor(store.mine, stubborn.handle, stubborn.on_parked, lambda: NOW))
    assert await states(store) == {"u:-1": "parked", "u:2": "done"}


async def test_a_parked_row_that_is_put_back_is_handled_when_its_cause_is_gone(store: Store) -> None:
    stubborn = Stubborn(1)
    processor = Processor(store.mine, stubborn.handle, stubborn.on_parked, lambda: NOW)
    await put(store, {"update_id": 1})
    await work_off(processor)
    stubborn.refused.clear()
    async with store.look() as unit:
        assert await inbox.retry(unit, None) == 1
    await work_off(processor)
    assert await states(store) == {"u:1": "done"}


async def test_a_row_that_kills_the_process_is_parked_after_three_starts_and_the_others_are_handled(
    tmp_path: Path,
) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'dying.db'}"
    await make_tables(url)
    async with connected(url) as db, db.unit(NOW) as unit:
        await inbox.put_updates(unit, [{"update_id": number} for number in (1, DEADLY, 2)])
    program = [sys.executable, "-m", "tests.bot.dying", url]
    ends = [(await asyncio.to_thread(subprocess.run, program, cwd=ROOT, check=False)).returncode for _ in range(4)]
    assert ends == [9, 9, 9, 0]
    async with connected(url) as db, db.unit(NOW) as unit:
        (parked,) = await inbox.parked(unit)
        assert (parked.body, parked.error) == ({"update_id": DEADLY}, "the process died while handling it")
        assert await inbox.waiting(unit) == 0
        assert [await marks.number(unit, f"handled {number}") for number in (1, 2)] == [1, 1]
