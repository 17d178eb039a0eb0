"""How does the bot have a page read, without waiting for it longer than a person would?

One child process reads (`documents.reader.child`), one page at a time; it holds 0.5 GB and ends after a minute without
work, after 200 pages, or when the bot dies. Whatever goes wrong, there is just no reading, and the bot asks.
"""

import asyncio
from importlib.util import find_spec
from typing import Self

from documents.process import ChildDied
from documents.reader.process import ReaderChild
from documents.reader.reading import Reading, reading_of
from documents.results import MAX_BYTES
from documents.wire import Message, WireError

PAGES_A_CHILD = 200
IDLE_SECONDS = 60.0
SECONDS = 10.0


def installed() -> bool:
    """Whether the packages are there with which pages can be read; an office may leave them out."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime", "cv2"))


class Reader:
    """Reads one page after the other; end it with `close` or `async with`."""

    def __init__(self, idle_seconds: float = IDLE_SECONDS) -> None:
        self._turn = asyncio.Lock()
        self._idle_seconds = idle_seconds
        self._child: ReaderChild | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._closed = False

    async def read(self, jpeg: bytes, seconds: float = SECONDS) -> Reading | None:
        """What a cleaned page says; None when it could not be read within `seconds`, waiting for others included."""
        if len(jpeg) > MAX_BYTES:
            return None
        deadline = asyncio.get_running_loop().time() + seconds
        try:
            async with asyncio.timeout_at(deadline):
                await self._turn.acquire()
        except TimeoutError:
            return None
        try:
            return await self._ask(jpeg, deadline)
        except (TimeoutError, ChildDied, WireError):
            return None
        finally:
            self._turn.release()

    async def close(self) -> None:
        """End the child, also at work, and wait for it; later calls of `read` are a `RuntimeError`."""
        self._closed = True
        if self._child is not None:
            self._child.kill()
        async with self._turn:  # a page at work notices and leaves
            self._cancel_timer()
            await self._bury()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *reason: object) -> None:
        await self.close()

    async def _ask(self, jpeg: bytes, deadline: float) -> Reading | None:
        child = await self._awake()
        try:
            async with asyncio.timeout_at(deadline):
                reading = reading_of(await child.ask(Message({"do": "read"}, (jpeg,))))
        except BaseException:  # also when we are cancelled: its answer would go to the next page
            child.kill()
            raise
        if child.asked >= PAGES_A_CHILD:
            child.dismiss()
        else:
            self._timer = asyncio.get_running_loop().call_later(self._idle_seconds, child.dismiss)
        return reading

    async def _awake(self) -> ReaderChild:
        """The child that is loaded already, or a new one."""
        if self._closed:
            raise RuntimeError("the reader is closed")
        self._cancel_timer()
        if self._child is not None and self._child.ready:
            return self._child
        await self._bury()
        self._child = await ReaderChild.start()
        self._end_if_closed(self._child)
        return self._child

    def _end_if_closed(self, child: ReaderChild) -> None:
        if self._closed:  # while it came up
            child.kill()

    async def _bury(self) -> None:
        if self._child is not None:
            self._child.dismiss()
            await self._child.gone()
            self._child = None

    def _cancel_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
