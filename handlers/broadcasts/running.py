"""How does a broadcast go out: begun, filled into the outbox bit by bit, halted, ended?"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from handlers.broadcasts import copies, progress, recalling, screens
from handlers.broadcasts.granted import Granted, answer, change, refresh, show
from handlers.context import Services
from registration import broadcasting
from registration.broadcasting import State
from registration.income import shown as grouped
from storage import audiences, batches, broadcasts, inbox, outbox
from storage.broadcasts import Broadcast
from storage.database import Unit
from storage.outbox import Lane

_CHUNK = 100  # copies a transaction: an answer behind it waits for some 30 ms
_SHOW = timedelta(seconds=10)  # a group takes 20 messages a minute, and cards need them too
Step = Callable[[Unit, Services, Broadcast], Awaitable[None]]


async def begin(unit: Unit, services: Services, broadcast: Broadcast, at: datetime, **values: Any) -> Broadcast | None:
    """Send from `at` on, or from the next morning if that is at night; None when somebody was quicker."""
    at = broadcasting.soonest(max(at, unit.now), services.programme.zone)
    if at > unit.now:
        return await broadcasts.change(unit, broadcast, state=State.SCHEDULED, at=at, **values)
    if broadcast.started_at is None:
        values |= {"started_at": unit.now, "window": screens.window_of(services.programme, unit.now)}
    begun = await broadcasts.change(unit, broadcast, state=State.RUNNING, **values)
    if begun is not None:
        await batches.resume(unit, begun.id)
        await leave_look(unit, begun, f"revision:{begun.revision}")
    return begun


async def leave_look(unit: Unit, broadcast: Broadcast, why: str) -> None:
    """Have the next step taken in a transaction of its own; told twice for one reason it happens once."""
    await inbox.put_result(unit, f"broadcast:{broadcast.id}:{why}", "broadcast_look", {"broadcast": broadcast.id})


async def on_look(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    """The clock, or the step before, says that there may be something to do."""
    broadcast = await broadcasts.get(unit, body["broadcast"])
    if broadcast is not None and broadcast.state in _STEPS:
        await _STEPS[broadcast.state](unit, services, broadcast)


async def _scheduled(unit: Unit, services: Services, broadcast: Broadcast) -> None:
    """Its time has come. Much too late, for the bot was away, it waits for somebody to say that it is still meant."""
    if broadcast.at is None or broadcast.at > unit.now:
        return
    if unit.now - broadcast.at > broadcasting.LATE:
        after = await broadcasts.change(unit, broadcast, state=State.PAUSED)
    else:
        after = await begin(unit, services, broadcast, unit.now)
    if after is not None:
        await refresh(unit, services, after, lane=Lane.NOTICE)


async def _running(unit: Unit, services: Services, broadcast: Broadcast) -> None:
    if not broadcasting.is_day(unit.now, services.programme.zone):
        await _wait_for_morning(unit, services, broadcast)
        return
    if broadcast.filled_at is None:
        await _fill(unit, services, broadcast)
        return
    counts = await batches.counts(unit, broadcast.id)
    if not any(counts.get(state) for state in progress.WAITING):
        await _end(unit, services, broadcast)
    else:
        await show_now_and_then(unit, services, broadcast)


async def _wait_for_morning(unit: Unit, services: Services, broadcast: Broadcast) -> None:
    await batches.pause(unit, broadcast.id)
    waits = await begin(unit, services, broadcast, unit.now)
    if waits is not None:
        await refresh(unit, services, waits, lane=Lane.NOTICE)


async def _fill(unit: Unit, services: Services, broadcast: Broadcast) -> None:
    """Leave the next copies. What a crash undid is done again from the last person that was written down."""
    after = broadcast.last_person
    people = await audiences.following(unit, broadcast.audience, broadcast.window, after, _CHUNK)
    for person_id, chat_id in people:
        copies.leave(unit, services, broadcast, person_id, chat_id)
    await outbox.write_batches(unit)
    last = people[-1][0] if people else after
    ended = {} if len(people) == _CHUNK else {"filled_at": unit.now}
    await broadcasts.note(unit, broadcast, last_person=last, **ended)
    if not ended:
        await leave_look(unit, broadcast, f"after:{last}")


async def show_now_and_then(unit: Unit, services: Services, broadcast: Broadcast) -> None:
    """Bring the message up to date, unless that was done just now, still waits to be sent, or would change nothing."""
    if broadcast.shown_at is not None and unit.now - broadcast.shown_at < _SHOW:
        return
    if await outbox.slot_waits(unit, broadcast.slot):
        return
    seen = await screens.screen(unit, services, broadcast)
    digest = sha256(seen[0].text.encode()).hexdigest()
    await broadcasts.note(unit, broadcast, shown_at=unit.now, shown=digest)
    if digest != broadcast.shown:
        show(unit, broadcast, seen, lane=Lane.NOTICE)


async def _end(unit: Unit, services: Services, broadcast: Broadcast) -> None:
    ended = await broadcasts.change(unit, broadcast, state=State.DONE, ended_at=unit.now)
    if ended is not None:
        await refresh(unit, services, ended, lane=Lane.NOTICE)
        await progress.report(unit, services, ended)


async def _recalling(unit: Unit, services: Services, broadcast: Broadcast) -> None:
    recalled = await recalling.go_on(unit, broadcast)
    if recalled is not None:
        await refresh(unit, services, recalled, lane=Lane.NOTICE)
    else:
        await show_now_and_then(unit, services, broadcast)


_STEPS: dict[State, Step] = {State.SCHEDULED: _scheduled, State.RUNNING: _running, State.RECALLING: _recalling}


async def pause(unit: Unit, services: Services, granted: Granted) -> None:
    """ "Jeda": who has not got it waits."""
    await batches.pause(unit, granted.broadcast.id)
    await change(unit, services, granted, state=State.PAUSED)


async def resume(unit: Unit, services: Services, granted: Granted) -> None:
    """ "Lanjut": on where it was, at night from the morning on."""
    begun = await begin(unit, services, granted.broadcast, unit.now)
    if begun is None:
        answer(unit, services, granted.wish, "cast-changed")
        return
    answer(unit, services, granted.wish, "cast-night" if begun.state is State.SCHEDULED else "")
    await refresh(unit, services, begun)


async def cancel(unit: Unit, services: Services, granted: Granted) -> None:
    """ "Batalkan" asks once more, and meanwhile nobody gets it. What nobody has got is ended at once."""
    broadcast: Broadcast | None = granted.broadcast
    if granted.broadcast.started_at is None:
        await cancel_yes(unit, services, granted)
        return
    if granted.broadcast.state is not State.PAUSED:
        await batches.pause(unit, granted.broadcast.id)
        broadcast = await broadcasts.change(unit, granted.broadcast, state=State.PAUSED)
    answer(unit, services, granted.wish, "" if broadcast else "cast-changed")
    if broadcast is not None:
        counts = await batches.counts(unit, broadcast.id)
        show(unit, broadcast, screens.sure(services, broadcast, "cancel", sent=grouped(counts.get("sent", 0))))


async def cancel_yes(unit: Unit, services: Services, granted: Granted) -> None:
    """Nobody else gets it; who has it keeps it."""
    await batches.cancel(unit, granted.broadcast.id)
    ended = await change(unit, services, granted, state=State.CANCELLED, ended_at=unit.now)
    if ended is not None and ended.started_at is not None:
        await progress.report(unit, services, ended)


async def report(unit: Unit, services: Services, granted: Granted) -> None:
    """ "Laporan": the picture as it is now, for presses go on coming."""
    answer(unit, services, granted.wish)
    await progress.report(unit, services, granted.broadcast)
