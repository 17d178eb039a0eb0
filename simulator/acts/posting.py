"""What happens when a person writes: where does it land, and does the bot get to see it?"""

from simulator.acts.act import ActError
from simulator.methods.placing import as_reply, in_topic
from simulator.model import Chat, Person, Post
from simulator.text import entity_text
from simulator.views import post_view
from simulator.wire import Json, Refusal
from simulator.world import World

_SERVICE = (
    "new_chat_members",
    "left_chat_member",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "forum_topic_created",
    "forum_topic_closed",
    "forum_topic_reopened",
    "pinned_message",
)


def write(world: World, chat: Chat, person: Person, content: Json, place: Json) -> Json:
    """Put a person's message into a chat. `place` may name `reply_to` (message id) and `thread` (topic).

    Returns {"message_id", "update_id" (null when the bot does not see it), "before", "post"}: `before` is the
    version of the world before it. Raises ActError.
    """
    before = world.version
    check_may_write(world, chat, person)
    where = _where(world, chat, person, place)
    chat.started = True
    post = world.add_post(chat, person.id, where | content)
    if chat.keyboards.get(person.id, {}).get("force_reply"):
        del chat.keyboards[person.id]
    update = world.tell_bot("message", post.message) if bot_sees(world, chat, post) else None
    return report(post, person.id, update, before)


def report(post: Post, person: int, update: Json | None, before: int) -> Json:
    """What an act tells about the message it made or changed."""
    number = None if update is None else update["update_id"]
    return {"message_id": post.id, "update_id": number, "before": before, "post": post_view(post, person)}


def check_may_write(world: World, chat: Chat, person: Person) -> None:
    """Refuse what the person's own app would not let them do; raises ActError."""
    if chat.migrated_to:
        raise ActError(f"the group was upgraded to supergroup {chat.migrated_to}")
    if chat.kind != "private" and not chat.member(person.id).present:
        raise ActError("this user is not in the group")
    if chat.kind == "private" and chat.id != person.id:
        raise ActError("this is somebody else's private chat")
    if chat.blocked:
        raise ActError("this user has blocked the bot; unblock first")


def service(world: World, chat: Chat, sender: int, content: Json) -> Post:
    """Put a service message ("X joined") and tell the bot, if it is there."""
    post = world.add_post(chat, sender, content)
    if bot_sees(world, chat, post):
        world.tell_bot("message", post.message)
    return post


def bot_sees(world: World, chat: Chat, post: Post) -> bool:
    """Privacy mode: in a group a bot without admin rights sees commands, replies to it, service messages."""
    if chat.kind == "private":
        return not chat.blocked
    bot = chat.member(world.bot.id)
    if not bot.present:
        return False
    if bot.admin or not world.privacy or any(name in post.message for name in _SERVICE):
        return True
    replied: Json = post.message.get("reply_to_message", {}).get("from", {})
    return replied.get("id") == world.bot.id or _is_command_for(world, post.message)


def _is_command_for(world: World, message: Json) -> bool:
    entities: list[Json] = message.get("entities") or message.get("caption_entities") or []
    for entity in entities:
        if entity["type"] == "bot_command" and entity["offset"] == 0:
            name = entity_text(message, entity).partition("@")[2]
            return name.lower() in {"", world.bot.username.lower()}
    return False


def _where(world: World, chat: Chat, person: Person, place: Json) -> Json:
    replied = chat.find(place.get("reply_to") or 0)
    if place.get("reply_to") and replied is None:
        raise ActError("the message to reply to is gone")
    thread = place.get("thread") or (replied.thread if replied else 0)
    try:
        where = in_topic(chat, thread)
    except Refusal as refusal:
        raise ActError(refusal.description) from refusal
    if where and chat.topics[thread].closed and not chat.member(person.id).admin:
        raise ActError("this topic is closed")
    if replied is None and thread:
        replied = chat.find(thread)  # Telegram shows every message of a topic as a reply to its opening
    return where | (as_reply(replied) if replied else {})
