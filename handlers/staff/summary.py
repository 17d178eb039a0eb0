"""What does a group hear every morning: who waits, since when, what was decided yesterday?"""

from datetime import datetime, time, timedelta
from typing import Any

from documents.bars import Bar, Chart
from handlers.context import Services, agencies_of
from handlers.staff import charts
from handlers.staff.counting import age
from handlers.staff.standing import today
from handlers.worker.moment import in_words
from locales import Rich
from registration.deadlines import is_summary_time
from registration.lifecycle import OPEN
from storage import deadlines, inbox, summary
from storage.database import Unit
from storage.summary import Morning

_PARTS = ("waiting", "sent_back", "approved", "rejected", "returned")


async def leave_event(unit: Unit, services: Services, chat_id: int) -> None:
    """Have the summary sent, if it is its hour; told twice on one day it happens once."""
    if is_summary_time(unit.now, services.programme.review.summary, services.programme.zone):
        key = f"summary:{chat_id}:{today(unit, services)}"
        await inbox.put_result(unit, key, "send_summary", {"chat_id": chat_id})


async def on_due(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    """Send it, unless the morning is over or there is nothing at all to tell."""
    if not is_summary_time(unit.now, services.programme.review.summary, services.programme.zone):
        return
    ours = await agencies_of(unit, services, body["chat_id"])
    rows = await summary.morning(unit, ours, today(unit, services), _yesterday(unit, services))
    if rows:
        words = await _words(unit, services, ours, rows)
        charts.post(unit, body["chat_id"], _chart(unit, services, rows), words)


def _yesterday(unit: Unit, services: Services) -> tuple[datetime, datetime]:
    """The day before in the city: where its clocks are put forward it has 23 hours."""
    day = today(unit, services)
    begin, end = (datetime.combine(each, time(0), services.programme.zone) for each in (day - timedelta(days=1), day))
    return begin, end


async def _words(unit: Unit, services: Services, ours: list[str], rows: list[Morning]) -> Rich:
    total = {name: sum(getattr(row, name) for row in rows) for name in (*_PARTS, "held", "objected")}
    lines = [services.texts.rich("morning-head", day=in_words(today(unit, services)))]
    first = (await deadlines.late(unit, ours, today(unit, services), unit.now, 1, OPEN)).oldest
    if first:
        waited = age(services, (unit.now - (first[0].since or first[0].sent_at)).total_seconds())
        number = first[0].number
        lines.append(services.texts.rich("morning-waiting", count=total["waiting"], age=waited, number=number))
    else:
        lines.append(services.texts.rich("morning-nobody"))
    if total["held"]:
        lines.append(services.texts.rich("morning-held", count=total["held"]))
    if total["objected"]:
        lines.append(services.texts.rich("morning-objected", count=total["objected"]))
    lines.append(services.texts.rich("morning-sent-back", count=total["sent_back"]))
    decided = {name: total[name] for name in ("approved", "rejected", "returned")}
    lines.append(services.texts.rich("morning-decided", **decided))
    text = lines[0]
    for line in lines[1:]:
        text += Rich("\n") + line
    return text


def _chart(unit: Unit, services: Services, rows: list[Morning]) -> Chart:
    legend = tuple(services.texts(f"morning-part-{part.replace('_', '-')}") for part in _PARTS)
    bars = (
        Bar(
            services.texts(f"sector-{row.sector}").partition(" ")[
                2
            ],  # without its sign, which no picture font can draw
            services.texts("morning-note", count=row.waiting),
            tuple(getattr(row, part) for part in _PARTS),
        )
        for row in rows
    )
    title = services.texts("morning-title", day=in_words(today(unit, services)))
    return Chart(title, legend, tuple(bars), one_scale=True)
