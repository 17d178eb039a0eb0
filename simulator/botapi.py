"""What is the answer to one request of the bot: checked, limited, done, checked again, written down?"""

import asyncio
from dataclasses import dataclass

from simulator.methods import METHODS
from simulator.methods.call import Call
from simulator.spec import Method, load_spec
from simulator.wire import Json, Refusal, Upload
from simulator.world import World

# Known to the Bot API, not played here: taken in silence they would make a test believe in them.
_NOT_PLAYED = {
    "business_connection_id",
    "direct_messages_topic_id",
    "ephemeral_message_parameters",
    "inline_message_id",
    "message_effect_id",
    "rich_message",
    "suggested_post_parameters",
}


@dataclass(frozen=True)
class Request:
    """One request as it came: method, parameters (strings or JSON), files by part name."""

    method: str
    raw: Json
    uploads: dict[str, Upload]


async def answer(world: World, request: Request) -> Json | None:
    """The JSON to send back; None means that the answer is lost and the connection is closed."""
    fault, params = None, request.raw
    try:
        method = _known(request.method)
        params = _read(world, method, request.raw)
        fault = world.faults.next(request.method, params.get("chat_id"))
        if fault is not None and fault.delay:
            await asyncio.sleep(fault.delay)
        if fault is not None and fault.when == "before" and fault.code is not None:
            raise fault.refusal()
        world.limits.check(
            request.method, params.get("chat_id"), _messages(params), paid=bool(params.get("allow_paid_broadcast"))
        )
        result = await METHODS[request.method](Call(world, params, request.uploads))
        if problem := method.answer(result):
            world.journal.problem(f"our answer to {request.method} is wrong at result{problem}")
        if fault is not None and fault.when == "after" and fault.code is not None:
            raise fault.refusal()
        body: Json = {"ok": True, "result": result}
    except Refusal as refusal:
        body = refusal.body()
        if refusal.code in {404, 501}:
            world.journal.problem(f"{request.method}: {refusal.description}")
    lost = fault is not None and fault.code == 0
    world.journal.call(request.method, params, {"lost": True} if lost else body, world.clock.iso())
    return None if lost else body


def _messages(params: Json) -> int:
    """How many messages a call sends: an album or a batch counts as many."""
    several = params.get("media", params.get("message_ids"))
    return len(several) if isinstance(several, list) else 1


def _known(name: str) -> Method:
    method = load_spec().methods.get(name)
    if method is None:
        raise Refusal(404, "Not Found")
    if name not in METHODS:
        raise Refusal(501, f"Not Implemented: {name} is not played by the simulator")
    return method


def _read(world: World, method: Method, raw: Json) -> Json:
    """Check the request against the description; what is wrong there is always a mistake of the bot's."""
    try:
        params = method.read(raw)
    except Refusal as refusal:
        world.journal.problem(f"{method.name}: {refusal.description}")
        raise
    if unplayed := sorted(_NOT_PLAYED & params.keys()):
        raise Refusal(501, f"Not Implemented: {', '.join(unplayed)} of {method.name}")
    return params
