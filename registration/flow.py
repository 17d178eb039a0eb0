"""Which question comes next? A pure function of the answers: nothing remembers "the previous page"."""

from collections.abc import Sequence
from typing import Any

from registration.programme import Programme
from registration.questions import BESIDE, BY_KEY, QUESTIONS, Answers, Kind, Question
from registration.sectors import BY_KEY as SECTORS
from registration.sectors import SECTORS as ALL_SECTORS

_SECTOR_ONLY = frozenset(key for sector in ALL_SECTORS for key in sector.questions)


def path(answers: Answers, programme: Programme) -> tuple[Question, ...]:
    """The questions of this person in order. Answers off the path (of a sector that was left) never steer it."""
    seen: dict[str, Any] = {name: answers[name] for name in BESIDE if name in answers}
    on_path: list[Question] = []
    for question in _candidates(answers):
        if not question.when(seen):
            continue
        on_path.append(question)
        if is_answered(question, answers, programme, seen):
            seen[question.key] = answers[question.key]
    return tuple(on_path)


def _candidates(answers: Answers) -> list[Question]:
    common = [question for question in QUESTIONS if question.key not in _SECTOR_ONLY]
    sector = SECTORS.get(str(answers.get("sector")))
    return common + [BY_KEY[key] for key in (sector.questions if sector else ())]


def is_answered(question: Question, answers: Answers, programme: Programme, seen: Answers | None = None) -> bool:
    """Is there an answer that still holds? A choice that is no longer offered does not."""
    if question.key not in answers:
        return False
    if question.kind is not Kind.CHOICE:
        return True
    offered = question.options(answers if seen is None else seen, programme)
    return any(option.value == answers[question.key] for option in offered)


def current(answers: Answers, programme: Programme, asking: str | None) -> Question | None:
    """The question to show now: the one asked for by *back* or *edit*, else the first open one; None: the summary."""
    on_path = path(answers, programme)
    for question in on_path:
        if question.key == asking:
            return question
    return next((question for question in on_path if not is_answered(question, answers, programme)), None)


def previous(answers: Answers, programme: Programme, key: str | None, only: Sequence[str] = ()) -> Question | None:
    """The question before `key` (before the summary when None); while mending, among the marked ones.

    A reading that was looked over once is not looked over again: what was typed since would be lost.
    """
    on_path = [
        question
        for question in path(answers, programme)
        if (not only or question.key in only) and (question.kind is not Kind.CHECK or question.key == key)
    ]
    keys = [question.key for question in on_path]
    place = keys.index(key) if key in keys else len(on_path)
    return on_path[place - 1] if place > 0 else None


def progress(answers: Answers, programme: Programme, question: Question, only: Sequence[str] = ()) -> tuple[int, int]:
    """(step, of how many): where `question` stands on the path as it is known now."""
    keys = [each.key for each in path(answers, programme)]
    if only:
        keys = [key for key in keys if key in only or key == question.key]
    return keys.index(question.key) + 1, len(keys)


def final_answers(answers: Answers, programme: Programme) -> dict[str, Any]:
    """What goes into a case: the answers on the path and no others."""
    return {question.key: answers[question.key] for question in path(answers, programme)}
