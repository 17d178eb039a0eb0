"""What happened to a case so far, in words for staff, within one message?"""

from datetime import datetime

from delivery import messages
from handlers.context import Services, staff_chat
from handlers.staff import cards
from handlers.staff.lines import named
from handlers.staff.standing import agency_name, day_and_clock, officer_name, reasons_in_words
from locales import Rich
from locales.texts import utf16_length
from registration.dates import shown
from registration.lifecycle import Actor
from registration.text import shortened
from storage import cases, questions, readings
from storage.cases import Case, Step
from storage.database import Unit
from storage.outbox import Lane

_MOST = 4096  # UTF-16 units of a message (Bot API, sendMessage)
_LONGEST = 400  # characters of what an officer wrote


async def put_below(unit: Unit, services: Services, case_id: int) -> None:
    """Send the history as a reply to the card that was left in the outbox just now."""
    case = await cases.get(unit, case_id)
    chat_id = None if case is None else await staff_chat(unit, services, case.agency)
    if case is None or chat_id is None:
        return
    text = await in_words_of(unit, services, case)
    messages.send(
        unit, chat_id, text, lane=Lane.NOTICE, slot=f"told:{case.id}", below=cards.slot_of(case), protect=True
    )


async def in_words_of(unit: Unit, services: Services, case: Case) -> Rich:
    """Every step and who looked at the documents, the newest last. Too long: the oldest are left out; that is said."""
    steps = await _lines(unit, services, case)
    head = services.texts.rich("told-head", number=case.number)
    for left_out in range(len(steps) + 1):
        text = head if not left_out else head + Rich("\n") + services.texts.rich("told-cut", count=left_out)
        for step in steps[left_out:]:
            text += Rich("\n• ") + step
        if utf16_length(text.text) <= _MOST:
            return text
    return head


async def _lines(unit: Unit, services: Services, case: Case) -> list[Rich]:
    """A line for each. What went to the whole group ("card") is the card itself, so it has none."""
    found = [(step.at, await _line(unit, services, step)) for step in await cases.history(unit, case.id)]
    for reading in await readings.of_case(unit, case.id):
        if reading.kind != "card":
            who = await officer_name(unit, services, reading.reader_id)
            what = services.texts(f"told-read-{reading.kind}", count=reading.pages)
            at = day_and_clock(services, reading.at)
            found.append((reading.at, services.texts.rich("told-line", at=at, who=who, what=what)))
    found += await _asked(unit, services, case)
    return [line for _, line in sorted(found, key=lambda one: one[0])]


async def _asked(unit: Unit, services: Services, case: Case) -> list[tuple[datetime, Rich]]:
    """What the worker asked about this case, and what was answered."""
    found = []
    for question in await questions.of_case(unit, case.id):
        said = [(question.asked_at, services.texts("told-by-worker"), "told-asked", question.text)]
        for answer in question.answers:
            who = await officer_name(unit, services, answer.officer_id)
            said.append((answer.at, who, "told-answered", answer.text))
        for at, who, key, words in said:
            what = services.texts(key, words=shortened(words, _LONGEST))
            found.append((at, services.texts.rich("told-line", at=day_and_clock(services, at), who=who, what=what)))
    return found


async def _line(unit: Unit, services: Services, step: Step) -> Rich:
    if step.actor == Actor.OFFICER:
        who = await officer_name(unit, services, step.actor_id)
    else:
        who = services.texts(f"told-by-{step.actor}")
    what = services.texts(f"told-{step.move.replace('_', '-')}")
    details = "".join(f"; {detail}" for detail in await _details(unit, services, step))
    return services.texts.rich("told-line", at=day_and_clock(services, step.at), who=who, what=what + details)


async def _details(unit: Unit, services: Services, step: Step) -> list[str]:
    """What a step carries with it: answers that were marked or mended, reasons, words, a day."""
    note, texts, found = step.note, services.texts, []
    if note.get("marks") or note.get("changed"):
        found.append(texts("told-answers", what=named(services, note.get("marks") or note["changed"])))
    if step.move == "free":
        holder = await officer_name(unit, services, note.get("officer"))
        found.append(texts("told-from", officer=holder))
    if "to" in note:
        found.append(texts("told-to", agency=agency_name(services, note["to"])))
    if reasons := reasons_in_words(services, note, _LONGEST):
        found.append(texts("told-reasons", reasons=reasons))
    if "other" in note:
        found.append(texts("told-other", number=note["other"]))
    if "until" in note:
        found.append(texts("told-until", day=shown(note["until"])))
    if note.get("text"):
        found.append(texts("told-text", text=shortened(note["text"], _LONGEST)))
    return found
