"""How is a stored answer shown to a person: money, dates, choices, photos?"""

from collections.abc import Mapping
from typing import Any

from locales import Texts
from registration.dates import shown as shown_date
from registration.nik import grouped
from registration.programme import Programme
from registration.questions import Kind, Question
from registration.since import BIRTH

_DATES = ("birth_date", "issued_on")


def shown(texts: Texts, programme: Programme, question: Question, answers: Mapping[str, Any]) -> str:
    """The answer in words; "–" when there is none."""
    value = answers.get(question.key)
    if value is None:
        return "–"
    if question.kind is Kind.PAGES:
        skipped = isinstance(value, str)
        return texts(f"q-{question.key}.o-{value}") if skipped else texts("pages-count", count=len(value))
    if question.kind is Kind.CHOICE:
        return option_label(texts, programme, question, answers, str(value))
    if question.key == "lives_since":
        return texts(f"q-lives_since.o-{BIRTH}") if value == BIRTH else shown_date(value)
    if question.key == "nik":
        return grouped(value)
    if question.key == "income":
        return rupiah(value)
    return shown_date(value) if question.key in _DATES else str(value)


def option_label(texts: Texts, programme: Programme, question: Question, answers: Mapping[str, Any], value: str) -> str:
    """The words on the button of an option; the bare value when the programme no longer offers it."""
    for option in question.options(answers, programme):
        if option.value == value and option.label is not None:
            return option.label
    if question.key == "sector":
        return texts(f"sector-{value}")
    if question.key == "income":
        return rupiah(int(value))
    words = f"q-{question.key}.o-{value}"
    return texts(words) if texts.has(words) else value


def rupiah(amount: int) -> str:
    """1500000 as "Rp1.500.000"."""
    return "Rp" + f"{amount:,}".replace(",", ".")
