"""Is there never one place too many, and do ledger, counter and cases always agree?"""

import asyncio
import sys
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager

from sqlalchemy import select, text

from registration.lifecycle import State
from registration.quota import Pool, Way
from storage import balance, cases, queue, quota
from storage.cases import Case
from storage.database import Database
from storage.place_tables import TakenPlace
from storage.tables import table_of
from tests.storage.books import WINDOW, approve, promote, sent
from tests.storage.test_cases import new_case, url_of
from tests.support.databases import Store, connected, later
from tests.support.town import ROOT

TEN = Pool("pool", 10)
PLACE = table_of(TakenPlace)


@asynccontextmanager
async def workers(store: Store, count: int = 4) -> AsyncIterator[Sequence[Database]]:
    """Databases with connections and a writer of their own, as so many processes have them."""
    async with AsyncExitStack() as opened:
        yield [await opened.enter_async_context(connected(url_of(store))) for _ in range(count)]


async def many_sent(store: Store, count: int) -> list[Case]:
    async with store.unit() as unit:
        return [await sent(unit, number) for number in range(1, count + 1)]


async def books(store: Store, pool: Pool = TEN) -> tuple[list[str], int]:
    """(differences, places taken), seen by somebody else."""
    async with store.look() as unit:
        return await balance.differences(unit), await quota.taken(unit, WINDOW, pool)


async def list_of(store: Store, pool: Pool = TEN) -> list[tuple[int, int | None]]:
    """(waiting number, queue number) of all who wait, in the order of their numbers."""
    async with store.look() as unit:
        waiting = await cases.in_states(unit, [State.WAITLISTED])
        return sorted([(await queue.waiting_number(unit, case, pool), case.queue_number) for case in waiting])


async def test_of_thirty_approvals_from_four_sides_ten_get_a_place_and_twenty_a_number(store: Store) -> None:
    sent_cases = await many_sent(store, 30)
    async with workers(store) as four:
        states = await asyncio.gather(*(approve(four[n % 4], case, TEN) for n, case in enumerate(sent_cases)))
    assert Counter(states) == {"approved": 10, "waitlisted": 20}
    assert await books(store) == ([], 10)
    waiting = await list_of(store)
    assert [number for number, _ in waiting] == list(range(1, 21))
    turns = [turn for _, turn in waiting if turn is not None]
    assert turns == sorted(turns)
    assert len(set(turns)) == 20


async def test_of_real_processes_that_approve_at_once_none_gives_one_place_too_many(store: Store) -> None:
    await many_sent(store, 30)
    url = url_of(store)
    command = (sys.executable, "-m", "tests.storage.approving", url, "10")
    started = [
        await asyncio.create_subprocess_exec(
            *command, str(number), "3", cwd=ROOT, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
        )
        for number in range(3)
    ]
    for process in started:  # all stand at the line before the first may go
        assert process.stdout is not None
        assert await process.stdout.readline() == b"ready\n"
    said = await asyncio.gather(*(process.communicate(b"go\n") for process in started))
    states = Counter(word for out, _ in said for word in out.decode().split())
    assert ([process.returncode for process in started], states) == ([0, 0, 0], {"approved": 10, "waitlisted": 20})
    assert await books(store) == ([], 10)
    assert [number for number, _ in await list_of(store)] == list(range(1, 21))


async def test_an_approval_that_waited_for_the_last_place_to_be_taken_gets_none(store: Store) -> None:
    first, second = await many_sent(store, 2)
    last = Pool("pool", 1)
    has_taken = asyncio.Event()

    async def slow() -> bool:
        async with store.unit() as unit:
            await quota.lock(unit, WINDOW, last)
            found = await quota.take(unit, first.id, WINDOW, last, 5)
            await cases.change(unit, first, state=State.APPROVED)
            has_taken.set()
            await asyncio.sleep(0)
            return found

    async def quick() -> bool:
        await has_taken.wait()
        async with store.look() as unit:  # without the lock: the UPDATE alone must hold
            return await quota.take(unit, second.id, WINDOW, last, 6)

    assert list(await asyncio.gather(slow(), quick())) == [True, False]
    assert await books(store, last) == ([], 1)


async def test_of_promotions_at_once_each_free_place_goes_once_and_to_the_first_of_the_list(store: Store) -> None:
    sent_cases = await many_sent(store, 8)
    async with workers(store) as four:
        for case in sent_cases:
            await approve(four[0], case, Pool("pool", 2))
        got = await asyncio.gather(*(promote(four[n % 4], Pool("pool", 5)) for n in range(8)))
    assert sorted(number for number in got if number is not None) == [case.id for case in sent_cases[2:5]]
    assert await books(store) == ([], 5)
    assert await list_of(store) == [(1, 6), (2, 7), (3, 8)]


async def test_approvals_and_places_given_back_at_once_leave_the_books_equal(store: Store) -> None:
    sent_cases = await many_sent(store, 20)
    async with workers(store) as four:
        for case in sent_cases[:10]:
            await approve(four[0], case, TEN)

        async def withdraw(db: Database, case_id: int) -> None:
            async with db.unit(later(1)) as unit:
                case = await cases.get(unit, case_id)
                assert case is not None
                assert await cases.change(unit, case, state=State.WITHDRAWN) is not None
                await quota.give_back(unit, case.id, 7)

        async with asyncio.TaskGroup() as group:
            for number, case in enumerate(sent_cases[10:]):
                group.create_task(approve(four[number % 4], case, TEN))
            for number, case in enumerate(sent_cases[:5]):
                group.create_task(withdraw(four[number % 4], case.id))
        while await promote(four[1], TEN) is not None:
            pass
    assert await books(store) == ([], 10)
    assert [number for number, _ in await list_of(store)] == list(range(1, 6))


async def test_the_ledger_says_who_took_a_place_and_who_gave_it_back_and_when(store: Store) -> None:
    (case,) = await many_sent(store, 1)
    await approve(store.mine, case, TEN)
    async with store.unit(5) as unit:
        assert await quota.give_back(unit, case.id, 7) == quota.Freed(WINDOW, "pool")
        assert await quota.give_back(unit, case.id, 7) is None
    async with store.look() as unit:
        row = (await unit.conn.execute(select(PLACE))).one()
    assert (row.case_id, row.taken_at, row.taken_by, row.freed_at, row.freed_by) == (
        case.id, later(0), 5, later(5), 7,
    )  # fmt: skip
    assert (await books(store))[1] == 0


async def test_who_comes_before_the_list_takes_a_place_and_who_comes_after_waits(store: Store) -> None:
    first, second, third = await many_sent(store, 3)
    two = Pool("pool", 2)
    assert await approve(store.mine, second, Pool("pool", 0)) == "waitlisted"
    assert await approve(store.mine, third, two) == "waitlisted"
    assert await approve(store.mine, first, two) == "approved"
    assert await list_of(store, two) == [(1, 2), (2, 3)]


async def test_sectors_and_agencies_have_lists_of_their_own(store: Store) -> None:
    async with store.unit() as unit:
        riders = [await sent(unit, number) for number in (1, 2)]
        farmers = [await sent(unit, number, "petani", "dp3") for number in (3, 4)]
    rider, farmer = Pool("sector:ojol", 1), Pool("agency:dp3", 1)
    assert [await approve(store.mine, case, rider) for case in riders] == ["approved", "waitlisted"]
    assert [await approve(store.mine, case, farmer) for case in farmers] == ["approved", "waitlisted"]
    async with store.look() as unit:
        assert await queue.waiting_number(unit, riders[1], rider) == 1
        assert await queue.waiting_number(unit, farmers[1], farmer) == 1
        assert await balance.waiting_somewhere(unit, [WINDOW]) == {
            (WINDOW, "ojol", "disnaker"),
            (WINDOW, "petani", "dp3"),
        }
        assert sorted((each.sector, each.state, each.count) for each in await balance.groups(unit, WINDOW)) == [
            ("ojol", "approved", 1), ("ojol", "waitlisted", 1), ("petani", "approved", 1), ("petani", "waitlisted", 1),
        ]  # fmt: skip


async def test_a_queue_number_is_given_once_to_a_case_and_once_in_a_window(store: Store) -> None:
    async with store.unit() as unit:
        first, second = await sent(unit, 1), await sent(unit, 2)
        assert (await queue.give_number(unit, first)).queue_number == 1
    async with store.look() as unit:
        read = [await cases.get(unit, case.id) for case in (first, second)]
    assert [case.queue_number for case in read if case] == [1, 2]


async def test_cases_of_before_the_numbers_get_theirs_in_the_order_of_their_sending(store: Store) -> None:
    async with store.unit() as unit:
        old = [await cases.create(unit, new_case(f"BPN-{number}", f"647105170890000{number}")) for number in (1, 2, 3)]
        await cases.change(unit, old[1], answers={**old[1].answers, "letter": "later"})

        def is_complete(answers: Mapping[str, object]) -> bool:
            return isinstance(answers["letter"], list)

        assert await queue.give_missing_numbers(unit, is_complete) == 2
        assert await queue.give_missing_numbers(unit, is_complete) == 0
    async with store.look() as unit:
        found = [await cases.get(unit, case.id) for case in old]
    assert [case.queue_number for case in found if case] == [1, None, 2]


async def test_a_file_that_divides_the_places_anew_moves_them_and_cases_approved_before_the_ledger_get_theirs(
    store: Store,
) -> None:
    async with store.unit() as unit:
        rider, farmer = await sent(unit, 1), await sent(unit, 2, "petani", "dp3")
        older = await cases.change(unit, await sent(unit, 3), state=State.APPROVED)
    assert older is not None
    for case in (rider, farmer):
        await approve(store.mine, case, TEN)
    assert await books(store) == ([f"case {older.id}: approved without a place"], 2)
    for way, pool, taken in ((Way.POOL, TEN, 3), (Way.SECTOR, Pool("sector:ojol", 2), 2), (Way.AGENCY, TEN, 0)):
        async with store.unit() as unit:
            assert await balance.align(unit, way) == {Way.POOL: 1}.get(way, 3)
            assert await balance.align(unit, way) == 0
        assert await books(store, pool) == ([], taken)
    assert (await books(store, Pool("agency:dp3", None)))[1] == 1


async def test_books_that_do_not_agree_are_told(store: Store) -> None:
    case, other = await many_sent(store, 2)
    await approve(store.mine, case, TEN)
    async with store.unit() as unit:
        await unit.conn.execute(text("UPDATE place_count SET taken = 5"))
        await quota.take(unit, other.id, WINDOW, TEN, 5)
    assert (await books(store))[0] == [
        "w2025 pool: ledger 2, counter 6",
        f"case {other.id}: a place and not approved",
    ]
