"""What can the bot learn about a chat and do to it: members, pins, reactions, leaving?"""

from simulator.members import change_member, member_wire
from simulator.methods.call import Call, Method
from simulator.model import Chat, Member
from simulator.wire import Json, bad

_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


async def get_chat(call: Call) -> Json:
    """Everything the simulator knows about a chat."""
    chat = _known(call)
    full = {**call.world.chat_wire(chat), "accent_color_id": 0, "max_reaction_count": 11}
    full["accepted_gift_types"] = dict.fromkeys(_GIFTS, False)
    pinned = [post.message for number in reversed(chat.pinned) if (post := chat.find(number))]
    return full | ({"pinned_message": pinned[0]} if pinned else {})


async def get_chat_member(call: Call) -> Json:
    """One person's place in a chat."""
    chat, person = _known(call), call.params["user_id"]
    if person not in call.world.people:
        raise bad("user not found")
    if chat.kind == "private":
        here = person in {chat.id, call.world.bot.id}
        return member_wire(call.world, person, Member("member" if here else "left"))
    return member_wire(call.world, person, chat.member(person))


async def get_chat_administrators(call: Call) -> list[Json]:
    """Owner and administrators, without other bots."""
    chat = _group(call)
    return [member_wire(call.world, person, member) for person, member in chat.members.items() if member.admin]


async def get_chat_member_count(call: Call) -> int:
    """How many are in the chat, the bot included."""
    chat = _known(call)
    return 2 if chat.kind == "private" else sum(member.present for member in chat.members.values())


async def leave_chat(call: Call) -> bool:
    """The bot leaves a group."""
    chat = _group(call)
    change_member(call.world, chat, call.world.bot.id, Member("left"), call.world.bot.id)
    return True


async def pin_chat_message(call: Call) -> bool:
    """Pin a message."""
    chat = _pinnable(call)
    if chat.find(call.params["message_id"]) is None:
        raise bad("message to pin not found")
    if call.params["message_id"] not in chat.pinned:
        chat.pinned.append(call.params["message_id"])
    call.world.touch(chat)
    return True


async def unpin_chat_message(call: Call) -> bool:
    """Unpin a message, the newest when none is named."""
    chat = _pinnable(call)
    number = call.params.get("message_id", chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad("message to unpin not found")
    chat.pinned.remove(number)
    call.world.touch(chat)
    return True


async def unpin_all_chat_messages(call: Call) -> bool:
    """Unpin every message."""
    chat = _pinnable(call)
    chat.pinned.clear()
    call.world.touch(chat)
    return True


async def set_message_reaction(call: Call) -> bool:
    """React to a message with at most one emoji."""
    chat = call.world.chat_to_write(call.params["chat_id"])
    post = chat.find(call.params["message_id"])
    if post is None:
        raise bad("message to react not found")
    if len(call.params.get("reaction", [])) > 1:
        raise bad("REACTIONS_TOO_MANY")
    call.world.touch(chat, post)
    return True


def _known(call: Call) -> Chat:
    """A chat the bot may ask about: in a group it must be a member."""
    chat = call.world.chat(call.params["chat_id"])
    if chat.kind == "private" and not chat.started:
        raise bad("chat not found")
    return chat if chat.kind == "private" else call.world.chat_to_write(chat.id)


def _group(call: Call) -> Chat:
    chat = _known(call)
    if chat.kind == "private":
        raise bad("there are no administrators in the private chat")
    return chat


def _pinnable(call: Call) -> Chat:
    chat = call.world.chat_to_write(call.params["chat_id"])
    if chat.kind != "private" and not chat.member(call.world.bot.id).may("can_pin_messages"):
        raise bad("not enough rights to manage pinned messages in the chat")
    return chat


METHODS: dict[str, Method] = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "leaveChat": leave_chat,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_all_chat_messages,
    "setMessageReaction": set_message_reaction,
}
