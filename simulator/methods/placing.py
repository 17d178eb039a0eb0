"""Where does a message of the bot land: which chat, topic and reply; and how is it put there?"""

from simulator.keyboards import show_keyboard, split_markup
from simulator.methods.call import Call
from simulator.model import Chat, Post
from simulator.wire import Json, bad
from simulator.world import World


def deliver(call: Call, content: Json) -> Json:
    """Send one message of the bot: `content` is its text, media and so on. Returns the `Message`."""
    chat = call.world.chat_to_write(call.params["chat_id"])
    inline, keyboard = split_markup(chat, call.params)
    post = place(call, chat, {**content, **inline})
    post.keyboard = keyboard
    show_keyboard(call.world, chat, post)
    return post.message


def place(call: Call, chat: Chat, content: Json) -> Post:
    """Put content into the topic and under the reply the request names; raises Refusal (400)."""
    reply = _reply(chat, call.params)
    where = _thread(call.world, chat, call.params, reply)
    shut = {"has_protected_content": True} if call.params.get("protect_content") else {}
    chat.action = {}
    return call.world.add_post(chat, call.world.bot.id, {**where, **reply, **content, **shut})


def as_reply(post: Post) -> Json:
    """The `reply_to_message` field for an answer to that message (a reply inside a reply is left out)."""
    return {"reply_to_message": {key: part for key, part in post.message.items() if key != "reply_to_message"}}


def in_topic(chat: Chat, thread: int) -> Json:
    """The fields of a message in that topic; {} for the general topic; raises Refusal (400)."""
    if not thread:
        return {}
    if not chat.forum or thread not in chat.topics:
        raise bad("message thread not found")
    return {"message_thread_id": thread, "is_topic_message": True}


def _reply(chat: Chat, params: Json) -> Json:
    wanted: Json = params.get("reply_parameters", {})
    if "message_id" not in wanted:
        return {}
    elsewhere = wanted.get("chat_id", chat.id) != chat.id
    post = None if elsewhere else chat.find(wanted["message_id"])
    if post is not None:
        return as_reply(post)
    if wanted.get("allow_sending_without_reply"):
        return {}
    raise bad("message to be replied not found")


def _thread(world: World, chat: Chat, params: Json, reply: Json) -> Json:
    replied: Json = reply.get("reply_to_message", {})
    inherited = int(replied["message_thread_id"]) if replied.get("is_topic_message") else 0
    thread: int = params.get("message_thread_id", inherited)
    where = in_topic(chat, thread)
    if where and chat.topics[thread].closed and not chat.member(world.bot.id).may("can_manage_topics"):
        raise bad("TOPIC_CLOSED")
    return where
