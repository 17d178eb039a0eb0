"""How far is a broadcast, in words and as a bar, and who was reached in the end?"""

from datetime import timedelta

from documents.bars import Bar, Chart
from handlers.context import Services
from handlers.staff import charts
from locales import Rich
from registration.broadcasting import State, minutes
from registration.income import shown as grouped
from storage import batches, broadcasts
from storage.broadcasts import Broadcast
from storage.database import Unit

_BLOCKS = 12
_LATELY = timedelta(seconds=60)
WAITING = ("due", "paused", "leaving")
_ENDS = ("sent", "unreachable", "failed", "unknown", "dropped")


async def told(unit: Unit, services: Services, broadcast: Broadcast) -> Rich:
    """The state, the bar, the counts; while it runs the rate and the rest of the time; what was taken back."""
    counts = await batches.counts(unit, broadcast.id)
    waiting = sum(counts.get(state, 0) for state in WAITING)
    ended = sum(counts.get(state, 0) for state in _ENDS)
    whole = ended + waiting if broadcast.filled_at else max(broadcast.counted, ended + waiting)
    text = services.texts.rich(f"cast-{broadcast.state}") + Rich("\n" + bar(ended, whole) + "\n")
    numbers = {state: grouped(counts.get(state, 0)) for state in _ENDS}
    text += services.texts.rich("cast-counts", whole=grouped(whole), **numbers)
    if broadcast.state is State.RUNNING:
        text += Rich("\n") + await _pace(unit, services, broadcast, whole - ended)
    if broadcast.state in {State.RECALLING, State.RECALLED}:
        text += Rich("\n") + await _taken_back(unit, services, broadcast, counts.get("sent", 0))
    return text


def bar(part: int, whole: int) -> str:
    """▓▓▓░░░░░░░░░ 25%"""
    share = part / whole if whole else 1.0
    full = int(share * _BLOCKS)
    return "▓" * full + "░" * (_BLOCKS - full) + f" {int(share * 100)}%"


async def _pace(unit: Unit, services: Services, broadcast: Broadcast, left: int) -> Rich:
    begun = max(broadcast.started_at or unit.now, unit.now - _LATELY)
    seconds = max(1.0, (unit.now - begun).total_seconds())
    rate = await broadcasts.ended_since(unit, broadcast.id, begun) / seconds
    if rate <= 0:
        return services.texts.rich("cast-pace-none")
    return services.texts.rich("cast-pace", rate=f"{rate:.0f}", minutes=str(minutes(left, rate)))


async def _taken_back(unit: Unit, services: Services, broadcast: Broadcast, sent: int) -> Rich:
    counts = await batches.counts(unit, -broadcast.id)
    gone, waiting = counts.get("sent", 0), sum(counts.get(state, 0) for state in WAITING)
    stay = sent - gone - waiting if broadcast.recalled_at else 0
    return services.texts.rich(
        "cast-taken-back", gone=grouped(gone), waiting=grouped(waiting), stay=grouped(max(0, stay))
    )


async def report(unit: Unit, services: Services, broadcast: Broadcast) -> None:
    """The picture: reached, blocked, failed, unknown, and how many pressed a button."""
    if broadcast.chat_id is None:
        return
    counts = await batches.counts(unit, broadcast.id)
    rows = [
        *((state, counts.get(state, 0)) for state in _ENDS),
        ("pressed", await broadcasts.presses(unit, broadcast.id)),
    ]
    bars = tuple(Bar(services.texts(f"cast-bar-{name}"), grouped(count), (count,)) for name, count in rows)
    title = services.texts("cast-report-title", id=str(broadcast.id))
    chart = Chart(title, (services.texts("cast-report-people"),), bars, one_scale=True)
    charts.post(unit, broadcast.chat_id, chart, services.texts.rich("cast-report", id=str(broadcast.id)))
