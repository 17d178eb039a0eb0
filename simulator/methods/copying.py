"""How does the bot copy or forward a message that exists already?"""

from simulator.formatting import caption_of
from simulator.methods.call import Call, Method
from simulator.methods.placing import deliver
from simulator.model import Post
from simulator.wire import Json, Refusal, bad

_WORDS = ("text", "entities", "link_preview_options")
_CAPTION = ("caption", "caption_entities", "show_caption_above_media")
_MEDIA = ("photo", "document", "sticker", "voice", "contact", "location", "has_media_spoiler")


async def copy_message(call: Call) -> Json:
    """Send the same content again as a message of the bot's own; returns only its id."""
    post = _source(call, call.params["message_id"], "copy", "copied")
    content = contents(post.message)
    if "caption" in call.params:
        content = {key: part for key, part in content.items() if key not in _CAPTION}
        content |= caption_of(call.world, call.params)
    return {"message_id": deliver(call, content)["message_id"]}


async def forward_message(call: Call) -> Json:
    """Send a message on, with its origin."""
    post = _source(call, call.params["message_id"], "forward", "forwarded")
    return deliver(call, {"forward_origin": origin(post.message), **contents(post.message)})


async def copy_messages(call: Call) -> list[Json]:
    """Copy up to 100 messages; those that cannot be copied are passed over."""
    sent = []
    for post in _sources(call, "copy", "copied"):
        content = contents(post.message)
        if call.params.get("remove_caption"):
            content = {key: part for key, part in content.items() if key not in _CAPTION}
        sent.append({"message_id": deliver(call, content)["message_id"]})
    return sent


async def forward_messages(call: Call) -> list[Json]:
    """Forward up to 100 messages; those that cannot be forwarded are passed over."""
    sent = []
    for post in _sources(call, "forward", "forwarded"):
        message = deliver(call, {"forward_origin": origin(post.message), **contents(post.message)})
        sent.append({"message_id": message["message_id"]})
    return sent


def contents(message: Json) -> Json:
    """What a message says or shows, without who, when and where."""
    return {key: message[key] for key in (*_WORDS, *_MEDIA, *_CAPTION) if key in message}


def origin(message: Json) -> Json:
    """The `MessageOrigin` of a message that is sent on; a forward of a forward keeps the first origin."""
    if "forward_origin" in message:
        first: Json = message["forward_origin"]
        return first
    if "sender_chat" in message:
        return {"type": "chat", "date": message["date"], "sender_chat": message["sender_chat"]}
    return {"type": "user", "date": message["date"], "sender_user": message["from"]}


def _source(call: Call, message_id: int, verb: str, done: str) -> Post:
    post = call.world.chat(call.params["from_chat_id"]).find(message_id)
    if post is None:
        raise bad(f"message to {verb} not found")
    if not contents(post.message) or post.message.get("has_protected_content"):
        raise bad(f"message can't be {done}")
    return post


def _sources(call: Call, verb: str, done: str) -> list[Post]:
    numbers: list[int] = call.params["message_ids"]
    if not 1 <= len(numbers) <= 100 or numbers != sorted(set(numbers)):
        raise bad("message identifiers must be 1-100 and in a strictly increasing order")
    found = []
    for number in numbers:
        try:
            found.append(_source(call, number, verb, done))
        except Refusal:
            continue
    if not found:
        raise bad(f"there are no messages to {verb}")
    return found


METHODS: dict[str, Method] = {
    "copyMessage": copy_message,
    "forwardMessage": forward_message,
    "copyMessages": copy_messages,
    "forwardMessages": forward_messages,
}
