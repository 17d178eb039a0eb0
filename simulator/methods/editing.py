"""How does the bot change or remove what it sent?"""

from simulator.formatting import caption_of, text_of
from simulator.keyboards import inline_markup
from simulator.methods.call import Call, Method
from simulator.methods.sending import item_content
from simulator.model import Chat, Post
from simulator.wire import Json, bad

_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
_TEXT = {"text", "entities", "link_preview_options"}
_CAPTION = {"caption", "caption_entities", "show_caption_above_media"}
_MEDIA = {"photo", "document", "has_media_spoiler"}
_DELETABLE_SECONDS = 48 * 3600


async def edit_message_text(call: Call) -> Json:
    """Replace the text; buttons not given again disappear."""
    chat, post = _editable(call)
    if "text" not in post.message:
        raise bad("there is no text in the message to edit")
    preview = call.params.get("link_preview_options")
    content = text_of(call.world, call.params) | ({"link_preview_options": preview} if preview else {})
    return _replace(call, chat, post, content, _TEXT)


async def edit_message_caption(call: Call) -> Json:
    """Replace the words below a photo or document; none given removes them."""
    chat, post = _editable(call)
    if not _MEDIA & post.message.keys():
        raise bad("there is no caption in the message to edit")
    return _replace(call, chat, post, caption_of(call.world, call.params), _CAPTION)


async def edit_message_media(call: Call) -> Json:
    """Replace the photo or document, with its caption."""
    chat, post = _editable(call)
    if not (_MEDIA | _TEXT) & post.message.keys():
        raise bad("message can't be edited")
    content = await item_content(call, call.params["media"])
    return _replace(call, chat, post, content, _TEXT | _CAPTION | _MEDIA)


async def edit_message_reply_markup(call: Call) -> Json:
    """Replace the buttons only; none given removes them."""
    chat, post = _editable(call)
    return _replace(call, chat, post, {}, set())


async def delete_message(call: Call) -> bool:
    """Delete one message."""
    chat = call.world.chat_to_write(call.params["chat_id"])
    post = chat.find(call.params["message_id"])
    if post is None:
        raise bad("message to delete not found")
    if not _deletable(call, chat, post):
        raise bad("message can't be deleted")
    _delete(call, chat, post)
    return True


async def delete_messages(call: Call) -> bool:
    """Delete up to 100 messages; those that cannot be found or deleted are passed over."""
    if not 1 <= len(call.params["message_ids"]) <= 100:
        raise bad("message identifiers must be 1-100")
    chat = call.world.chat_to_write(call.params["chat_id"])
    for message_id in call.params["message_ids"]:
        post = chat.find(message_id)
        if post is not None and _deletable(call, chat, post):
            _delete(call, chat, post)
    return True


def _editable(call: Call) -> tuple[Chat, Post]:
    """The bot's own message the request names; raises Refusal (400)."""
    if "chat_id" not in call.params or "message_id" not in call.params:
        raise bad("message identifier is not specified")
    chat = call.world.chat_to_write(call.params["chat_id"])
    post = chat.find(call.params["message_id"])
    if post is None:
        raise bad("message to edit not found")
    # A message that came with a reply keyboard, its removal or a forced reply can never be edited.
    if post.sender != call.world.bot.id or post.keyboard is not None or "forward_origin" in post.message:
        raise bad("message can't be edited")
    return chat, post


def _replace(call: Call, chat: Chat, post: Post, content: Json, dropped: set[str]) -> Json:
    old = post.message
    kept = {key: part for key, part in old.items() if key not in dropped | {"reply_markup", "edit_date"}}
    new = kept | content | inline_markup(call.params)
    if new == {key: part for key, part in old.items() if key != "edit_date"}:
        raise bad(_SAME)
    post.edits.append(old)
    post.message = new | {"edit_date": call.world.clock.unix()}
    call.world.touch(chat, post)
    return post.message


def _deletable(call: Call, chat: Chat, post: Post) -> bool:
    """Telegram's rule: within 48 hours; in groups others' messages, and older ones, only with the right."""
    if chat.kind != "private" and chat.member(call.world.bot.id).may("can_delete_messages"):
        return True
    young = call.world.clock.unix() - int(post.message["date"]) < _DELETABLE_SECONDS
    return young and (chat.kind == "private" or post.sender == call.world.bot.id)


def _delete(call: Call, chat: Chat, post: Post) -> None:
    post.deleted = True
    if post.id in chat.pinned:
        chat.pinned.remove(post.id)
    call.world.touch(chat, post)


METHODS: dict[str, Method] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageMedia": edit_message_media,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
