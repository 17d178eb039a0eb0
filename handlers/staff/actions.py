"""What does each button of a card do? A new button is one row of `ACTIONS`, its words `staff-<name>`."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, replace

from delivery import messages
from handlers import objections, places
from handlers.context import Services
from handlers.staff import cards, passing, second
from handlers.staff.comparing import compare
from handlers.staff.moves import has_lapsed, lapse, move, work_on
from handlers.staff.press import Allowed, answer, tell_changed
from handlers.staff.standing import officer_name
from handlers.staff.viewing import view
from registration.flow import path
from registration.lifecycle import ACCEPTED, DECIDABLE, OPEN, State
from registration.reasons import REASONS
from storage import cases, drafts, queue
from storage.cases import Case
from storage.database import Unit
from storage.drafts import Overtaken

_FIRST_STEP = {"send_back": "marks", "pass_on": "agency"}  # of a review; all others begin with the reasons
Do = Callable[[Unit, Services, Allowed], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Action:
    """What a button does, and in which states; with `step`, only while the card shows this step of a review."""

    do: Do
    step: str = ""
    states: frozenset[State] = OPEN


async def carry_out(unit: Unit, services: Services, granted: Allowed) -> None:
    """Run the action of a press, unless the case is in another officer's hands or the card has gone on."""
    case, press = granted.case, granted.press
    action = ACTIONS.get(press.act)
    if action is None:
        answer(unit, services, press, "press-card-old")
        return
    if case.state not in action.states:
        await tell_changed(unit, services, press, case)
        return
    why_not = await _why_not(unit, granted)
    if why_not is not None:
        answer(unit, services, press, why_not)
        return
    if case.state == State.CLAIMED and case.officer_id not in {None, press.user_id}:
        if not has_lapsed(unit, services, case):
            await _in_other_hands(unit, services, granted)
            return
        granted = replace(granted, case=await lapse(unit, case))
    if action.step and granted.case.review.get("step") != action.step:
        messages.answer_press(unit, press.callback, services.texts("press-step-over"))
        await cards.refresh(unit, services, granted.case)
        return
    await action.do(unit, services, granted)


async def _why_not(unit: Unit, granted: Allowed) -> str | None:
    """What this officer is told who may not touch a case that was decided once; None when they may."""
    if granted.case.state == State.OBJECTED:
        return await objections.why_not(unit, granted.case, granted.officer)
    if granted.case.state in ACCEPTED and granted.officer.role != "supervisor":
        return "press-supervisors-only"
    return None


async def _in_other_hands(unit: Unit, services: Services, granted: Allowed) -> None:
    """Another officer has the case: who does is told. A supervisor who presses "Lepas" takes it out of their hands."""
    case, is_supervisor = granted.case, granted.officer.role == "supervisor"
    if is_supervisor and granted.press.act == "release":
        note = {"officer": case.officer_id}
        await move(unit, services, granted, "free", note=note, officer_id=None, claimed_at=None, review={})
        return
    holder = await officer_name(unit, services, case.officer_id)
    key = "press-claimed-supervisor" if is_supervisor else "press-changed-claimed"
    answer(unit, services, granted.press, key, officer=holder)


async def _claim(unit: Unit, services: Services, granted: Allowed) -> None:
    if granted.case.state != State.WAITING:
        await _saved_already(unit, services, granted)
        return
    await move(unit, services, granted, "claim", officer_id=granted.press.user_id, claimed_at=unit.now)


async def _release(unit: Unit, services: Services, granted: Allowed) -> None:
    if granted.case.state != State.CLAIMED:
        await _saved_already(unit, services, granted)
        return
    await move(unit, services, granted, "release", officer_id=None, claimed_at=None, review={})


async def _approve(unit: Unit, services: Services, granted: Allowed) -> None:
    """Approve, unless the file wants two officers and this is the first of them.

    On an objection a supervisor decides alone: who rejected was the other officer.
    """
    if granted.case.state == State.OBJECTED or not second.is_wanted(services, granted.case):
        await _accept(unit, services, granted)
        return
    steps = await cases.history(unit, granted.case.id)
    first = await second.given_before(unit, services, granted.case, steps)
    if first is None:
        await move(unit, services, granted, "first_approve", officer_id=None, claimed_at=None, review={})
    elif first.actor_id == granted.press.user_id:
        answer(unit, services, granted.press, "press-second-wanted")
    else:
        await _accept(unit, services, granted)


async def _accept(unit: Unit, services: Services, granted: Allowed) -> None:
    """With a place where there is one, else with a number on the waiting list. Who approves takes the file as it is."""
    granted = replace(granted, case=await queue.give_number(unit, granted.case))
    has_place = await places.take(unit, services, granted.case, granted.press.user_id)
    await move(unit, services, granted, "approve" if has_place else "waitlist", decided_at=unit.now, review={})


async def _begin_review(unit: Unit, services: Services, granted: Allowed) -> None:
    """ "Tolak", "Minta perbaikan" and "Alihkan" first take the case, then ask what, why, or to whom.

    A refusal by the insurer only asks why. Of an objection nobody is the holder: it is every supervisor's, but of the
    one who rejected.
    """
    act, case = granted.press.act, granted.case
    review = {"act": act, "step": _FIRST_STEP.get(act, "reasons")}
    if case.state == State.WAITING:
        officer = granted.press.user_id
        await move(unit, services, granted, "claim", officer_id=officer, claimed_at=unit.now, review=review)
    elif case.review.get("act") == act:  # the same tap once more: what is ticked stays ticked
        await _saved_already(unit, services, granted)
    else:
        await work_on(unit, services, granted, review)


async def _saved_already(unit: Unit, services: Services, granted: Allowed) -> None:
    messages.answer_press(unit, granted.press.callback, services.texts("press-done-already"))
    await cards.refresh(unit, services, granted.case)


async def _tick(unit: Unit, services: Services, granted: Allowed) -> None:
    """A box of answers ("mark") or of reasons ("reason") is ticked, or with "un" before it cleared.

    The button says which of the two, so that a tap that Telegram sends twice does not undo itself.
    """
    review, press = granted.case.review, granted.press
    act = press.act.removeprefix("un")
    if act == "mark":
        known: Collection[str] = [question.key for question in path(granted.case.answers, services.programme)]
    else:
        known = REASONS[review["act"]]
    chosen = [value for value in review.get(f"{act}s", []) if value != press.value]
    if press.value in known and act == press.act:
        chosen.append(press.value)
    await work_on(unit, services, granted, review | {f"{act}s": chosen})


async def _next(unit: Unit, services: Services, granted: Allowed) -> None:
    if not granted.case.review.get("marks"):
        answer(unit, services, granted.press, "press-mark-first")
        return
    await work_on(unit, services, granted, granted.case.review | {"step": "reasons"})


async def _cancel(unit: Unit, services: Services, granted: Allowed) -> None:
    await work_on(unit, services, granted, {})


async def _write(unit: Unit, services: Services, granted: Allowed) -> None:
    """Ask for a free text; the officer's reply to this message is it."""
    case, press = granted.case, granted.press
    text = services.texts.rich("staff-write-ask", number=case.number, officer=granted.officer.name)
    markup = {"force_reply": True, "selective": True}
    slot = f"reply:{case.id}:{press.user_id}"
    messages.send(unit, press.chat_id, text, markup, slot=slot, reply_to=press.message_id)
    messages.answer_press(unit, press.callback)


async def take_note(unit: Unit, services: Services, case: Case, text: str) -> None:
    """The free text has come: it stands on the card now."""
    after = await cases.change(unit, case, next_revision=False, review=case.review | {"note": text})
    if after is None:
        raise Overtaken
    await cards.refresh(unit, services, after)


async def _confirm(unit: Unit, services: Services, granted: Allowed) -> None:
    """Carry out the decision that was put together on the card."""
    review, name = granted.case.review, granted.press.act.removeprefix("confirm_")
    if review["act"] != name:
        answer(unit, services, granted.press, "press-card-old")
    elif not review.get("reasons") and not review.get("note"):
        answer(unit, services, granted.press, "press-reason-first")
    elif name != "send_back":
        await move(unit, services, granted, name, note=review, decided_at=unit.now)
    else:
        after = await move(unit, services, granted, name, note=review, officer_id=None, claimed_at=None, changed="")
        await _open_mending(unit, after, review["marks"])


async def _open_mending(unit: Unit, case: Case, marked: list[str]) -> None:
    """The worker is asked for exactly the marked answers; all others stand."""
    left_over = await drafts.mending(unit, case.id)
    if left_over is not None:
        await drafts.close(unit, left_over, "deleted")
    kept = {key: value for key, value in case.answers.items() if key not in marked}
    await drafts.open_new(unit, case.person_id, kept, rules_version=case.rules_version, case_id=case.id, only=marked)


_OBJECTED = frozenset({State.OBJECTED})
_ASKED = DECIDABLE | ACCEPTED  # states in which reasons may be asked for
ACTIONS: dict[str, Action] = {
    "claim": Action(_claim),
    "release": Action(_release),
    "approve": Action(_approve, states=DECIDABLE),
    "send_back": Action(_begin_review, states=DECIDABLE),
    "reject": Action(_begin_review),
    "uphold": Action(_begin_review, states=_OBJECTED),
    "mark": Action(_tick, step="marks", states=DECIDABLE),
    "unmark": Action(_tick, step="marks", states=DECIDABLE),
    "next": Action(_next, step="marks", states=DECIDABLE),
    "reason": Action(_tick, step="reasons", states=_ASKED),
    "unreason": Action(_tick, step="reasons", states=_ASKED),
    "write": Action(_write, step="reasons", states=_ASKED),
    "confirm_reject": Action(_confirm, step="reasons"),
    "confirm_uphold": Action(_confirm, step="reasons", states=_OBJECTED),
    "confirm_send_back": Action(_confirm, step="reasons", states=DECIDABLE),
    "pass_on": Action(_begin_review),
    "agency": Action(passing.choose, step="agency"),
    "confirm_pass_on": Action(passing.confirm, step="agency_sure"),
    "view": Action(view, states=DECIDABLE),
    "compare": Action(compare, states=DECIDABLE),
    "insurer_refuse": Action(_begin_review, states=ACCEPTED),
    "confirm_insurer_refuse": Action(_confirm, step="reasons", states=ACCEPTED),
    "cancel": Action(_cancel, states=_ASKED),
}
