"""What can a test order: faults, limits, the clock, odd updates, privacy?"""

from dataclasses import fields

from simulator.acts.act import Act, ActError, Handler
from simulator.faults import Fault
from simulator.wire import Json

_FAULT_FIELDS = {field.name for field in fields(Fault)} - {"id"}


async def fault(act: Act) -> Json:
    """Order a fault; the fields are those of `Fault`."""
    if unknown := act.body.keys() - _FAULT_FIELDS:
        raise ActError(f"a fault has no {', '.join(sorted(unknown))}")
    if act.body.get("when", "before") not in {"before", "after"}:
        raise ActError("when must be before or after")
    order = Fault(
        method=act.text("method", "*"),
        chat_id=_number_or_none(act, "chat_id", None),
        code=_number_or_none(act, "code", None),
        description=act.text("description", ""),
        parameters=act.object("parameters"),
        times=_number_or_none(act, "times", 1),
        when="after" if act.body.get("when") == "after" else "before",
        probability=act.decimal("probability", 1.0),
        delay=act.decimal("delay", 0.0),
    )
    return {"fault": act.world.faults.order(order).id}


def _number_or_none(act: Act, name: str, default: int | None) -> int | None:
    return None if act.body.get(name, default) is None else act.number(name, default)


async def clear_faults(act: Act) -> Json:
    """Remove the fault with `id`, or all."""
    act.world.faults.cancel(act.number("id") if "id" in act.body else None)
    return {"faults": act.world.faults.list()}


async def settings(act: Act) -> Json:
    """Switch `limits` (429 as Telegram's), `privacy` mode, and `query_seconds` (life of a pressed button)."""
    world = act.world
    if "limits" in act.body:
        world.limits.on = act.flag("limits")
    if "privacy" in act.body:
        world.privacy = act.flag("privacy")
    world.query_seconds = act.decimal("query_seconds", world.query_seconds)
    world.touch()
    return {"limits": world.limits.on, "privacy": world.privacy, "query_seconds": world.query_seconds}


async def clock(act: Act) -> Json:
    """Tell the time after moving it by `advance` seconds or setting it to an ISO moment."""
    if "set" in act.body:
        try:
            act.world.clock.set(act.text("set"))
        except ValueError as error:
            raise ActError("set must be a moment such as 2026-01-31T08:00:00+08:00") from error
    act.world.clock.advance(act.decimal("advance", 0))
    act.world.touch()
    return {"now": act.world.clock.iso()}


async def inject(act: Act) -> Json:
    """Queue any object as an update, however wrong; an update_id is added when it has none."""
    return {"update_id": act.world.updates.inject(act.object("update"))["update_id"]}


async def redeliver(act: Act) -> Json:
    """Hand over an old update once more, with the same id."""
    if act.world.updates.redeliver(act.number("update_id")) is None:
        raise ActError("no such update")
    return {"update_id": act.number("update_id")}


ACTS: dict[str, Handler] = {
    "fault": fault,
    "clear_faults": clear_faults,
    "settings": settings,
    "clock": clock,
    "inject": inject,
    "redeliver": redeliver,
}
