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
# What a check is about: the answers it needs, and those that put it right.
ABOUT: dict[CheckCode, tuple[str, ...]] = {
    "area": ("kecamatan",),
    "card-age": ("issued_on",),
    "age": ("birth_date",),
    "income": ("income",),
    "covered": ("covered",),
    "nik-birth-date": ("nik", "birth_date"),
    "nik-sex": ("nik", "sex"),
    "nik-area": ("nik",),
    "name-script": ("name",),
    "letter": ("letter",),
    "fisher-document": ("fisher_document",),
    "group-letter": ("group_letter",),
}
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

    def pages(self, key: str) -> bool:
        answer = self.answers.get(key)
        return isinstance(answer, list) and bool(answer)


def checks(answers: Mapping[str, Any], programme: Programme, window: Window, today: date) -> tuple[Check, ...]:
    """Return what the answers say about each rule; a rule whose answers are missing says nothing.

    `today` is the day of registration in the city: ages count on it. A rule that is not met is "look", or
    "stop" when the programme lists it in `checks.stops`.
    """
    case = _Case(answers, programme, window, today)
    return tuple(check for rule in _RULES for check in rule(case))


def first_stop(answers: Mapping[str, Any], programme: Programme, window: Window, today: date) -> Check | None:
    """Return the first rule that ends a registration, known from the answers so far; None when none does."""
    if not programme.checks.stops:
        return None
    return next((check for check in checks(answers, programme, window, today) if check.severity == "stop"), None)


def is_new_card(answers: Mapping[str, Any], programme: Programme, window: Window) -> bool:
    """Tell whether the identity card is too new for the rule: then a person is asked since when they live here."""
    day = _Case(answers, programme, window, window.reference_date).day("issued_on")
    return day is not None and not card_old_enough(day, window.reference_date, programme.ktp_months)


def _area(case: _Case) -> Iterator[Check]:
    """Where a person lives is the address, never the first digits of the NIK."""
    code = case.answers.get("kecamatan")
    if code is not None:
        inside = code != "outside"
        yield case.check("area", inside, area=kecamatan_name(code) if inside else "")


def _card_age(case: _Case) -> Iterator[Check]:
    """What the worker tells about a new card (it may be a reprint) stands beside the verdict, and alters it not."""
    issued, months = case.day("issued_on"), case.programme.ktp_months
    if issued is None:
        return
    about: dict[str, str | int] = {"date": shown(issued.isoformat()), "months": months}
    good = not is_new_card(case.answers, case.programme, case.window)
    if not good:
        about["since"] = shown(case.answers.get("lives_since", "none"))
        about["proof"] = "there" if case.pages("residence_proof") else "none"
    yield case.check("card-age", good, **about)


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
    """Only a yes can stop: who does not know is looked up at BPJS."""
    covered = case.answers.get("covered")
    if covered == "unsure":
        yield Check("covered", "look", {"answer": covered})
    elif covered is not None:
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
        answer, there = case.answers.get(document), case.pages(document)
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
