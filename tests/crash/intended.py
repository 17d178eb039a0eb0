"""What does an invented worker mean to answer, how should it be stored, and how should it look on the summary?"""

import random
from dataclasses import dataclass, field
from typing import Any

from handlers.worker.values import option_label, shown
from registration.flow import path
from registration.programme import Programme, load_programme
from registration.questions import BY_KEY, Kind
from tests.support.town import OPEN_DAY, ROOT
from tests.support.worker import BUDI, BY_SECTOR, COMMON, TEXTS

PROGRAMME: Programme = load_programme(ROOT / "programmes" / "balikpapan.toml")
_BETTER = {"ktp_photo": ["ktp01_l1.jpg"], "name": "Budi Contoh Baru"}


@dataclass
class Intended:
    """The answers of one person as pressed, typed or sent; `keys` in the order in which they are asked."""

    nik: str
    answers: dict[str, Any]
    keys: list[str]
    mended: set[str] = field(default_factory=set)

    @classmethod
    def draw(cls, serial: int, dice: random.Random) -> "Intended":
        """An invented person number `serial`, of any sector."""
        sector = dice.choice(list(BY_SECTOR))
        nik = f"6471 0517 0890 {serial + 1:04}"
        answers: dict[str, Any] = dict(BUDI) | {
            "sector": TEXTS(f"sector-{sector}"),
            "ktp_photo": ["ktp00_l0.jpg"],
            "nik": nik,
            "name": dice.choice(("Budi Contoh", "Sari Contoh", "Agus Contoh")),
            "phone": dice.choice(("contact", "0812 3456 7890")),
            "letter": dice.choice((["letter_gojek.jpg"], TEXTS("q-letter.o-later"))),
        }
        return cls(nik, answers, [*COMMON, *BY_SECTOR[sector]])

    def mend(self, key: str) -> None:
        """Staff want this answer again: another one."""
        self.answers[key] = _BETTER[key]
        self.mended.add(key)

    def after(self, key: str) -> set[str]:
        """The question that follows, where a second copy of an answer would arrive."""
        place = self.keys.index(key)
        return set(self.keys[place + 1 : place + 2])

    def stored(self) -> dict[str, Any]:
        """What should be stored for each answer; documents that were sent stand as True."""
        found: dict[str, Any] = {}
        for key in self.keys:
            found[key] = self._stored(key, found)
        return found

    def _stored(self, key: str, before: dict[str, Any]) -> Any:
        question, answer = BY_KEY[key], self.answers[key]
        if question.kind is Kind.PAGES:
            return True if isinstance(answer, list) else question.skip
        for option in question.options(before, PROGRAMME):
            if option_label(TEXTS, PROGRAMME, question, before, option.value) == answer:
                return option.value
        if question.parse is None:
            raise ValueError(f"no option of {key} has the label {answer!r}")
        typed = "0812 3456 7890" if answer == "contact" else answer
        return question.parse(typed, OPEN_DAY.date())

    def wrong_on(self, summary: str) -> list[str]:
        """The questions whose line on the summary is not what was meant."""
        stored = self.stored()
        lines = summary.splitlines()
        wrong = []
        for question in path(stored, PROGRAMME):
            label = TEXTS(f"q-{question.key}.label")
            if stored[question.key] is True:
                right = any(line.startswith(f"{label}: ") and line.endswith(" foto") for line in lines)
            else:
                right = f"{label}: {shown(TEXTS, PROGRAMME, question, stored)}" in lines
            if not right:
                wrong.append(question.key)
        return wrong
