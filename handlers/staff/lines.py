"""Which lines tell a case on its card: the number, the answers, the automatic checks?"""

from dataclasses import dataclass

from handlers.context import Services
from handlers.worker.values import shown
from locales import Rich
from registration.checking import Check, checks
from registration.flow import path
from registration.lifecycle import DECIDABLE, LIVE, OVER
from registration.nik import masked
from registration.questions import BY_KEY, Kind, Question
from registration.reading import differing
from registration.text import shortened
from storage import files, judgements
from storage.cases import Case
from storage.database import Unit
from storage.files import File, file_ids

# Answers that share a line, in the order of a KTP, so that a card stays short; the line is called `card-<name>`.
_TOGETHER = {
    "born": ("birth_place", "birth_date", "sex"),
    "address": ("address", "rt_rw", "kelurahan", "kecamatan"),
    "ride": ("aplikator", "aplikator_other", "plate"),
}
_LINE_OF = {key: name for name, keys in _TOGETHER.items() for key in keys}
# In the head, in the picture, or told by a check already.
_NOT_LISTED = {"sector", "for_whom", "income_statement", "covered", "read_check"}
_LISTED_FOR_GOOD = {"nik", "name"}  # of a case that is over, to know whose it was
_MOST_NAMED = 5
LOOKED_FOR = ("name", "nik", "plate")  # in a letter


@dataclass(frozen=True, slots=True)
class Line:
    """One line of answers; `changed`: the worker mended one of them."""

    label: str
    values: list[str]
    changed: bool

    def cut(self, longest: int) -> str:
        """The line, with each value cut to `longest` characters."""
        values = [shortened(value, longest) for value in self.values]
        return f"{'✏️ ' if self.changed else ''}{self.label}: {', '.join(values)}"


def head(services: Services, case: Case, agency: str) -> list[Rich]:
    """Number, line of work, agency if there is a choice, and what an officer must know before anything else."""
    texts = services.texts
    sector = texts(f"sector-{case.answers['sector']}")
    if agency:
        lines = [texts.rich("card-head-agency", number=case.number, sector=sector, agency=agency)]
    else:
        lines = [texts.rich("card-head", number=case.number, sector=sector)]
    if case.queue_number is not None:
        lines.append(texts.rich("card-queue", queue=str(case.queue_number)))
    if not case.unique and case.state in LIVE:
        lines.append(texts.rich("card-double"))
    if case.answers.get("for_whom") == "other":
        lines.append(texts.rich("card-for-other"))
    if case.changed and case.state in DECIDABLE:
        lines.append(texts.rich("card-changed", what=named(services, case.changed)))
    return lines


def data(services: Services, case: Case) -> list[Line]:
    """The answers in the order of the form, those that belong together on one line."""
    values = {
        question.key: _value(services, case, question)
        for question in path(case.answers, services.programme)
        if question.kind is not Kind.PAGES and question.key not in _NOT_LISTED and question.key in case.answers
        if case.state not in OVER or question.key in _LISTED_FOR_GOOD
    }
    found: dict[str, Line] = {}
    for key in values:
        name = _LINE_OF.get(key, key)
        keys = [each for each in _TOGETHER.get(name, (key,)) if each in values]
        label = services.texts(f"card-{name}" if name in _TOGETHER else f"q-{key}.label")
        found[name] = Line(label, [values[each] for each in keys], any(each in case.changed for each in keys))
    return list(found.values())


def _value(services: Services, case: Case, question: Question) -> str:
    answer = case.answers[question.key]
    if question.key == "nik" and (case.state in OVER or services.programme.review.card == "redacted"):
        return masked(answer)
    text = shown(services.texts, services.programme, question, case.answers)
    if question.key == "rt_rw":
        return services.texts("card-rt-rw", value=text)
    if question.key == "phone" and _same_phone(answer, case.answers.get("phone_shared")):
        return services.texts("card-phone-shared", phone=text)
    return text


def _same_phone(typed: str, shared: str | None) -> bool:
    """Telegram says that this number is the sender's own."""
    return shared is not None and typed[-9:] == shared[-9:]


async def checked(unit: Unit, services: Services, case: Case) -> list[Rich]:
    """How many rules are met, and each one that a person should look at; of a case that is over, neither."""
    if case.state in OVER:
        return []
    version, found = await _judgement(unit, services, case)
    good = sum(check.severity == "ok" for check in found)
    lines = [services.texts.rich("card-checks-ok", count=str(good))] if good else []
    lines += [_look(services, check) for check in found if check.severity != "ok"]
    if version != services.programme.version:
        lines.append(services.texts.rich("card-rules", version=version))
    if case.answers.get("insisted"):
        lines.append(services.texts.rich("card-insisted", what=named(services, case.answers["insisted"])))
    changed = differing(case.answers)
    if changed:
        lines.append(services.texts.rich("card-read-differs", what=named(services, changed)))
    pages = await files.by_ids(unit, sorted(file_ids(case.answers)))
    if any(file.forwarded for file in pages):
        lines.append(services.texts.rich("card-forwarded"))
    return [*lines, *_flags(services, pages), *_letter(services, case)]


def _flags(services: Services, pages: list[File]) -> list[Rich]:
    """What the coach said of photos that were taken all the same."""
    found: dict[str, list[str]] = {}
    for page in pages:
        words = [services.texts(f"advice-{code.replace('_', '-')}.staff") for code in page.advice]
        found.setdefault(page.question, []).extend(word for word in words if word not in found.get(page.question, []))
    return [
        services.texts.rich("card-photo-flagged", what=services.texts(f"q-{key}.label"), faults=", ".join(words))
        for key, words in found.items()
        if words
    ]


def _letter(services: Services, case: Case) -> list[Rich]:
    """What a machine saw in the letters; nothing where it could read none."""
    kind = case.hints.get("kind", "unknown")
    if kind == "unknown":
        return []
    found = [
        services.texts(f"card-letter-{'has' if case.hints[key] else 'lacks'}", what=services.texts(f"q-{key}.label"))
        for key in LOOKED_FOR
        if case.hints.get(key) is not None
    ]
    return [services.texts.rich("card-letter", kind=kind, found=", ".join(found))]


async def _judgement(unit: Unit, services: Services, case: Case) -> tuple[str, tuple[Check, ...]]:
    """The version of the rules and what they said when the case was sent.

    A case from before judgements were kept is judged now, unless its window has left the programme file.
    """
    kept = await judgements.of_case(unit, case.id)
    if kept is not None:
        return kept
    window = services.programme.window_of(case.window)
    if window is None:
        return case.rules_version, ()
    day = case.sent_at.astimezone(services.programme.zone).date()
    return services.programme.version, checks(case.answers, services.programme, window, day)


def _look(services: Services, check: Check) -> Rich:
    what = services.texts(f"check-{check.code}-{check.severity}", **check.details)
    return services.texts.rich("card-check", what=what)


def named(services: Services, keys: list[str] | tuple[str, ...]) -> str:
    """These answers by their labels, the first few of many."""
    return listed(services, [services.texts(f"q-{key}.label") for key in keys if key in BY_KEY])


def listed(services: Services, names: list[str]) -> str:
    """These names, the first few of many."""
    if len(names) <= _MOST_NAMED:
        return ", ".join(names)
    return services.texts("card-and-more", what=", ".join(names[:_MOST_NAMED]), count=str(len(names) - _MOST_NAMED))
