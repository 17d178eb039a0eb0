"""Which groups of workers are there, and what is each asked on top of the common questions?

A new sector is one row here, its words in `locales/id/sectors.ftl`, its agency in `programmes/*.toml`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sector:
    """`questions`: keys of `registration.questions` asked of this sector alone, in this order."""

    key: str
    questions: tuple[str, ...]


SECTORS: tuple[Sector, ...] = (
    Sector("ojol", ("aplikator", "aplikator_other", "plate", "letter")),
    Sector("pangkalan", ("stand", "plate")),
    Sector("nelayan", ("fishing_work", "fisher_document")),
    Sector("petani", ("farm_work", "group_letter")),
    Sector("pedagang", ("trade",)),
    Sector("lainnya", ("job",)),
)
BY_KEY = {sector.key: sector for sector in SECTORS}
