"""How do officers see two cases side by side that may be one person's, and say that they are not?"""

from dataclasses import asdict
from typing import Any

from delivery import messages
from handlers.callbacks import Desk
from handlers.context import Services, staff_chat
from handlers.screens import button
from handlers.staff import cards, doubles
from handlers.staff.caption import cut
from handlers.staff.doubles import Double
from handlers.staff.orders import Order, is_ours, is_own, say
from handlers.staff.pages import CasePage, ktp_of
from handlers.staff.press import Allowed, answer
from handlers.staff.standing import day_of
from handlers.worker.values import shown
from locales import Rich
from registration.lifecycle import DECIDABLE, OVER, Actor
from registration.nik import masked
from registration.questions import BY_KEY
from storage import cases, look_alikes, outbox, readings
from storage import doubles as said
from storage.cases import Case
from storage.database import Unit
from storage.outbox import Lane

_COMPARED = ("nik", "name", "birth_place", "birth_date", "sex", "address", "kelurahan", "phone")
_MOST_CAPTION = 1024  # UTF-16 units (Bot API, sendPhoto)
_MOST = 5  # pairs at a time
_SECONDS = 1800  # how long a pair stands in the group: it is no archive of ID cards


async def compare(unit: Unit, services: Services, granted: Allowed) -> None:
    """ "Bandingkan": have both KTPs drawn side by side, once for each case that may be a double."""
    found = await doubles.of_case(unit, granted.case)
    if not found:
        answer(unit, services, granted.press, "press-no-double")
        await cards.refresh(unit, services, granted.case)
        return
    for double in found[:_MOST]:
        await _draw(unit, services, granted.case, double.case)
    answer(unit, services, granted.press, "press-ok-compare")


async def _draw(unit: Unit, services: Services, case: Case, other: Case) -> None:
    note = services.texts(
        "watermark",
        agency=services.programme.agencies[case.agency].short,
        day=day_of(services, unit.now),
        number=f"{case.number} / {other.number}",
    )
    chat_id, pages = await staff_chat(unit, services, case.agency), await _pages(unit, services, case, other)
    outbox.job(unit, "draw_pair", {"case": case.id, "other": other.id, "pages": pages, "note": note, "chat": chat_id})


async def _pages(unit: Unit, services: Services, case: Case, other: Case) -> list[dict[str, Any]]:
    """The pages of both, as they may be shown now to who decides on the first."""
    return [asdict(page) for one in (case, other) for page in await _ktp(unit, services, one, case.agency)]


async def _ktp(unit: Unit, services: Services, case: Case, agency: str) -> list[CasePage]:
    """The KTP with the number of its case. Another agency's is covered: this group does not decide on it."""
    hide = {} if case.agency == agency else {"hide": "everything"}
    return [CasePage(**(asdict(page) | {"label": case.number} | hide)) for page in await ktp_of(unit, services, case)]


async def on_drawn(unit: Unit, services: Services, body: dict[str, Any]) -> None:
    """The picture is ready: into the group with it, if there still is something to compare.

    One of the two may have been passed on or decided meanwhile: then another picture may be seen, or none.
    """
    case = await cases.get(unit, body["case"])
    chat_id = None if case is None else await staff_chat(unit, services, case.agency)
    double = None if case is None else await _double(unit, case, body["other"])
    picture = body["result"].get("vault")
    if case is None or chat_id is None or double is None or chat_id != body["chat"]:
        _forget(unit, picture)
    elif await _pages(unit, services, case, double.case) != body["pages"]:
        _forget(unit, picture)
        await _draw(unit, services, case, double.case)
    else:
        await _show(unit, services, chat_id, case, double, picture)


def _forget(unit: Unit, picture: str | None) -> None:
    if picture is not None:
        outbox.job(unit, "forget_files", {"names": [picture]})


async def _double(unit: Unit, case: Case, other_id: int) -> Double | None:
    """What a case has in common with that other one, if they may be doubles."""
    return next((each for each in await doubles.of_case(unit, case) if each.case.id == other_id), None)


async def _show(unit: Unit, services: Services, chat_id: int, case: Case, double: Double, picture: str | None) -> None:
    text = cut(_words(services, case, double), _MOST_CAPTION)
    markup = messages.inline([[_not_double(services, case, double.case)]])
    extra = {"below": cards.slot_of(case), "vanish": _SECONDS}
    if picture is None:  # it could not be drawn: the words alone say the most
        slot = cards.slot_of(case)
        messages.send(unit, chat_id, text, markup, lane=Lane.NOTICE, below=slot, vanish=_SECONDS, protect=True)
        return
    for one in (case, double.case):
        await readings.write(unit, one.id, "card", chat_id, why="compared", pages=1)
    params = {
        "chat_id": chat_id,
        "caption": text.text,
        "caption_entities": list(text.entities),
        "reply_markup": markup,
        "protect_content": True,
    }
    outbox.call(unit, "sendPhoto", params, chat_id=chat_id, lane=Lane.NOTICE, extra=extra | {"vault": picture})


def _not_double(services: Services, case: Case, other: Case) -> dict[str, Any]:
    data = Desk(act="not_double", id=case.id, value=str(other.id)).pack()
    return button(services.texts("staff-not-double", number=other.number), data)


def _words(services: Services, case: Case, double: Double) -> Rich:
    """Each answer of both: once where it is the same, else one below the other."""
    other, texts = double.case, services.texts
    state = texts(f"search-{other.state.replace('_', '-')}")
    text = texts.rich("compare-head", one=case.number, other=other.number, state=state)
    for key in _COMPARED:
        if key not in case.answers or key not in other.answers:
            continue
        label = texts(f"q-{key}.label")
        values = [_value(services, one, key, case.agency) for one in (case, other)]
        same = case.answers[key] == other.answers[key]
        line = texts.rich(f"compare-{'same' if same else 'other'}", label=label, one=values[0], other=values[1])
        text += Rich("\n") + line
    return text


def _value(services: Services, case: Case, key: str, agency: str) -> str:
    """As on the card; of another agency's case no more than needed to compare."""
    value = shown(services.texts, services.programme, BY_KEY[key], case.answers)
    if case.agency != agency and key in {"address", "phone"}:
        return services.texts("compare-kept-back")
    hidden = case.agency != agency or case.state in OVER or services.programme.review.card == "redacted"
    return masked(case.answers["nik"]) if key == "nik" and hidden else value


async def not_double(unit: Unit, services: Services, order: Order) -> None:
    """ "Bukan ganda": remembered until one of the two is changed, and told on both cards no more."""
    case = await cases.get(unit, order.case)
    if case is None or order.user_id is None:
        say(unit, services, order, "desk-unknown")
        return
    if not await is_ours(unit, services, order, case):
        return
    if case.state not in DECIDABLE:
        say(unit, services, order, "not-double-over", number=case.number)
        return
    # Only what may be a double: the button's number may be made up, and name another agency's case.
    found = await _double(unit, case, int(order.words) if order.words.isdecimal() else 0)
    if found is None:
        say(unit, services, order, "not-double-none")
        return
    other = found.case
    if not (await is_own(unit, services, order, case) or await is_own(unit, services, order, other)):
        await _dismiss(unit, services, case, other, order.user_id)
        say(unit, services, order, "not-double-taken", one=case.number, other=other.number)


async def _dismiss(unit: Unit, services: Services, case: Case, other: Case, officer_id: int) -> None:
    await said.dismiss(unit, case, other, officer_id)
    await look_alikes.dismiss(unit, case.id, other.id, officer_id)
    for one, about in ((case, other), (other, case)):
        note = {"other": about.number}
        await cases.write_history(
            unit, one.id, "not_double", (one.state, one.state), actor=Actor.OFFICER, actor_id=officer_id, note=note
        )
        if one.state in DECIDABLE:
            await cards.refresh(unit, services, one)


async def tell_others(unit: Unit, services: Services, case: Case) -> None:
    """A case has come, or changed: the open cards of those that may be its doubles say so too."""
    for double in await doubles.of_case(unit, case):
        if double.case.state in DECIDABLE:
            await cards.refresh(unit, services, double.case)
