"""Which buttons came with a message, are they allowed, and who sees them?"""

from simulator.model import Chat, Post
from simulator.wire import Json, bad
from simulator.world import World

_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_LONGEST_DATA = 64  # bytes
_MOST_BUTTONS = 100


def split_markup(chat: Chat, params: Json) -> tuple[Json, Json | None]:
    """Return ({"reply_markup": inline} or {}, any other keyboard or None); raises Refusal (400)."""
    markup: Json = params.get("reply_markup", {})
    if "inline_keyboard" in markup:
        return inline_markup(params), None
    for row in markup.get("keyboard", []):
        for button in row:
            _check_reply_button(chat, button)
    if "keyboard" in markup and not any(markup["keyboard"]):
        raise bad("reply keyboard must be non-empty")
    return {}, markup or None


def inline_markup(params: Json) -> Json:
    """{"reply_markup": ...} when the request carries inline buttons, else {}; raises Refusal (400)."""
    rows = [row for row in params.get("reply_markup", {}).get("inline_keyboard", []) if row]
    buttons = [button for row in rows for button in row]
    if len(buttons) > _MOST_BUTTONS:
        raise bad("REPLY_MARKUP_TOO_LONG")
    for button in buttons:
        _check_inline_button(button)
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def _check_inline_button(button: Json) -> None:
    words = "can't parse inline keyboard button"
    if not button["text"].strip():
        raise bad(f"{words}: inline keyboard button text must be non-empty")
    actions = [name for name in _ACTIONS if name in button]
    if not actions:
        raise bad(f"{words}: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad(f"{words}: exactly one of the fields must be used, found {', '.join(actions)}")
    if not 1 <= len(button.get("callback_data", "x").encode()) <= _LONGEST_DATA:
        raise bad("BUTTON_DATA_INVALID")
    if not button.get("url", "https://").startswith(("https://", "http://", "tg://", "t.me/")):
        raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def _check_reply_button(chat: Chat, button: Json) -> None:
    if not button["text"].strip():
        raise bad("can't parse keyboard button: keyboard button text must be non-empty")
    if chat.kind == "private":
        return
    if button.get("request_contact"):
        raise bad("phone number can be requested in private chats only")
    if button.get("request_location"):
        raise bad("location can be requested in private chats only")


def show_keyboard(world: World, chat: Chat, post: Post) -> None:
    """Put a reply keyboard (or its removal) before the people it is meant for."""
    if post.keyboard is None:
        return
    for person in _readers(world, chat, post):
        if post.keyboard.get("remove_keyboard"):
            chat.keyboards.pop(person, None)
        else:
            chat.keyboards[person] = {**post.keyboard, "message_id": post.id}
    world.touch(chat)


def _readers(world: World, chat: Chat, post: Post) -> list[int]:
    if chat.kind == "private":
        return [chat.id]
    everybody = [person for person, member in chat.members.items() if member.present and person != world.bot.id]
    if not (post.keyboard or {}).get("selective"):
        return everybody
    message = post.message
    entities: list[Json] = message.get("entities") or message.get("caption_entities") or []
    replied: Json = message.get("reply_to_message", {}).get("from", {})
    chosen = {replied.get("id"), *(entity.get("user", {}).get("id") for entity in entities)}
    words = str(message.get("text") or message.get("caption", "")).split()
    return [person for person in everybody if person in chosen or f"@{world.people[person].username}" in words]
