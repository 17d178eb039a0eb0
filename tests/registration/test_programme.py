"""Is a programme file read rightly, and is a wrong one pointed at by line?"""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pydantic import ValidationError

from registration.programme import ProgrammeProblem, load_programme, read_programme

FILE = Path(__file__).parents[2] / "programmes" / "balikpapan.toml"
SHIPPED = FILE.read_text(encoding="utf-8")
SECOND_WINDOW = """
[[windows]]
key = "{key}"
opens = {opens}
closes = 2026-12-31T23:59:59
day_known = true
reference_date = 2026-11-01
cover_starts = 2027-01-01
"""


def with_window(key: str = "w2026", opens: str = "2026-11-01T08:00:00") -> str:
    return SHIPPED + SECOND_WINDOW.format(key=key, opens=opens)


def line_number(text: str, beginning: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if line.startswith(beginning))


def changed(old: str, new: str) -> str:
    assert SHIPPED.count(old) == 1
    return SHIPPED.replace(old, new)


def problem_of(text: str) -> ProgrammeProblem:
    with pytest.raises(ProgrammeProblem) as found:
        read_programme(text)
    return found.value


def test_the_shipped_file_is_right() -> None:
    programme = load_programme(FILE)
    assert (programme.case_prefix, programme.income_limit, programme.age.max) == ("BPN", 3_701_508, 64)
    assert programme.checks.stops == ()
    assert [programme.agency_of(sector).short for sector in programme.sectors] == [
        "Disnaker",
        "Dishub",
        "DP3",
        "DP3",
        "Disnaker",
        "Disnaker",
    ]


def test_every_guess_in_the_shipped_file_is_marked() -> None:
    guessed = (
        "opens =",
        "closes =",
        "reference_date =",
        "min =",
        "retention_months =",
        "address =",
        "hours =",
        "phone =",
    )
    lines = [line for line in SHIPPED.splitlines() if line.startswith(guessed)]
    assert [line for line in lines if "BELUM DIKETAHUI" not in line] == []


def test_a_window_opens_and_closes_in_local_time() -> None:
    programme = read_programme(SHIPPED)
    window = programme.windows[0]
    assert window.opens == datetime(2025, 10, 31, 16, 0, tzinfo=UTC)
    assert programme.window_at(datetime(2025, 10, 31, 15, 59, 59, tzinfo=UTC)) is None
    assert programme.window_at(datetime(2025, 10, 31, 16, 0, tzinfo=UTC)) == window
    assert programme.window_at(datetime(2025, 12, 31, 15, 59, 59, tzinfo=UTC)) == window
    assert programme.window_at(datetime(2025, 12, 31, 16, 0, tzinfo=UTC)) is None
    assert window.cover_starts == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("now", "is_open", "following", "counting"),
    [
        (datetime(2025, 10, 1, tzinfo=UTC), None, "w2025", "w2025"),
        (datetime(2025, 11, 15, tzinfo=UTC), "w2025", "w2026", "w2025"),
        (datetime(2026, 6, 1, tzinfo=UTC), None, "w2026", "w2026"),
        (datetime(2026, 11, 15, tzinfo=UTC), "w2026", None, "w2026"),
        (datetime(2027, 6, 1, tzinfo=UTC), None, None, "w2026"),
    ],
)
def test_the_window_that_counts_is_the_open_one_else_the_next_else_the_last(
    now: datetime, is_open: str | None, following: str | None, counting: str
) -> None:
    programme = read_programme(with_window())
    found, coming = programme.window_at(now), programme.next_window(now)
    assert (found and found.key, coming and coming.key) == (is_open, following)
    assert programme.window_for(now).key == counting


@pytest.mark.parametrize(
    ("text", "key", "beginning"),
    [
        (changed("max = 64", 'max = "tua"'), "age.max", "max ="),
        (changed("max = 64", "max = 64\nmaks = 65"), "age.maks", "maks ="),
        (changed("min = 17", "min = 65"), "age.min", "min ="),
        (changed("wage_year = 2025", "wage_year = 2030"), "wage_year", "wage_year ="),
        (changed('timezone = "Asia/Makassar"', 'timezone = "Asia/Balikpapan"'), "timezone", "timezone ="),
        (changed('timezone = "Asia/Makassar"', 'timezone = ["Asia"]'), "timezone", "timezone ="),
        (changed('case_prefix = "BPN"', 'case_prefix = "B1"'), "case_prefix", "case_prefix ="),
        (changed("[sectors.pangkalan]", "[sectors.tukang]"), "sectors.tukang", "[sectors.tukang]"),
        (changed('agency = "dishub"', 'agency = "dinsos"'), "sectors.pangkalan.agency", 'agency = "dinsos"'),
        (
            changed('["fisher_document"]', '["kusuka"]'),
            "sectors.nelayan.documents.0",
            'documents = ["kusuka"]',
        ),
        (changed("closes = 2025-12-31", "closes = 2025-10-31"), "windows.0.closes", "closes ="),
        (changed("opens = 2025-11-01T00:00:00", "opens = 2025-11-01"), "windows.0.opens", "opens ="),
        (changed("pool = 7100", "pool = 7100\nsectors = { ojol = 5 }"), "quota.pool", "pool ="),
        (changed("most_cards = 10", "most_cards = 0"), "review.most_cards", "most_cards ="),
        (changed("staff_until = 16", "staff_until = 8"), "review.hours.staff_until", "staff_until ="),
        (changed("worker_until = 20", "worker_until = 7"), "review.hours.worker_until", "worker_until ="),
        (changed("worker_from = 7", "worker_from = 25"), "review.hours.worker_from", "worker_from ="),
        (changed("staff_days = [1,", "staff_days = [0,"), "review.hours.staff_days.0", "staff_days ="),
        (changed("supervisors = 72", "supervisors = 23"), "review.limits.supervisors", "supervisors ="),
        (changed("late_hours = 4", "late_hours = 0"), "review.summary.late_hours", "late_hours ="),
        (changed("notices = [7, 1]", "notices = [7]"), "review.expiry.notices", "notices ="),
        (changed("notices = [7, 1]", "notices = [1, 7]"), "review.expiry.notices", "notices ="),
        (changed("notices = [7, 1]", "notices = [30, 1]"), "review.expiry.notices", "notices ="),
        (changed("stops = []", 'stops = ["umur"]'), "checks.stops.0", "stops ="),
        (with_window(key="w2025"), "windows.1.key", 'key = "w2025"'),
        (with_window(opens="2025-12-01T00:00:00"), "windows.1.opens", "opens = 2025-12-01"),
    ],
)
def test_a_wrong_setting_is_named_with_its_line(text: str, key: str, beginning: str) -> None:
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.startswith(beginning)]
    problem = problem_of(text)
    assert (problem.key, problem.line) == (key, lines[-1])
    assert str(problem) == f"line {problem.line}, {key}: {problem.reason}"


def test_a_missing_setting_is_named_with_the_line_of_its_table() -> None:
    problem = problem_of(changed("max = 64", "# max = 64"))
    assert (problem.key, problem.line) == ("age.max", line_number(SHIPPED, "[age]"))


def test_a_missing_sector_is_named() -> None:
    text = re.sub(r"\[sectors\.lainnya\]\n.*\n", "", SHIPPED)
    problem = problem_of(text)
    assert (problem.key, problem.reason) == ("sectors.lainnya", "this sector is missing")


@pytest.mark.parametrize(
    "text", ["", 'windows = "besok"\n', "windows = [1]\ntimezone = 'Asia/Makassar'\n", "consent = 5\n"]
)
def test_what_is_far_from_a_programme_is_a_problem_and_no_crash(text: str) -> None:
    assert problem_of(text).reason != ""


def test_a_slip_of_syntax_is_named_with_its_line() -> None:
    text = changed("max = 64", "max = = 64")
    assert problem_of(text).line == line_number(text, "max =")
    assert problem_of('version = "1').line == 1
    assert problem_of("version = [\n1,\n").line == 2


def test_a_file_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ProgrammeProblem, match="UTF-8"):
        load_programme(path)


def test_nothing_can_be_changed_while_the_bot_runs() -> None:
    programme = read_programme(SHIPPED)
    with pytest.raises(ValidationError, match="frozen"):
        programme.age.max = 70


def test_two_officers_are_wanted_only_where_the_file_says_so() -> None:
    assert [key for key, rules in read_programme(SHIPPED).sectors.items() if rules.two_officers] == []
    strict = read_programme(SHIPPED.replace("[sectors.petani]\n", "[sectors.petani]\ntwo_officers = true\n"))
    assert [key for key, rules in strict.sectors.items() if rules.two_officers] == ["petani"]
