"""Which buttons does a card carry in each state? The table of staff buttons is `handlers.staff.actions`."""

from handlers.callbacks import Review
from handlers.context import Services
from handlers.screens import Button, button, in_columns
from registration.flow import path
from registration.lifecycle import ACCEPTED, DECIDABLE, State
from registration.questions import Kind
from registration.reasons import REASONS
from storage.cases import Case


def keyboard_of(services: Services, case: Case, *, has_doubles: bool = False) -> list[list[Button]]:
    """Rows of buttons; none on a card that cannot be decided now."""
    if case.state not in DECIDABLE | ACCEPTED:
        return []
    step = case.review.get("step")
    if step == "marks":
        return _marks(services, case)
    if step == "reasons":
        return _reasons(services, case)
    if step == "agency":
        return _agencies(services, case)
    if step == "agency_sure":
        short = services.programme.agencies[case.review["to"]].short
        return [[_act(services, case, "confirm_pass_on", short=short)], [_act(services, case, "cancel")]]
    if case.state in ACCEPTED:
        return [[_act(services, case, "insurer_refuse")]]
    more = [[_act(services, case, "compare")]] if has_doubles else []
    if case.state == State.OBJECTED:
        buttons = [_act(services, case, act) for act in ("approve", "uphold", "send_back", "view")]
        return [*in_columns(buttons, 2), *more]
    first = "claim" if case.state == State.WAITING else "release"
    rows = [
        [_act(services, case, first), _act(services, case, "approve")],
        [_act(services, case, "send_back"), _act(services, case, "reject")],
    ]
    last = ["view", *(["pass_on"] if len(services.programme.agencies) > 1 else [])]
    return [*rows, [_act(services, case, act) for act in last], *more]


def _marks(services: Services, case: Case) -> list[list[Button]]:
    """Which answers are wrong: tick boxes."""
    marked = case.review.get("marks", [])
    buttons = [
        _box(services.texts(f"q-{question.key}.label"), question.key in marked, case, "mark", question.key)
        for question in path(case.answers, services.programme)
        if question.key != "for_whom" and question.kind is not Kind.CHECK
    ]
    return [
        *in_columns(buttons, 2),
        [_act(services, case, "next"), _act(services, case, "cancel")],
    ]


def _reasons(services: Services, case: Case) -> list[list[Button]]:
    move = case.review["act"]
    chosen = case.review.get("reasons", [])
    boxes = [
        [_box(services.texts(f"reason-{code.replace('_', '-')}.staff"), code in chosen, case, "reason", code)]
        for code in REASONS[move]
    ]
    return [
        *boxes,
        [_act(services, case, "write")],
        [_act(services, case, f"confirm_{move}"), _act(services, case, "cancel")],
    ]


def _agencies(services: Services, case: Case) -> list[list[Button]]:
    """To whom a case may be passed on."""
    others = {key: agency.short for key, agency in services.programme.agencies.items() if key != case.agency}
    buttons = [_act(services, case, "agency", key, short=short) for key, short in others.items()]
    return [*in_columns(buttons, 2), [_act(services, case, "cancel")]]


def _act(services: Services, case: Case, act: str, value: str = "", **words: str) -> Button:
    data = Review(act=act, case=case.id, revision=case.revision, value=value).pack()
    return button(services.texts(f"staff-{act.replace('_', '-')}", **words), data)


def _box(label: str, ticked: bool, case: Case, act: str, value: str) -> Button:
    act = f"un{act}" if ticked else act
    data = Review(act=act, case=case.id, revision=case.revision, value=value).pack()
    return button(("☑️ " if ticked else "⬜ ") + label, data)
