"""Who belongs to a group and with which rights, in the Bot API's words?"""

from simulator.model import Chat, Member
from simulator.wire import Json
from simulator.world import World

RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)


def member_wire(world: World, person: int, member: Member) -> Json:
    """The `ChatMember` object of the right kind."""
    head: Json = {"status": member.status, "user": world.people[person].wire()}
    title = {"custom_title": member.title} if member.title else {}
    if member.status == "creator":
        return head | {"is_anonymous": member.anonymous} | title
    if member.status == "administrator":
        rights = {right: member.may(right) for right in (*RIGHTS, "can_pin_messages", "can_manage_topics")}
        return head | {"can_be_edited": False, "is_anonymous": member.anonymous} | rights | title
    return head | ({"until_date": 0} if member.status == "kicked" else {})


def change_member(world: World, chat: Chat, person: int, member: Member, by: int) -> None:
    """Give somebody a new place in a chat and tell the bot (my_chat_member, chat_member)."""
    before = member_wire(world, person, chat.member(person))
    chat.members[person] = member
    after = member_wire(world, person, member)
    world.touch(chat)
    if before == after:
        return
    content = {
        "chat": world.chat_wire(chat),
        "from": world.people[by].wire(),
        "date": world.clock.unix(),
        "old_chat_member": before,
        "new_chat_member": after,
    }
    if person == world.bot.id:
        world.tell_bot("my_chat_member", content)
    elif chat.member(world.bot.id).admin:
        world.tell_bot("chat_member", content)
