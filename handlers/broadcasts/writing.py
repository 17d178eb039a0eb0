"""How is a broadcast put together: the words, the audience, the button, the time, a trial?"""

from typing import Any

from aiogram.types import Message, MessageEntity

from delivery import messages
from handlers.broadcasts import copies, screens
from handlers.broadcasts.granted import Granted, answer, change, refresh, show
from handlers.context import Services
from handlers.staff.supervisors import Wish, say
from locales.texts import utf16_length
from registration import broadcasting
from registration.audiences import PARTS, NoSuchAudience
from registration.broadcasting import BUTTONS, LONGEST_CAPTION, LONGEST_TEXT, State
from storage import broadcasts, marks, outbox, people
from storage.broadcasts import Broadcast, Content
from storage.database import Unit

_PICKED = (*PARTS, "button", "time")  # what is chosen on a screen of its own


async def begin(unit: Unit, services: Services, wish: Wish) -> None:
    """/siaran: ask for the words. The same command handled twice is one broadcast."""
    key = f"group:{wish.chat_id}:{wish.message_id}"
    thread = int(wish.value) if wish.value else None
    broadcast = await broadcasts.create(unit, key, chat_id=wish.chat_id, thread=thread, author_id=wish.user_id)
    ask(unit, services, broadcast, broadcast.words_slot, wish.message_id, "cast-ask-words")


def ask(
    unit: Unit, services: Services, broadcast: Broadcast, slot: str, reply_to: int, key: str, **values: str
) -> None:
    """Ask for a reply: in a group a bot hears nothing else that is not a command."""
    if broadcast.chat_id is None:
        return
    markup = {"force_reply": True, "selective": True}
    text = services.texts.rich(key, **values)
    thread = broadcast.thread
    messages.send(unit, broadcast.chat_id, text, markup, slot=slot, reply_to=reply_to, thread=thread)


def content_of(message: Message) -> dict[str, Any] | str:
    """What a supervisor wrote, or the key of the words that say why it cannot be taken."""
    text = message.text or message.caption or ""
    photo = message.photo[-1].file_id if message.photo else ""
    if message.media_group_id:
        return "cast-one-picture"
    if not text.strip() and not photo:
        return "cast-not-words"
    if utf16_length(text) > (LONGEST_CAPTION if photo else LONGEST_TEXT):
        return "cast-too-long"
    marked = message.entities or message.caption_entities or ()
    entities = [each.model_dump(exclude_none=True) for each in marked if not _opens_profile(each)]
    return {"text": text, "entities": entities, "photo": photo}


def _opens_profile(entity: MessageEntity) -> bool:
    """A name picked from the members would open an officer's profile on every phone: it stays as words."""
    return entity.user is not None or (entity.url or "").startswith("tg://user")


async def take_words(unit: Unit, services: Services, wish: Wish, broadcast: Broadcast, said: dict[str, Any]) -> None:
    """The words have come: show them as people will see them, and below what is still to be chosen."""
    content = Content(said["text"], tuple(said["entities"]), said["photo"])
    after = await broadcasts.change(unit, broadcast, content=content, tried_at=None)
    if after is None or after.chat_id is None:
        say(unit, services, wish, "cast-changed")
        return
    copies.show(unit, services, after, after.chat_id, reply_to=wish.message_id)
    before = await marks.place_of(unit, after.slot)
    if before is not None:
        params = {"chat_id": before.chat_id, "message_id": before.message_id}
        outbox.call(unit, "deleteMessage", params, chat_id=before.chat_id)
    text, rows = await screens.screen(unit, services, after)
    messages.send(unit, after.chat_id, text, messages.inline(rows), slot=after.slot, thread=after.thread)


async def pick(unit: Unit, services: Services, granted: Granted) -> None:
    """Show what can be chosen for one part."""
    if granted.value not in _PICKED:
        answer(unit, services, granted.wish, "cast-no-button")
        return
    answer(unit, services, granted.wish)
    show(unit, granted.broadcast, screens.choices(services, granted.broadcast, granted.value, unit.now))


async def see(unit: Unit, services: Services, granted: Granted) -> None:
    """Back to the message as it stands."""
    answer(unit, services, granted.wish)
    await refresh(unit, services, granted.broadcast)


def set_part(part: str) -> Any:
    """The act that narrows the audience by one part."""

    async def act(unit: Unit, services: Services, granted: Granted) -> None:
        try:
            audience = granted.broadcast.audience.with_part(part, granted.value)
        except NoSuchAudience:
            answer(unit, services, granted.wish, "cast-no-button")
        else:
            await change(unit, services, granted, audience=audience.written)

    return act


async def set_button(unit: Unit, services: Services, granted: Granted) -> None:
    """Where the message leads on to."""
    if granted.value in BUTTONS:
        await change(unit, services, granted, button=granted.value)
    else:
        answer(unit, services, granted.wish, "cast-no-button")


async def set_time(unit: Unit, services: Services, granted: Granted) -> None:
    """When it goes out; a time that is over by now is none."""
    zone = services.programme.zone
    if granted.value in broadcasting.offered(unit.now, zone):
        await change(unit, services, granted, at=broadcasting.moment(granted.value, unit.now, zone))
    else:
        answer(unit, services, granted.wish, "cast-time-over")


async def trial(unit: Unit, services: Services, granted: Granted) -> None:
    """To the supervisor's own chat, where it looks as it will look."""
    user = granted.wish.user_id
    if user is None or not await people.is_reachable(unit, user):
        answer(unit, services, granted.wish, "cast-trial-start-first")
        return
    copies.show(unit, services, granted.broadcast, user)
    await broadcasts.note(unit, granted.broadcast, tried_at=unit.now)
    answer(unit, services, granted.wish, "cast-trial-sent")
    after = await broadcasts.get(unit, granted.broadcast.id)
    if after is not None:
        await refresh(unit, services, after)


async def rewrite(unit: Unit, services: Services, granted: Granted) -> None:
    """Ask for other words; what was chosen stays."""
    answer(unit, services, granted.wish)
    slot = granted.broadcast.words_slot
    ask(unit, services, granted.broadcast, slot, granted.wish.message_id, "cast-ask-words")


async def drop(unit: Unit, services: Services, granted: Granted) -> None:
    """It is not sent after all."""
    await change(unit, services, granted, state=State.CANCELLED, ended_at=unit.now)


async def back(unit: Unit, services: Services, granted: Granted) -> None:
    """Not yet: choose anew."""
    await change(unit, services, granted, state=State.WRITING, confirmed_by=None)
