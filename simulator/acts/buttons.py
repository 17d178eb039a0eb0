"""What happens when a person presses a button, inline or of the reply keyboard?"""

import asyncio
import time
from typing import Any

from simulator.acts.act import Act, ActError, Handler
from simulator.acts.messages import own_contact
from simulator.acts.posting import check_may_write, write
from simulator.model import Post
from simulator.text import with_clickable
from simulator.wire import Json
from simulator.world import Press

_LONGEST_WAIT = 60.0
_PRESSES_KEPT = 2000


async def press(act: Act) -> Json:
    """Press an inline button of `message_id` by `label` or by `data`, and wait up to `wait` seconds.

    `forged` sends any data from any chat, as a hostile client could. Returns {"callback", "update_id",
    "answered", "text", "alert", "url", "before"}.
    """
    before = act.world.version
    post = act.chat.posts.get(act.number("message_id"))
    if post is None:
        raise ActError("no such message")
    if not act.flag("forged"):
        check_may_write(act.world, act.chat, act.person)
    data = _data(act, post)
    number = act.world.new_number()
    mark = Press(f"{act.world.bot.id % 10**9}{number:010d}", act.person.id, time.monotonic())
    act.world.presses[mark.id] = mark
    while len(act.world.presses) > _PRESSES_KEPT:
        del act.world.presses[next(iter(act.world.presses))]
    query = {
        "id": mark.id,
        "from": act.person.wire(),
        "chat_instance": str(-7919 * act.chat.id),
        "data": data,
    }
    update = act.world.tell_bot("callback_query", query | {"message": _as_seen(post)})
    await _answered(mark, min(act.decimal("wait", 0), _LONGEST_WAIT))
    answer = mark.answer or {"text": None, "alert": False, "url": None}
    number_ = update and update["update_id"]
    return {
        "callback": mark.id,
        "update_id": number_,
        "answered": mark.answer is not None,
        **answer,
        "before": before,
    }


async def tap(act: Act) -> Json:
    """Tap a button of the reply keyboard by `label`: sends its text, or the contact or place it asks for."""
    keyboard = act.chat.keyboards.get(act.person.id, {})
    rows: list[list[Any]] = keyboard.get("keyboard", [])
    buttons = [button for row in rows for button in row]
    button = next((one for one in buttons if one["text"] == act.text("label")), None)
    if button is None:
        labels = ", ".join(repr(one["text"]) for one in buttons) or "none"
        raise ActError(f"no such button on the keyboard; there are: {labels}")
    if button.get("request_contact"):
        content = own_contact(act)
    elif button.get("request_location"):
        content = {"location": {"latitude": -1.2379, "longitude": 116.8529}}
    else:
        entities = with_clickable(button["text"], [])
        content = {"text": button["text"]} | ({"entities": entities} if entities else {})
    place = act.body if act.chat.kind == "private" else {**act.body, "reply_to": keyboard["message_id"]}
    sent = write(act.world, act.chat, act.person, content, place)
    if keyboard.get("one_time_keyboard"):
        act.chat.keyboards.pop(act.person.id, None)
        act.world.touch(act.chat)
    return sent


async def _answered(mark: Press, seconds: float) -> None:
    until = asyncio.get_running_loop().time() + seconds
    while mark.answer is None and (left := until - asyncio.get_running_loop().time()) > 0:
        await mark.bell.wait(left)


def _data(act: Act, post: Post) -> str:
    rows: list[list[Json]] = post.message.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = [button for row in rows for button in row if "callback_data" in button]
    if act.flag("forged"):
        return act.text("data")
    if post.deleted:
        raise ActError("this message was deleted")
    name, wanted = ("data", "callback_data") if "data" in act.body else ("label", "text")
    for button in buttons:
        if button[wanted] == act.text(name):
            return str(button["callback_data"])
    raise ActError(f"no such button; there are: {', '.join(repr(one['text']) for one in buttons) or 'none'}")


def _as_seen(post: Post) -> Json:
    """A deleted message is only a shell to the bot."""
    if not post.deleted:
        return post.message
    return {"chat": post.message["chat"], "message_id": post.id, "date": 0}


ACTS: dict[str, Handler] = {"press": press, "tap": tap}
