"""How does the bot have foreign files opened without ever opening one itself?

A few warm child processes do it (`documents.child`). A child is replaced after 50 requests, after a crash or
a timeout, and ends after a minute without work or when the bot dies. This side imports no picture library.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import asdict
from signal import SIGKILL
from typing import Self, TypeVar

from documents.advice import Advice, Code, Kind, Quad
from documents.bars import Chart
from documents.process import Child, ChildDied
from documents.results import MAX_BYTES, CardFailed, Cleaned, LabelledPage, Page, PictureFailed, Refusal, Refused
from documents.wire import Message, WireError, advice_of, blob_of, page_in, result_of

REQUESTS_A_CHILD = 50
IDLE_SECONDS = 60.0

Answer = TypeVar("Answer")


class Sandbox:
    """At most `size` children, each request at most `seconds` long; end it with `close` or `async with`."""

    def __init__(self, size: int = 2, seconds: float = 15.0, idle_seconds: float = IDLE_SECONDS) -> None:
        self._size = size
        self._seats = asyncio.Semaphore(size)
        self._seconds = seconds
        self._idle_seconds = idle_seconds
        self._idle: dict[Child, asyncio.TimerHandle] = {}
        self._children: set[Child] = set()
        self._closed = False

    async def clean(self, data: bytes, *, allow_pdf: bool) -> Cleaned | Refused:
        """Clean pages of the file, or why not; one that breaks or hangs the child is refused too."""
        if len(data) > MAX_BYTES:
            return Refused(Refusal.TOO_LARGE, {"bytes": len(data)})
        try:
            return await self._ask(Message({"do": "clean", "allow_pdf": allow_pdf}, (data,)), result_of)
        except TimeoutError:
            return Refused(Refusal.TIMEOUT, {"seconds": round(self._seconds)})
        except ChildDied as death:
            # Others end a child by SIGKILL alone. Any other end is the file's work: it is not worth a second try.
            code = Refusal.CRASHED if death.status == -SIGKILL else Refusal.BOMB
            return Refused(code, {"status": death.status})
        except WireError:
            return Refused(Refusal.CRASHED)

    async def draw_card(self, pages: Sequence[LabelledPage], note: str) -> bytes:
        """A JPEG of the case as `documents.card.draw` makes it; raises `CardFailed`."""
        header = {
            "do": "card",
            "note": note,
            "labels": [page.label for page in pages],
            "changed": [page.changed for page in pages],
            "hide": [page.hide for page in pages],
        }
        try:
            return await self._work(Message(header, tuple(page.jpeg for page in pages)), blob_of)
        except PictureFailed as failed:
            raise CardFailed(failed.code) from None

    async def mark_page(self, jpeg: bytes, note: str) -> bytes:
        """A page that `clean` gave, whole, with `note` slanted over it; raises `PictureFailed`."""
        return await self._work(Message({"do": "page", "note": note}, (jpeg,)), blob_of)

    async def draw_chart(self, chart: Chart) -> bytes:
        """A JPEG of the chart as `documents.chart.draw` makes it; raises `PictureFailed`."""
        return await self._work(Message({"do": "chart", **asdict(chart)}), blob_of)

    async def coach(self, jpeg: bytes, kind: Kind) -> Advice:
        """What the person should do better about a page that `clean` gave; raises `PictureFailed`."""
        return await self._work(Message({"do": "coach", "kind": kind}, (jpeg,)), advice_of)

    async def fingerprint(self, jpeg: bytes) -> bytes:
        """What `documents.likeness` compares of a page that `clean` gave; raises `PictureFailed`."""
        return await self._work(Message({"do": "fingerprint"}, (jpeg,)), blob_of)

    async def upright(self, jpeg: bytes, turns: int, card: Quad | None = None) -> Page:
        """The page turned to the left by so many quarters and cut to its card; raises `PictureFailed`."""
        return await self._work(Message({"do": "upright", "turns": turns, "card": card}, (jpeg,)), page_in)

    async def draw_tip(self, code: Code) -> bytes:
        """A JPEG of 640 x 250 pixels that shows an advice without words; raises `PictureFailed`."""
        return await self._work(Message({"do": "tip", "code": code}), blob_of)

    async def close(self) -> None:
        """End all children, also those at work, and wait for them; later requests are a `RuntimeError`."""
        self._closed = True
        for timer in self._idle.values():
            timer.cancel()
        self._idle.clear()
        for child in self._children:
            child.kill()
        for _ in range(self._size):  # requests at work notice and leave
            await self._seats.acquire()
        for child in self._children:
            await child.gone()
        self._children.clear()
        for _ in range(self._size):
            self._seats.release()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *reason: object) -> None:
        await self.close()

    async def _work(self, request: Message, understand: Callable[[Message], Answer]) -> Answer:
        """An answer about a picture of our own; every failure of the child is a `PictureFailed`."""
        try:
            return await self._ask(request, understand)
        except TimeoutError:
            raise PictureFailed(Refusal.TIMEOUT) from None
        except (ChildDied, WireError):
            raise PictureFailed(Refusal.CRASHED) from None

    async def _ask(self, request: Message, understand: Callable[[Message], Answer]) -> Answer:
        async with self._seats:
            child = await self._take()
            if self._closed:  # while the child came up
                child.kill()
            try:
                async with asyncio.timeout(self._seconds):
                    answer = understand(await child.ask(request))
            except BaseException:  # also when we are cancelled: its answer would go to the next request
                child.kill()
                raise
            self._give_back(child)
            return answer

    async def _take(self) -> Child:
        """The child that worked last (the others may go idle), or a new one."""
        if self._closed:
            raise RuntimeError("the sandbox is closed")
        await self._bury()
        while self._idle:
            child, timer = self._idle.popitem()
            timer.cancel()
            if child.alive:
                return child
        child = await Child.start()
        self._children.add(child)
        return child

    async def _bury(self) -> None:
        """Let go of children that have ended."""
        dead = {child for child in self._children if not child.alive}
        self._children -= dead
        for child in dead:
            await child.gone()

    def _give_back(self, child: Child) -> None:
        if self._closed or child.asked >= REQUESTS_A_CHILD:
            child.dismiss()
        else:
            timer = asyncio.get_running_loop().call_later(self._idle_seconds, self._dismiss_idle, child)
            self._idle[child] = timer

    def _dismiss_idle(self, child: Child) -> None:
        del self._idle[child]
        child.dismiss()
