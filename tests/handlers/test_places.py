"""Does a case that is decided once more keep the place that it has, and only where it belongs?"""

from dataclasses import replace

from handlers import places
from handlers.context import Services
from registration.lifecycle import State
from registration.programme import read_programme
from storage import balance, cases, quota
from storage.cases import Case
from tests.handlers.phone import STAFF, TEXTS
from tests.registration.test_programme import SHIPPED
from tests.storage.books import sent
from tests.support.databases import Store


def services(numbers: str) -> Services:
    return Services(read_programme(SHIPPED.replace("pool = 7100", numbers)), TEXTS, "", STAFF)


async def changed_after_approval(store: Store, rules: Services) -> Case:
    """A case that has its place, and that its worker has changed since."""
    async with store.unit() as unit:
        case = await sent(unit, 1)
        assert await places.take(unit, rules, case, 5)
        await cases.write_history(unit, case.id, "amend", ("approved", "waiting"), actor="worker", actor_id=1)
    return case


async def test_a_case_that_has_a_place_takes_no_second_one(store: Store) -> None:
    one = services("pool = 1")
    case = await changed_after_approval(store, one)
    async with store.unit() as unit:
        assert await places.take(unit, one, case, 6)
        assert await quota.taken(unit, case.window, places.pool_of(one, case)) == 1
        assert await balance.differences(unit) == []


async def test_in_another_pool_it_asks_like_everybody_and_its_old_place_is_free(store: Store) -> None:
    two = services("sectors = { ojol = 1, nelayan = 0 }")
    case = await changed_after_approval(store, two)
    moved = replace(case, sector="nelayan")
    async with store.unit() as unit:
        assert not await places.take(unit, two, moved, 6)
        assert await cases.change(unit, case, state=State.WAITLISTED, sector="nelayan") is not None
        assert await quota.held(unit, case.id) is None
        assert await quota.taken(unit, case.window, places.pool_of(two, case)) == 0
        assert await balance.differences(unit) == []


async def test_a_place_of_a_case_that_was_never_approved_does_not_balance(store: Store) -> None:
    one = services("pool = 1")
    async with store.unit() as unit:
        case = await sent(unit, 1)
        assert await places.take(unit, one, case, 5)
        assert await balance.differences(unit) == [f"case {case.id}: a place and not approved"]
