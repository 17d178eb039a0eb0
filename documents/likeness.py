"""Which pictures that were sent before are the same as this one? (The bot's side: bits only, no picture library.)

Plain counting of differing bits over all fingerprints with numpy: 100,000 take some 30 ms, with no index to keep
in step. Rows are (key, fingerprint of `documents.fingerprint`) and can be kept in any table as they are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from documents.results import CARD_BITS, PAGE_SIDE

Words = NDArray[np.uint64]

CARD_BYTES = CARD_BITS // 8
PAGE_BYTES = PAGE_SIDE * PAGE_SIDE // 8
SIZE = CARD_BYTES + PAGE_BYTES
# Shares of the bits that may differ; docs/photos.md has the figures.
CARD_NEAR = 50 / CARD_BITS  # all cards look alike: those of two people differ by 75 bits or more
CARD_LIKELY, PAGE_LIKELY = 95 / CARD_BITS, 0.065  # both together are as good
PAGE_NEAR = 0.05  # of a photo with a card in it: the table under it and the light tell much
COPY = 0.0005  # of a letter: two scanned ones of one company differ by a few words only
FIRST_WORDS = 8  # are compared with all; the rest only where these leave a chance
FIRST_SLACK, FIRST_MORE = 2.0, 4  # the first words may differ by so many times what all may, and some bits
ROOM = 1024  # rows the tables begin with and grow by at least


@dataclass(frozen=True)
class Likeness:
    """A picture of before: its key, and the share of bits that differ (0: the very same print)."""

    key: int
    difference: float


class Index:
    """All fingerprints known, in memory: 1.5 kB each."""

    def __init__(self, rows: Iterable[tuple[int, bytes]] = ()) -> None:
        self._count = 0
        self._keys = np.zeros(ROOM, dtype=np.int64)
        self._cards = np.zeros((ROOM, CARD_BYTES // 8), dtype=np.uint64)
        self._pages = np.zeros((ROOM, PAGE_BYTES // 8), dtype=np.uint64)
        self._card_starts = np.zeros((ROOM, FIRST_WORDS), dtype=np.uint64)
        self._page_starts = np.zeros((ROOM, FIRST_WORDS), dtype=np.uint64)
        for key, bits in rows:
            self.add(key, bits)

    def __len__(self) -> int:
        return self._count

    def add(self, key: int, bits: bytes) -> None:
        """Remember a fingerprint; raises `ValueError` if it has another length."""
        card, page = _split(bits)
        if self._count == len(self._keys):
            self._grow()
        row = self._count
        self._keys[row] = key
        self._cards[row], self._pages[row] = card, page
        self._card_starts[row], self._page_starts[row] = _spread(card), _spread(page)
        self._count += 1

    def remove(self, key: int) -> None:
        """Forget a fingerprint; the last one takes its place. A key that is not there is fine."""
        for row in np.flatnonzero(self._keys[: self._count] == key)[::-1]:
            self._count -= 1
            for table in (self._keys, self._cards, self._pages, self._card_starts, self._page_starts):
                table[row] = table[self._count]
                table[self._count] = 0

    def find(self, bits: bytes, most: int = 10) -> list[Likeness]:
        """The most alike, best first, none beyond the limits; a picture turned by quarters is found too."""
        card, page = _split(bits)
        views = _turns(page)
        hits = list(self._like_card(card, views)) if card.any() else []
        for view in views:
            hits += self._near(self._page_starts, self._pages, view, PAGE_NEAR if card.any() else COPY)
        best: dict[int, float] = {}
        for share, row in sorted(hits):
            best.setdefault(int(self._keys[row]), share)
        return [Likeness(key, share) for key, share in list(best.items())[:most]]

    def _like_card(self, card: Words, views: list[Words]) -> Iterator[tuple[float, int]]:
        """Rows with the same card, surely so or together with what else is on the page."""
        for share, row in self._near(self._card_starts, self._cards, card, CARD_LIKELY):
            rest = min(int(_differing(self._pages[[row]], view)[0]) for view in views)
            if share <= CARD_NEAR or rest <= PAGE_LIKELY * PAGE_SIDE * PAGE_SIDE:
                yield share, row

    def _near(self, starts: Words, words: Words, wanted: Words, near: float) -> Iterator[tuple[float, int]]:
        """The share of differing bits and the row of all that are near."""
        rough = _differing(starts[: self._count], _spread(wanted)) <= near * FIRST_SLACK * FIRST_WORDS * 64 + FIRST_MORE
        rows = np.flatnonzero(rough)
        shares = _differing(words[rows], wanted) / (wanted.size * 64)
        yield from ((float(shares[place]), int(rows[place])) for place in np.flatnonzero(shares <= near))

    def _grow(self) -> None:
        more = max(ROOM, len(self._keys) // 4)
        for name in ("_keys", "_cards", "_pages", "_card_starts", "_page_starts"):
            table = getattr(self, name)
            setattr(self, name, np.concatenate([table, np.zeros((more, *table.shape[1:]), table.dtype)]))


def _split(bits: bytes) -> tuple[Words, Words]:
    if len(bits) != SIZE:
        raise ValueError("not a fingerprint of ours")
    words = np.frombuffer(bits, dtype=np.uint64)
    return words[: CARD_BYTES // 8], words[CARD_BYTES // 8 :]


def _spread(words: Words) -> Words:
    """Some words from all over the map: neighbours say the same."""
    return words[:: max(1, words.size // FIRST_WORDS)][:FIRST_WORDS]


def _differing(table: Words, wanted: Words) -> NDArray[np.int64]:
    counted: NDArray[np.int64] = np.bitwise_count(table ^ wanted).sum(axis=1, dtype=np.int64)
    return counted


def _turns(page: Words) -> list[Words]:
    spots = np.unpackbits(page.view(np.uint8)).reshape(PAGE_SIDE, PAGE_SIDE)
    return [np.packbits(np.rot90(spots, turn)).view(np.uint64) for turn in range(4)]
