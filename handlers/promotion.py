"""A place is free: who of the waiting list gets it, and how do they hear of it?"""

from handlers import notices
from handlers.context import Services
from handlers.staff import cards
from registration.lifecycle import MOVES, Actor, after
from registration.quota import Pool, pool_named
from storage import cases, inbox, queue, quota
from storage.cases import Case
from storage.database import Unit
from storage.drafts import Overtaken

_PROMOTE = MOVES["promote"]


async def on_place_free(unit: Unit, services: Services, body: dict[str, str]) -> None:
    """One place for one case; while there is another, the next event sees to it in a transaction of its own."""
    window, pool = body["window"], pool_named(services.programme, body["pool"])
    if pool is None:  # an event from before the file divided the places anew: the clock leaves a right one
        return
    await quota.lock(unit, window, pool)
    case_id = await queue.next_waiting(unit, window, pool)
    case = None if case_id is None else await cases.get(unit, case_id)
    if case is None or not await quota.take(unit, case.id, window, pool, None):
        return
    await _promote(unit, services, case)
    await leave_event(unit, window, pool, f"{case.id}:{case.revision}")


async def leave_event(unit: Unit, window: str, pool: Pool, reason: str) -> None:
    """Have somebody promoted after this transaction, if there is room; told twice for one `reason` it happens once."""
    room = pool.open(await quota.taken(unit, window, pool))
    if room != 0:
        await inbox.put_result(unit, f"promote:{reason}", "place_free", {"window": window, "pool": pool.key})


async def _promote(unit: Unit, services: Services, case: Case) -> None:
    target = after(_PROMOTE, case.state, Actor.TIME)
    promoted = await cases.change(unit, case, state=target)
    if promoted is None:
        raise Overtaken
    if not case.unique:  # the other registration of this NIK may have ended while this one waited
        await cases.mend_nik(unit, promoted, str(promoted.answers["nik"]))
    await cases.write_history(unit, case.id, _PROMOTE.name, (case.state, target), actor=Actor.TIME, actor_id=None)
    await notices.decided(unit, services, promoted, _PROMOTE.name, {})
    await cards.refresh(unit, services, promoted)
