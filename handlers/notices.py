"""What is a worker told when staff have decided? Always with the reason and the next step."""

from typing import Any

from delivery import messages
from handlers.callbacks import Menu
from handlers.context import Services
from handlers.screens import Button, button
from handlers.worker.moment import in_words
from locales import Rich
from registration.questions import BY_KEY
from storage import people
from storage.cases import Case
from storage.database import Unit
from storage.outbox import Lane

_BUTTONS = {"send_back": "mend", "reject": "status", "approve": "status"}


async def decided(unit: Unit, services: Services, case: Case, move: str, note: dict[str, Any]) -> None:
    """Leave the notice of a decision; its key lets one decision be told once."""
    person = await people.by_id(unit, case.person_id)
    text = text_of(services, case, move, note)
    act = _BUTTONS[move]
    label = services.texts(f"button-{act}", number=case.number)
    data = Menu(act=act, id=case.id).pack() if act == "mend" else Menu(act=act).pack()
    rows: list[list[Button]] = [[button(label, data)]]
    messages.send(
        unit,
        person.telegram_id,
        text,
        messages.inline(rows),
        lane=Lane.NOTICE,
        key=f"notice:{case.id}:{case.revision}",
    )


def text_of(services: Services, case: Case, move: str, note: dict[str, Any]) -> Rich:
    """The words of a notice."""
    window = next(window for window in services.programme.windows if window.key == case.window)
    values = {
        "number": case.number,
        "name": str(case.answers["name"]),
        "agency": services.programme.agencies[case.agency].name,
        "cover": in_words(window.cover_starts),
    }
    text = services.texts.rich(f"notice-{move.replace('_', '-')}", **values)
    marks = note.get("marks", []) if move == "send_back" else []
    if marks:
        named = [services.texts(f"q-{key}.label") for key in marks if key in BY_KEY]
        text += Rich("\n\n") + services.texts.rich("notice-marked") + Rich("".join(f"\n• {name}" for name in named))
    reasons = [services.texts(f"reason-{code.replace('_', '-')}") for code in note.get("reasons", [])]
    if note.get("note"):
        reasons.append(services.texts("notice-note", note=note["note"]))
    if reasons:
        text += Rich("\n\n") + services.texts.rich("notice-reasons") + Rich("".join(f"\n• {each}" for each in reasons))
    return text + Rich("\n\n") + services.texts.rich(f"notice-{move.replace('_', '-')}.next", **values)
