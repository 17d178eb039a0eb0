"""Where does a case stand: who has it, who decided, when and why?"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from handlers import objections
from handlers.context import Services
from handlers.staff import second
from handlers.worker.moment import in_words
from locales import Rich
from registration.lifecycle import OPEN, REMARKS, Actor, State
from registration.text import shortened
from storage import cases, officers, people
from storage.cases import Case, Step
from storage.database import Unit


async def standing(unit: Unit, services: Services, case: Case, longest_note: int) -> list[Rich]:
    """The last lines of a card; the officer's own words are cut to `longest_note` characters."""
    lines = []
    person = await people.by_id(unit, case.person_id)
    if person.unreachable:
        lines.append(services.texts.rich("card-unreachable"))
    history = await cases.history(unit, case.id)
    steps = [step for step in history if step.move not in REMARKS]
    if case.state in OPEN:
        lines += await _passed_on(unit, services, steps)
        lines += await _first_approved(unit, services, case, steps)
    lines += await _state(unit, services, case, steps, longest_note)
    reasons = reasons_in_words(services, case.review, longest_note)
    if reasons:
        lines.append(services.texts.rich("card-reasons", reasons=reasons))
    if noted := sum(step.move == "note" for step in history):
        lines.append(services.texts.rich("card-notes", count=noted))
    return lines


async def _passed_on(unit: Unit, services: Services, steps: list[Step]) -> list[Rich]:
    """From where the case came, when another agency has passed it on."""
    last = next((step for step in reversed(steps) if step.move == "pass_on"), None)
    if last is None:
        return []
    who = await officer_name(unit, services, last.actor_id)
    agency = agency_name(services, last.note["from"])
    return [services.texts.rich("card-passed-on", agency=agency, officer=who, at=day_and_clock(services, last.at))]


async def _first_approved(unit: Unit, services: Services, case: Case, steps: list[Step]) -> list[Rich]:
    """Who has approved already, where a second officer has to."""
    first = await second.given_before(unit, services, case, steps)
    if first is None:
        return []
    who = await officer_name(unit, services, first.actor_id)
    return [services.texts.rich("card-first-approve", officer=who, at=day_and_clock(services, first.at))]


def agency_name(services: Services, key: str) -> str:
    """The short name of an agency, also of one that the programme file no longer has."""
    agency = services.programme.agencies.get(key)
    return key if agency is None else agency.short


async def _state(unit: Unit, services: Services, case: Case, steps: list[Step], longest_note: int) -> list[Rich]:
    key = f"card-{case.state.replace('_', '-')}"
    if is_held(unit, services, case):
        return await _held(unit, services, case, steps, longest_note)
    if case.state == State.WAITING:
        return [await _waiting(unit, services, case, steps), *await _freed(unit, services, steps)]
    if case.state == State.OBJECTED:
        return [await _objected(unit, services, steps, longest_note)]
    if case.state == State.CLAIMED and case.officer_id is not None:
        who = await officer_name(unit, services, case.officer_id)
        return [services.texts.rich(key, officer=who, free=_clock(services, free_at(services, case) or unit.now))]
    last = next((step for step in reversed(steps) if step.to_state == case.state), None)
    if last is not None and last.move == "uphold":
        key = "card-upheld"
    who = await _decided_by(unit, services, steps)
    return [services.texts.rich(key, officer=who, at=day_and_clock(services, last.at if last else unit.now))]


async def _freed(unit: Unit, services: Services, steps: list[Step]) -> list[Rich]:
    """Out of whose hands a supervisor took the case, until somebody takes it again."""
    last = next((step for step in reversed(steps) if step.move not in REMARKS), None)
    if last is None or last.move != "free":
        return []
    names = {
        "officer": await officer_name(unit, services, last.note.get("officer")),
        "supervisor": await officer_name(unit, services, last.actor_id),
    }
    return [services.texts.rich("card-freed", **names, at=day_and_clock(services, last.at))]


async def _held(unit: Unit, services: Services, case: Case, steps: list[Step], longest_note: int) -> list[Rich]:
    """Until when, by whom and, where it was told, why."""
    last = next((step for step in reversed(steps) if step.move == "hold"), None)
    who = await officer_name(unit, services, last.actor_id if last else None)
    lines = [services.texts.rich("card-held", until=in_words(case.hold_until or unit.now.date()), officer=who)]
    if last and last.note.get("text"):
        lines.append(services.texts.rich("card-held-why", why=shortened(last.note["text"], longest_note)))
    return lines


def is_held(unit: Unit, services: Services, case: Case) -> bool:
    """Is the case put aside, today still? The day itself ends it; nobody has to do anything for that."""
    return case.hold_until is not None and case.hold_until > today(unit, services)


def today(unit: Unit, services: Services) -> date:
    """The day in the city."""
    return unit.now.astimezone(services.programme.zone).date()


async def _decided_by(unit: Unit, services: Services, steps: Sequence[Step]) -> str:
    """The officer who decided last; a place that came free was given by nobody."""
    deciding = next((step for step in reversed(steps) if step.actor == Actor.OFFICER), None)
    return await officer_name(unit, services, deciding.actor_id if deciding else None)


async def _waiting(unit: Unit, services: Services, case: Case, steps: Sequence[Step]) -> Rich:
    """Waiting for the first time, mended, or changed after somebody had approved it."""
    amended = next((place for place in reversed(range(len(steps))) if steps[place].move == "amend"), None)
    if amended is None or not case.changed:
        return services.texts.rich("card-waiting")
    approved = steps[amended - 1]
    who = await _decided_by(unit, services, steps[:amended])
    return services.texts.rich("card-amended", officer=who, at=day_and_clock(services, approved.at))


async def _objected(unit: Unit, services: Services, steps: Sequence[Step], longest: int) -> Rich:
    """What the worker says against the decision, and what was decided, by whom, why."""
    objection, decision = objections.raised(steps), objections.rejection(steps)
    words = objection.note.get("note", "") if objection is not None else ""
    who = await officer_name(unit, services, decision.actor_id if decision is not None else None)
    return services.texts.rich(
        "card-objected",
        words=shortened(words, longest),
        officer=who,
        at=day_and_clock(services, decision.at if decision is not None else unit.now),
        reasons=reasons_in_words(services, decision.note if decision is not None else {}, longest),
    )


def free_at(services: Services, case: Case) -> datetime | None:
    """When other officers may take a claimed case; None when nobody has it."""
    if case.claimed_at is None or case.state != State.CLAIMED:
        return None
    return case.claimed_at + timedelta(minutes=services.programme.review.claim_minutes)


async def officer_name(unit: Unit, services: Services, telegram_id: int | None) -> str:
    """The name of an officer as the group knows it; never shown to workers."""
    if telegram_id is None:
        return services.texts("card-nobody")
    return await officers.any_name(unit, telegram_id) or services.texts("card-nobody")


def reasons_in_words(services: Services, review: dict[str, Any], longest_note: int) -> str:
    """What the officer chose and wrote, for staff; "" when there is nothing yet."""
    chosen = [services.texts(f"reason-{code.replace('_', '-')}.staff") for code in review.get("reasons", [])]
    note = shortened(review.get("note", ""), longest_note)
    return "; ".join([*chosen, *([note] if note else [])])


def _clock(services: Services, at: datetime) -> str:
    return f"{at.astimezone(services.programme.zone):%H:%M}"


def day_of(services: Services, at: datetime) -> str:
    """A day in the city."""
    return f"{at.astimezone(services.programme.zone):%d-%m-%Y}"


def day_and_clock(services: Services, at: datetime) -> str:
    """A moment on the clock of the city."""
    return f"{at.astimezone(services.programme.zone):%d-%m-%Y %H:%M}"
