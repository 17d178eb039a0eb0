"""Which rows does one invented case leave behind, from the first /start to the decision?"""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import SQLModel

from bench.desk.city import City
from registration import case_number
from registration.areas import kecamatan_list, kelurahan_of
from registration.finding import terms_of
from registration.lifecycle import DECIDABLE, LIVE, State
from registration.quota import Way
from storage import terms
from storage.database import Unit
from storage.deadline_tables import CaseNotice
from storage.headcount_tables import DecisionCount
from storage.page_tables import DocumentReading, Fingerprint, LookAlike, StoredFile
from storage.place_tables import TakenPlace
from storage.search_tables import CaseTerm, NotDouble
from storage.tables import Case, Consent, Draft, History, Inbox, Judgement, Outbox, Person, Slot
from tests.handlers.phone import STAFF
from tests.stories.staff.office import SITI

Row = tuple[type[SQLModel], dict[str, Any]]
WINDOW, PREFIX = "w2025", "BPN"
OFFICERS = {901: "member", 902: "member", 903: "supervisor", 904: "supervisor"}
_SECTORS = (("ojol", "disnaker"), ("pangkalan", "dishub"), ("nelayan", "dp3"))
_WARDS = [ward for area in kecamatan_list() for ward in kelurahan_of(area.code)]
_SYLLABLES = ("sa", "ri", "du", "ka", "na", "mi", "to", "wa", "li", "gu", "ba", "ne", "pu", "ti", "ma")
_MOVES = {State.APPROVED: "approve", State.REJECTED: "reject", State.WITHDRAWN: "withdraw"}
_MOVES |= {State.SENT_BACK: "send_back", State.WAITLISTED: "waitlist"}
_CARDED = 11  # one of them is put aside
_SENT_PER_CASE, _UPDATES_PER_CASE = 3, 1  # kept for a month, and for three days


def telegram_id(number: int) -> int:
    """Of the worker of a case."""
    return 10_000_000 + number


def number_of(number: int) -> str:
    """The number of a case."""
    return case_number.make(2025, number, PREFIX)


def answers_of(number: int, dice: random.Random) -> dict[str, Any]:
    """Every tenth is called Muhammad; every fiftieth has the phone of the one before."""
    first = "Muhammad" if number % 10 == 0 else "".join(dice.choices(_SYLLABLES, k=3)).capitalize()
    second = "".join(dice.choices(_SYLLABLES, k=3)).capitalize()
    year, month, day = dice.randint(1961, 2005), dice.randint(1, 12), dice.randint(1, 28)
    ward = _WARDS[number % len(_WARDS)]
    phone = number - 1 if number % 50 == 0 else number
    return SITI | {
        "nik": f"647105{day:02d}{month:02d}{year % 100:02d}{number % 10_000:04d}",
        "name": f"{first} {second}",
        "birth_date": f"{year}-{month:02d}-{day:02d}",
        "sex": "L",
        "phone": f"081{phone:09d}",
        "sector": _SECTORS[number % len(_SECTORS)][0],
        "kelurahan": ward.code,
        "kecamatan": ward.code[:8],
        "ktp_photo": [2 * number - 1],
    }


def of_case(unit: Unit, city: City, number: int, dice: random.Random) -> Iterator[Row]:
    """All of them, in no order."""
    state, answers = city.state(number), answers_of(number, dice)
    sent_at = city.sent_at(number)
    yield from _of_person(number, sent_at, dice)
    yield from _of_form(unit, city, number)
    yield Case, _case(unit, city, number, answers)
    yield from ((CaseTerm, row) for row in terms.rows_of(unit, number, terms_of(answers)))
    judged = unit.seal([["age", "ok", {}], ["ktp_city", "ok", {}], ["income", "ok", {}]], f"judgement:{number}")
    yield Judgement, {"case_id": number, "rules_version": "contoh", "found_sealed": judged, "at": sent_at}
    yield from _steps(city, number, state)
    yield from _seen(city, number, state, sent_at)
    yield from _talk(number, sent_at)


def _of_person(number: int, at: datetime, dice: random.Random) -> Iterator[Row]:
    lost = at if dice.random() < 0.02 else None
    wish = dice.choices(("on", "off", ""), (4, 1, 15))[0]
    person: dict[str, Any] = {
        "id": number,
        "telegram_id": telegram_id(number),
        "source": dice.choice(("", "", "ojol", "poster")),
    }
    person |= {"unreachable_at": lost, "created_at": at, "reminders": wish, "reminders_at": at if wish else None}
    yield Person, person | {"draft_id": None, "awaiting_sealed": b"", "active_at": at}
    consent = {"person_id": number, "text_version": "1", "chat_id": telegram_id(number), "agreed": True, "at": at}
    yield Consent, consent


def _of_form(unit: Unit, city: City, number: int) -> Iterator[Row]:
    at = city.sent_at(number)
    draft: dict[str, Any] = {
        "id": number,
        "person_id": number,
        "case_id": None,
        "state": "sent",
        "version": 20,
        "only": "",
    }
    draft |= {"answers_sealed": b"", "rules_version": "contoh", "created_at": at, "updated_at": at}
    yield Draft, draft
    if city.state(number) is State.SENT_BACK:
        yield Draft, draft | {"id": city.count + number, "case_id": number, "state": "open", "only": "name"}
    for page, question in enumerate(("ktp_photo", "group_letter")):
        file: dict[str, Any] = {
            "id": 2 * number - 1 + page,
            "draft_id": number,
            "question": question,
            "unique_id": f"u{number}",
        }
        file |= {"page": 0, "state": "kept", "vault_name": f"{2 * number + page:032x}", "width": 1000, "height": 630}
        yield StoredFile, file | {"forwarded": False, "advice": "", "created_at": at}
    bits = unit.ring.seal(bytes(32), f"fingerprint:{number}")
    yield Fingerprint, {"id": number, "file_id": 2 * number - 1, "case_id": number, "bits_sealed": bits}


def _case(unit: Unit, city: City, number: int, answers: dict[str, Any]) -> dict[str, Any]:
    state, name, sent_at = city.state(number), number_of(number), city.sent_at(number)
    decided_at = None if state in {State.WAITING, State.SENT_BACK} else city.decided_at(number)
    since = sent_at if state is State.WAITING else decided_at or sent_at
    from_end = city.count - number
    held = state is State.WAITING and from_end % 10 == 0
    carded = state is State.WAITING and city.open - _CARDED <= from_end < city.open
    return {
        "id": number, "number": name, "person_id": number, "draft_id": number, "window": WINDOW,
        "sector": answers["sector"], "agency": _SECTORS[number % len(_SECTORS)][1], "state": state, "revision": 1,
        "answers_sealed": unit.seal(answers, f"case:{name}"), "nik_index": unit.ring.index(f"{number}", "nik"),
        "phone_index": unit.ring.index(answers["phone"], "phone"), "nik_live": state in LIVE,
        "rules_version": "contoh", "review_sealed": b"", "hints_sealed": b"", "changed": "", "sent_at": sent_at,
        "decided_at": decided_at, "updated_at": since, "since": since, "queue_number": number,
        "hold_until": (city.now + timedelta(days=3)).date() if held else None,
        "card_chat": STAFF if carded else None,
    }  # fmt: skip


def _steps(city: City, number: int, state: State) -> Iterator[Row]:
    """Sent, taken, noted, decided: four for each case that was."""
    sent, at = city.sent_at(number), city.decided_at(number)
    row = {"case_id": number, "actor_id": 901 + number % 4, "actor": "officer", "note_sealed": b""}
    worker = row | {"actor": "worker", "actor_id": telegram_id(number)}
    yield History, worker | {"at": sent, "move": "send", "from_state": "", "to_state": "waiting"}
    if state in DECIDABLE:
        return
    yield History, row | {"at": at, "move": "claim", "from_state": "waiting", "to_state": "claimed"}
    yield History, row | {"at": at, "move": "note", "from_state": "claimed", "to_state": "claimed"}
    last = worker if state is State.WITHDRAWN else row
    yield History, last | {"at": at, "move": _MOVES[state], "from_state": "claimed", "to_state": state}
    if last is row:
        yield DecisionCount, {"officer_id": row["actor_id"], "move": _MOVES[state], "at": at}


def _seen(city: City, number: int, state: State, at: datetime) -> Iterator[Row]:
    """Its place, its card, who saw it, what it was compared with, whether its worker knows that it is late."""
    if state is State.APPROVED:
        place = {"case_id": number, "window": WINDOW, "pool": str(Way.POOL), "taken_at": city.decided_at(number)}
        yield TakenPlace, place | {"taken_by": 901, "freed_at": None, "freed_by": None}
    if state is not State.WAITING or city.count - number >= city.open - _CARDED:
        yield Slot, {"name": f"card:{number}", "chat_id": STAFF, "message_id": 1_000_000 + number}
    reading = {"case_id": number, "at": at, "kind": "card", "reader_id": STAFF, "why": "new", "pages": 1}
    yield DocumentReading, reading
    told = {"case_id": number, "kind": "late", "since": at, "left_at": at, "told_at": at}
    yield CaseNotice, told
    if number % 50 == 3 and number > 50:
        seen = {"first_id": number - 1, "second_id": number, "data": bytes(32), "officer_id": 901, "at": at}
        yield NotDouble, seen
        pair = {"print_id": number, "other_id": number - 1, "difference": 0.1, "found_at": at}
        yield LookAlike, pair | {"dismissed_at": at, "dismissed_by": 901}


def _talk(number: int, at: datetime) -> Iterator[Row]:
    """What was sent to the worker and the group, and what came in: handled, and not yet cleared away."""
    for each in range(_SENT_PER_CASE):
        call = {"key": f"o{number}.{each}", "kind": "call", "name": "sendMessage", "lane": 1, "chat_id": STAFF}
        call |= {"slot": f"card:{number}", "body_sealed": b"", "state": "sent", "attempts": 1, "error": ""}
        yield Outbox, call | {"due_at": at, "created_at": at, "done_at": at, "batch": None, "message_id": None}
    for each in range(_UPDATES_PER_CASE):
        done = {"key": f"i{number}.{each}", "kind": "update", "body_sealed": b"", "state": "done"}
        yield Inbox, done | {"attempts": 0, "error": "", "received_at": at}
