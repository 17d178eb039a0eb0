"""What do people, tests and the page see of the world?"""

from simulator.model import Chat, Post
from simulator.wire import Json
from simulator.world import World

_ACTION_SECONDS = 5


async def wait_for_chat(world: World, chat: Chat, since: int, seconds: float) -> None:
    """Wait until the chat changed after version `since`, at most that long."""
    if chat.version <= since and seconds > 0:
        await world.bells[chat.id].wait(seconds)


async def wait_for_world(world: World, since: int, seconds: float) -> None:
    """Wait until anything changed after version `since`, at most that long."""
    if world.version <= since and seconds > 0:
        await world.bell.wait(seconds)


def chat_view(world: World, chat: Chat, person: int, since: int) -> Json:
    """A chat through one person's eyes: the messages changed after `since`, and what is around them."""
    changed: list[Post] = []
    for post in reversed(chat.posts.values()):
        if post.version <= since:
            break
        changed.append(post)
    typing = world.clock.now() - chat.action.get("at", 0) < _ACTION_SECONDS
    return {
        "version": chat.version,
        "chat": world.chat_wire(chat),
        "migrated_to": chat.migrated_to,
        "present": chat.kind == "private" or chat.member(person).present,
        "started": chat.started,
        "blocked": chat.blocked,
        "action": chat.action.get("action") if typing else None,
        "keyboard": chat.keyboards.get(person),
        "pinned": chat.pinned,
        "topics": [vars(topic) for topic in chat.topics.values()],
        "posts": [post_view(post, person) for post in sorted(changed, key=lambda one: one.id)],
    }


def post_view(post: Post, person: int) -> Json:
    """One message through one person's eyes."""
    shown = {"id": post.id, "version": post.version, "mine": post.sender == person, "edits": len(post.edits)}
    return shown | {"sender": post.sender, "deleted": post.deleted, "message": post.message}


def overview(world: World) -> Json:
    """Who and what exists, and how many calls and problems there were."""
    return {
        "version": world.version,
        "bot": world.bot.wire(),
        "clock": world.clock.iso(),
        "calls": world.journal.count,
        "problems": len(world.journal.problems),
        "people": [vars(person) for person in world.people.values() if not person.is_bot],
        "groups": [_group(world, chat) for chat in world.chats.values() if chat.kind != "private"],
        "faults": world.faults.list(),
    }


def _group(world: World, chat: Chat) -> Json:
    members = {person: vars(member) for person, member in chat.members.items() if member.present}
    return world.chat_wire(chat) | {"members": members, "migrated_to": chat.migrated_to}
