"""How does a test fill a window with cases, and approve them from several sides at once?"""

from registration.lifecycle import State
from registration.quota import Pool
from storage import cases, queue, quota
from storage.cases import Case, NewCase
from storage.database import Database, Unit
from tests.support.databases import NOW

WINDOW = "w2025"


async def sent(unit: Unit, number: int, sector: str = "ojol", agency: str = "disnaker") -> Case:
    """A case with a complete file, of an invented person."""
    answers = {"nik": f"64710517089{number:05}", "phone": "", "sector": sector}
    new = NewCase(f"BPN-{number}", number, number, WINDOW, sector, agency, State.WAITING, answers, "v1")
    return await queue.give_number(unit, await cases.create(unit, new))


async def approve(db: Database, case: Case, pool: Pool) -> str:
    """In one transaction, as an officer's press does it; the state that came of it."""
    async with db.unit(NOW) as unit:
        await quota.lock(unit, case.window, pool)
        before = await queue.is_anybody_before(unit, case, pool)
        has_place = not before and await quota.take(unit, case.id, case.window, pool, 5)
        state = State.APPROVED if has_place else State.WAITLISTED
        assert await cases.change(unit, case, state=state) is not None
    return str(state)


async def promote(db: Database, pool: Pool) -> int | None:
    """In one transaction, as a free place does it; who got it."""
    async with db.unit(NOW) as unit:
        await quota.lock(unit, WINDOW, pool)
        case_id = await queue.next_waiting(unit, WINDOW, pool)
        case = None if case_id is None else await cases.get(unit, case_id)
        if case is None or not await quota.take(unit, case.id, WINDOW, pool, None):
            return None
        assert await cases.change(unit, case, state=State.APPROVED) is not None
        return case.id
