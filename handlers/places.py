"""How does a case come by its place, and who hears that one has come free?"""

from handlers.context import Services
from registration import quota as rules
from registration.quota import Pool
from storage import inbox, queue, quota
from storage.cases import Case
from storage.database import Unit


def pool_of(services: Services, case: Case) -> Pool:
    """The pool from which this case takes its place."""
    return rules.pool_of(services.programme, case.sector, case.agency)


async def take(unit: Unit, services: Services, case: Case, by: int) -> bool:
    """Take a place for a case that is being approved; False: all are taken, or somebody on the list comes first.

    A case that its worker changed after approval has kept its place. If it belongs to another pool by now, it has to
    ask there like everybody else.
    """
    pool = pool_of(services, case)
    await quota.lock(unit, case.window, pool)
    held = await quota.held(unit, case.id)
    if held == pool.key:
        return True
    if held is not None:
        await give_back(unit, case, by)
    if await queue.is_anybody_before(unit, case, pool):
        return False
    return await quota.take(unit, case.id, case.window, pool, by)


async def give_back(unit: Unit, case: Case, by: int | None) -> None:
    """The case needs its place no more, if it had one; the next of the list is seen to after this transaction."""
    freed = await quota.give_back(unit, case.id, by)
    if freed is not None:
        key = f"place-free:{case.id}:{case.revision}"
        await inbox.put_result(unit, key, "place_free", {"window": freed.window, "pool": freed.pool})


async def waiting_number(unit: Unit, services: Services, case: Case) -> str:
    """Where a case stands on its waiting list now."""
    return str(await queue.waiting_number(unit, case, pool_of(services, case)))
