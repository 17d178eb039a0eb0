"""How does a story get many cases at once, without their cards, and give commands in the staff group?"""

from datetime import timedelta
from typing import Any

from registration import case_number
from registration.lifecycle import State
from simulator.seen import Seen
from simulator.user import SimUser
from storage import board, cases, marks, people
from storage.cases import Case, NewCase
from tests.stories.staff.office import SITI
from tests.support.town import STAFF, Town


async def kept_case(here: Town, worker: SimUser, *, days_ago: int = 0, queued: bool = False, **answers: Any) -> Case:
    """A case that stands in the database alone: no form, no picture, no card, and none comes unless `queued`."""
    given = SITI | {"ktp_photo": []} | answers
    async with here.app.db.unit(here.app.clock.now() - timedelta(days=days_ago)) as unit:
        person, _ = await people.meet(unit, worker.id)
        serial = await marks.count_up(unit, "case serial 2025")
        new = NewCase(
            number=case_number.make(2025, serial, here.app.programme.case_prefix),
            person_id=person.id,
            draft_id=0,
            window="w2025",
            sector=given["sector"],
            agency=here.app.programme.sectors[given["sector"]].agency,
            state=State.WAITING,
            answers=given,
            rules_version="2025-11",
        )
        case = await cases.create(unit, new)
        if not queued:
            await board.put(unit, case.id, STAFF)
        await cases.write_history(unit, case.id, "send", ("", case.state), actor="worker", actor_id=worker.id)
    return case


async def asks(who: SimUser, command: str, answer: str, **place: Any) -> Seen:
    """Give a command in the staff group and wait for the answer that holds these words."""
    await who.send(command, chat=STAFF, **place)
    return await who.sees(answer, chat=STAFF, timeout=20)
