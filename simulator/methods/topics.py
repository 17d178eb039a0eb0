"""How does the bot open, rename, close and delete topics of a forum?"""

from simulator.methods.call import Call, Method
from simulator.methods.placing import in_topic
from simulator.model import Chat, Topic
from simulator.wire import Json, bad
from simulator.world import World

_LONGEST_NAME = 128
_COLOURS = {7322096, 16766590, 13338331, 9367192, 16749490, 16478047}


async def create_forum_topic(call: Call) -> Json:
    """Open a topic."""
    chat, name = _forum(call, "create a topic"), _name(call.params["name"])
    colour = call.params.get("icon_color", 7322096)
    if colour not in _COLOURS:
        raise bad("invalid forum topic icon color specified")
    emoji = call.params.get("icon_custom_emoji_id", "")
    topic = open_topic(call.world, chat, call.world.bot.id, Topic(0, name, colour, emoji))
    return {"message_thread_id": topic.id, "name": name, "icon_color": colour} | _emoji(emoji)


async def edit_forum_topic(call: Call) -> bool:
    """Rename a topic or give it another icon."""
    chat, topic = _topic(call)
    name, emoji = (
        call.params.get("name", ""),
        call.params.get("icon_custom_emoji_id", topic.icon_custom_emoji_id),
    )
    if (name or topic.name, emoji) == (topic.name, topic.icon_custom_emoji_id):
        raise bad("TOPIC_NOT_MODIFIED")
    topic.name, topic.icon_custom_emoji_id = _name(name or topic.name), emoji
    _note(call, chat, topic, {"forum_topic_edited": {"name": name} if name else {}})
    return True


async def close_forum_topic(call: Call) -> bool:
    """Close a topic."""
    return _set_closed(call, closed=True)


async def reopen_forum_topic(call: Call) -> bool:
    """Reopen a topic."""
    return _set_closed(call, closed=False)


async def delete_forum_topic(call: Call) -> bool:
    """Delete a topic and every message in it."""
    chat, topic = _topic(call)
    if not chat.member(call.world.bot.id).may("can_delete_messages"):
        raise bad("not enough rights to delete a topic")
    remove_topic(call.world, chat, topic.id)
    return True


def open_topic(world: World, chat: Chat, by: int, topic: Topic) -> Topic:
    """Put the service message that opens a topic; its id becomes the topic's."""
    created = {"name": topic.name, "icon_color": topic.icon_color} | _emoji(topic.icon_custom_emoji_id)
    post = world.add_post(chat, by, {"forum_topic_created": created})
    topic.id = post.id
    post.message |= {"message_thread_id": topic.id, "is_topic_message": True}
    chat.topics[topic.id] = topic
    return topic


def remove_topic(world: World, chat: Chat, thread: int) -> None:
    """Take away a topic with all its messages; nobody tells the bot."""
    del chat.topics[thread]
    for post in list(chat.posts.values()):
        if post.thread == thread and not post.deleted:
            post.deleted = True
            world.touch(chat, post)


def _set_closed(call: Call, *, closed: bool) -> bool:
    chat, topic = _topic(call)
    if topic.closed == closed:
        raise bad("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    _note(call, chat, topic, {"forum_topic_closed" if closed else "forum_topic_reopened": {}})
    return True


def _note(call: Call, chat: Chat, topic: Topic, content: Json) -> None:
    call.world.add_post(chat, call.world.bot.id, in_topic(chat, topic.id) | content)


def _emoji(emoji: str) -> Json:
    return {"icon_custom_emoji_id": emoji} if emoji else {}


def _name(name: str) -> str:
    if not 1 <= len(name) <= _LONGEST_NAME:
        raise bad("TOPIC_TITLE_EMPTY" if not name else "topic name is too long")
    return name


def _forum(call: Call, wish: str) -> Chat:
    chat = call.world.chat_to_write(call.params["chat_id"])
    if not chat.forum:
        raise bad("the chat is not a forum")
    if not chat.member(call.world.bot.id).may("can_manage_topics"):
        raise bad(f"not enough rights to {wish}")
    return chat


def _topic(call: Call) -> tuple[Chat, Topic]:
    chat = _forum(call, "manage the topic")
    thread = call.params["message_thread_id"]
    if thread not in chat.topics:
        raise bad("TOPIC_ID_INVALID")
    return chat, chat.topics[thread]


METHODS: dict[str, Method] = {
    "createForumTopic": create_forum_topic,
    "editForumTopic": edit_forum_topic,
    "closeForumTopic": close_forum_topic,
    "reopenForumTopic": reopen_forum_topic,
    "deleteForumTopic": delete_forum_topic,
}
