"""What are the rules of a city's programme, read from its file, and which registration window counts now?"""

import re
import tomllib
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import Annotated, Any, get_args
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, ValidationError, field_validator

from registration.eligibility import CheckCode
from registration.programme_tables import (
    Age,
    Agency,
    AgencyKey,
    Benefits,
    Broadcasts,
    Consent,
    Contact,
    Export,
    Key,
    Office,
    Positive,
    Questions,
    Quota,
    Reminders,
    Review,
    Sector,
    SectorKey,
    Table,
    Text,
    Window,
)
from registration.toml_lines import line_of

__all__ = [
    "Agency",
    "Checks",
    "Programme",
    "ProgrammeProblem",
    "Sector",
    "SectorKey",
    "Window",
    "load_programme",
    "read_programme",
]


class ProgrammeProblem(Exception):
    """The programme file is wrong: `key` (dotted, "" for the whole file) on `line` (None when nowhere), and
    why.
    """

    def __init__(self, reason: str, key: str = "", line: int | None = None) -> None:
        super().__init__(f"line {line or '?'}, {key or 'file'}: {reason}")
        self.reason = reason
        self.key = key
        self.line = line


class Checks(Table):
    """Which checks stop a case instead of asking staff to look, and where each rule comes from."""

    stops: tuple[CheckCode, ...] = ()
    sources: dict[CheckCode, Text]


class Programme(Table):
    """The rules of one city.

    Money is whole rupiah, times are aware, `version` names this state of the rules.
    """

    version: Text
    name: Text
    city: Text
    timezone: str
    case_prefix: Annotated[str, Field(pattern=r"^[A-Z]{2,5}$")]
    ktp_months: Annotated[int, Field(ge=0)]
    wage_year: int
    consent: Consent
    windows: Annotated[tuple[Window, ...], Field(min_length=1)]
    agencies: dict[AgencyKey, Agency]
    sectors: dict[SectorKey, Sector]
    aplikator: dict[Key, Text]
    wage_limit: dict[int, Positive]
    age: Age
    quota: Quota
    office: Office
    contact: Contact
    benefits: Benefits
    review: Review
    reminders: Reminders
    broadcasts: Broadcasts
    questions: Questions = Questions()
    export: Export
    checks: Checks

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        if zone not in available_timezones():
            raise ValueError("no such time zone")
        return zone

    @property
    def zone(self) -> ZoneInfo:
        """The time zone that people in the city read times in."""
        return ZoneInfo(self.timezone)

    def day_of(self, at: datetime) -> datetime:
        """Return the first moment of the day in the city on which `at` (aware) lies."""
        return datetime.combine(at.astimezone(self.zone), time(), self.zone)

    @property
    def income_limit(self) -> int:
        """The minimum wage that an income may not exceed, rupiah a month."""
        return self.wage_limit[self.wage_year]

    def window_at(self, now: datetime) -> Window | None:
        """Return the window that is open at `now` (aware)."""
        return next((window for window in self.windows if window.opens <= now <= window.closes), None)

    def next_window(self, now: datetime) -> Window | None:
        """Return the first window that opens after `now` (aware)."""
        return min((window for window in self.windows if window.opens > now), key=_opening, default=None)

    def window_for(self, now: datetime) -> Window:
        """Return the window that counts at `now` (aware): the open one, else the next, else the last."""
        return self.window_at(now) or self.next_window(now) or max(self.windows, key=_opening)

    def window_of(self, key: str) -> Window | None:
        """Return the window of this key; None when the file no longer has it."""
        return next((window for window in self.windows if window.key == key), None)

    def agency_of(self, sector: SectorKey) -> Agency:
        """Return the agency that decides on a sector."""
        return self.agencies[self.sectors[sector].agency]


def load_programme(path: Path) -> Programme:
    """Return the programme of a TOML file. Raises ProgrammeProblem; OSError when it cannot be opened."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise ProgrammeProblem("not UTF-8 text") from None
    return read_programme(text)


def read_programme(text: str) -> Programme:
    """Return the programme of a TOML text. Raises ProgrammeProblem for the first thing that is wrong."""
    try:
        programme = Programme.model_validate(_in_local_time(tomllib.loads(text)))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise ProgrammeProblem(str(error), line=int(line[1]) if line else len(text.splitlines())) from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        key = ".".join(str(part) for part in first["loc"] if part != "[key]")
        raise ProgrammeProblem(first["msg"], key, line_of(text, key)) from None
    for key, reason in _contradictions(programme):
        raise ProgrammeProblem(reason, key, line_of(text, key))
    return programme


def _in_local_time(raw: dict[str, Any]) -> dict[str, Any]:
    """Return the tables with each window's plain local times made aware; what is malformed is left to the
    model.
    """
    zone = raw.get("timezone")
    windows = raw.get("windows")
    if not isinstance(zone, str) or zone not in available_timezones() or not isinstance(windows, list):
        return raw
    return {**raw, "windows": [_window_in_zone(window, ZoneInfo(zone)) for window in windows]}


def _window_in_zone(window: Any, zone: ZoneInfo) -> Any:
    if not isinstance(window, dict):
        return window
    return {
        key: value.replace(tzinfo=zone) if isinstance(value, datetime) and value.tzinfo is None else value
        for key, value in window.items()
    }


def _contradictions(programme: Programme) -> Iterator[tuple[str, str]]:
    """Yield (key, reason) for every pair of settings that cannot both be meant."""
    for sector in get_args(SectorKey):
        if sector not in programme.sectors:
            yield f"sectors.{sector}", "this sector is missing"
        elif programme.sectors[sector].agency not in programme.agencies:
            yield f"sectors.{sector}.agency", "no such agency"
    if programme.wage_year not in programme.wage_limit:
        yield "wage_year", "wage_limit has no amount for this year"
    if programme.age.min > programme.age.max:
        yield "age.min", "greater than age.max"
    for code in get_args(CheckCode):
        if code not in programme.checks.sources:
            yield f"checks.sources.{code}", "this check has no source"
    if programme.benefits.self_pay_transport_from > programme.benefits.self_pay_transport_until:
        yield "benefits.self_pay_transport_until", "earlier than self_pay_transport_from"
    yield from _review_contradictions(programme)
    yield from _quota_contradictions(programme)
    yield from _window_contradictions(programme)


def _review_contradictions(programme: Programme) -> Iterator[tuple[str, str]]:
    hours, limits, expiry = programme.review.hours, programme.review.limits, programme.review.expiry
    if hours.staff_from >= hours.staff_until:
        yield "review.hours.staff_until", "not later than staff_from"
    if hours.worker_from >= hours.worker_until:
        yield "review.hours.worker_until", "not later than worker_from"
    if limits.supervisors < limits.group:
        yield "review.limits.supervisors", "less than limits.group"
    first, second = expiry.notices
    if not expiry.days > first > second:
        yield "review.expiry.notices", "each must be less than the one before, and the first less than days"


def _quota_contradictions(programme: Programme) -> Iterator[tuple[str, str]]:
    quota = programme.quota
    ways = {"pool": quota.pool is not None, "sectors": bool(quota.sectors), "agencies": bool(quota.agencies)}
    given = [name for name, is_given in ways.items() if is_given]
    if len(given) > 1:
        yield f"quota.{given[0]}", "give either one pool, or places by sector, or places by agency"
    for agency in quota.agencies:
        if agency not in programme.agencies:
            yield f"quota.agencies.{agency}", "no such agency"


def _window_contradictions(programme: Programme) -> Iterator[tuple[str, str]]:
    for index, window in enumerate(programme.windows):
        if window.opens >= window.closes:
            yield f"windows.{index}.closes", "not later than opens"
        if window.cover_ends is not None and window.cover_ends < window.cover_starts:
            yield f"windows.{index}.cover_ends", "earlier than cover_starts"
        for other in programme.windows[:index]:
            if other.key == window.key:
                yield f"windows.{index}.key", "used by two windows"
            if other.opens <= window.closes and window.opens <= other.closes:
                yield f"windows.{index}.opens", f"overlaps with {other.key}"


def _opening(window: Window) -> datetime:
    return window.opens
