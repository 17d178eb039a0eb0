"""Do routers, buttons and jobs keep the promises that the rest of the house relies on?"""

from aiogram.filters.callback_data import CallbackData
from aiogram.utils.magic_filter import MagicFilter

from bot.inbound import ALLOWED_UPDATES
from handlers import callbacks, fallback
from handlers.broadcasts import desk as broadcasts
from handlers.broadcasts.copies import STOP
from handlers.conversation import routers
from handlers.results import RESULTS
from handlers.staff import binding, desk
from handlers.staff.actions import ACTIONS
from handlers.worker import form, menu, sending
from jobs.runner import JOBS
from registration.areas import kecamatan_list
from registration.audiences import PARTS
from registration.broadcasting import BUTTONS
from registration.programme import load_programme
from registration.questions import QUESTIONS
from registration.reasons import REASONS
from tests.code.sources import ROOT

LARGEST_ID = 2**53
LONGEST_AGENCY = "a" * 20  # registration.programme_tables.AgencyKey
MOST_BYTES = 64  # Bot API, InlineKeyboardButton.callback_data


def test_the_fallback_is_tried_last() -> None:
    assert routers()[-1] is fallback.router
    assert len({id(router) for router in routers()}) == len(routers())


def test_every_job_has_somebody_who_takes_its_result() -> None:
    assert set(JOBS) - set(RESULTS) == set()


def test_every_filter_is_asynchronous_for_a_synchronous_one_costs_a_thread() -> None:
    synchronous = [
        f"{router.name}: {handler.callback.__name__}: {kind.callback}"
        for router in routers()
        for observer in router.observers.values()
        for handler in [*observer.handlers, observer._handler]
        for kind in handler.filters or []
        if isinstance(kind.callback, MagicFilter) or not kind.awaitable
    ]
    assert synchronous == []


def test_only_kinds_of_updates_that_are_fetched_have_handlers() -> None:
    handled = {name for router in routers() for name, observer in router.observers.items() if observer.handlers}
    assert handled == set(ALLOWED_UPDATES)


def form_buttons() -> list[CallbackData]:
    """Every option of every question, at the largest draft; the options of a district depend on the one before it."""
    programme = load_programme(ROOT / "programmes" / "balikpapan.toml")
    answers = [{"kecamatan": each.code} for each in kecamatan_list()]
    options = {
        (question.key, option.value)
        for question in QUESTIONS
        for known in answers
        for option in question.options(known, programme)
    }
    acts = {(question.key, act) for question in QUESTIONS for act in form.ACTS}
    return [
        *(callbacks.Form(act="answer", draft=LARGEST_ID, question=key, value=value) for key, value in options),
        *(callbacks.Form(act=act, draft=LARGEST_ID, question=key) for key, act in acts),
        *(callbacks.Form(act=act, draft=LARGEST_ID) for act in sending.ACTS),
    ]


def card_buttons() -> list[CallbackData]:
    """Every button of a card, in a revision that no case will reach."""
    ticks = [(act, question.key) for question in QUESTIONS for act in ("mark", "unmark")]
    ticks += [(act, code) for codes in REASONS.values() for code in codes for act in ("reason", "unreason")]
    acts = [(act, "") for act in ACTIONS] + [("agency", LONGEST_AGENCY)]
    return [callbacks.Review(act=act, case=LARGEST_ID, revision=99_999, value=value) for act, value in [*ticks, *acts]]


def test_every_button_fits_at_the_largest_ids_and_is_read_back_as_it_was() -> None:
    menu_buttons = [callbacks.Menu(act=act, id=LARGEST_ID) for act in menu.ACTS]
    desk_buttons = [callbacks.Desk(act=act, id=LARGEST_ID, value="x" * 20) for act in desk.BUTTONS]
    binding_buttons = [callbacks.Bind(act=act, agency=LONGEST_AGENCY) for act in binding.PRESSES]
    casts = [(act, "x" * 20) for act in broadcasts.ACTS]
    casts += [(part, value) for part, values in PARTS.items() for value in values()]
    cast_buttons = [callbacks.Cast(act=act, id=LARGEST_ID, revision=99_999, value=value) for act, value in casts]
    heard_buttons = [callbacks.Heard(act=act, id=LARGEST_ID) for act in (*BUTTONS, STOP)]
    buttons = [
        *form_buttons(),
        *card_buttons(),
        *menu_buttons,
        *desk_buttons,
        *binding_buttons,
        *cast_buttons,
        *heard_buttons,
    ]
    buttons.append(callbacks.Terms(taps="z" * 5))
    packed = [button.pack() for button in buttons]
    assert [data for data in packed if len(data.encode()) > MOST_BYTES] == []
    assert [type(button).unpack(data) for button, data in zip(buttons, packed, strict=True)] == buttons
