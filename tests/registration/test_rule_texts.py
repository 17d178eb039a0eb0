"""Has every verdict of the rules its words, and are they short enough?"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent_ast

from locales import Texts
from registration.checking import Severity
from registration.eligibility import CheckCode

TEXTS = Texts()
ROOT = Path(__file__).parents[2]
FILES = [ROOT / "locales" / "id" / name for name in ("answers.ftl", "checks.ftl")]
NEVER = {"check-name-script-ok"}  # a plain name is no news
LONGEST_STAFF_LINE = 60
# The longest value each placeable can get on a staff card.
LONGEST: dict[str, str | int] = {
    "area": "Balikpapan Selatan", "date": "12-12-2025", "months": 12, "age": 100, "min": 17, "max": 64,
    "income": "20.000.000", "limit": "20.000.000",
}  # fmt: skip
STATES = ("yes", "unsure", "later", "none", "there", "L", "P")


def raised_codes() -> Iterator[str]:
    """Every message that a `raise Invalid("…")` or `Doubtful(value, "…")` of the rules asks for."""
    for path in sorted((ROOT / "registration").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                kind, place = node.func.id, {"Invalid": 0, "Doubtful": 1}.get(node.func.id)
                if place is not None:
                    for code in ast.walk(node.args[place]):
                        if isinstance(code, ast.Constant) and isinstance(code.value, str):
                            yield f"{kind.lower()}-{code.value}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_texts_hold_no_junk_and_no_message_twice(path: Path) -> None:
    body = FluentParser().parse(path.read_text(encoding="utf-8")).body
    assert [entry.content for entry in body if isinstance(entry, fluent_ast.Junk)] == []
    names = [entry.id.name for entry in body if isinstance(entry, fluent_ast.Message)]
    assert names == list(dict.fromkeys(names))


def test_the_answers_file_has_exactly_the_messages_that_are_raised() -> None:
    body = FluentParser().parse(FILES[0].read_text(encoding="utf-8")).body
    names = {entry.id.name for entry in body if isinstance(entry, fluent_ast.Message)}
    assert names == set(raised_codes())


def test_the_checks_file_has_exactly_one_message_a_check_and_severity_each_with_words_for_the_worker() -> None:
    body = FluentParser().parse(FILES[1].read_text(encoding="utf-8")).body
    attributes = {
        entry.id.name: [attribute.id.name for attribute in entry.attributes]
        for entry in body
        if isinstance(entry, fluent_ast.Message)
    }
    expected = {f"check-{code}-{severity}" for code in get_args(CheckCode) for severity in get_args(Severity)}
    assert attributes == {name: ["worker"] for name in expected - NEVER}


@pytest.mark.parametrize("code", get_args(CheckCode))
@pytest.mark.parametrize("severity", get_args(Severity))
@pytest.mark.parametrize("state", STATES)
def test_a_staff_line_is_short_whatever_it_says(code: str, severity: str, state: str) -> None:
    name = f"check-{code}-{severity}"
    if name in NEVER:
        return
    values: dict[str, str | int] = {**LONGEST, "answer": state, "state": state, "sex": state, "proof": state}
    values["since"] = "12-2025" if state == "there" else "birth"
    if code == "nik-area":
        values["area"] = "647305"
    line = TEXTS(name, **values)
    assert (TEXTS.has(f"{name}.worker"), TEXTS(f"{name}.worker", **values) == "", "\n" in line) == (
        True,
        False,
        False,
    )
    assert len(line) <= LONGEST_STAFF_LINE


@pytest.mark.parametrize(
    ("count", "missing", "extra", "words"),
    [(15, 1, 0, "15 angka, kurang 1."), (18, 0, 2, "18 angka, lebih 2.")],
)
def test_a_nik_of_the_wrong_length_is_told_what_is_missing(count: int, missing: int, extra: int, words: str) -> None:
    text = TEXTS("invalid-nik-length", count=count, missing=missing, extra=extra, typed="6471 05")
    assert text.splitlines() == [
        f"NIK ada 16 angka. Yang Anda ketik {words}",
        "Yang terketik: 6471 05",
        "Bandingkan dengan KTP, empat angka demi empat angka.",
    ]
