"""Can two live cases of one NIK and window ever exist, also when two processes write at the same moment?"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from registration.lifecycle import LIVE
from storage import cases
from storage.cases import Case, NewCase
from storage.database import Database
from storage.keys import KeyRing, make_key
from storage.schema import bring_up_to_date
from tests.stories.staff.office import SITI
from tests.stories.staff.test_card_words import NOW


@asynccontextmanager
async def two_processes(folder: Path) -> AsyncIterator[tuple[Database, Database]]:
    """Two databases on one file, each with connections and a writer of its own, as two processes have them."""
    make_key(folder / "keys")
    ring = KeyRing.load(folder / "keys")
    one, two = (Database(f"sqlite+aiosqlite:///{folder / 'lindung.db'}", ring) for _ in range(2))
    async with one.unit(NOW) as unit:
        await bring_up_to_date(unit.conn)
    yield one, two
    await one.close()
    await two.close()


def new_case(number: int, window: str = "w2025", nik: str = SITI["nik"]) -> NewCase:
    """A case of an invented person."""
    answers = {"nik": nik, "phone": "081234567890"}
    return NewCase(f"BPN-25-{number:06d}-0", number, number, window, "nelayan", "dp3", "waiting", answers, "2025-11")


async def send(db: Database, new: NewCase) -> Case:
    """Send a case in a transaction of its own."""
    async with db.unit(NOW) as unit:
        return await cases.create(unit, new)


async def end(db: Database, case: Case, state: str) -> None:
    """Move a case to a state, keeping or freeing its NIK as the rule says."""
    async with db.unit(NOW) as unit:
        after = await cases.change(unit, case, state=state, nik_live=case.unique and state in LIVE)
    assert after is not None


async def test_of_many_sent_at_once_from_two_processes_one_is_live_and_all_others_are_possibly_double(
    tmp_path: Path,
) -> None:
    async with two_processes(tmp_path) as both:
        sent = await asyncio.gather(*(send(both[number % 2], new_case(number)) for number in range(40)))
        assert sorted(case.unique for case in sent) == [False] * 39 + [True]
        other_nik = await send(both[0], new_case(100, nik="6471055708900002"))
        other_window = await send(both[1], new_case(101, window="w2026"))
        assert (other_nik.unique, other_window.unique) == (True, True)


async def test_a_decided_case_keeps_its_nik_only_while_it_lives(tmp_path: Path) -> None:
    async with two_processes(tmp_path) as (one, two):
        live_after = {}
        for number, state in enumerate(("approved", "sent_back", "rejected", "withdrawn")):
            nik = f"647105570890100{number}"
            await end(one, await send(one, new_case(number, nik=nik)), state)
            live_after[state] = not (await send(two, new_case(10 + number, nik=nik))).unique
        assert live_after == {"approved": True, "sent_back": True, "rejected": False, "withdrawn": False}


async def test_of_two_processes_that_change_one_case_at_once_one_succeeds(tmp_path: Path) -> None:
    async with two_processes(tmp_path) as both:
        case = await send(both[0], new_case(1))

        async def decide(db: Database, state: str) -> bool:
            async with db.unit(NOW) as unit:
                return await cases.change(unit, case, state=state, nik_live=state in LIVE) is not None

        tries = [decide(both[number % 2], ("approved", "rejected")[number % 2]) for number in range(20)]
        assert sorted(await asyncio.gather(*tries)) == [False] * 19 + [True]


async def test_a_case_whose_nik_was_mended_to_a_taken_one_is_possibly_double(tmp_path: Path) -> None:
    async with two_processes(tmp_path) as (one, two):
        first = await send(one, new_case(1))
        second = await send(two, new_case(2, nik="6471055708900002"))
        async with two.unit(NOW) as unit:
            assert await cases.mend_nik(unit, second, SITI["nik"]) is False
        await end(one, first, "rejected")
        async with two.unit(NOW) as unit:
            assert await cases.mend_nik(unit, second, SITI["nik"]) is True
