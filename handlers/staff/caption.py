"""What does a card say, within Telegram's 1,024 characters?"""

from datetime import datetime
from typing import Any

from handlers.context import Services
from handlers.worker.values import shown
from locales import Rich
from locales.texts import utf16_length
from registration.checking import checks
from registration.flow import path
from registration.lifecycle import State
from registration.nik import masked
from registration.questions import BY_KEY, Kind
from storage import cases, files, officers, people
from storage.cases import Case, file_ids
from storage.database import Unit

_MOST = 1024
_LINES = Rich("\n")
_NOT_LISTED = {"sector", "nik", "ktp_photo", "income_statement", "for_whom"}
_SIGNS = {"ok": "✅", "look": "⚠️", "stop": "⚠️"}


async def caption_of(unit: Unit, services: Services, case: Case) -> Rich:
    """Number, state, data, checks. The least needed lines go first when it would be too long."""
    head = _head(services, case)
    body = _data(services, case)
    foot = [*(await _checks(unit, services, case)), *(await _standing(unit, services, case))]
    longest = 60
    text = _joined([*head, *_cut(body, longest), *foot])
    while utf16_length(text.text) > _MOST and longest > 12:
        longest -= 8
        text = _joined([*head, *_cut(body, longest), *foot])
    while utf16_length(text.text) > _MOST and body:
        body = body[:-1]
        text = _joined([*head, *_cut(body, longest), *foot])
    return text


def _joined(lines: list[Rich]) -> Rich:
    text = lines[0]
    for line in lines[1:]:
        text = text + _LINES + line
    return text


def _cut(lines: list[tuple[str, str]], longest: int) -> list[Rich]:
    return [
        Rich(f"{label}: {value if len(value) <= longest else value[: longest - 1] + '…'}") for label, value in lines
    ]


def _head(services: Services, case: Case) -> list[Rich]:
    lines = [
        services.texts.rich("card-head", number=case.number, sector=services.texts(f"sector-{case.answers['sector']}"))
    ]
    if not case.unique:
        lines.append(services.texts.rich("card-double"))
    if case.changed and case.state in {State.WAITING, State.CLAIMED}:
        changed = ", ".join(services.texts(f"q-{key}.label") for key in case.changed if key in BY_KEY)
        lines.append(services.texts.rich("card-changed", what=changed))
    return lines


def _data(services: Services, case: Case) -> list[tuple[str, str]]:
    answers: dict[str, Any] = case.answers
    lines = [(services.texts("q-nik.label"), masked(answers["nik"]))]
    for question in path(answers, services.programme):
        if question.key in _NOT_LISTED:
            continue
        if question.kind is Kind.PAGES and isinstance(answers.get(question.key), list):
            continue
        mark = "✏️ " if question.key in case.changed else ""
        value = shown(services.texts, services.programme, question, answers)
        lines.append((mark + services.texts(f"q-{question.key}.label"), value))
    return lines


async def _checks(unit: Unit, services: Services, case: Case) -> list[Rich]:
    window = next(window for window in services.programme.windows if window.key == case.window)
    day = case.sent_at.astimezone(services.programme.zone).date()
    found = checks(case.answers, services.programme, window, day)
    good = [check for check in found if check.severity == "ok"]
    odd = [
        Rich(f"{_SIGNS[check.severity]} ")
        + services.texts.rich(f"check-{check.code}-{check.severity}", **check.details)
        for check in found
        if check.severity != "ok"
    ]
    insisted = [services.texts(f"q-{key}.label") for key in case.answers.get("insisted", [])]
    if insisted:
        odd.append(services.texts.rich("card-insisted", what=", ".join(insisted)))
    kept = await files.by_ids(unit, sorted(file_ids(case.answers)))
    if any(file.forwarded for file in kept):
        odd.append(services.texts.rich("card-forwarded"))
    return [Rich(""), services.texts.rich("card-checks-ok", count=str(len(good))), *odd]


async def _standing(unit: Unit, services: Services, case: Case) -> list[Rich]:
    """Who has it, or who decided and when."""
    lines = [Rich("")]
    person = await people.by_id(unit, case.person_id)
    if person.unreachable:
        lines.append(services.texts.rich("card-unreachable"))
    steps = await cases.history(unit, case.id)
    last = next((step for step in reversed(steps) if step.to_state == case.state), None)
    who = await officer_name(unit, services, last.actor_id if last else None)
    at = _moment(services, last.at) if last else ""
    lines.append(services.texts.rich(f"card-{case.state.replace('_', '-')}", officer=who, at=at))
    if case.review.get("reasons") or case.review.get("note"):
        lines.append(services.texts.rich("card-reasons", reasons=reasons_in_words(services, case.review)))
    return lines


async def officer_name(unit: Unit, services: Services, telegram_id: int | None) -> str:
    """The name of an officer as the group knows it; never shown to workers."""
    if telegram_id is None:
        return services.texts("card-nobody")
    return await officers.any_name(unit, telegram_id) or services.texts("card-nobody")


def reasons_in_words(services: Services, review: dict[str, Any]) -> str:
    """What the officer chose and wrote, for staff."""
    chosen = [services.texts(f"reason-{code.replace('_', '-')}.staff") for code in review.get("reasons", [])]
    return "; ".join([*chosen, *([review["note"]] if review.get("note") else [])])


def _moment(services: Services, at: datetime) -> str:
    return f"{at.astimezone(services.programme.zone):%d-%m-%Y %H:%M}"
