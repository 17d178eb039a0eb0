"""What should staff look at in a case? The programme's rules against the answers, as lines of the staff card.

Words for a check: Fluent message `check-<code>-<severity>` for staff, its attribute `.worker` for the worker.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from registration.areas import area_known, kecamatan_name
from registration.dates import shown
from registration.eligibility import CheckCode, age_on, card_old_enough, within_age, within_income
from registration.income import shown as shown_rupiah
from registration.nik import nik_facts
from registration.programme import Programme, Window
from registration.programme_tables import Document

Severity = Literal["ok", "look", "stop"]
_DOCUMENT_CHECKS: dict[Document, CheckCode] = {
    "letter": "letter",
    "fisher_document": "fisher-document",
    "group_letter": "group-letter",
}


@dataclass(frozen=True, slots=True)
class Check:
    """One line of a staff card. `details` fill its text and are JSON-able."""

    code: CheckCode
    severity: Severity
    details: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Case:
    answers: Mapping[str, Any]
    programme: Programme
    window: Window
    today: date

    def day(self, key: str) -> date | None:
        return date.fromisoformat(self.answers[key]) if key in self.answers else None

    def check(self, code: CheckCode, good: bool, **details: str | int) -> Check:
        if good:
            return Check(code, "ok", details)
        return Check(code, "stop" if code in self.programme.checks.stops else "look", details)


def checks(answers: Mapping[str, Any], programme: Programme, window: Window, today: date) -> tuple[Check, ...]:
    """Return what the answers say about each rule; a rule whose answers are missing says nothing.

    `today` is the day of registration in the city: ages count on it. A rule that is not met is "look", or
    "stop" when the programme lists it in `checks.stops`.
    """
    case = _Case(answers, programme, window, today)
    return tuple(check for rule in _RULES for check in rule(case))


def _area(case: _Case) -> Iterator[Check]:
    """Where a person lives is the address, never the first digits of the NIK."""
    code = case.answers.get("kecamatan")
    if code is not None:
        inside = code != "outside"
        yield case.check("area", inside, area=kecamatan_name(code) if inside else "")


def _card_age(case: _Case) -> Iterator[Check]:
    issued, months = case.day("issued_on"), case.programme.ktp_months
    if issued is not None:
        good = card_old_enough(issued, case.window.reference_date, months)
        yield case.check("card-age", good, date=shown(issued.isoformat()), months=months)


def _age(case: _Case) -> Iterator[Check]:
    born, limits = case.day("birth_date"), case.programme.age
    if born is not None:
        age = age_on(case.today, born)
        yield case.check("age", within_age(age, limits.min, limits.max), age=age, min=limits.min, max=limits.max)


def _income(case: _Case) -> Iterator[Check]:
    income, limit = case.answers.get("income"), case.programme.income_limit
    if income is not None:
        good = within_income(income, limit)
        yield case.check("income", good, income=shown_rupiah(income), limit=shown_rupiah(limit))


def _covered(case: _Case) -> Iterator[Check]:
    covered = case.answers.get("covered")
    if covered is not None:
        yield case.check("covered", covered == "no", answer=covered)


def _nik(case: _Case) -> Iterator[Check]:
    """A NIK that differs is a reason to look, no more: it stays the same when a birth date is corrected."""
    if "nik" not in case.answers:
        return
    facts = nik_facts(case.answers["nik"], case.today)
    born, sex = case.day("birth_date"), case.answers.get("sex")
    if born is not None:
        claimed = shown(facts.birth_date.isoformat()) if facts.birth_date else "none"
        yield case.check("nik-birth-date", facts.birth_date == born, date=claimed)
    if sex is not None:
        yield case.check("nik-sex", facts.sex == sex, sex=facts.sex or "none")
    yield case.check("nik-area", area_known(facts.area), area=facts.area)


def _name_script(case: _Case) -> Iterator[Check]:
    """A foreign letter that looks Latin makes two names of one; there is nothing to say of a plain name."""
    letters = (char for char in case.answers.get("name", "") if char.isalpha())
    if any(not unicodedata.name(char, "").startswith("LATIN") for char in letters):
        yield case.check("name-script", False)


def _documents(case: _Case) -> Iterator[Check]:
    """Answers for papers are lists of photos, or "later" or "none"; a welcome paper that is missing is no
    matter.
    """
    sector = case.programme.sectors.get(case.answers.get("sector", ""))
    if sector is None:
        return
    for document in (*sector.documents, *sector.optional_documents):
        answer = case.answers.get(document)
        there = isinstance(answer, list) and bool(answer)
        if there or (answer is not None and document in sector.documents):
            state = answer if isinstance(answer, str) else "none"
            yield case.check(_DOCUMENT_CHECKS[document], there, state="there" if there else state)


_RULES: tuple[Callable[[_Case], Iterator[Check]], ...] = (
    _area,
    _card_age,
    _age,
    _income,
    _covered,
    _nik,
    _name_script,
    _documents,
)
