"""What happens to the groups themselves: we are added or removed, members come and go, a group gets a new id?"""

from datetime import timedelta

from aiogram import Router
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.filters import Filter
from aiogram.types import ChatMemberRestricted, ChatMemberUpdated, Message

from delivery import messages
from handlers import notices
from handlers.context import Services, staff_chats
from handlers.staff import answers, cards, commands, enquiries, topics
from storage import agencies, alerts, board, broadcasts, cases, inbox, marks, officers, outbox, people
from storage.database import Unit
from storage.outbox import Lane
from storage.people import Person

router = Router(name="groups")
_STAY = timedelta(minutes=5)  # in a group without a code
_UNASKED = timedelta(seconds=10)  # before anything is said there: a link brings its code along at once
_IN = {ChatMemberStatus.CREATOR, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.MEMBER}
_SUPERVISORS = {ChatMemberStatus.CREATOR, ChatMemberStatus.ADMINISTRATOR}


@router.my_chat_member()
async def on_me(change: ChatMemberUpdated, unit: Unit, services: Services) -> None:
    """We were added, removed, blocked or unblocked."""
    chat_id, status = change.chat.id, change.new_chat_member.status
    here = status in _IN
    if change.chat.type == ChatType.PRIVATE:
        if here:
            person, _ = await people.meet(unit, chat_id)
            await on_return(unit, services, person)
        else:
            await people.mark_unreachable(unit, chat_id)
            await outbox.drop_for(unit, chat_id, "blocked")
            await on_unreachable(unit, services, {"telegram_id": chat_id})
    elif chat_id in await staff_chats(unit, services):
        await (alerts.settle if here else alerts.raise_alert)(unit, "group_lost", str(chat_id))
        await topics.on_rights(unit, chat_id, change.new_chat_member)
    elif here:
        await _be_a_guest(unit, services, chat_id)
    elif status == ChatMemberStatus.RESTRICTED:
        expect_to_leave(unit, chat_id, timedelta(0))
    else:  # we are out of a foreign group: nothing of it concerns us any more
        await outbox.drop_for(unit, chat_id, "not our group")
        await alerts.settle(unit, "group_lost", str(chat_id))


async def _be_a_guest(unit: Unit, services: Services, chat_id: int) -> None:
    """Somebody put us into a foreign group. Who has a code of the operator has some minutes to say it."""
    if await outbox.waits(unit, chat_id, "leaveChat"):
        return  # only our rank has changed
    if await agencies.invited(unit, chat_id):
        expect_to_leave(unit, chat_id, agencies.VALID)
        return
    words = services.texts.rich("group-not-ours", minutes=str(_STAY.seconds // 60))
    messages.send(unit, chat_id, words, after=_UNASKED)
    expect_to_leave(unit, chat_id, _STAY)


def expect_to_leave(unit: Unit, chat_id: int, wait: timedelta) -> None:
    """Leave a group after a while, unless it becomes a staff group before: then nothing of this is left waiting."""
    outbox.call(unit, "leaveChat", {"chat_id": chat_id}, chat_id=chat_id, after=wait)


async def on_unreachable(unit: Unit, services: Services, body: dict[str, int]) -> None:
    """A worker has blocked us or is gone: the cards that matter say so."""
    person, _ = await people.meet(unit, body["telegram_id"])
    if not person.unreachable:
        return
    await people.mark_unreachable(unit, person.telegram_id)  # looking them up counts as meeting them
    for case in await cases.of_person(unit, person.id):
        if case.state in cards.STANDING or not await notices.was_told(unit, case):
            await cards.refresh(unit, services, case)
    await answers.on_unreachable(unit, services, person)


async def on_return(unit: Unit, services: Services, person: Person) -> None:
    """Somebody is there; who could not be reached until now hears the decisions that they missed."""
    if not person.unreachable:
        return
    for case in reversed(await cases.of_person(unit, person.id)):
        missed = not await notices.was_told(unit, case)
        if missed:
            await notices.tell_again(unit, services, case)
        if missed or case.state in cards.STANDING:
            await cards.refresh(unit, services, case)
    await answers.on_return(unit, services, person)


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
async def on_migrated(message: Message, unit: Unit, services: Services) -> None:
    """The group has a new id. If the courier learnt it first, the old one is no staff group by now."""
    old, new = message.chat.id, message.migrate_to_chat_id
    if new is not None:
        await agencies.follow(unit, old, new)
    if new is not None and old in await staff_chats(unit, services):
        await marks.remember_move(unit, old, new)
        await outbox.redirect(unit, old, new)
        await inbox.put_result(unit, f"moved:{old}:{new}", "group_moved", {"old_chat": old, "new_chat": new})


async def on_group_moved(unit: Unit, services: Services, body: dict[str, int]) -> None:
    """Messages of the old group cannot be edited from the new one: put the cards that are still of use up again."""
    await broadcasts.follow(unit, body["old_chat"], body["new_chat"])
    lost = await marks.empty_chat(unit, body["old_chat"])
    await board.follow(unit, body["old_chat"], body["new_chat"])
    for slot in lost:
        await _put_back(unit, services, slot)
    messages.send(unit, body["new_chat"], services.texts.rich("group-moved"), lane=Lane.NOTICE)
    commands.register(unit, services, body["new_chat"])


async def on_message_gone(unit: Unit, services: Services, body: dict[str, str]) -> None:
    """Somebody deleted a card or a question, and it was to be changed."""
    await _put_back(unit, services, body["slot"])


async def _put_back(unit: Unit, services: Services, slot: str) -> None:
    await cards.put_back(unit, services, slot)
    await enquiries.put_back(unit, services, slot)
