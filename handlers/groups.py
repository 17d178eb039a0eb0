"""What happens to the groups themselves: we are added or removed, members come and go, a group gets a new id?"""

from aiogram import Router
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.filters import Filter
from aiogram.types import ChatMemberRestricted, ChatMemberUpdated, Message

from delivery import messages
from handlers.context import Services, staff_chats
from handlers.staff import cards
from registration.lifecycle import OPEN, State
from storage import alerts, cases, inbox, marks, officers, outbox, people
from storage.database import Unit
from storage.outbox import Lane

router = Router(name="groups")
_IN = {ChatMemberStatus.CREATOR, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.MEMBER}
_SUPERVISORS = {ChatMemberStatus.CREATOR, ChatMemberStatus.ADMINISTRATOR}
# States whose card is still of use to the group when its messages were lost.
_STANDING = [*OPEN, State.SENT_BACK]


@router.my_chat_member()
async def on_me(change: ChatMemberUpdated, unit: Unit, services: Services) -> None:
    """We were added, removed, blocked or unblocked."""
    here = change.new_chat_member.status in _IN
    if change.chat.type == ChatType.PRIVATE:
        if not here:
            await people.mark_unreachable(unit, change.chat.id)
            await outbox.drop_for(unit, change.chat.id, "blocked")
        return
    if change.chat.id in await staff_chats(unit, services):
        about = str(change.chat.id)
        await (alerts.settle if here else alerts.raise_alert)(unit, "group_lost", about)
    elif here:
        messages.send(unit, change.chat.id, services.texts.rich("group-not-ours"))
        outbox.call(unit, "leaveChat", {"chat_id": change.chat.id}, chat_id=change.chat.id)


@router.chat_member()
async def on_member(change: ChatMemberUpdated, unit: Unit, services: Services) -> None:
    """Somebody came to a staff group, left it, or changed rank: known at once, not only at the next press."""
    if change.chat.id not in await staff_chats(unit, services):
        return
    member = change.new_chat_member
    still = member.status in _IN or (isinstance(member, ChatMemberRestricted) and member.is_member)
    if not still:
        await officers.remove(unit, change.chat.id, member.user.id)
        return
    role = "supervisor" if member.status in _SUPERVISORS else "member"
    await officers.confirm(unit, change.chat.id, member.user.id, member.user.full_name, role)


class Migrated(Filter):
    """The service message of a group that became a supergroup."""

    async def __call__(self, message: Message) -> bool:
        return message.migrate_to_chat_id is not None


@router.message(Migrated())
async def on_migrated(message: Message, unit: Unit) -> None:
    """The group has a new id. The courier may have learnt it first; the second telling changes nothing."""
    old, new = message.chat.id, message.migrate_to_chat_id
    if new is not None:
        await marks.remember_move(unit, old, new)
        await outbox.redirect(unit, old, new)
        await inbox.put_result(unit, f"moved:{old}:{new}", "group_moved", {"old_chat": old, "new_chat": new})


async def on_group_moved(unit: Unit, services: Services, body: dict[str, int]) -> None:
    """Messages of the old group cannot be edited from the new one: put the cards that are still of use up again."""
    lost = await marks.empty_chat(unit, body["old_chat"])
    standing = {cards.slot_of(case): case for case in await cases.in_states(unit, _STANDING)}
    for slot in lost:
        if slot in standing:
            await cards.draw(unit, services, standing[slot])
    messages.send(unit, body["new_chat"], services.texts.rich("group-moved"), lane=Lane.NOTICE)


async def on_message_gone(unit: Unit, services: Services, body: dict[str, str]) -> None:
    """Somebody deleted a card: the case is in the database, so it is put up again."""
    name, _, number = body["slot"].partition(":")
    if name != "card":
        return
    await marks.empty_slot(unit, body["slot"])
    case = await cases.get(unit, int(number))
    if case is not None and case.state in _STANDING:
        await cards.draw(unit, services, case)
