"""What is a worker told when staff have decided? Always with the reason and the next step."""

from typing import Any

from delivery import messages
from handlers import objections, places
from handlers.callbacks import Menu
from handlers.context import Services
from handlers.screens import Button, button
from handlers.worker.moment import in_words
from locales import Rich
from registration.lifecycle import MOVES, State
from registration.questions import BY_KEY
from storage import cases, marks, people
from storage.cases import Case
from storage.database import Unit
from storage.outbox import Lane

_BUTTONS = {"send_back": "mend", "expire": "register"}  # all others lead to the status


async def decided(unit: Unit, services: Services, case: Case, move: str, note: dict[str, Any]) -> None:
    """Leave the notice of a decision; its key lets one decision be told once."""
    await _tell(unit, services, case, move, note, key=_name(case))


async def was_told(unit: Unit, case: Case) -> bool:
    """Has the notice of the last decision arrived? True too when there was nothing to tell."""
    last = (await cases.changes(unit, case.id))[-1]
    told = await marks.place_of(unit, _name(case)) is not None
    return told or last.move not in MOVES or not MOVES[last.move].notice


async def tell_again(unit: Unit, services: Services, case: Case) -> None:
    """Tell the last decision to a worker who could not be reached when it was made."""
    last = (await cases.changes(unit, case.id))[-1]
    await _tell(unit, services, case, last.move, last.note, key=None)


def _name(case: Case) -> str:
    """The slot and key of a notice: every decision is a revision of its own."""
    return f"notice:{case.id}:{case.revision}"


async def _tell(
    unit: Unit, services: Services, case: Case, move: str, note: dict[str, Any], *, key: str | None
) -> None:
    person = await people.by_id(unit, case.person_id)
    place = await places.waiting_number(unit, services, case) if move == "waitlist" else ""
    text = text_of(services, case, move, note, place)
    last = (await cases.changes(unit, case.id))[-1]
    if last.from_state == State.OBJECTED and move != "uphold":
        text = services.texts.rich("notice-objection-heard") + Rich("\n\n") + text
    act = _BUTTONS.get(move, "status")
    label = services.texts(f"button-{act}", number=case.number)
    data = Menu(act=act, id=case.id).pack() if act == "mend" else Menu(act=act).pack()
    rows: list[list[Button]] = [[button(label, data)]]
    ends = await objections.until(unit, services, case)
    if ends is not None:
        day = in_words(ends.astimezone(services.programme.zone).date())
        text += Rich("\n\n") + services.texts.rich("notice-may-object", until=day)
        rows.append(
            [button(services.texts("button-object", number=case.number), Menu(act="object", id=case.id).pack())]
        )
    markup = messages.inline(rows)
    messages.send(unit, person.telegram_id, text, markup, lane=Lane.NOTICE, slot=_name(case), key=key)


def text_of(services: Services, case: Case, move: str, note: dict[str, Any], place: str) -> Rich:
    """The words of a notice: the decision, what was marked, the reasons, the next step."""
    window = next(window for window in services.programme.windows if window.key == case.window)
    values = {
        "number": case.number,
        "name": str(case.answers["name"]),
        "agency": services.programme.agencies[case.agency].name,
        "place": place,
        "cover": in_words(window.cover_starts),
    }
    text = services.texts.rich(f"notice-{move.replace('_', '-')}", **values)
    marked = note.get("marks", []) if move == "send_back" else []
    text += _list(services, "notice-marked", [services.texts(f"q-{key}.label") for key in marked if key in BY_KEY])
    reasons = [services.texts(f"reason-{code.replace('_', '-')}") for code in note.get("reasons", [])]
    if note.get("note"):
        reasons.append(services.texts("notice-note", note=note["note"]))
    text += _list(services, "notice-reasons", reasons)
    return text + Rich("\n\n") + services.texts.rich(f"notice-{move.replace('_', '-')}.next", **values)


def _list(services: Services, heading: str, items: list[str]) -> Rich:
    if not items:
        return Rich("")
    return Rich("\n\n") + services.texts.rich(heading) + Rich("".join(f"\n• {item}" for item in items))
