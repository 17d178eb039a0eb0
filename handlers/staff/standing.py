"""Where does a case stand: who has it, who decided, when and why?"""

from datetime import date, datetime, timedelta
from typing import Any

from handlers.context import Services
from handlers.worker.moment import in_words
from locales import Rich
from registration.lifecycle import OPEN, REMARKS, Actor, State
from storage import cases, officers, people
from storage.cases import Case, Step
from storage.database import Unit


async def standing(unit: Unit, services: Services, case: Case, longest_note: int) -> list[Rich]:
    """The last lines of a card; the officer's own words are cut to `longest_note` characters."""
    lines = []
    person = await people.by_id(unit, case.person_id)
    if person.unreachable:
        lines.append(services.texts.rich("card-unreachable"))
    steps = await cases.history(unit, case.id)
    if case.state in OPEN:
        lines += await _passed_on(unit, services, steps)
    lines += await _state(unit, services, case, steps, longest_note)
    reasons = reasons_in_words(services, case.review, longest_note)
    if reasons:
        lines.append(services.texts.rich("card-reasons", reasons=reasons))
    if noted := sum(step.move == "note" for step in steps):
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


def agency_name(services: Services, key: str) -> str:
    """The short name of an agency, also of one that the programme file no longer has."""
    agency = services.programme.agencies.get(key)
    return key if agency is None else agency.short


async def _state(unit: Unit, services: Services, case: Case, steps: list[Step], longest_note: int) -> list[Rich]:
    key = f"card-{case.state.replace('_', '-')}"
    if is_held(unit, services, case):
        return await _held(unit, services, case, steps, longest_note)
    if case.state == State.WAITING:
        return [services.texts.rich(key)]
    if case.state == State.CLAIMED and case.officer_id is not None:
        who = await officer_name(unit, services, case.officer_id)
        return [services.texts.rich(key, officer=who, free=_clock(services, free_at(services, case) or unit.now))]
    latest = [step for step in reversed(steps) if step.move not in REMARKS]
    last = next((step for step in latest if step.to_state == case.state), None)
    deciding = next((step for step in latest if step.actor == Actor.OFFICER), None)
    who = await officer_name(unit, services, deciding.actor_id if deciding else None)
    return [services.texts.rich(key, officer=who, at=day_and_clock(services, last.at if last else unit.now))]


async def _held(unit: Unit, services: Services, case: Case, steps: list[Step], longest_note: int) -> list[Rich]:
    """Until when, by whom and, where it was told, why."""
    last = next((step for step in reversed(steps) if step.move == "hold"), None)
    who = await officer_name(unit, services, last.actor_id if last else None)
    lines = [services.texts.rich("card-held", until=in_words(case.hold_until or unit.now.date()), officer=who)]
    if last and last.note.get("text"):
        lines.append(services.texts.rich("card-held-why", why=_cut(last.note["text"], longest_note)))
    return lines


def is_held(unit: Unit, services: Services, case: Case) -> bool:
    """Is the case put aside, today still? The day itself ends it; nobody has to do anything for that."""
    return case.hold_until is not None and case.hold_until > today(unit, services)


def today(unit: Unit, services: Services) -> date:
    """The day in the city."""
    return unit.now.astimezone(services.programme.zone).date()


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
    note = _cut(review.get("note", ""), longest_note)
    return "; ".join([*chosen, *([note] if note else [])])


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _clock(services: Services, at: datetime) -> str:
    return f"{at.astimezone(services.programme.zone):%H:%M}"


def day_of(services: Services, at: datetime) -> str:
    """A day in the city."""
    return f"{at.astimezone(services.programme.zone):%d-%m-%Y}"


def day_and_clock(services: Services, at: datetime) -> str:
    """A moment on the clock of the city."""
    return f"{at.astimezone(services.programme.zone):%d-%m-%Y %H:%M}"
