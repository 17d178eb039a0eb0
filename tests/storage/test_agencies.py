"""Is a group bound to an agency only with a code, and is every decision counted for who made it?"""

from datetime import timedelta

from sqlalchemy import func, select, text

from registration.programme import read_programme
from storage import agencies, cases, decisions, marks
from storage.cases import NewCase
from storage.database import Unit
from storage.headcount_tables import DecisionCount
from storage.tables import table_of
from tests.registration.test_programme import SHIPPED
from tests.support.databases import NOW, Store, later

PROGRAMME = read_programme(SHIPPED)
GROUP, OTHER = -1001, -1002


async def test_an_agency_has_the_group_it_was_bound_to_last_by_its_present_id(store: Store) -> None:
    async with store.unit() as unit:
        await agencies.bind(unit, "dp3", GROUP, 5)
        await agencies.bind(unit, "dishub", OTHER, None)
        await agencies.bind(unit, "dp3", OTHER, 6)
    async with store.unit() as unit:
        assert await agencies.groups(unit) == {"dp3": OTHER, "dishub": OTHER}
        await marks.remember_move(unit, OTHER, -1003)
        await agencies.unbind(unit, "dishub")
    async with store.look() as unit:
        assert await agencies.groups(unit) == {"dp3": -1003}


async def test_a_code_opens_one_group_for_a_day_and_is_not_stored(store: Store) -> None:
    async with store.unit() as unit:
        code = await agencies.invite(unit, ["dp3", "dishub"])
        held = (await unit.conn.execute(text("SELECT code_index FROM invite"))).scalar_one()
        assert code.encode() not in bytes(held)
        assert not await agencies.redeem(unit, "0" * 24, GROUP)
        assert not await agencies.is_good(unit, code[:-1], GROUP)
    async with store.unit(60) as unit:
        assert await agencies.redeem(unit, f" {code.upper()}", GROUP)
    async with store.look(61) as unit:
        assert not await agencies.redeem(unit, code, OTHER)
        assert await agencies.redeem(unit, code, GROUP)  # the same message once more
        assert await agencies.invited(unit, GROUP) == {"dp3", "dishub"}
        assert await agencies.invited(unit, OTHER) == set()
    async with store.look(24 * 60) as unit:
        assert await agencies.invited(unit, GROUP) == set()
        assert not await agencies.redeem(unit, code, GROUP)


async def test_what_was_bound_with_a_code_cannot_be_bound_with_it_again(store: Store) -> None:
    async with store.unit() as unit:
        await agencies.redeem(unit, await agencies.invite(unit, ["dp3", "dishub"]), GROUP)
        await agencies.close_invites(unit, GROUP, "dp3")
        await agencies.follow(unit, GROUP, OTHER)
    async with store.look() as unit:
        assert (await agencies.invited(unit, GROUP), await agencies.invited(unit, OTHER)) == (set(), {"dishub"})


async def a_case(unit: Unit, serial: int, agency: str, state: str) -> int:
    answers = {"nik": f"{serial:016d}"}
    new = NewCase(f"BPN-{serial}", 1, serial, "w2025", "nelayan", agency, state, answers, "v")
    return (await cases.create(unit, new)).id


async def test_the_undecided_cases_of_an_agency_come_step_by_step(store: Store) -> None:
    async with store.unit() as unit:
        states = ("waiting", "claimed", "sent_back", "approved", "rejected", "withdrawn", "waiting")
        mine = [await a_case(unit, serial, "dp3", state) for serial, state in enumerate(states)]
        await a_case(unit, 50, "dishub", "waiting")
    wanted = [*mine[:3], mine[6]]
    async with store.look() as unit:
        assert await agencies.standing(unit, "dp3", 0, 3) == wanted[:3]
        assert await agencies.standing(unit, "dp3", wanted[2], 3) == wanted[3:]


async def test_decisions_are_counted_by_officer_and_move_since_a_day_and_lately(store: Store) -> None:
    steps = [
        (0, "approve", "officer", 5), (10, "approve", "officer", 5), (10, "reject", "officer", 5),
        (10, "send_back", "officer", 6), (10, "claim", "officer", 6), (10, "withdraw", "worker", 7),
        (10, "first_approve", "officer", 6), (10, "waitlist", "officer", 6), (10, "uphold", "officer", 6),
        (-10, "approve", "officer", 6),
    ]  # fmt: skip
    for minute, move, actor, who in steps:
        async with store.unit(minute) as unit:
            await cases.write_history(unit, 1, move, ("waiting", "x"), actor=actor, actor_id=who)
    counted = {
        5: {"approve": (2, 1), "reject": (1, 1)},
        6: {"first_approve": (1, 1), "send_back": (1, 1), "uphold": (1, 1), "waitlist": (1, 1)},
    }
    async with store.look(20) as unit:
        assert await decisions.by_officer(unit, later(0), later(5)) == counted


async def test_decisions_of_days_that_are_over_are_added_up_and_are_as_many_as_before(store: Store) -> None:
    day = timedelta(days=1)
    for number in range(30):
        async with store.unit(number * 180) as unit:
            move, officer = ("approve", "reject")[number % 2], 5 + number % 3
            await cases.write_history(unit, 1, move, ("waiting", "x"), actor="officer", actor_id=officer)
    monday = PROGRAMME.day_of(NOW)
    async with store.look(30 * 180) as unit:
        before = [await decisions.by_officer(unit, monday, monday + since * day) for since in range(5)]
    folded = []
    for _ in range(3):
        async with store.unit(29 * 180) as unit:
            folded.append(await decisions.fold(unit, PROGRAMME.day_of, 20))
    table = table_of(DecisionCount)
    async with store.look(30 * 180) as unit:
        assert [await decisions.by_officer(unit, monday, monday + since * day) for since in range(5)] == before
        rows = (await unit.conn.execute(select(table.c.folded, func.count()).group_by(table.c.folded))).all()
    today = sum(NOW + number * timedelta(minutes=180) >= monday + 4 * day for number in range(30))
    assert (folded, dict(map(tuple, rows))[False]) == ([20, 30 - 20 - today, 0], today)


async def test_the_indexes_serve_what_they_are_for(store: Store) -> None:
    if not store.mine.is_sqlite:
        return  # PostgreSQL reads a small table whole, whatever there is
    questions = {
        "SELECT id FROM \"case\" WHERE agency = 'dp3' AND id > 0 AND "
        "state IN ('waiting', 'claimed', 'sent_back', 'objected') ORDER BY id": "case_standing",
    }
    async with store.look() as unit:
        for question, index in questions.items():
            plan = (await unit.conn.execute(text(f"EXPLAIN QUERY PLAN {question}"))).all()
            assert index in str(plan)
