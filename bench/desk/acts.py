"""Which acts of officers and of the clock are measured? A new command or button is a row here."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bench.desk import rows
from bench.desk.office import OFFICER, SUPERVISOR, Office
from bot.due import DueWork
from bot.reminding import Reminding
from bot.waiting import WaitingLists
from registration.reasons import REASONS
from storage import board
from tests.handlers.phone import STAFF

Do = Callable[[Office], Awaitable[None]]
Step = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Act:
    """What is measured, and what comes before it. `reads_more`: by its nature, so that it may take longer.

    `button`: of a card, or below the answer to a command.
    """

    name: str
    do: Do
    before: tuple[Do, ...] = ()
    reads_more: bool = False
    button: str = ""


def _say(words: str, user: int = OFFICER) -> Do:
    return lambda office: office.say(words.format(number=rows.number_of(office.waiting)), user)


def _found(pick: Callable[[dict[str, str]], str]) -> Do:
    async def search(office: Office) -> None:
        case = await office.numbered(office.approved)
        await office.say(f"/cari {pick(case.answers)}")

    return search


def _turn(value: str, place: float) -> Do:
    async def turn(office: Office) -> None:
        assert office.city is not None
        await office.press_desk("queue", int(office.city.count - office.city.open * (1 - place)), value)

    return turn


_COMMANDS = (
    Act("/antrian", _say("/antrian")),
    Act("/antrian ▶ near the end", _turn("free_after", 0.6)),
    Act("/antrian ◀ from the end", _turn("free_before", 1.0)),
    Act("/antrian, put aside", _turn("held_after", 0.0), button="queue"),
    Act("a case of the queue is opened", lambda office: office.press_desk("open", office.waiting), button="open"),
    Act("/kasus NUMBER", _say("/kasus {number}")),
    Act("/cari NUMBER", _say("/cari {number}")),
    Act("/cari a NIK", _found(lambda answers: answers["nik"])),
    Act("/cari a phone number", _found(lambda answers: answers["phone"])),
    Act("/cari 4 last digits", _found(lambda answers: answers["phone"][-4:])),
    Act("/cari two names", _found(lambda answers: answers["name"])),
    Act("/cari the commonest name", _say("/cari Muhammad")),
    Act("/cari that name, no such second", _say("/cari Muhammad Zzz")),
    Act("/catatan", _say("/catatan {number} menunggu surat")),
    Act("/tunda NUMBER, asks for a day", _say("/tunda {number}")),
    Act("/tunda NUMBER DAY REASON", _say("/tunda {number} 20-12-2025 surat menyusul")),
    Act("/tunda, 3 days pressed", lambda office: office.press_desk("hold", office.waiting, "3"), button="hold"),
    Act("Berikutnya", lambda office: office.press_desk("next"), button="next"),
    Act(
        "Bukan ganda",
        lambda office: office.press_desk("not_double", office.waiting, str(office.approved)),
        button="not_double",
    ),
    Act("/bantuan", _say("/bantuan")),
    Act("/pasang", _say("/pasang", SUPERVISOR)),
    Act("/lepas", _say("/lepas", SUPERVISOR)),
    Act("/kuota", _say("/kuota")),
    Act("/petugas", _say("/petugas")),
    Act("/ekspor", _say("/ekspor", SUPERVISOR)),
    Act("/belum", _say("/belum", SUPERVISOR)),
)


def _cast(act: str, value: str = "") -> Do:
    return lambda office: office.press_cast(act, value)


_BEGUN: tuple[Do, ...] = (lambda office: office.begin_cast(),)
_WRITTEN: tuple[Do, ...] = (*_BEGUN, lambda office: office.reply_to_cast("Kabar untuk Anda"))
_BROADCASTS = (
    Act("/siaran", lambda office: office.begin_cast()),
    Act("/siaran, its words (counts everybody)", _WRITTEN[1], _BEGUN),
    Act("/siaran, a line of work", _cast("sector", "ojol"), _WRITTEN),
    Act("/siaran, a kecamatan", _cast("kecamatan", "64.71.05"), _WRITTEN),
    Act("/siaran, who is sent back", _cast("stands", "sent_back"), _WRITTEN),
    Act("/siaran, whose form is not finished", _cast("stands", "unfinished"), _WRITTEN),
    Act("/siaran, who is approved", _cast("stands", "approved"), _WRITTEN),
    Act("/siaran, who has not registered", _cast("stands", "not_registered"), _WRITTEN),
    Act("/siaran, which choices there are", _cast("pick", "kecamatan"), _WRITTEN),
    Act("/siaran, Kirim (counts everybody)", _cast("send"), _WRITTEN),
)


def _press(case: str, act: str, value: str = "") -> Do:
    return lambda office: office.touch(act, getattr(office, case), value)


def _card(case: str, name: str, *steps: Step) -> Act:
    """The last step is measured."""
    *before, last = (_press(case, *step) for step in steps)
    return Act(name, last, tuple(before), button=steps[-1][0])


def _reviewed(case: str, act: str) -> tuple[Act, ...]:
    """A decision that is asked for, given its reasons, and confirmed."""
    reason = ("reason", REASONS[act][0])
    return (
        _card(case, act, (act, "")),
        _card(case, f"{act}: reason", (act, ""), reason),
        _card(case, f"{act}: unreason", (act, ""), reason, ("unreason", reason[1])),
        _card(case, f"{act}: write", (act, ""), ("write", "")),
        _card(case, f"{act}: cancel", (act, ""), ("cancel", "")),
        _card(case, f"confirm_{act}", (act, ""), reason, (f"confirm_{act}", "")),
    )


_MARKED: tuple[Step, ...] = (("send_back", ""), ("mark", "name"))
_BACK: tuple[Step, ...] = (*_MARKED, ("next", ""), ("reason", REASONS["send_back"][0]))
_PASSED: tuple[Step, ...] = (("pass_on", ""), ("agency", "dp3"))
_REJECTED = tuple(
    _press("waiting", *step) for step in (("reject", ""), ("reason", REASONS["reject"][0]), ("confirm_reject", ""))
)
_BUTTONS = (
    Act("/buka NUMBER REASON", _say("/buka {number} salah lihat", SUPERVISOR), _REJECTED),
    _card("waiting", "claim", ("claim", "")),
    _card("waiting", "release", ("claim", ""), ("release", "")),
    _card("waiting", "approve: nobody before, a place", ("approve", "")),
    _card("waiting_last", "approve: all places taken", ("approve", "")),
    _card("waiting", "send_back", ("send_back", "")),
    _card("waiting", "mark", *_MARKED),
    _card("waiting", "unmark", *_MARKED, ("unmark", "name")),
    _card("waiting", "next", *_MARKED, ("next", "")),
    _card("waiting", "confirm_send_back", *_BACK, ("confirm_send_back", "")),
    *_reviewed("waiting", "reject"),
    _card("waiting", "pass_on", ("pass_on", "")),
    _card("waiting", "pass_on: agency", *_PASSED),
    _card("waiting", "confirm_pass_on", *_PASSED, ("confirm_pass_on", "")),
    _card("waiting", "view", ("view", "")),
    _card("waiting", "compare, one possible double", ("compare", "")),
    _card("objected", "approve, on an objection", ("approve", "")),
    *_reviewed("objected", "uphold"),
    *_reviewed("approved", "insurer_refuse"),
)


def _due(office: Office) -> DueWork:
    return DueWork(office.db, office.services, lambda: office.now)


def _lists(office: Office) -> WaitingLists:
    return WaitingLists(office.db, office.programme, lambda: office.now)


def _reminding(office: Office) -> Reminding:
    return Reminding(office.db, office.services, lambda: office.now)


async def _card_gone(office: Office) -> None:
    async with office.db.unit(office.now) as unit:
        await board.put(unit, office.waiting_last, None)


_CLOCK = (
    Act("what is due (every 5 minutes)", lambda office: office.timed(_due(office).check())),
    Act("waiting lists (every 5 minutes)", lambda office: office.timed(_lists(office).check())),
    Act("audit of the places (every hour)", lambda office: office.timed(_lists(office).audit()), reads_more=True),
    Act("reminders, a look (every minute)", lambda office: office.timed(_reminding(office).look()), reads_more=True),
    Act("summary of the morning", lambda office: office.event("send_summary", {"chat_id": STAFF})),
    Act("what is late, for the group", lambda office: office.event("remind_group", {"chat_id": STAFF})),
    Act("cards are filled up", lambda office: office.event("fill_board", {"chat_id": STAFF}), (_card_gone,)),
    Act("a place is free", lambda office: office.event("place_free", {"window": rows.WINDOW, "pool": "pool"})),
    Act("a case that waits for its worker", lambda office: office.event("expiry_due", {"case": office.sent_back})),
    Act("a worker hears that it is late", lambda office: office.event("tell_late", {"case": office.waiting})),
)
ALL = (*_COMMANDS, *_BROADCASTS, *_BUTTONS, *_CLOCK)
