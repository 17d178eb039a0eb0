"""Is each reminder due on its day and hour in the city, until it is no longer true, the more important first?"""

from datetime import UTC, date, datetime, timedelta

import pytest

from locales import Texts
from registration.programme import Programme, ProgrammeProblem, read_programme
from registration.reminders import TABLE, Anchor, occasions
from tests.registration.test_programme import SHIPPED

PROGRAMME = read_programme(SHIPPED)


def at(text: str) -> datetime:
    """A moment on a clock in the city."""
    return datetime.fromisoformat(text).replace(tzinfo=PROGRAMME.zone)


def due(moment: str, programme: Programme = PROGRAMME) -> list[str]:
    """What belongs to a window and is true at a moment: "name:window:days"."""
    found = occasions(programme, at(moment).astimezone(UTC))
    return [f"{each.reminder.name}:{each.key}" for each in found if each.window is not None]


def shipped(**changes: str) -> Programme:
    """The shipped file with other values of keys that stand in it once."""
    text = SHIPPED
    for key, value in changes.items():
        line = next(line for line in text.splitlines() if line.startswith((f"{key} =", f"# {key} =")))
        text = text.replace(line, f"{key} = {value}")
    return read_programme(text)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2025-10-02T07:59:59", []),
        ("2025-10-02T08:00", ["opening:w2025:30"]),
        ("2025-10-02T19:59:59", ["opening:w2025:30"]),
        ("2025-10-02T20:00", []),
        ("2025-10-03T00:30", []),
        ("2025-10-17T19:59", ["opening:w2025:30"]),
        ("2025-10-18T08:00", ["opening:w2025:14"]),
        ("2025-10-25T08:00", ["opening:w2025:7"]),
        ("2025-10-29T08:00", ["opening:w2025:3"]),
        ("2025-10-31T07:59", []),
        ("2025-10-31T08:00", ["opening:w2025:1"]),
        ("2025-10-31T19:59", ["opening:w2025:1"]),
        ("2025-11-01T07:59", []),
        ("2025-11-01T08:00", ["draft_open:w2025:0", "open:w2025:0"]),
        ("2025-11-03T19:59", ["draft_open:w2025:0", "open:w2025:0"]),
        ("2025-11-04T08:00", []),
        ("2025-12-17T08:00", ["closing:w2025:14"]),
        ("2025-12-24T08:00", ["closing:w2025:7"]),
        ("2025-12-30T08:00", ["draft_closing:w2025:1", "closing:w2025:1"]),
        ("2025-12-31T19:59", ["draft_closing:w2025:1", "closing:w2025:1"]),
        ("2026-01-01T08:00", []),
    ],
)
def test_reminders_of_a_window_are_true_from_their_hour_until_the_next_one(moment: str, expected: list[str]) -> None:
    assert due(moment) == expected


@pytest.mark.parametrize(
    ("opens", "before", "at_last"),
    [
        ("2025-11-01T08:00:00", "2025-11-01T07:59:59", "2025-11-01T08:00"),
        ("2025-11-01T10:30:00", "2025-11-01T10:29:59", "2025-11-01T10:30"),
        ("2025-11-01T21:00:00", "2025-11-01T19:59:59", "2025-11-02T08:00"),
    ],
)
def test_the_opening_is_told_when_it_is_open_and_people_are_awake(opens: str, before: str, at_last: str) -> None:
    programme = shipped(opens=opens)
    assert [name for name in due(before, programme) if "open:" in name] == []
    assert due(at_last, programme) == ["draft_open:w2025:0", "open:w2025:0"]


def test_what_is_less_important_waits_for_an_opening_later_on_the_day() -> None:
    programme = shipped(opens="2025-11-01T15:00:00")
    names = [each.reminder.name for each in occasions(programme, at("2025-11-01T09:00"))]
    assert names == ["sent_back"]
    names = [each.reminder.name for each in occasions(programme, at("2025-11-01T15:00"))]
    assert names == ["sent_back", "draft_open", "open", "letter", "draft", "covered"]


@pytest.mark.parametrize(
    ("last_answer", "days"),
    [
        ("2025-11-10T00:00", None),  # today
        ("2025-11-09T23:59:59", 1),
        ("2025-11-09T00:00", 1),
        ("2025-11-08T12:00", 1),
        ("2025-11-07T23:59", 3),
        ("2025-11-04T00:00", 3),
        ("2025-11-03T23:59", 7),
        ("2025-10-28T00:00", 7),
        ("2025-10-27T23:59:59", None),  # two weeks are enough
    ],
)
def test_days_since_an_answer_are_days_of_the_citys_calendar(last_answer: str, days: int | None) -> None:
    found = occasions(PROGRAMME, at("2025-11-10T08:00"))
    draft = next(each for each in found if each.reminder.name == "draft")
    assert draft.days_after(at(last_answer).astimezone(UTC)) == days


def test_a_form_that_could_not_be_sent_is_not_reminded_of() -> None:
    names = [each.reminder.name for each in occasions(PROGRAMME, at("2026-02-01T09:00"))]
    assert names == ["sent_back", "letter", "covered"]


def test_the_closing_is_not_told_before_the_opening() -> None:
    programme = shipped(closes="2025-11-10T23:59:59")
    assert due("2025-10-28T09:00", programme) == ["opening:w2025:7"]
    assert due("2025-11-03T09:00", programme) == ["draft_open:w2025:0", "open:w2025:0", "closing:w2025:7"]


def test_the_end_of_cover_is_told_only_where_the_file_knows_it() -> None:
    programme = shipped(cover_ends="2026-12-31")
    assert due("2026-12-01T09:00") == []
    assert [due(f"2026-12-{day}T09:00", programme) for day in ("01", "24", "31")] == [
        ["cover:w2025:30"],
        ["cover:w2025:7"],
        ["cover:w2025:7"],
    ]
    assert due("2027-01-01T09:00", programme) == []


@pytest.mark.parametrize(
    ("last_day", "days"),
    [
        ("2025-11-09", None),  # it is over
        ("2025-11-10", 7),
        ("2025-11-17", 7),
        ("2025-11-18", 30),
        ("2025-12-10", 30),
        ("2025-12-11", None),  # later
    ],
)
def test_an_end_of_cover_on_the_list_is_told_from_its_day_until_the_next_one(last_day: str, days: int | None) -> None:
    found = occasions(PROGRAMME, at("2025-11-10T08:00"))
    covered = next(each for each in found if each.reminder.name == "covered")
    assert covered.days_before(date.fromisoformat(last_day)) == days


def test_at_no_moment_of_a_year_anything_is_due_at_night_or_twice_for_one_reminder() -> None:
    moment = at("2025-09-01T00:00")
    while moment < at("2026-02-01T00:00"):
        found = occasions(PROGRAMME, moment)
        assert not found or 8 <= moment.hour < 20
        assert len({each.reminder.name for each in found}) == len(found)
        moment += timedelta(minutes=30)


@pytest.mark.parametrize(
    ("key", "value"), [("hour", "6"), ("hour", "20"), ("before_open", "[7, 7]"), ("draft_after", "[0]")]
)
def test_hours_at_night_and_days_that_make_no_sense_are_refused(key: str, value: str) -> None:
    with pytest.raises(ProgrammeProblem) as problem:
        shipped(**{key: value})
    assert problem.value.key.startswith(f"reminders.{key}")


def test_cover_cannot_end_before_it_begins() -> None:
    with pytest.raises(ProgrammeProblem) as problem:
        shipped(cover_ends="2025-12-31")
    assert problem.value.key == "windows.0.cover_ends"


def test_lists_may_be_empty() -> None:
    programme = shipped(before_open="[]", draft_after="[]", sent_back_after="[]", before_cover_ends="[]")
    names = [each.reminder.name for each in occasions(programme, at("2025-10-20T09:00")) if each.spans or each.window]
    assert names == ["letter"]


def test_every_reminder_has_its_words_and_a_name_of_its_own() -> None:
    texts = Texts()
    assert len({each.name for each in TABLE}) == len(TABLE)
    assert [each.name for each in TABLE if not texts.has(f"remind-{each.name.replace('_', '-')}")] == []
    dated = [each.name for each in TABLE if each.anchor in {Anchor.BEFORE_OPEN, Anchor.OPEN, Anchor.BEFORE_CLOSE}]
    assert [name for name in dated if not texts.has(f"remind-{name.replace('_', '-')}-unsure")] == []
