"""Would the programme probably be for somebody, told from five taps? An estimate: it decides nothing.

The five points are rules of `registration.checking` in the order of the taps; their ranges come from the programme
file and the day, and each is exact: who turns too old before registration closes has a range of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal

from registration.dates import shown
from registration.eligibility import CheckCode, latest_birth, latest_issue
from registration.income import shown as shown_rupiah
from registration.programme import Programme

Verdict = Literal["ok", "look", "no"]
Outcome = Literal["likely", "look", "no"]


@dataclass(frozen=True, slots=True)
class Tap:
    """One answer: its letter in a button, its name (of its words), what it means, and what its words need."""

    letter: str
    name: str
    verdict: Verdict
    details: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Point:
    """One question with the answers that can be tapped."""

    code: CheckCode
    taps: tuple[Tap, ...]


def points(programme: Programme, now: datetime) -> tuple[Point, ...]:
    """Return the five questions as they are at `now` (aware), each with its possible answers."""
    limit: dict[str, str | int] = {"limit": shown_rupiah(programme.income_limit)}
    return (
        Point("area", (Tap("y", "yes", "ok"), Tap("n", "no", "no"))),
        Point("card-age", _card_age(programme, now)),
        Point("age", _age(programme, *_days(programme, now))),
        Point(
            "income",
            (Tap("w", "within", "ok", limit), Tap("a", "above", "no", limit), Tap("v", "varies", "look", limit)),
        ),
        Point("covered", (Tap("n", "no", "ok"), Tap("y", "yes", "no"), Tap("u", "unsure", "look"))),
    )


def chosen(asked: Sequence[Point], letters: str) -> tuple[Tap, ...]:
    """Return the taps that `letters` stand for, up to the first that is not (or no longer) offered."""
    found: list[Tap] = []
    for point, letter in zip(asked, letters, strict=False):
        tap = next((tap for tap in point.taps if tap.letter == letter), None)
        if tap is None:
            break
        found.append(tap)
    return tuple(found)


def outcome(taps: Sequence[Tap]) -> Outcome:
    """Return what the answers add up to: the worst of them counts."""
    verdicts = {tap.verdict for tap in taps}
    if "no" in verdicts:
        return "no"
    return "look" if "look" in verdicts else "likely"


def missed(asked: Sequence[Point], taps: Sequence[Tap]) -> set[CheckCode]:
    """Return the rules that are clearly not met."""
    return {point.code for point, tap in zip(asked, taps, strict=False) if tap.verdict == "no"}


def _days(programme: Programme, now: datetime) -> tuple[date, date]:
    """The first and the last day on which one can register: of the window that counts, else today alone."""
    window, today = programme.window_for(now), now.astimezone(programme.zone).date()
    if window.closes < now:
        return today, today
    opens, closes = (moment.astimezone(programme.zone).date() for moment in (window.opens, window.closes))
    return max(opens, today), closes


def _card_age(programme: Programme, now: datetime) -> tuple[Tap, ...]:
    """A new card may be a reprint, so it is "no" only where the programme stops new cards."""
    last = latest_issue(programme.window_for(now).reference_date, programme.ktp_months)
    details: dict[str, str | int] = {"date": shown(last.isoformat()), "months": programme.ktp_months}
    stops = "card-age" in programme.checks.stops
    new = Tap("n", "too-new", "no", details) if stops else Tap("n", "new", "look", details)
    return (Tap("o", "old", "ok", details), new, Tap("u", "unsure", "look", details))


def _age(programme: Programme, first: date, last: date) -> tuple[Tap, ...]:
    """Ranges of birth dates: too old, soon too old, right, soon old enough, too young; an empty one is left out."""
    limits = programme.age
    ends: tuple[tuple[str, str, Verdict, date | None], ...] = (
        ("o", "too-old", "no", latest_birth(first, limits.max + 1)),
        ("p", "soon-old", "look", latest_birth(last, limits.max + 1)),
        ("w", "within", "ok", latest_birth(first, limits.min)),
        ("z", "soon-grown", "look", latest_birth(last, limits.min)),
        ("y", "too-young", "no", None),
    )  # fmt: skip
    found: list[Tap] = []
    begins: date | None = None
    for letter, name, verdict, end in ends:
        if end is not None and begins is not None and end < begins:
            continue
        details: dict[str, str | int] = {
            "begins": shown((begins or date.min).isoformat()),
            "ends": shown((end or date.max).isoformat()),
            "min": limits.min,
            "max": limits.max,
            "over": limits.max + 1,
            "closes": shown(last.isoformat()),
        }
        found.append(Tap(letter, name, verdict, details))
        begins = end + timedelta(days=1) if end is not None else None
    return tuple(found)
