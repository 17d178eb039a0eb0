"""Who decided how many, in this window and in this week (/petugas)?"""

from datetime import datetime, timedelta

from handlers.context import Services
from locales import Rich
from storage import decisions, officers
from storage.database import Unit
from storage.decisions import Counts

_COLUMNS = (("first_approve", "approve", "waitlist"), ("reject", "uphold"), ("send_back",))
_MOST = 40  # officers named; Telegram takes 4,096 characters


async def told(unit: Unit, services: Services, chat_id: int) -> Rich:
    """The members of the group with what they decided, the busiest first, and what was decided by those who left."""
    begun = max((each.opens for each in services.programme.windows if each.opens <= unit.now), default=unit.now)
    counts = await decisions.by_officer(unit, services.programme.day_of(begun), _monday(services, unit.now))
    names = {officer.telegram_id: officer.name for officer in await officers.of_chat(unit, chat_id)}
    busy = sorted((each for each in counts if each in names), key=lambda each: (-_all(counts[each]), each))
    text = services.texts.rich("roster-head", day=f"{begun.astimezone(services.programme.zone):%d-%m-%Y}")
    for each in busy[:_MOST]:
        text += Rich("\n") + _line(services, names[each], counts[each])
    if len(busy) > _MOST:
        text += Rich("\n") + services.texts.rich("roster-more", count=str(len(busy) - _MOST))
    if not busy:
        text += Rich("\n") + services.texts.rich("roster-nobody")
    known = await officers.known_anywhere(unit)
    if gone := _together([count for each, count in counts.items() if each not in known]):
        text += Rich("\n") + _line(services, services.texts("roster-left"), gone)
    return text


def _line(services: Services, name: str, counts: Counts) -> Rich:
    approved, rejected, back = (str(sum(counts.get(move, (0, 0))[0] for move in moves)) for moves in _COLUMNS)
    week = str(sum(late for _, late in counts.values()))
    return services.texts.rich("roster-line", officer=name, approved=approved, rejected=rejected, back=back, week=week)


def _all(counts: Counts) -> int:
    return sum(count for count, _ in counts.values())


def _together(several: list[Counts]) -> Counts:
    found: Counts = {}
    for counts in several:
        for move, (count, late) in counts.items():
            before = found.get(move, (0, 0))
            found[move] = (before[0] + count, before[1] + late)
    return found


def _monday(services: Services, now: datetime) -> datetime:
    """The beginning of this week in the city."""
    today = services.programme.day_of(now)
    return today - timedelta(days=today.weekday())
