"""Is a case kept once per NIK and window, and changed by one person at a time, also by two at the same moment?"""

import asyncio
from contextlib import AsyncExitStack

from storage import cases
from storage.cases import Case, NewCase, Step
from storage.database import Database, Unit
from storage.files import file_ids
from tests.support.databases import NOW, Store, connected, later

NIK = "6471051708900001"


def new_case(number: str, nik: str = NIK, window: str = "w2025") -> NewCase:
    answers = {"nik": nik, "name": "Budi Contoh", "phone": "6281234567890", "letter": [3, 4]}
    return NewCase(number, 1, 2, window, "ojol", "disnaker", "waiting", answers, "v1")


async def sent(store: Store, number: str = "BPN-1", nik: str = NIK, window: str = "w2025") -> Case:
    async with store.unit() as unit:
        return await cases.create(unit, new_case(number, nik, window))


async def read(store: Store, case_id: int) -> Case:
    async with store.look() as unit:
        case = await cases.get(unit, case_id)
    assert case is not None
    return case


async def test_a_case_is_read_back_as_it_was_sent(store: Store) -> None:
    case = await sent(store)
    async with store.look() as unit:
        assert await cases.get(unit, case.id) == case
        assert await cases.by_number(unit, "BPN-1") == case
        assert await cases.of_person(unit, 1) == [case]
        assert await cases.in_states(unit, ["waiting", "claimed"]) == [case]
        assert await cases.in_states(unit, ["approved"]) == []
        assert await cases.get(unit, case.id + 1) is None
    assert case == Case(
        id=case.id, number="BPN-1", person_id=1, draft_id=2, window="w2025", sector="ojol", agency="disnaker",
        state="waiting", revision=0, answers=dict(new_case("BPN-1").answers), unique=True, rules_version="v1",
        officer_id=None, claimed_at=None, review={}, hints={}, changed=(), sent_at=NOW, decided_at=None, since=NOW,
    )  # fmt: skip
    assert file_ids(case.answers) == {3, 4}


async def test_a_second_live_case_of_one_nik_and_window_is_kept_as_possibly_double(store: Store) -> None:
    assert (await sent(store, "BPN-1")).unique
    assert not (await sent(store, "BPN-2")).unique
    assert (await sent(store, "BPN-3", nik="6471051708900002")).unique
    assert (await sent(store, "BPN-4", window="w2026")).unique


async def test_a_nik_is_free_again_once_its_case_has_come_to_an_end(store: Store) -> None:
    case = await sent(store, "BPN-1")
    async with store.unit() as unit:
        assert await cases.change(unit, case, state="withdrawn", nik_live=False) is not None
    assert (await sent(store, "BPN-2")).unique


async def test_of_many_forms_with_one_nik_sent_at_the_same_moment_one_is_unique(store: Store) -> None:
    async def send(db: Database, number: str) -> bool:
        async with db.unit(NOW) as unit:
            return (await cases.create(unit, new_case(number))).unique

    async with AsyncExitStack() as opened:
        databases = [await opened.enter_async_context(connected(url_of(store))) for _ in range(4)]
        unique = await asyncio.gather(*(send(databases[number % 4], f"BPN-{number}") for number in range(16)))
    assert sorted(unique) == [False] * 15 + [True]


async def test_of_many_decisions_at_the_same_moment_one_counts(store: Store) -> None:
    case = await sent(store)

    async def decide(db: Database, state: str) -> str | None:
        async with db.unit(NOW) as unit:
            after = await cases.change(unit, case, state=state, decided_at=unit.now)
            return after.state if after is not None else None

    async with AsyncExitStack() as opened:
        databases = [await opened.enter_async_context(connected(url_of(store))) for _ in range(4)]
        states = ("approved", "rejected")
        decided = await asyncio.gather(*(decide(databases[n % 4], states[n % 2]) for n in range(16)))
    winners = [state for state in decided if state is not None]
    assert winners == [(await read(store, case.id)).state]


async def test_an_open_transaction_that_decided_makes_the_other_wait_and_then_lose(store: Store) -> None:
    case = await sent(store)
    decided = asyncio.Event()

    async def first() -> Case | None:
        async with store.unit() as unit:
            after = await cases.change(unit, case, state="approved")
            decided.set()
            await cases.write_history(unit, case.id, "approve", ("waiting", "approved"), actor="officer", actor_id=1)
            return after

    async def second() -> Case | None:
        await decided.wait()
        async with store.look() as unit:
            return await cases.change(unit, case, state="rejected")

    winner, loser = await asyncio.gather(first(), second())
    assert winner == await read(store, case.id)
    assert loser is None


async def test_a_change_without_a_new_revision_leaves_shown_buttons_good(store: Store) -> None:
    case = await sent(store)
    async with store.unit(1) as unit:
        after = await cases.change(
            unit, case, next_revision=False, officer_id=5, claimed_at=unit.now, review={"act": "reject"}
        )
    assert after == await read(store, case.id)
    assert (after.revision, after.officer_id, after.claimed_at, after.review) == (0, 5, later(1), {"act": "reject"})
    async with store.unit() as unit:
        mended = await cases.change(
            unit, after, answers={**after.answers, "name": "Budi C."}, review={}, changed="name"
        )
    assert mended == await read(store, case.id)
    assert (mended.revision, mended.answers["name"], mended.review, mended.changed) == (1, "Budi C.", {}, ("name",))


async def test_a_corrected_nik_is_unique_unless_another_live_case_has_it(store: Store) -> None:
    case, other = await sent(store, "BPN-1"), await sent(store, "BPN-2", nik="6471051708900002")
    assert not await mend(store, other, NIK)
    assert not (await read(store, other.id)).unique
    assert await mend(store, other, "6471051708900003")
    assert await mend(store, case, NIK)
    assert [(await read(store, each.id)).unique for each in (case, other)] == [True, True]


async def mend(store: Store, case: Case, nik: str) -> bool:
    async with store.unit() as unit:
        return await cases.mend_nik(unit, case, nik)


async def test_history_tells_every_change_in_order_and_its_note_lies_sealed(store: Store) -> None:
    case = await sent(store)
    async with store.unit(1) as unit:
        await step(unit, case, "send", ("", "waiting"))
    async with store.unit(2) as unit:
        await step(unit, case, "reject", ("waiting", "rejected"), {"text": "Foto buram"})
    async with store.look() as unit:
        assert await cases.history(unit, case.id) == [
            Step(later(1), "worker", 9, "send", "", "waiting", {}),
            Step(later(2), "worker", 9, "reject", "waiting", "rejected", {"text": "Foto buram"}),
        ]
        rows = await unit.conn.exec_driver_sql("SELECT note_sealed FROM history")
        assert not any(b"buram" in bytes(note) for (note,) in rows)


async def step(
    unit: Unit, case: Case, move: str, states: tuple[str, str], note: dict[str, object] | None = None
) -> None:
    await cases.write_history(unit, case.id, move, states, actor="worker", actor_id=9, note=note)


def url_of(store: Store) -> str:
    return store.mine.url.render_as_string(hide_password=False)
