"""Who is there: new people and groups, members, blocking, leaving, topics, upgrades?"""

from typing import cast

from simulator.acts.act import Act, ActError, Handler
from simulator.acts.posting import service
from simulator.members import change_member
from simulator.methods.topics import open_topic, remove_topic
from simulator.model import Chat, Kind, Member, Person, Topic
from simulator.wire import Json


async def add_user(act: Act) -> Json:
    """Let a person exist; without `id` they get a free one."""
    person = Person(
        id=act.number("id", 0),
        first_name=act.text("first_name"),
        last_name=act.text("last_name", ""),
        username=act.text("username", ""),
        language_code=act.text("language_code", "id"),
        phone=act.text("phone", ""),
    )
    if person.id < 0 or person.id in act.world.people:
        raise ActError("this id is taken or negative")
    return act.world.add_person(person).wire()


async def add_crowd(act: Act) -> Json:
    """Let `count` people with ids from `first` on exist who have all tapped "Start", of which the bot hears nothing."""
    first, count = act.number("first"), act.number("count")
    for number in range(first, first + count):
        if number < 1 or number in act.world.people:
            raise ActError("one of these ids is taken or negative")
        act.world.add_person(Person(id=number, first_name=f"Budi {number} (contoh)"))
        act.world.chats[number].started = True
    return {"count": count}


async def add_group(act: Act) -> Json:
    """Let a group exist, empty at first; `kind` is "group" or "supergroup"."""
    kind = act.text("kind", "supergroup")
    if kind not in {"group", "supergroup"} or (act.flag("forum") and kind == "group"):
        raise ActError("kind must be group or supergroup, and only a supergroup can be a forum")
    number = act.number("id", 0)
    if number > 0 or number in act.world.chats:
        raise ActError("this id is taken or positive")
    chat = Chat(number, cast("Kind", kind), act.text("title"), forum=act.flag("forum"))
    return act.world.chat_wire(act.world.add_group(chat))


async def set_member(act: Act) -> Json:
    """Give `user` (or the bot) a place in `chat`: `status`, `anonymous`, `title`, `rights`; in silence."""
    person, status = act.number("user"), act.text("status", "member")
    if person not in act.world.people:
        raise ActError("no such user")
    if status not in {"creator", "administrator", "member", "left", "kicked"}:
        raise ActError("unknown status")
    member = Member(status, act.flag("anonymous"), act.text("title", ""), act.object("rights"))
    change_member(act.world, act.group, person, member, act.number("by", person))
    return {"before": act.world.version}


async def join(act: Act) -> Json:
    """Somebody (or the bot, added by `by`) enters a group, with a service message."""
    before, person = act.world.version, act.number("user")
    if person not in act.world.people:
        raise ActError("no such user")
    by = act.number("by", person)
    member = Member(act.text("status", "member"), rights=act.object("rights"))
    change_member(act.world, act.group, person, member, by)
    service(act.world, act.group, by, {"new_chat_members": [act.world.people[person].wire()]})
    return {"before": before}


async def leave(act: Act) -> Json:
    """Somebody leaves a group or is removed by `by`, with a service message that a removed bot misses."""
    before, person, group = act.world.version, act.number("user"), act.group
    if not group.member(person).present:
        raise ActError("this user is not in the group")
    by = act.number("by", person)
    change_member(act.world, group, person, Member("left" if by == person else "kicked"), by)
    service(act.world, group, by, {"left_chat_member": act.world.people[person].wire()})
    group.keyboards.pop(person, None)
    return {"before": before}


async def block(act: Act) -> Json:
    """A person blocks the bot."""
    return _set_blocked(act, blocked=True)


async def unblock(act: Act) -> Json:
    """A person unblocks the bot."""
    return _set_blocked(act, blocked=False)


async def deactivate(act: Act) -> Json:
    """A person's account is deleted."""
    act.person.deactivated = True
    return {"before": act.world.version}


async def upgrade_group(act: Act) -> Json:
    """A basic group becomes a supergroup with a new id; service messages tell in both."""
    world, old = act.world, act.group
    if old.kind != "group" or old.migrated_to:
        raise ActError("only a basic group can be upgraded")
    before = world.version
    new = world.add_group(Chat(act.number("new_id", 0), "supergroup", old.title, members=dict(old.members)))
    owner = next((one for one, member in old.members.items() if member.status == "creator"), world.bot.id)
    service(world, old, owner, {"migrate_to_chat_id": new.id})
    old.migrated_to = new.id
    service(world, new, owner, {"migrate_from_chat_id": old.id})
    return {"chat": new.id, "before": before}


async def new_topic(act: Act) -> Json:
    """A person opens a topic in a forum."""
    if not act.group.forum:
        raise ActError("the chat is not a forum")
    topic = open_topic(act.world, act.group, act.person.id, Topic(0, act.text("name")))
    if act.group.member(act.world.bot.id).present:
        act.world.tell_bot("message", act.group.posts[topic.id].message)
    return {"thread": topic.id, "before": act.world.version}


async def close_topic(act: Act) -> Json:
    """A person closes a topic (or opens it again with `closed` false)."""
    topic = _topic(act)
    topic.closed = act.body.get("closed", True) is True
    note = "forum_topic_closed" if topic.closed else "forum_topic_reopened"
    service(
        act.world,
        act.group,
        act.person.id,
        {note: {}, "message_thread_id": topic.id, "is_topic_message": True},
    )
    return {"before": act.world.version}


async def delete_topic(act: Act) -> Json:
    """A person deletes a topic with all its messages; the bot is not told."""
    remove_topic(act.world, act.group, _topic(act).id)
    act.world.touch(act.group)
    return {"before": act.world.version}


def _topic(act: Act) -> Topic:
    topic = act.group.topics.get(act.number("thread"))
    if topic is None:
        raise ActError("no such topic")
    return topic


def _set_blocked(act: Act, *, blocked: bool) -> Json:
    world, chat, before = act.world, act.world.chats[act.person.id], act.world.version
    if chat.blocked != blocked:
        chat.blocked = blocked
        old, new = ("member", "kicked") if blocked else ("kicked", "member")
        chat.members[world.bot.id] = Member(old)
        change_member(world, chat, world.bot.id, Member(new), act.person.id)
    return {"before": before}


ACTS: dict[str, Handler] = {
    "add_user": add_user,
    "add_crowd": add_crowd,
    "add_group": add_group,
    "set_member": set_member,
    "join": join,
    "leave": leave,
    "block": block,
    "unblock": unblock,
    "deactivate": deactivate,
    "upgrade_group": upgrade_group,
    "new_topic": new_topic,
    "close_topic": close_topic,
    "delete_topic": delete_topic,
}
