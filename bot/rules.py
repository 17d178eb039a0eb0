"""What do the rules in force say in plain words, and what would another programme file change for the open cases?"""

from datetime import datetime
from pathlib import Path
from typing import get_args

from bot.app import App
from bot.check import told_programme
from bot.wrong import Wrong, database_told
from locales import Texts
from registration.comparing import Comparison, add, judge
from registration.dates import shown
from registration.eligibility import CheckCode
from registration.income import shown as shown_rupiah
from registration.programme import Programme
from storage.schema import is_up_to_date
from storage.undecided import undecided


def rule_lines(programme: Programme, texts: Texts, now: datetime) -> list[str]:
    """The version, then two lines for each rule: what it asks and what follows, and where it comes from."""
    limits = {
        "city": programme.city,
        "months": str(programme.ktp_months),
        "date": shown(programme.window_for(now).reference_date.isoformat()),
        "min": str(programme.age.min),
        "max": str(programme.age.max),
        "limit": shown_rupiah(programme.income_limit),
        "year": str(programme.wage_year),
    }
    lines = [texts("rules-head", version=programme.version, name=programme.name)]
    for code in get_args(CheckCode):
        then = texts(f"rules-then-{'stop' if code in programme.checks.stops else 'look'}")
        name, says = texts(f"rule-{code}.name"), texts(f"rule-{code}", **limits)
        lines.append(texts("rules-line", name=name, code=code, says=says))
        lines.append("  " + texts("rules-source", then=then, source=programme.checks.sources[code]))
    return lines


async def preview(app: App, texts: Texts, path: Path) -> list[str]:
    """Counts of what would change for the cases without a decision. Nothing is written. Raises `Wrong`."""
    new = told_programme(path)
    with database_told(app.settings.database_url):
        async with app.db.unit(app.clock.now()) as unit:
            if not await is_up_to_date(unit.conn):
                raise Wrong("database-not-ready", where=app.db.url.render_as_string())
        comparison = await _compared(app, new)
    return _told(comparison, app.programme, new, texts, path)


async def _compared(app: App, new: Programme) -> Comparison:
    comparison = Comparison()
    async for case in undecided(app.db, app.clock.now):
        after = judge(case.answers, new, case.window, case.sent_at)
        if after is None:
            comparison.lost[case.window] += 1
            continue
        before = case.judged
        if before is None:
            before = judge(case.answers, app.programme, case.window, case.sent_at) or ()
        add(comparison, before, after)
    return comparison


def _told(comparison: Comparison, old: Programme, new: Programme, texts: Texts, path: Path) -> list[str]:
    lines = [texts("preview-head", old=old.version, new=new.version, path=str(path))]
    if old.version == new.version and old != new:
        lines.append(texts("preview-same-version", version=new.version))
    lines.append(texts("preview-cases", count=str(comparison.cases + comparison.lost.total())))
    codes = get_args(CheckCode)
    for (code, before, after), count in sorted(
        comparison.changes.items(), key=lambda item: (codes.index(item[0][0]), item[0])
    ):
        lines.append(
            texts(
                "preview-line",
                name=texts(f"rule-{code}.name"),
                before=texts(f"severity-{before}"),
                after=texts(f"severity-{after}"),
                count=str(count),
            )
        )
    for window, count in sorted(comparison.lost.items()):
        lines.append(texts("preview-window", window=window, count=str(count)))
    lines.append(
        texts("preview-sum", changed=str(comparison.changed), stopped=str(comparison.newly_stopped))
        if comparison.changed
        else texts("preview-nothing")
    )
    return [*lines, texts("preview-foot")]
