"""How does a worker hear honestly, once, that staff take longer than promised?"""

from datetime import timedelta
from typing import Any

from delivery import messages
from handlers.callbacks import Menu
from handlers.context import Services
from handlers.screens import button
from registration.deadlines import is_day
from registration.lifecycle import OPEN
from storage import cases, deadlines, inbox, people
from storage.database import Unit
from storage.outbox import Lane

_A_LOOK = 200  # workers at most, so that no transaction takes long; the next look goes on


async def leave_events(unit: Unit, services: Services) -> None:
    """Have those told who do not know it yet, by day."""
    programme = services.programme
    if not is_day(unit.now, programme.review.hours, programme.zone):
        return
    for case_id in await deadlines.untold(unit, unit.now - _limit(services), _A_LOOK):
        key = f"late:{case_id}:{unit.now.astimezone(programme.zone).date()}"
        await inbox.put_result(unit, key, "tell_late", {"case": case_id})


async def on_due(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    """Tell the worker, if it still is true, and never twice about one wait."""
    programme = services.programme
    case = await cases.get(unit, body["case"])
    if case is None or case.state not in OPEN or not is_day(unit.now, programme.review.hours, programme.zone):
        return
    if case.since is None or case.since > unit.now - _limit(services):
        return
    person = await people.by_id(unit, case.person_id)
    if person.unreachable or not await deadlines.tell_late(unit, case):
        return
    words = {"number": case.number, "name": str(case.answers["name"]), "agency": programme.agencies[case.agency].name}
    markup = messages.inline([[button(services.texts("button-status"), Menu(act="status").pack())]])
    messages.send(unit, person.telegram_id, services.texts.rich("patience", **words), markup, lane=Lane.NOTICE)


def _limit(services: Services) -> timedelta:
    return timedelta(hours=services.programme.review.limits.worker)
