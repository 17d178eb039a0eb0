"""Which pages of documents does a case have, in which order, and what may the group see of each?"""

from dataclasses import dataclass, replace

from handlers.context import Services
from registration.lifecycle import OVER
from registration.questions import BY_KEY
from storage import files
from storage.cases import Case
from storage.database import Unit

_KTP = "ktp_photo"


@dataclass(frozen=True, slots=True)
class CasePage:
    """One page: its file in the vault, what it is called, whether the worker mended it, what to hide in the group."""

    name: str
    label: str
    changed: bool
    hide: str


async def pages_of(unit: Unit, services: Services, case: Case) -> list[CasePage]:
    """All pages, those of the KTP first."""
    pages = []
    for key in sorted(case.answers, key=lambda one: one != _KTP):
        value = case.answers[key]
        if key not in BY_KEY or not isinstance(value, list):
            continue
        kept = await files.by_ids(unit, value)
        for number, file in enumerate(kept, start=1):
            label = services.texts(f"q-{key}.label") + (f" {number}/{len(kept)}" if len(kept) > 1 else "")
            pages.append(CasePage(file.vault_name, label, key in case.changed, _hide(services, case, key)))
    return pages


async def ktp_of(unit: Unit, services: Services, case: Case) -> list[CasePage]:
    """The pages of the KTP alone."""
    ktp = {key: value for key, value in case.answers.items() if key == _KTP}
    return await pages_of(unit, services, replace(case, answers=ktp))


def is_hidden(services: Services, case: Case) -> bool:
    """Is a picture of this case that anybody could read kept out of the group?"""
    return case.state in OVER or services.programme.review.card == "redacted"


def _hide(services: Services, case: Case, key: str) -> str:
    """A letter may hold the NIK anywhere; of a case that is over nobody needs to read anything."""
    if not is_hidden(services, case):
        return "nothing"
    return "nik_and_face" if key == _KTP and case.state not in OVER else "everything"
