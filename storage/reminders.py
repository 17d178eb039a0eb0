"""Who is to be reminded of something, and who was reminded already?

The people of an occasion are found in steps over an index: a step takes a few milliseconds however many they are.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select, text, tuple_

from registration.lifecycle import LIVE, OPEN, State
from registration.reminders import Anchor, Occasion, Whom
from storage.cases import NIK_LIVE
from storage.database import Unit
from storage.drafts import DRAFT_COLUMNS, Draft, draft_of
from storage.keys import SealBroken
from storage.participant_tables import Participant
from storage.reminder_tables import Reminder
from storage.tables import Case as CaseTable
from storage.tables import Draft as DraftTable
from storage.tables import Person as PersonTable
from storage.tables import table_of

_REMINDER = table_of(Reminder)
_PERSON = table_of(PersonTable)
_DRAFT = table_of(DraftTable)
_CASE = table_of(CaseTable)
_OLD = table_of(Participant)
# What is gone through for whom. `in_order` writes conditions out: a bound value would hide an index of some rows.
IDS = {
    Whom.ASKED: _PERSON.c.id,
    Whom.IDLE: _PERSON.c.id,
    Whom.UNSENT: _DRAFT.c.id,
    Whom.SENT_BACK: _DRAFT.c.id,
    Whom.LETTER: _CASE.c.id,
    Whom.APPROVED: _CASE.c.id,
    Whom.COVERED: _OLD.c.id,
}
_FORMS = (Whom.UNSENT, Whom.SENT_BACK)
_WISHES = (Whom.ASKED, Whom.IDLE)


@dataclass(frozen=True, slots=True)
class Target:
    """Somebody who may be reminded, of which form or case; `key` lets it be done once."""

    person_id: int
    telegram_id: int
    key: str
    draft: Draft | None = None
    case_id: int = 0
    number: str = ""
    cover_ends: date | None = None

    @property
    def about(self) -> int:
        """The case, else the form, that the button below is to act on."""
        return self.case_id or (self.draft.id if self.draft is not None else 0)


def in_order(whom: Whom, window: str, after: int, most: int) -> Select[Any]:
    """The statement of a step."""
    column = IDS[whom]
    some = {
        Whom.ASKED: _PERSON.c.reminders == text("'on'"),
        Whom.IDLE: _PERSON.c.reminders == text("'on'"),
        Whom.UNSENT: _DRAFT.c.state == text("'open'"),
        Whom.SENT_BACK: _DRAFT.c.state == text("'open'"),
        Whom.LETTER: _CASE.c.queue_number.is_(None),
        Whom.APPROVED: and_(_CASE.c.state == text("'approved'"), _CASE.c.window == window),
        Whom.COVERED: and_(_OLD.c.person_id.is_not(None), _OLD.c.cover_ends.is_not(None)),
    }
    return select(column).where(some[whom], column > after).order_by(column).limit(most)


def linked_in_order(after: int, most: int) -> Select[Any]:
    """The statement of a step through the chats of old participants."""
    column = _OLD.c.person_id
    return select(column).distinct().where(column.is_not(None), column > after).order_by(column).limit(most)


async def step(unit: Unit, occasion: Occasion, after: int, most: int) -> list[int]:
    """The next ids of people, forms or cases, after this one, among which the people of an occasion are."""
    window = occasion.window.key if occasion.window else ""
    ids = (await unit.conn.execute(in_order(occasion.reminder.whom, window, after, most))).scalars().all()
    if occasion.reminder.whom not in _WISHES:
        return list(ids)
    linked = (await unit.conn.execute(linked_in_order(after, most))).scalars()
    return sorted({*ids, *linked})[:most]


async def targets(unit: Unit, occasion: Occasion, ids: Sequence[int], today: date, rested: datetime) -> list[Target]:
    """Which of these the occasion is true for, and who may be told now.

    Not after /berhenti, not who has blocked us, not who was active after `rested`, not twice on one day (`today`, in
    the city), and nothing twice.
    """
    statement = _people(occasion, ids).where(
        _PERSON.c.unreachable_at.is_(None),
        _PERSON.c.reminders != "off",
        or_(_PERSON.c.active_at.is_(None), _PERSON.c.active_at <= rested),
        ~exists().where(_REMINDER.c.person_id == _PERSON.c.id, _REMINDER.c.day == today),
    )
    rows = [(row, _key(occasion, row)) for row in await unit.conn.execute(statement)]
    known = await _known(unit, occasion.reminder.name, [(row.person_id, key) for row, key in rows if key])
    fresh = [_target(unit, row, key) for row, key in rows if key and (row.person_id, key) not in known]
    return [target for target in fresh if target is not None]


def _people(occasion: Occasion, ids: Sequence[int]) -> Select[Any]:
    whom = occasion.reminder.whom
    who = (_PERSON.c.id.label("person_id"), _PERSON.c.telegram_id)
    if whom in _WISHES:
        return select(*who).where(_PERSON.c.id.in_(ids), *_asked(occasion))
    if whom in _FORMS:
        forms = (column.label(f"d_{column.name}") for column in DRAFT_COLUMNS)
        cases = (_CASE.c.id.label("case_id"), _CASE.c.number)
        joined = _DRAFT.join(_PERSON, _PERSON.c.id == _DRAFT.c.person_id)
        joined = joined.outerjoin(_CASE, _CASE.c.id == _DRAFT.c.case_id)
        of_forms = select(*who, *forms, *cases).select_from(joined).where(_DRAFT.c.id.in_(ids), *_form(occasion))
        return of_forms.order_by(_DRAFT.c.id)
    if whom is Whom.COVERED:
        old = (_OLD.c.id.label("old_id"), _OLD.c.cover_ends)
        joined = _OLD.join(_PERSON, _PERSON.c.id == _OLD.c.person_id)
        of_list = select(*who, *old).select_from(joined).where(_OLD.c.id.in_(ids), ~_sent_since())
        return of_list.order_by(_OLD.c.id)
    joined = _CASE.join(_PERSON, _PERSON.c.id == _CASE.c.person_id)
    columns = (_CASE.c.id.label("case_id"), _CASE.c.number, _CASE.c.sent_at)
    state = OPEN if whom is Whom.LETTER else {State.APPROVED}
    statement = select(*who, *columns).select_from(joined).where(_CASE.c.id.in_(ids), _CASE.c.state.in_(state))
    if whom is Whom.APPROVED:
        statement = statement.where(~_listed_since())
    return statement.order_by(_CASE.c.id)


def _asked(occasion: Occasion) -> list[ColumnElement[bool]]:
    """Who asked or was linked before it was due, and has not registered in the window; at the end nor begun to."""
    window = occasion.window.key if occasion.window else ""
    live = and_(_CASE.c.person_id == _PERSON.c.id, _CASE.c.window == window, _CASE.c.state.in_(LIVE))
    asked = and_(_PERSON.c.reminders == "on", _PERSON.c.reminders_at <= occasion.due)
    linked = exists().where(_OLD.c.person_id == _PERSON.c.id, _OLD.c.linked_at <= occasion.due)
    wanted = [or_(asked, linked), ~exists().where(live)]
    if occasion.reminder.whom is Whom.IDLE:
        unsent = and_(_DRAFT.c.person_id == _PERSON.c.id, _DRAFT.c.state == "open", _DRAFT.c.case_id.is_(None))
        wanted.append(~exists().where(unsent))
    return wanted


def _sent_since() -> ColumnElement[bool]:
    """Has a form with this NIK come after the list was written? Then the list is old news."""
    same = and_(_CASE.c.nik_index == _OLD.c.nik_index, NIK_LIVE)
    return exists().where(same, _CASE.c.sent_at > _OLD.c.listed_at)


def _listed_since() -> ColumnElement[bool]:
    """Does the list say something newer of the end of cover than this case does?"""
    same = and_(_OLD.c.nik_index == _CASE.c.nik_index, _OLD.c.person_id.is_not(None), _OLD.c.cover_ends.is_not(None))
    return exists().where(same, _OLD.c.listed_at >= _CASE.c.sent_at)


def _form(occasion: Occasion) -> list[ColumnElement[bool]]:
    """Forms that are open, and have lain for as long as the occasion says."""
    wanted = [_DRAFT.c.state == "open"]
    if occasion.reminder.whom is Whom.SENT_BACK:
        wanted.append(_CASE.c.state == State.SENT_BACK)
    else:
        wanted.append(_DRAFT.c.case_id.is_(None))
    if occasion.reminder.anchor is Anchor.OPEN:  # who has been at it since knows that it is open
        wanted.append(_DRAFT.c.updated_at < occasion.due)
    return wanted


def _key(occasion: Occasion, row: Any) -> str:
    """What lets it be done once; "" where its day has not come or is over.

    An answer makes a new version of a form: then the days are counted anew.
    """
    if occasion.window is not None:
        return occasion.key
    if occasion.reminder.whom is Whom.COVERED:
        left = occasion.days_before(row.cover_ends)
        return "" if left is None else f"{row.old_id}.{row.cover_ends}:{left}"
    is_form = occasion.reminder.whom in _FORMS
    days = occasion.days_after(row.d_updated_at if is_form else row.sent_at)
    about = f"{row.d_id}.{row.d_version}" if is_form else str(row.case_id)
    return "" if days is None else f"{about}:{days}"


async def _known(unit: Unit, name: str, keys: list[tuple[int, str]]) -> set[tuple[int, str]]:
    """Which of these were sent."""
    columns = (_REMINDER.c.person_id, _REMINDER.c.occasion)
    found = select(*columns).where(_REMINDER.c.name == name, tuple_(*columns).in_(keys))
    return {(row.person_id, row.occasion) for row in await unit.conn.execute(found)} if keys else set()


def _target(unit: Unit, row: Any, key: str) -> Target | None:
    """None where the form cannot be opened: it must not stand in the way of the others."""
    seen = row._mapping  # noqa: SLF001 - SQLAlchemy's documented name for the row as a mapping
    try:
        draft = draft_of(unit, row, "d_") if "d_id" in seen else None
    except SealBroken:
        return None
    number, ends = seen.get("number") or "", seen.get("cover_ends")
    return Target(row.person_id, row.telegram_id, key, draft, seen.get("case_id") or 0, number, ends)


async def claim(unit: Unit, name: str, wanted: Sequence[Target], today: date) -> list[tuple[Target, str]]:
    """Write down that these are reminded; those whom nobody else reminds at this moment, each with its outbox key.

    The key has no colon, so that housekeeping forgets the call once it was sent.
    """
    keyed = {f"reminder-{secrets.token_hex(8)}": target for target in wanted}
    rows = [
        {
            "person_id": target.person_id,
            "name": name,
            "occasion": target.key,
            "day": today,
            "outbox_key": key,
            "at": unit.now,
        }
        for key, target in keyed.items()
    ]
    if not rows:
        return []
    statement = unit.insert_or_skip(Reminder).returning(_REMINDER.c.outbox_key)
    mine = set((await unit.conn.execute(statement, rows)).scalars())
    return [(target, key) for key, target in keyed.items() if key in mine]


async def of_person(unit: Unit, person_id: int) -> list[tuple[str, str, datetime]]:
    """(kind, occasion, when) of what a person was reminded of, in order."""
    rows = select(_REMINDER).where(_REMINDER.c.person_id == person_id).order_by(_REMINDER.c.at, _REMINDER.c.name)
    return [(row.name, row.occasion, row.at) for row in await unit.conn.execute(rows)]
