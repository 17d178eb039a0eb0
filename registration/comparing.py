"""What would other rules say about a case that was judged already?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from registration.checking import Check, Severity, checks
from registration.eligibility import CheckCode
from registration.programme import Programme

Told = Severity | Literal["none"]
Change = tuple[CheckCode, Told, Told]


@dataclass(slots=True)
class Comparison:
    """Counts over many cases: no case is told apart. `lost`: cases by a window that the other rules do not have."""

    cases: int = 0
    changed: int = 0
    newly_stopped: int = 0
    changes: Counter[Change] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)


def judge(answers: Mapping[str, Any], programme: Programme, window: str, sent_at: datetime) -> tuple[Check, ...] | None:
    """Return what the rules of a programme say about a case sent at that moment; None when they lack its window."""
    found = programme.window_of(window)
    if found is None:
        return None
    return checks(answers, programme, found, sent_at.astimezone(programme.zone).date())


def add(comparison: Comparison, before: Sequence[Check], after: Sequence[Check]) -> None:
    """Count one case: which of its checks change, and whether it would be stopped now."""
    old: dict[CheckCode, Told] = {check.code: check.severity for check in before}
    new: dict[CheckCode, Told] = {check.code: check.severity for check in after}
    changes: list[Change] = [
        (code, old.get(code, "none"), new.get(code, "none"))
        for code in dict.fromkeys((*old, *new))
        if old.get(code) != new.get(code)
    ]
    comparison.cases += 1
    comparison.changed += bool(changes)
    comparison.newly_stopped += "stop" in new.values() and "stop" not in old.values()
    comparison.changes.update(changes)
