"""What waits too long for a group, and how do its officers, then its supervisors, hear of it once a day at work?"""

from datetime import datetime, timedelta
from typing import Any

from delivery import messages
from handlers.context import Services, agencies_of
from handlers.screens import in_columns
from handlers.staff.counting import age
from handlers.staff.queue import open_button
from handlers.staff.standing import today
from locales import Rich
from locales.texts import utf16_length
from registration.deadlines import in_work_hours
from registration.programme_tables import Limits
from storage import deadlines, inbox, officers
from storage.cases import Case
from storage.database import Unit
from storage.deadlines import Late
from storage.outbox import Lane

_SHOWN = 6  # cases named in a reminder
_CALLED = 5  # supervisors named: Telegram notifies no more of them anyway


async def leave_event(unit: Unit, services: Services, chat_id: int) -> None:
    """Have the group reminded today, if something is late and it is at work; told twice it happens once."""
    at_work = in_work_hours(unit.now, services.programme.review.hours, services.programme.zone)
    if at_work and (await _late(unit, services, chat_id, _limits(services).group)).count:
        key = f"remind:{chat_id}:{today(unit, services)}"
        await inbox.put_result(unit, key, "remind_group", {"chat_id": chat_id})


async def on_due(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    """One message for all that is late, if it still is."""
    chat_id, limits = body["chat_id"], _limits(services)
    late = await _late(unit, services, chat_id, limits.group, _SHOWN)
    if not late.count or not in_work_hours(unit.now, services.programme.review.hours, services.programme.zone):
        return
    text = services.texts.rich("late-head", count=late.count, hours=limits.group)
    for case in late.oldest:
        text += Rich("\n") + _entry(unit, services, case)
    if late.count > len(late.oldest):
        text += Rich("\n") + services.texts.rich("late-more", count=late.count - len(late.oldest))
    text += await _call_supervisors(unit, services, chat_id)
    markup = messages.inline(in_columns([open_button(case) for case in late.oldest], 2))
    messages.send(unit, chat_id, text, markup, lane=Lane.NOTICE)


async def _call_supervisors(unit: Unit, services: Services, chat_id: int) -> Rich:
    """What waits longer still is told to the administrators by name. The bot cannot write to them, only name them."""
    hours = _limits(services).supervisors
    count = (await _late(unit, services, chat_id, hours)).count
    if not count:
        return Rich("")
    text = Rich("\n\n") + services.texts.rich("late-supervisors", count=count, hours=hours)
    called = [each for each in await officers.of_chat(unit, chat_id) if each.role == "supervisor"]
    for each in called[:_CALLED]:
        user = {"id": each.telegram_id, "is_bot": False, "first_name": each.name}
        length = utf16_length(each.name)
        text += Rich(" ") + Rich(each.name, ({"type": "text_mention", "offset": 0, "length": length, "user": user},))
    return text


async def _late(unit: Unit, services: Services, chat_id: int, hours: int, most: int = 0) -> Late:
    ours = await agencies_of(unit, services, chat_id)
    return await deadlines.late(unit, ours, today(unit, services), unit.now - timedelta(hours=hours), most)


def _entry(unit: Unit, services: Services, case: Case) -> Rich:
    since: datetime = case.since or case.sent_at
    waited = age(services, (unit.now - since).total_seconds())
    return services.texts.rich(
        "late-line", number=case.number, sector=services.texts(f"sector-{case.sector}"), age=waited
    )


def _limits(services: Services) -> Limits:
    return services.programme.review.limits
