"""What is a worker asked, in which order, and what may be answered?

A new question is one row here and one message `q-<key>` in `locales/id/questions.ftl`
(value: the question; `.label`: its name in the summary; `.example`; `.o-<value>`: a button).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Literal

from registration import answers as parse
from registration.areas import kecamatan_list, kelurahan_of
from registration.nik import parse_nik
from registration.programme import Programme
from registration.sectors import SECTORS
from registration.since import BIRTH, parse_since

Answers = Mapping[str, Any]
# Beside the answers: {"file": whose page, "fields": what was surely read of it, by question, "guesses": what unsurely}.
READ = "read"
# Beside the answers: the card is younger than the programme asks.
NEW_CARD = "new_card"
BESIDE = (READ, NEW_CARD)  # what is known beside the answers and steers the path like one


class Kind(StrEnum):
    """How an answer is given."""

    CHOICE = "choice"
    TEXT = "text"
    PAGES = "pages"
    PHONE = "phone"
    CHECK = "check"  # a look at what a machine has read; no answer of a person's own


@dataclass(frozen=True, slots=True)
class Option:
    """A button: the value it stands for, and its label where the data give one (else the text `q-<key>.o-<value>`)."""

    value: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    `parse` turns typed text into the stored value (raises `Invalid`, `Doubtful`). `options` are buttons; a text
    question may have some too. `most_pages` bounds a document, which is judged `looks` like a KTP or any letter; `skip`
    is what a button "not now" stores. `when` sees only answers that are on the path before this question, and `READ`.
    """

    key: str
    kind: Kind
    parse: Callable[[str, date], Any] | None = None
    options: Callable[[Answers, Programme], tuple[Option, ...]] = lambda _answers, _programme: ()
    when: Callable[[Answers], bool] = lambda _answers: True
    columns: int = 1
    most_pages: int = 1
    looks: Literal["ktp", "letter"] = "letter"
    takes_pdf: bool = False
    skip: str | None = None


def _fixed(*values: str) -> Callable[[Answers, Programme], tuple[Option, ...]]:
    options = tuple(Option(value) for value in values)
    return lambda _answers, _programme: options


def _kecamatan(_answers: Answers, _programme: Programme) -> tuple[Option, ...]:
    return (*(Option(area.code, area.name) for area in kecamatan_list()), Option("outside"))


def _kelurahan(answers: Answers, _programme: Programme) -> tuple[Option, ...]:
    return tuple(Option(area.code, area.name) for area in kelurahan_of(answers["kecamatan"]))


def _aplikator(_answers: Answers, programme: Programme) -> tuple[Option, ...]:
    named = tuple(Option(key, name) for key, name in programme.aplikator.items())
    return (*named, Option("other"))


def _is_read(answers: Answers) -> bool:
    """Was something surely read from the photo that is the answer? One that was replaced does not count."""
    return bool(READ in answers and answers[READ]["fields"] and answers[READ]["file"] in answers.get("ktp_photo", ()))


def _card_is_new(answers: Answers) -> bool:
    return bool(answers.get(NEW_CARD))


def _text(least: int, most: int) -> Callable[[str, date], str]:
    return lambda text, _today: parse.free_text(text, least, most)


QUESTIONS: tuple[Question, ...] = (
    Question("for_whom", Kind.CHOICE, options=_fixed("self", "other")),
    Question("sector", Kind.CHOICE, options=_fixed(*(sector.key for sector in SECTORS))),
    Question("ktp_photo", Kind.PAGES, looks="ktp"),
    Question("read_check", Kind.CHECK, options=_fixed("yes"), when=_is_read),
    Question("nik", Kind.TEXT, parse_nik),
    Question("name", Kind.TEXT, parse.parse_name),
    Question("birth_place", Kind.TEXT, parse.parse_place),
    Question("birth_date", Kind.TEXT, parse.parse_birth_date),
    Question("sex", Kind.CHOICE, options=_fixed("L", "P"), columns=2),
    Question("address", Kind.TEXT, parse.parse_address),
    Question("rt_rw", Kind.TEXT, parse.parse_rt_rw),
    Question("kecamatan", Kind.CHOICE, options=_kecamatan, columns=2),
    Question(
        "kelurahan",
        Kind.CHOICE,
        options=_kelurahan,
        columns=2,
        when=lambda answers: answers.get("kecamatan", "outside") != "outside",
    ),
    Question("issued_on", Kind.TEXT, parse.parse_issued_on),
    Question("lives_since", Kind.TEXT, parse_since, options=_fixed(BIRTH), when=_card_is_new),
    Question("residence_proof", Kind.PAGES, most_pages=2, takes_pdf=True, skip="none", when=_card_is_new),
    Question("phone", Kind.PHONE, parse.parse_phone),
    Question(
        "income",
        Kind.TEXT,
        parse.parse_income,
        options=_fixed("1000000", "1500000", "2000000", "2500000", "3000000", "3500000"),
        columns=2,
    ),
    Question("income_statement", Kind.CHOICE, options=_fixed("yes")),
    Question("covered", Kind.CHOICE, options=_fixed("no", "yes", "unsure")),
    Question("aplikator", Kind.CHOICE, options=_aplikator, columns=2),
    Question(
        "aplikator_other",
        Kind.TEXT,
        _text(2, 40),
        when=lambda answers: answers.get("aplikator") == "other",
    ),
    Question("plate", Kind.TEXT, parse.parse_plate),
    Question("letter", Kind.PAGES, most_pages=3, takes_pdf=True, skip="later"),
    Question("stand", Kind.TEXT, _text(3, 60)),
    Question("fishing_work", Kind.CHOICE, options=_fixed("crew", "owner", "shore", "farm", "other")),
    Question("fisher_document", Kind.PAGES, most_pages=2, takes_pdf=True, skip="none"),
    Question("farm_work", Kind.CHOICE, options=_fixed("crops", "livestock", "garden", "labour", "other")),
    Question("group_letter", Kind.PAGES, most_pages=2, takes_pdf=True, skip="none"),
    Question("trade", Kind.TEXT, _text(3, 60)),
    Question("job", Kind.TEXT, _text(3, 60)),
)
BY_KEY = {question.key: question for question in QUESTIONS}
