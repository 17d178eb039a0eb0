"""Does an approval need a second officer, and who has given the first one that still counts?"""

from collections.abc import Sequence

from handlers.context import Services, staff_chat
from registration.lifecycle import KEEPS_APPROVAL
from storage import officers
from storage.cases import Case, Step
from storage.database import Unit


async def given_before(unit: Unit, services: Services, case: Case, steps: Sequence[Step]) -> Step | None:
    """The first approval that waits for a second one; None where the file asks for no second, or where none counts.

    It counts while the answers are what they were, and while who gave it is an officer of the group that decides.
    """
    if not is_wanted(services, case):
        return None
    last = next((step for step in reversed(steps) if step.move not in KEEPS_APPROVAL), None)
    chat_id = await staff_chat(unit, services, case.agency)
    if last is None or last.move != "first_approve" or last.actor_id is None or chat_id is None:
        return None
    return last if await officers.find(unit, chat_id, last.actor_id) is not None else None


def is_wanted(services: Services, case: Case) -> bool:
    """Does the programme file want two officers for this line of work?"""
    return any(rules.two_officers for key, rules in services.programme.sectors.items() if key == case.sector)
