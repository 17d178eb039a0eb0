"""May this rejection be objected to, until when, and may this officer decide on the objection?"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from handlers.context import Services
from registration.lifecycle import State
from storage import cases
from storage.cases import Case, Step
from storage.database import Unit
from storage.officers import Officer


async def until(unit: Unit, services: Services, case: Case) -> datetime | None:
    """The moment until which the worker may object; None when they may not: once a case, some days after a rejection.

    A rejection that a supervisor upheld is final.
    """
    if case.state != State.REJECTED or case.decided_at is None or raised(await cases.history(unit, case.id)):
        return None
    ends = case.decided_at + timedelta(days=services.programme.review.objection_days)
    return ends if unit.now <= ends else None


def raised(steps: Sequence[Step]) -> Step | None:
    """The objection in a history, if there ever was one."""
    return next((step for step in steps if step.move == "object"), None)


def rejection(steps: Sequence[Step]) -> Step | None:
    """The decision that is, or was last, objected to."""
    return next((step for step in reversed(steps) if step.move == "reject"), None)


async def why_not(unit: Unit, case: Case, officer: Officer) -> str | None:
    """Why this officer may not decide on the objection, as a text for the presser; None when they may."""
    decision = rejection(await cases.history(unit, case.id))
    if decision is not None and decision.actor_id == officer.telegram_id:
        return "press-objection-own"
    return None if officer.role == "supervisor" else "press-objection-rank"
