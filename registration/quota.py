"""How many places are there, in which pool lies a case's place, and when is a file complete enough for the queue?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from registration.programme import Programme


class Way(StrEnum):
    """How the places of a window are divided."""

    POOL = "pool"
    SECTOR = "sector"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Pool:
    """Places that some share: `key` is "pool", "sector:ojol" or "agency:disnaker"; without `limit` none is known."""

    key: str
    limit: int | None

    @property
    def member(self) -> str:
        """Whose places these are: the sector or the agency; "" for everybody's."""
        return self.key.partition(":")[2]

    def open(self, taken: int) -> int | None:
        """How many places are left; None where no limit is known."""
        return None if self.limit is None else max(0, self.limit - taken)


def way(programme: Programme) -> Way:
    """How the file divides the places; a file that gives no number has one pool without a limit."""
    if programme.quota.sectors:
        return Way.SECTOR
    return Way.AGENCY if programme.quota.agencies else Way.POOL


def pools(programme: Programme) -> tuple[Pool, ...]:
    """All pools, in the order of the file. A sector or agency that the quota does not name has no limit."""
    quota = programme.quota
    match way(programme):
        case Way.SECTOR:
            return tuple(Pool(f"{Way.SECTOR}:{key}", quota.sectors.get(key)) for key in programme.sectors)
        case Way.AGENCY:
            return tuple(Pool(f"{Way.AGENCY}:{key}", quota.agencies.get(key)) for key in programme.agencies)
        case Way.POOL:
            return (Pool(Way.POOL, quota.pool),)


def pool_of(programme: Programme, sector: str, agency: str) -> Pool:
    """The pool from which a case of this sector and agency takes its place."""
    keys = {Way.POOL.value, f"{Way.SECTOR}:{sector}", f"{Way.AGENCY}:{agency}"}
    return next(pool for pool in pools(programme) if pool.key in keys)


def pool_named(programme: Programme, key: str) -> Pool | None:
    """The pool of this key, unless the file divides the places otherwise by now."""
    return next((pool for pool in pools(programme) if pool.key == key), None)


def is_complete(answers: Mapping[str, Any], programme: Programme) -> bool:
    """Are all papers there that the sector wants? Then the file has its turn; one put off for later does not count."""
    wanted = next(sector.documents for key, sector in programme.sectors.items() if key == answers["sector"])
    return all(isinstance(answers.get(document), list) for document in wanted)
