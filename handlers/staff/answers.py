"""How does an officer's answer reach the worker who asked?"""

from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import Message

from delivery import messages
from handlers.callbacks import Menu
from handlers.context import Services
from handlers.filters import StaffGroup
from handlers.screens import button
from handlers.staff import enquiries
from locales import Rich
from registration.errors import Invalid
from registration.text import clean_line, shortened
from storage import marks, officers, people, questions
from storage.database import Unit
from storage.outbox import Lane
from storage.people import Person
from storage.questions import Answer, Question

router = Router(name="answers")
router.message.filter(StaffGroup())
_LONGEST = 1000
_LONGEST_QUOTE = 80


class ToQuestion(Filter):
    """A reply to the message of a worker's question."""

    async def __call__(self, message: Message, unit: Unit) -> bool | dict[str, Any]:
        asked = message.reply_to_message
        slot = await marks.slot_at(unit, message.chat.id, asked.message_id) if asked is not None else None
        if slot is None or not slot.startswith("ask:"):
            return False
        question = await questions.get(unit, int(slot.partition(":")[2]))
        return {"question": question} if question is not None else False


@router.message(ToQuestion())
async def on_reply(message: Message, question: Question, unit: Unit, services: Services) -> None:
    """Keep the answer with who gave it, and tell the worker, who hears the agency's name alone."""
    if message.sender_chat is not None or message.from_user is None:
        _say(unit, services, message, "answer-anonymous")
        return
    if message.chat.id != await enquiries.group_of(unit, services, question.agency):
        _say(unit, services, message, "answer-elsewhere")
        return
    words = _words(unit, services, message)
    if words is None:
        return
    # Who writes in the group is in the group: as good as asking Telegram.
    await officers.wrote(unit, message.chat.id, message.from_user.id, message.from_user.full_name)
    answer = await questions.answer(unit, question, message.from_user.id, words)
    await _tell(unit, services, question, answer, key=enquiries.answer_slot(answer))
    after = await questions.get(unit, question.id)
    if after is not None:
        await enquiries.refresh(unit, services, after)
    person = await people.by_id(unit, question.person_id)
    if person.unreachable:
        await _own_up(unit, services, question, answer)


def _words(unit: Unit, services: Services, message: Message) -> str | None:
    text = message.text or ""
    if text.startswith("/"):  # a command, perhaps a misspelt one: what staff write for each other is no answer
        _say(unit, services, message, "answer-command")
        return None
    try:
        words = clean_line(text, longest=_LONGEST)
    except Invalid:
        _say(unit, services, message, "answer-too-long", most=str(_LONGEST))
        return None
    if not words:
        _say(unit, services, message, "answer-not-text")
    return words or None


async def _tell(unit: Unit, services: Services, question: Question, answer: Answer, *, key: str | None) -> None:
    """Send one answer to the worker; its key lets it be told once."""
    person = await people.by_id(unit, question.person_id)
    first = not question.answers or question.answers[0].id == answer.id
    agency = enquiries.agency_name(services, question.agency)
    text = services.texts.rich("answer-first" if first else "answer-more", agency=agency)
    quote = shortened(question.text, _LONGEST_QUOTE)
    text += Rich("\n") + services.texts.rich("answer-quote", words=quote) + Rich("\n\n" + answer.text)
    markup = messages.inline([[button(services.texts("button-ask"), Menu(act="ask").pack())]])
    slot = enquiries.answer_slot(answer)
    messages.send(unit, person.telegram_id, text, markup, lane=Lane.NOTICE, slot=slot, key=key)


async def on_unreachable(unit: Unit, services: Services, person: Person) -> None:
    """A worker cannot be reached: who answered hears that the answer has not arrived."""
    for question in await questions.of_person(unit, person.id):
        for answer in await enquiries.unheard(unit, question):
            await _own_up(unit, services, question, answer)
            await enquiries.refresh(unit, services, question)


async def _own_up(unit: Unit, services: Services, question: Question, answer: Answer) -> None:
    """Say in the group that an answer has not arrived, once an answer."""
    place = await marks.place_of(unit, enquiries.slot_of(question))
    if place is not None:
        text = services.texts.rich("answer-unheard")
        messages.send(unit, place.chat_id, text, key=f"unheard:{answer.id}", reply_to=place.message_id)


async def on_return(unit: Unit, services: Services, person: Person) -> None:
    """A worker is back and hears the answers that they missed."""
    for question in await questions.of_person(unit, person.id):
        missed = await enquiries.unheard(unit, question)
        for answer in missed:
            await _tell(unit, services, question, answer, key=None)
        if missed:
            await enquiries.refresh(unit, services, question)


def _say(unit: Unit, services: Services, message: Message, key: str, **values: str) -> None:
    messages.send(unit, message.chat.id, services.texts.rich(key, **values), reply_to=message.message_id)
