"""To whom may a broadcast go: which parts of an audience are there, and how is one written down?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from registration.areas import kecamatan_list
from registration.sectors import SECTORS

# Where somebody stands: the first two have no case yet.
WITHOUT_CASE = ("not_registered", "unfinished")
STANDS = (*WITHOUT_CASE, "sent_back", "waiting", "approved", "waitlisted", "refused")


def _sectors() -> tuple[str, ...]:
    return tuple(sector.key for sector in SECTORS)


def _kecamatan() -> tuple[str, ...]:
    return tuple(each.code for each in kecamatan_list())


# A new part is a row here, its condition in `storage.audiences`, its words `audience-<part>` and `audience-<value>`.
PARTS: Mapping[str, Callable[[], tuple[str, ...]]] = {
    "sector": _sectors,
    "stands": lambda: STANDS,
    "kecamatan": _kecamatan,
}


class NoSuchAudience(LookupError):
    """An audience has no such part, or the part has no such value."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Everybody who fits all parts; "" does not restrict."""

    sector: str = ""
    stands: str = ""
    kecamatan: str = ""

    def part(self, name: str) -> str:
        """The value of one part."""
        return {"sector": self.sector, "stands": self.stands, "kecamatan": self.kecamatan}[name]

    def with_part(self, name: str, value: str) -> "Audience":
        """Another audience. Raises `NoSuchAudience`."""
        if name not in PARTS or (value and value not in PARTS[name]()):
            raise NoSuchAudience(name)
        return replace(self, **{name: value})

    @property
    def written(self) -> str:
        """As it is stored and given on the command line: `sector=ojol stands=waiting`."""
        return " ".join(f"{name}={self.part(name)}" for name in PARTS if self.part(name))


def read_audience(text: str) -> Audience:
    """The audience that `written` gave, or that an operator wrote; "" is everybody. Raises `NoSuchAudience`."""
    found = Audience()
    for piece in text.split():
        name, _, value = piece.partition("=")
        found = found.with_part(name, value)
    return found
