"""What did workers ask the staff, and what was answered?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select, update

from storage.database import Unit
from storage.question_tables import Question as QuestionTable
from storage.question_tables import QuestionAnswer as AnswerTable
from storage.tables import table_of

_TABLE = table_of(QuestionTable)
_ANSWER = table_of(AnswerTable)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an officer wrote back. The worker never hears who it was."""

    id: int
    officer_id: int
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers, oldest first. `agency` "": the worker did not know which; `name`: a first name."""

    id: int
    person_id: int
    case_id: int | None
    agency: str
    sector: str
    name: str
    text: str
    asked_at: datetime
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """What asking hands in."""

    person_id: int
    case_id: int | None
    agency: str
    sector: str
    name: str
    text: str


async def ask(unit: Unit, new: NewQuestion) -> Question:
    """Store a question."""
    row = {
        "person_id": new.person_id,
        "case_id": new.case_id,
        "agency": new.agency,
        "sector": new.sector,
        "state": "open",
        "text_sealed": unit.seal({"name": new.name, "text": new.text}, f"question:{new.person_id}"),
        "asked_at": unit.now,
    }
    inserted = await unit.conn.execute(_TABLE.insert().values(row).returning(_TABLE))
    return _question(unit, inserted.one(), ())


async def answer(unit: Unit, question: Question, officer_id: int, text: str) -> Answer:
    """Store an answer; the question is open no more."""
    sealed = unit.seal(text, f"answer:{question.id}")
    row = {"question_id": question.id, "officer_id": officer_id, "text_sealed": sealed, "at": unit.now}
    inserted = await unit.conn.execute(_ANSWER.insert().values(row).returning(_ANSWER))
    await unit.conn.execute(update(_TABLE).where(_TABLE.c.id == question.id).values(state="answered"))
    return _answer(unit, inserted.one())


async def get(unit: Unit, question_id: int) -> Question | None:
    """The question of this id."""
    return next(iter(await _found(unit, _TABLE.c.id == question_id)), None)


async def of_case(unit: Unit, case_id: int) -> list[Question]:
    """All that was asked about a case, oldest first, each with its answers."""
    return await _found(unit, _TABLE.c.case_id == case_id)


async def of_person(unit: Unit, person_id: int) -> list[Question]:
    """All that a person asked, oldest first, each with its answers."""
    return await _found(unit, _TABLE.c.person_id == person_id)


async def open_for(unit: Unit, agency: str, after: int, most: int) -> list[Question]:
    """What waits for an answer of an agency, or of whoever knows one, at most `most` of those above `after`."""
    theirs = _TABLE.c.agency.in_((agency, "")) & (_TABLE.c.state == "open") & (_TABLE.c.id > after)
    return await _found(unit, theirs, most)


async def count_open(unit: Unit, person_id: int) -> int:
    """How many questions of a person wait for their first answer."""
    return await _count(unit, _TABLE.c.person_id == person_id, _TABLE.c.state == "open")


async def count_since(unit: Unit, person_id: int, since: datetime) -> int:
    """How many questions a person has asked from this moment on."""
    return await _count(unit, _TABLE.c.person_id == person_id, _TABLE.c.asked_at >= since)


async def _count(unit: Unit, *which: ColumnElement[bool]) -> int:
    return int((await unit.conn.execute(select(func.count()).select_from(_TABLE).where(*which))).scalar_one())


async def _found(unit: Unit, which: ColumnElement[bool], most: int | None = None) -> list[Question]:
    rows = (await unit.conn.execute(select(_TABLE).where(which).order_by(_TABLE.c.id).limit(most))).all()
    ids = [row.id for row in rows]
    answers: dict[int, list[Answer]] = {number: [] for number in ids}
    for row in await unit.conn.execute(select(_ANSWER).where(_ANSWER.c.question_id.in_(ids)).order_by(_ANSWER.c.id)):
        answers[row.question_id].append(_answer(unit, row))
    return [_question(unit, row, answers[row.id]) for row in rows]


def _question(unit: Unit, row: Row[Any], answers: Sequence[Answer]) -> Question:
    said = unit.unseal(row.text_sealed, f"question:{row.person_id}") or {"name": "", "text": ""}
    return Question(
        row.id, row.person_id, row.case_id, row.agency, row.sector, said["name"], said["text"], row.asked_at,
        tuple(answers),
    )  # fmt: skip


def _answer(unit: Unit, row: Row[Any]) -> Answer:
    return Answer(row.id, row.officer_id, unit.unseal(row.text_sealed, f"answer:{row.question_id}") or "", row.at)
