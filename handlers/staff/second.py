"""Does an approval need a second officer, and who has given the first one that still counts?"""

from collections.abc import Sequence

from handlers.context import Services, staff_chat
from registration.lifecycle import KEEPS_APPROVAL
from storage import cases, officers
from storage.cases import Case, Step
from storage.database import Unit


async def given_before(unit: Unit, services: Services, case: Case, steps: Sequence[Step]) -> Step | None:
    """The first approval that waits for a second one; None where the file asks for no second, or where none counts.

    It counts while the answers are what they were, and while who gave it is an officer of the group that decides.
    """
    if not is_wanted(services, case):
        return None
    first, chat_id = counting(steps), await staff_chat(unit, services, case.agency)
    if first is None or first.actor_id is None or chat_id is None:
        return None
    return first if await officers.find(unit, chat_id, first.actor_id) is not None else None


def counting(steps: Sequence[Step]) -> Step | None:
    """Return the first approval of a history (oldest step first), unless what it was given to has changed since."""
    last = next((step for step in reversed(steps) if step.move not in KEEPS_APPROVAL), None)
    return last if last is not None and last.move == "first_approve" else None


async def waited_for(unit: Unit, services: Services, case: Case) -> bool:
    """Has a first officer approved, so that only the second is missing?"""
    if not is_wanted(services, case):
        return False
    return await given_before(unit, services, case, await cases.history(unit, case.id)) is not None


def is_wanted(services: Services, case: Case) -> bool:
    """Does the programme file want two officers for this line of work?"""
    return any(rules.two_officers for key, rules in services.programme.sectors.items() if key == case.sector)
