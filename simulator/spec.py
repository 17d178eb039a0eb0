"""Is this request, answer or update what the Bot API's own description (spec.json) allows?"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from simulator.wire import Json, Upload, bad

# A check returns "" for a right value, else where and what is wrong: ".inline_keyboard[0]: expected a list".
Check = Callable[[Any], str]

_PLAIN: dict[str, Callable[[Any], bool]] = {
    "int": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "str": lambda value: isinstance(value, str),
    "bool": lambda value: isinstance(value, bool),
    "float": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "any": lambda value: True,
    "InputFile": lambda value: isinstance(value, Upload),
}
_TRUTH = {"true": True, "True": True, "1": True, "false": False, "False": False, "0": False}
_EMPTY = {"text": "message text is empty", "chat_id": "chat_id is empty", "file_id": "file_id not specified"}


@dataclass(frozen=True)
class Method:
    """One method: how to read each parameter from the wire, what it must be, what the answer must be."""

    name: str
    parameters: dict[str, tuple[Any, Check]]
    required: list[str]
    answer: Check

    def read(self, raw: Json) -> Json:
        """Turn strings of a form into values and check them; raises Refusal (400) naming the parameter."""
        values: Json = {}
        for name, written in raw.items():
            if name not in self.parameters:
                raise bad(f"unknown parameter {name!r} of {self.name}")
            shape, check = self.parameters[name]
            value = _from_form(shape, written) if isinstance(written, str) else written
            if shape == "InlineKeyboardMarkup" and isinstance(value, dict) and "inline_keyboard" not in value:
                raise bad("inline keyboard expected")
            if problem := check(value):
                raise bad(f"can't parse parameter {name}{problem}")
            values[name] = value
        for name in self.required:
            if name not in values:
                raise bad(_EMPTY.get(name, f"parameter {name!r} of {self.name} is required"))
        return values


class Spec:
    """Every method and type of the Bot API, compiled once to plain functions."""

    def __init__(self, description: Json) -> None:
        self._named: dict[str, Check] = {}
        for name, fields in description["types"].items():
            self._named[name] = self._object(name, fields)
        for name, shape in description["unions"].items():
            self._named[name] = self._compile(shape)
        self.methods = {name: self._method(name, part) for name, part in description["methods"].items()}

    def check(self, type_name: str, value: Any) -> str:
        """Return "" when `value` is a right object of that type, else what is wrong."""
        return self._named[type_name](value)

    def _method(self, name: str, part: Json) -> Method:
        fields: dict[str, tuple[Any, bool]] = part["parameters"]
        return Method(
            name=name,
            parameters={field: (shape, self._compile(shape)) for field, (shape, _) in fields.items()},
            required=[field for field, (_, required) in fields.items() if required],
            answer=self._compile(part["returns"]),
        )

    def _compile(self, shape: Any) -> Check:
        if isinstance(shape, list):
            return _any_of([self._compile(one) for one in shape])
        if isinstance(shape, dict):
            if "is" in shape:
                return lambda value: "" if value == shape["is"] else f": expected {shape['is']!r}"
            return _list_of(self._compile(shape["list"]))
        if shape in _PLAIN:
            right = _PLAIN[shape]
            return lambda value: "" if right(value) else f": expected {shape}"
        # Looked up when used, because types refer to each other in circles.
        return lambda value: self._named[shape](value)

    def _object(self, name: str, fields: dict[str, tuple[Any, bool]]) -> Check:
        checks = {field: self._compile(shape) for field, (shape, _) in fields.items()}
        required = [field for field, (_, needed) in fields.items() if needed]

        def check(value: Any) -> str:
            if not isinstance(value, dict):
                return f": expected {name}"
            for key, part in value.items():
                if key not in checks:
                    return f".{key}: unknown field of {name}"
                if problem := checks[key](part):
                    return f".{key}{problem}"
            missing = [field for field in required if field not in value]
            return f".{missing[0]}: required in {name}" if missing else ""

        return check


def _list_of(check: Check) -> Check:
    def check_all(value: Any) -> str:
        if not isinstance(value, list):
            return ": expected a list"
        for place, one in enumerate(value):
            if problem := check(one):
                return f"[{place}]{problem}"
        return ""

    return check_all


def _any_of(checks: list[Check]) -> Check:
    def check_any(value: Any) -> str:
        problems: list[str] = []
        for check in checks:
            problem = check(value)
            if not problem:
                return ""
            problems.append(problem)
        # The alternative that got furthest before it failed is the one that was meant.
        return max(problems, key=lambda words: (words.count("."), "unknown" not in words))

    return check_any


def _from_form(shape: Any, value: str) -> Any:
    """Read one string of a form (or a JSON string) as Telegram does; what cannot be read stays a string."""
    if shape == "bool":
        return _TRUTH.get(value, value)
    shapes = shape if isinstance(shape, list) else [shape]
    if "int" in shapes and value.lstrip("-").isdecimal() and value.isascii():
        return int(value)
    if "str" in shapes or "int" in shapes:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


@cache
def load_spec() -> Spec:
    """Read and compile spec.json, once in a process."""
    return Spec(json.loads(Path(__file__).with_name("spec.json").read_text("utf-8")))
