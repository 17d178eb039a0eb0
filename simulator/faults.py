"""Which calls should go wrong on purpose, and how?"""

import random
from dataclasses import asdict, dataclass, field
from typing import Literal

from simulator.wire import Json, Refusal


@dataclass
class Fault:
    """One trouble ordered by a test.

    `code` 0 means no answer at all: the connection is closed, before or after the thing was done.
    `when="after"` does what was asked and then loses the answer (or gives the error). `delay` is in
    seconds and, with `code` None, is all that happens. `times` None: for ever; `method` "*": every one.
    """

    method: str = "*"
    chat_id: int | None = None
    code: int | None = None
    description: str = ""
    parameters: Json = field(default_factory=dict)
    times: int | None = 1
    when: Literal["before", "after"] = "before"
    probability: float = 1.0
    delay: float = 0.0
    id: int = 0

    def refusal(self) -> Refusal:
        """The answer to give in place of the true one."""
        words = {
            429: "Too Many Requests: retry after {retry_after}",
            502: "Bad Gateway",
            500: "Internal Server Error",
        }
        default = words.get(self.code or 0, "Bad Request: fault").format(**{"retry_after": 1} | self.parameters)
        return Refusal(self.code or 500, self.description or default, self.parameters or None)


class Faults:
    """The faults that are still to happen."""

    def __init__(self) -> None:
        self.orders: list[Fault] = []
        self._last = 0
        self._dice = random.Random(20260101)  # noqa: S311 - for tests that can be repeated, not for secrets

    def order(self, fault: Fault) -> Fault:
        """Add a fault and give it an id."""
        self._last += 1
        fault.id = self._last
        self.orders.append(fault)
        return fault

    def cancel(self, fault_id: int | None) -> None:
        """Remove one fault, or all."""
        self.orders = [one for one in self.orders if fault_id is not None and one.id != fault_id]

    def next(self, method: str, chat_id: object) -> Fault | None:
        """The fault that strikes this call, if any; it is used up once more."""
        for fault in self.orders:
            if fault.method not in {"*", method} or fault.chat_id not in {None, chat_id}:
                continue
            if fault.probability < 1 and self._dice.random() >= fault.probability:
                continue
            if fault.times is not None:
                fault.times -= 1
                if fault.times <= 0:
                    self.orders.remove(fault)
            return fault
        return None

    def list(self) -> list[Json]:
        """All of them as JSON."""
        return [asdict(fault) for fault in self.orders]
