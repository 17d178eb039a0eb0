"""How does a worker's question stand in the group that answers it, and how does its message stay true?"""

from delivery import messages
from handlers.context import Services, staff_chat
from handlers.staff import topics
from handlers.staff.standing import day_and_clock, officer_name
from locales import Rich
from registration.programme import SectorKey
from storage import cases, marks, outbox, overtaken, people, questions
from storage.database import Unit
from storage.outbox import Lane
from storage.questions import Answer, Question

_MOST_SHOWN = 5  # answers that the message names
_GENERAL: SectorKey = (
    "lainnya"  # the sector whose agency is asked when nobody knows which, and there is no common group
)


def slot_of(question: Question) -> str:
    """The message that shows a question."""
    return f"ask:{question.id}"


def agency_name(services: Services, agency: str) -> str:
    """Who answers, as the worker reads it."""
    return services.programme.agencies[agency].name if agency else services.texts("ask-general-agency")


async def group_of(unit: Unit, services: Services, agency: str) -> int | None:
    """The group that answers for an agency; for "" the common one."""
    if agency:
        return await staff_chat(unit, services, agency)
    if services.staff_chat is not None:
        return await marks.moved(unit, services.staff_chat)
    return await staff_chat(unit, services, services.programme.sectors[_GENERAL].agency)


async def put_up(unit: Unit, services: Services, question: Question) -> None:
    """Send the question to its group, as a reply to the one before it, so that one reads on."""
    chat_id = await group_of(unit, services, question.agency)
    if chat_id is None:
        return
    before = await _before(unit, question)
    if before is not None and not before.answers:
        await refresh(unit, services, before)  # changes nothing, unless somebody deleted it: then it is put up again
    place = await marks.place_of(unit, slot_of(before)) if before is not None else None
    reply_to = place.message_id if place is not None and place.chat_id == chat_id else None
    text = await _text(unit, services, question)
    topic = await topics.topic_for(unit, services, chat_id, question.sector) if question.sector else None
    slot = slot_of(question)
    messages.send(unit, chat_id, text, lane=Lane.NOTICE, slot=slot, reply_to=reply_to, topic=topic, protect=True)


async def _before(unit: Unit, question: Question) -> Question | None:
    """What the same person asked last about the same case (or without one)."""
    asked = await questions.of_person(unit, question.person_id)
    same = [each for each in asked if each.case_id == question.case_id and each.id < question.id]
    return same[-1] if same else None


async def refresh(unit: Unit, services: Services, question: Question) -> None:
    """Bring the message up to date: who answered, and whether it was heard."""
    place = await marks.place_of(unit, slot_of(question))
    if place is not None:
        text = await _text(unit, services, question)
        params = {"chat_id": place.chat_id, **messages.words(text)}
        slot = slot_of(question)
        outbox.call(
            unit, "editMessageText", params, chat_id=place.chat_id, lane=Lane.NOTICE, slot=slot, extra={"edit": slot}
        )


async def put_back(unit: Unit, services: Services, slot: str) -> None:
    """The message is gone, or its whole group got a new id: a question that waits for an answer is put up again."""
    name, _, number = slot.partition(":")
    question = await questions.get(unit, int(number)) if name == "ask" else None
    if question is not None:
        await marks.empty_slot(unit, slot)
        if not question.answers:
            await put_up(unit, services, question)


async def follow(unit: Unit, services: Services, question: Question) -> None:
    """Its agency may have another group now: the question leaves the old one and is put up in the new one."""
    slot, chat_id = slot_of(question), await group_of(unit, services, question.agency)
    stands = await marks.place_of(unit, slot)
    await overtaken.drop_elsewhere(unit, slot, chat_id)
    if await overtaken.is_on_its_way(unit, slot) or (stands is not None and stands.chat_id == chat_id):
        return
    if stands is not None:
        params = {"chat_id": stands.chat_id, "message_id": stands.message_id}
        words = {**params, **messages.words(services.texts.rich("ask-moved-away"))}
        extra = {"instead": {"method": "editMessageText", "params": words}}
        outbox.call(unit, "deleteMessage", params, chat_id=stands.chat_id, lane=Lane.NOTICE, extra=extra)
        await marks.empty_slot(unit, slot)
    await put_up(unit, services, question)


def answer_slot(answer: Answer) -> str:
    """The message by which a worker heard an answer."""
    return f"answer:{answer.id}"


async def unheard(unit: Unit, question: Question) -> list[Answer]:
    """The answers that have not arrived."""
    return [each for each in question.answers if await marks.place_of(unit, answer_slot(each)) is None]


async def _text(unit: Unit, services: Services, question: Question) -> Rich:
    """Number, line of work, first name, the words, and what became of them; no more of the worker."""
    texts = services.texts
    case = await cases.get(unit, question.case_id) if question.case_id is not None else None
    text = texts.rich(
        "ask-card",
        number=case.number if case is not None else texts("ask-no-number"),
        sector=texts(f"sector-{question.sector}") if question.sector else texts("ask-general"),
        name=question.name or texts("ask-nameless"),
        words=question.text,
    )
    lines = [] if question.answers else [texts.rich("ask-card-how")]
    for answer in question.answers[-_MOST_SHOWN:]:
        who = await officer_name(unit, services, answer.officer_id)
        lines.append(texts.rich("ask-card-answered", officer=who, at=day_and_clock(services, answer.at)))
    person = await people.by_id(unit, question.person_id)
    if person.unreachable and await unheard(unit, question):
        lines.append(texts.rich("ask-card-unheard"))
    for line in lines:
        text += Rich("\n") + line
    return text
