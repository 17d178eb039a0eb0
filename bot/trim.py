"""Which parts of an update does the bot use? The rest is cut away before it is stored or parsed.

Less personal data is kept, and what a parser chokes on never reaches it: 517 bytes of nested rich text froze aiogram
3.31 for 18 seconds, and one origin without a name stopped its polling for good.
"""

from collections.abc import Mapping
from typing import Any

_PERSON = ("id", "is_bot", "first_name", "last_name", "username")
_CHAT = ("id", "type", "title", "is_forum")
_MESSAGE = (
    "message_id",
    "message_thread_id",
    "date",
    "edit_date",
    "media_group_id",
    "text",
    "caption",
    "is_topic_message",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
)
_FILE = ("file_id", "file_unique_id", "width", "height", "file_size", "mime_type")
_CONTACT = ("phone_number", "first_name", "user_id")
_PRESS = ("id", "chat_instance", "data")
_MEMBER_CHANGE = ("date", "old_chat_member", "new_chat_member")
_ENTITY = ("type", "offset", "length", "url")
_LONGEST_TEXT = 4096
# How a supervisor sets the words of a broadcast (handlers/broadcasts); what Telegram finds by itself is not kept.
_STYLES = frozenset(
    {"bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "code", "pre", "text_link"}
)
_MOST_ENTITIES = 100
Raw = Mapping[str, Any]


def trim(update: Raw) -> dict[str, Any]:
    """The update with the fields that the bot uses; an update of another kind keeps its number alone."""
    cut: dict[str, Any] = {"update_id": update["update_id"]}
    for name in ("message", "edited_message"):
        if name in update:
            cut[name] = _message(update[name])
    if "callback_query" in update:
        cut["callback_query"] = _press(update["callback_query"])
    for name in ("my_chat_member", "chat_member"):
        if name in update:
            cut[name] = _member_change(update[name])
    return cut


def _only(raw: Raw, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: raw[name] for name in names if name in raw}


def _message(raw: Raw) -> dict[str, Any]:
    cut = _only(raw, _MESSAGE) | {"chat": _only(raw["chat"], _CHAT)}
    for name in ("text", "caption"):
        if name in cut:
            cut[name] = _speakable(cut[name])
    for name in ("entities", "caption_entities"):
        if name in raw and "reply_to_message" in raw and raw["chat"].get("type") != "private":
            cut[name] = _styles(raw[name])
    if "from" in raw:
        cut["from"] = _only(raw["from"], _PERSON)
    if "sender_chat" in raw:
        cut["sender_chat"] = _only(raw["sender_chat"], _CHAT)
    cut |= _attached(raw)
    if "forward_origin" in raw or "forward_date" in raw:
        # That it was forwarded matters to staff, from whom does not.
        cut["forward_origin"] = {"type": "hidden_user", "date": raw["date"], "sender_user_name": "-"}
    if "reply_to_message" in raw:
        cut["reply_to_message"] = _pointer(raw["reply_to_message"])
    return cut


def _attached(raw: Raw) -> dict[str, Any]:
    cut: dict[str, Any] = {}
    if raw.get("photo"):
        cut["photo"] = [_only(raw["photo"][-1], _FILE)]
    if "document" in raw:
        cut["document"] = _only(raw["document"], _FILE)
    if "contact" in raw:
        cut["contact"] = _only(raw["contact"], _CONTACT)
    return cut


def _styles(raw: Any) -> list[dict[str, Any]]:
    """How words are set, as far as it can be sent on as it came."""
    known = [each for each in raw if _is_style(each)] if isinstance(raw, list) else []
    return [_only(each, _ENTITY) for each in known[:_MOST_ENTITIES]]


def _is_style(entity: Any) -> bool:
    if not isinstance(entity, dict) or str(entity.get("type")) not in _STYLES:
        return False
    link = entity.get("url", "")
    is_web = isinstance(link, str) and link.startswith(("https://", "http://"))
    numbers = [entity.get(name) for name in ("offset", "length")]
    right = all(type(number) is int and number >= 0 for number in numbers)
    return right and (is_web if entity["type"] == "text_link" else not link)


def _pointer(raw: Raw) -> dict[str, Any]:
    cut = _only(raw, ("message_id", "date")) | {"chat": _only(raw["chat"], _CHAT)}
    return cut | ({"from": _only(raw["from"], _PERSON)} if "from" in raw else {})


def _press(raw: Raw) -> dict[str, Any]:
    cut = _only(raw, _PRESS) | {"from": _only(raw["from"], _PERSON)}
    return cut | ({"message": _pointer(raw["message"])} if "message" in raw else {})


def _member_change(raw: Raw) -> dict[str, Any]:
    return _only(raw, _MEMBER_CHANGE) | {
        "chat": _only(raw["chat"], _CHAT),
        "from": _only(raw["from"], _PERSON),
    }


def _speakable(text: str) -> str:
    """Half of a surrogate pair is no text: neither the database nor the network takes it."""
    return text[:_LONGEST_TEXT].encode("utf-16", "surrogatepass").decode("utf-16", "replace")
