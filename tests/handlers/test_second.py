"""Of two first approvals at once, is one recorded, and does the other never become the second unseen?"""

import asyncio
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from handlers import places
from handlers.context import Services
from handlers.staff import second
from handlers.staff.actions import carry_out
from handlers.staff.press import Allowed, Press
from registration.lifecycle import MOVES, State
from registration.programme import read_programme
from storage import balance, cases, officers, people, quota
from storage.cases import Case, NewCase, Step
from storage.database import Database
from storage.drafts import Overtaken
from tests.handlers.given import complete
from tests.handlers.phone import STAFF, TEXTS
from tests.registration.test_programme import SHIPPED
from tests.support.databases import NOW, Store

HASAN, RATNA = 501, 502
STRICT = Services(
    read_programme(SHIPPED.replace("[sectors.nelayan]\n", "[sectors.nelayan]\ntwo_officers = true\n")), TEXTS, "", STAFF
)


async def fishers_case(store: Store) -> Case:
    """A fisher's case, before two officers of the group."""
    async with store.unit() as unit:
        person, _ = await people.meet(unit, 7)
        for each in (HASAN, RATNA):
            await officers.confirm(unit, STAFF, each, "Petugas (contoh)", "member")
        answers = complete("fisher_document") | {"sector": "nelayan"}
        new = NewCase("BPN-1", person.id, 1, "w2025", "nelayan", "dp3", State.WAITING, answers, "t")
        return await cases.create(unit, new)


async def approve(db: Database, case: Case, who: int, seconds: int = 0) -> str:
    """One press on "Setujui" of a card as it stood when `case` was read; "overtaken" for one that is tried again."""
    try:
        async with db.unit(NOW + timedelta(seconds=seconds)) as unit:
            officer = await officers.find(unit, STAFF, who)
            assert officer is not None
            press = Press(f"p{who}", STAFF, 9, who, "approve", case.id, case.revision, "")
            await carry_out(unit, STRICT, Allowed(press, officer, case))
    except Overtaken:
        return "overtaken"
    return "done"


async def told(store: Store, case: Case) -> tuple[str, list[tuple[str, int | None]]]:
    async with store.look() as unit:
        after = await cases.get(unit, case.id)
        assert after is not None
        return after.state, [(step.move, step.actor_id) for step in await cases.history(unit, case.id)]


async def test_two_processes_that_both_saw_no_approval_record_one(store: Store) -> None:
    case = await fishers_case(store)
    came = await asyncio.gather(approve(store.mine, case, HASAN), approve(store.other, case, RATNA))
    assert sorted(came) == ["done", "overtaken"]
    first = HASAN if came[0] == "done" else RATNA
    assert await told(store, case) == ("waiting", [("first_approve", first)])


async def test_of_two_second_approvals_one_decides_and_one_place_is_taken(store: Store) -> None:
    case = await fishers_case(store)
    third = 503
    async with store.unit() as unit:
        await officers.confirm(unit, STAFF, third, "Petugas (contoh)", "member")
    assert await approve(store.mine, case, HASAN) == "done"
    async with store.look() as unit:
        seen = await cases.get(unit, case.id)
    assert seen is not None
    came = await asyncio.gather(approve(store.mine, seen, RATNA, 1), approve(store.other, seen, third, 1))
    assert sorted(came) == ["done", "overtaken"]
    decided = RATNA if came[0] == "done" else third
    assert await told(store, case) == ("approved", [("first_approve", HASAN), ("approve", decided)])
    async with store.look() as unit:
        assert await quota.taken(unit, case.window, places.pool_of(STRICT, case)) == 1
        assert await balance.differences(unit) == []


STEPS = st.lists(
    st.tuples(st.sampled_from(sorted([*MOVES, "note", "not_double"])), st.sampled_from([HASAN, RATNA])), max_size=12
)


@given(steps=STEPS)
def test_a_first_approval_counts_until_anything_but_a_remark_or_a_change_of_hands(steps: list[tuple[str, int]]) -> None:
    expected: int | None = None
    for move, who in steps:
        if move == "first_approve":
            expected = who
        elif move not in {"note", "not_double", "claim", "release", "free", "lapse", "hold"}:
            expected = None
    history = [Step(NOW, "officer", who, move, "waiting", "waiting", {}) for move, who in steps]
    found = second.counting(history)
    assert (None if found is None else found.actor_id) == expected
